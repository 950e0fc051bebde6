package thangdiem.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thangdiem.audit.NotFound;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.ranking.Rank;
import thangdiem.ranking.Standing;
import thangdiem.site.StandingsPage.Choice;
import thangdiem.site.StandingsPage.Row;
import thangdiem.site.StandingsPage.Table;
import thangdiem.site.StandingsPage.Whisker;

/** Draws the standings: all groups or one, by the total or by a section. */
final class StandingsPages {

  /** Units that fit one page; of more, all groups together show the first ones only. */
  static final int A_PAGE = 100;

  private static final int FIRST_ONES = 20;

  private final Drawing drawing;
  private final Optional<Edition> before;
  private final Optional<OrgUnitGroup> group;
  private final Optional<Section> by;
  private final int page;

  StandingsPages(
      Drawing drawing,
      Optional<Edition> before,
      Optional<String> group,
      Optional<String> by,
      int page) {
    this.drawing = drawing;
    this.before = before;
    this.group =
        group.map(id -> drawing.set.group(id).orElseThrow(() -> new NotFound("group " + id)));
    this.by =
        by.map(code ->
            drawing.set.scoredSections().stream()
                .filter(section -> section.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("section " + code)));
    this.page = page;
  }

  StandingsPage page(SitePlace place) {
    var groups = shown();
    var lists = groups.stream().map(this::inOrder).toList();
    int pages = lists.stream().mapToInt(StandingsPages::pages).max().orElse(1);
    if (page < 1 || page > (group.isPresent() ? pages : 1)) {
      throw new NotFound("page " + page);
    }
    var headline = headline(groups);
    var lead = new Leads(drawing).lead(groups, by);
    var tables = new ArrayList<Table>();
    for (int i = 0; i < groups.size(); i++) {
      tables.add(table(groups.get(i), lists.get(i)));
    }
    return new StandingsPage(
        drawing.frame(
            place,
            path(group, by) + (page > 1 ? "?page=" + page : ""),
            "standings",
            headline,
            lead),
        drawing.say(
            "site.kicker",
            drawing.edition.published().name(),
            drawing.edition.published().decisionNumber(),
            drawing.edition.published().decisionOn()),
        headline,
        lead,
        groupChoices(),
        sectionChoices(),
        by.map(section -> List.of(new Bar.Key(drawing.style(section), Drawing.brief(section))))
            .orElseGet(drawing::keys),
        by.isPresent() || !drawing.set.oneScale()
            ? ""
            : drawing.say(
                "site.thresholds",
                drawing.floors().reversed().stream()
                    .map(grade -> grade.name() + " " + drawing.figures.most(Drawing.floor(grade)))
                    .collect(Collectors.joining(", "))),
        by.map(this::scale).orElseGet(drawing::marks),
        by.isPresent() ? Optional.empty() : before.map(edition -> edition.published().year()),
        by.isEmpty() && !drawing.edition.firmness().isEmpty(),
        by.isEmpty(),
        tables,
        by.isPresent()
            ? Optional.empty()
            : Optional.of(
                new HeatMap(drawing).of(groups, lists.stream().map(this::part).toList())));
  }

  private List<OrgUnitGroup> shown() {
    return group.map(List::of).orElseGet(() -> List.copyOf(drawing.edition.groups().keySet()));
  }

  static String path(Optional<OrgUnitGroup> group, Optional<Section> by) {
    return group.map(one -> "groups/" + one.id()).orElse("")
        + (group.isPresent() && by.isPresent() ? "/" : "")
        + by.map(section -> "by/" + section.code()).orElse("");
  }

  private List<Choice> groupChoices() {
    var choices = new ArrayList<Choice>();
    choices.add(choice("", drawing.say("site.allGroups"), Optional.empty(), by));
    drawing
        .edition
        .groups()
        .keySet()
        .forEach(one -> choices.add(choice("", one.shortName(), Optional.of(one), by)));
    return choices;
  }

  private List<Choice> sectionChoices() {
    var choices = new ArrayList<Choice>();
    choices.add(choice("", drawing.say("site.total"), group, Optional.empty()));
    drawing
        .set
        .scoredSections()
        .forEach(one ->
            choices.add(choice(one.printedNumber(), one.shortName(), group, Optional.of(one))));
    return choices;
  }

  private Choice choice(
      String number, String name, Optional<OrgUnitGroup> to, Optional<Section> section) {
    return new Choice(
        number,
        name,
        drawing.address.below(path(to, section)),
        to.equals(group) && section.equals(by));
  }

  /** Who is first, in words. */
  String headline() {
    return headline(shown());
  }

  private String headline(List<OrgUnitGroup> groups) {
    var firsts =
        groups.stream()
            .map(this::inOrder)
            .filter(members -> !members.isEmpty() && rank(members.getFirst()).exists())
            .map(members ->
                members.stream()
                    .filter(unit -> rank(unit).inGroup() == 1)
                    .map(unit -> unit.sheet().answers().name())
                    .limit(3)
                    .collect(Collectors.joining(", ")))
            .toList();
    var names = new Leads(drawing).list(firsts);
    int year = drawing.year();
    return by.map(
            section -> drawing.say("site.headline.section", names, Drawing.brief(section), year))
        .orElseGet(() ->
            group
                .map(one -> drawing.say("site.headline.group", names, one.shortName(), year))
                .orElseGet(() -> drawing.say("site.headline", names, year)));
  }

