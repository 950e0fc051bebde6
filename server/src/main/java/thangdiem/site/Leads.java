package thangdiem.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.criteria.OrgUnitGroup;
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
            + drawing.say("and")
            + names.getLast();
  }

  /** Who leads, with how many points, and how the grades fell. */
  String lead(List<OrgUnitGroup> groups, Optional<Section> by) {
    var firsts = new ArrayList<String>();
    long units = 0;
    for (var group : groups) {
      var members = drawing.edition.members(group);
      units += members.size();
      best(members, by)
          .ifPresent(points ->
              firsts.add(
                  drawing.say(
                      by.isPresent() ? "lead.bestOfSection" : "lead.best",
                      group.shortName(),
                      drawing.figures.whole(members.size()),
                      drawing.figures.points(points),
                      by.map(section -> drawing.figures.most(Drawing.greatest(section)))
                          .orElse(""))));
    }
    var text = new StringBuilder(String.join(" ", firsts));
    if (by.isEmpty()) {
      text.append(' ').append(drawing.say("lead.grades", drawing.figures.whole(units), grades(groups)));
    }
    return text.toString();
  }

  private Optional<Rational> best(List<Standing> members, Optional<Section> by) {
    return by.map(section ->
            members.stream()
                .flatMap(unit -> Drawing.score(unit.sheet(), section).stream())
                .map(score -> score.points().value())
                .max(Rational::compareTo))
        .orElseGet(() ->
            members.stream()
                .filter(unit -> unit.overall().exists())
                .map(unit -> unit.sheet().total().value())
                .max(Rational::compareTo));
  }

  private String grades(List<OrgUnitGroup> groups) {
    var units = groups.stream().flatMap(group -> drawing.edition.members(group).stream()).toList();
    return list(
        drawing.set.grades().highestFirst().stream()
            .map(grade ->
                drawing.say(
                    "lead.graded",
                    drawing.figures.whole(
                        units.stream().filter(unit -> unit.sheet().grade().equals(grade)).count()),
                    grade.name()))
            .toList());
  }

  /** The sentence under the name of a group: what sets its units apart. */
  String under(List<Standing> members, Optional<Section> by) {
    if (members.size() < 2) {
      return drawing.say("under.one");
    }
    if (by.isPresent()) {
      return drawing.say(
          "under.section",
          Drawing.brief(by.get()),
          drawing.figures.most(Drawing.greatest(by.get())));
    }
    var widths =
        drawing.set.scoredSections().stream()
            .flatMap(section -> width(members, section).stream())
            .sorted((one, other) -> other.points().compareTo(one.points()))
            .toList();
    return widths.size() < 2
        ? drawing.say("under.plain")
        : drawing.say(
            "under.widest",
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
