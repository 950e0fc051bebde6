package thangdiem.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.ranking.Standing;

/** The sentences above the charts of the standings (câu dẫn), with their numbers. */
final class Leads {

  private final Drawing drawing;

  Leads(Drawing drawing) {
    this.drawing = drawing;
  }

  /** "a, b và c". */
  String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + drawing.say("site.and")
            + names.getLast();
  }

  /** Who leads, with how many points, and how the grades fell. */
  String lead(List<OrgUnitGroup> groups, Optional<Section> by) {
    var text = new ArrayList<String>();
    long units = 0;
    for (var group : groups) {
      var members = drawing.edition.members(group);
      units += members.size();
      first(members, by).ifPresent(first -> text.add(best(group, members.size(), first, by)));
    }
    if (by.isEmpty()) {
      text.add(drawing.say("site.lead.grades", drawing.figures.whole(units), grades(groups)));
    }
    return String.join(" ", text);
  }

  private String best(OrgUnitGroup group, int members, Standing first, Optional<Section> by) {
    var name = first.sheet().answers().name();
    var many = drawing.figures.whole(members);
    return by.map(section ->
            drawing.say(
                "site.lead.bestOfSection",
                group.shortName(),
                many,
                drawing.figures.points(points(first, section)),
                drawing.figures.most(Drawing.greatest(section)),
                name))
        .orElseGet(() ->
            drawing.say(
                "site.lead.best",
                group.shortName(),
                many,
                drawing.figures.points(first.sheet().total()),
                name));
  }

  private static Optional<Standing> first(List<Standing> members, Optional<Section> by) {
    return by.map(section ->
            members.stream()
                .filter(unit -> Drawing.score(unit.sheet(), section).isPresent())
                .max(Comparator.comparing(unit -> points(unit, section))))
        .orElseGet(() -> members.stream().filter(unit -> unit.overall().exists()).findFirst());
  }

  private static Points points(Standing unit, Section section) {
    return Drawing.score(unit.sheet(), section).map(score -> score.points()).orElse(Points.NONE);
  }

  private String grades(List<OrgUnitGroup> groups) {
    var units = groups.stream().flatMap(group -> drawing.edition.members(group).stream()).toList();
    return list(
        drawing.set.grades().highestFirst().stream()
            .map(grade ->
                drawing.say(
                    "site.lead.graded",
                    drawing.figures.whole(
                        units.stream().filter(unit -> unit.sheet().grade().equals(grade)).count()),
                    grade.name()))
            .toList());
  }

  /** The sentence under the name of a group: what sets its units apart. */
  String under(List<Standing> members, Optional<Section> by) {
    if (members.size() < 2) {
      return drawing.say("site.under.one");
    }
    if (by.isPresent()) {
      return drawing.say(
          "site.under.section",
          Drawing.brief(by.get()),
          drawing.figures.most(Drawing.greatest(by.get())));
    }
    var widths =
        drawing.set.scoredSections().stream()
            .flatMap(section -> width(members, section).stream())
            .sorted((one, other) -> other.points().compareTo(one.points()))
            .toList();
    return widths.size() < 2
        ? drawing.say("site.under.plain")
        : drawing.say(
            "site.under.widest",
            Drawing.brief(widths.getFirst().section()),
            drawing.figures.points(widths.getFirst().points()),
            Drawing.brief(widths.getLast().section()),
            drawing.figures.points(widths.getLast().points()));
  }

  private record Width(Section section, Rational points) {}

  private static Optional<Width> width(List<Standing> members, Section section) {
    var own =
        members.stream()
            .flatMap(unit -> Drawing.score(unit.sheet(), section).stream())
            .map(score -> score.points().value())
            .sorted()
            .collect(Collectors.toList());
    return own.size() < 2
        ? Optional.empty()
        : Optional.of(new Width(section, own.getLast().minus(own.getFirst())));
  }
}