  private Rank rank(Standing unit) {
    return by.map(section -> unit.bySection().getOrDefault(section.code(), new Rank(0, 0)))
        .orElse(unit.overall());
  }

  private List<Standing> inOrder(OrgUnitGroup one) {
    var members = drawing.edition.members(one);
    return by.isEmpty()
        ? members
        : members.stream()
            .sorted(
                Comparator.comparingInt(
                    unit -> rank(unit).exists() ? rank(unit).inGroup() : Integer.MAX_VALUE))
            .toList();
  }

  private static int pages(List<Standing> members) {
    return Math.max(1, (members.size() + A_PAGE - 1) / A_PAGE);
  }

  /** Those of a group whom this page shows. */
  private List<Standing> part(List<Standing> members) {
    if (group.isPresent()) {
      return members.subList(
          Math.min(members.size(), (page - 1) * A_PAGE), Math.min(members.size(), page * A_PAGE));
    }
    return drawing.edition.units().size() <= A_PAGE
        ? members
        : members.subList(0, Math.min(members.size(), FIRST_ONES));
  }

  private Table table(OrgUnitGroup one, List<Standing> members) {
    var tied = tied(members);
    var part = part(members);
    var pages = new ArrayList<Choice>();
    if (group.isPresent() && members.size() > A_PAGE) {
      for (int i = 1; i <= pages(members); i++) {
        pages.add(
            new Choice(
                String.valueOf(i),
                (i - 1) * A_PAGE + 1 + "–" + Math.min(members.size(), i * A_PAGE),
                drawing.address.below(path(group, by)) + (i > 1 ? "?page=" + i : ""),
                i == page));
      }
    }
    return new Table(
        one.id(),
        one.name(),
        new Leads(drawing).under(members, by),
        by.isPresent() ? List.of() : new Nearness(drawing).of(members),
        part.stream().map(unit -> row(unit, members.size(), tied)).toList(),
        pages,
        part.size() < members.size() && group.isEmpty()
            ? Optional.of(
                new Choice(
                    "",
                    drawing.say(
                        "site.allOf", drawing.figures.whole(members.size()), one.shortName()),
                    drawing.address.below(path(Optional.of(one), by)),
                    false))
            : Optional.empty());
  }

  private Set<Integer> tied(List<Standing> members) {
    var seen = new HashSet<Integer>();
    return members.stream()
        .map(unit -> rank(unit).inGroup())
        .filter(rank -> rank > 0 && !seen.add(rank))
        .collect(Collectors.toSet());
  }

  private Row row(Standing unit, int members, Set<Integer> tied) {
    var sheet = unit.sheet();
    var rank = rank(unit);
    var points = by.map(section -> points(unit, section)).orElse(sheet.total());
    return new Row(
        drawing.address.unit(sheet.answers().unit()),
        sheet.answers().name(),
        rank.exists() ? String.valueOf(rank.inGroup()) : drawing.say("site.unranked"),
        tied.contains(rank.inGroup()),
        by.map(section ->
                List.of(
                    Drawing.part(
                        drawing.style(section),
                        Rational.ZERO,
                        points.value(),
                        Drawing.greatest(section).value())))
            .orElseGet(() -> drawing.bar(sheet)),
        by.map(_ -> sheet.answers().name() + ": " + drawing.figures.points(points))
            .orElseGet(() -> drawing.barInWords(sheet)),
        drawing.figures.points(points),
        sheet.grade().name(),
        drawing.style(sheet.grade()),
        before
            .flatMap(edition -> edition.unit(sheet.answers().unit()))
            .map(then -> Change.between(then, unit))
            .orElse(Change.NONE),
        Optional.ofNullable(drawing.edition.firmness().get(sheet.answers().unit()))
            .filter(_ -> by.isEmpty() && rank.exists())
            .map(own -> whisker(own, rank.inGroup(), members)));
  }

  private static Points points(Standing unit, Section section) {
    return Drawing.score(unit.sheet(), section).map(score -> score.points()).orElse(Points.NONE);
  }

  private static Whisker whisker(Firmness own, int rank, int members) {
    return new Whisker(
        own.range(), along(own.low(), members), along(own.high(), members), along(rank, members));
  }

  private static String along(int rank, int members) {
    return Rational.of(4)
            .plus(Rational.of(64L * (rank - 1), Math.max(1, members - 1)))
            .toDecimal(1)
            .toPlainString()
        + "%";
  }

  /** Quarters of the section's maximum, and the median of who is shown alone. */
  private List<Bar.Mark> scale(Section section) {
    var most = Drawing.greatest(section);
    var marks = new ArrayList<Bar.Mark>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      marks.add(
          new Bar.Mark(
              25 * quarter + "%", drawing.figures.most(most.times(Rational.of(quarter, 4)))));
    }
    return marks;
  }
}
