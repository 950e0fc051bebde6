package thangdiem.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.ranking.Standing;
import thangdiem.scoring.Flag;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.SectionScore;
import thangdiem.site.UnitPage.Cost;
import thangdiem.site.UnitPage.Figure;
import thangdiem.site.UnitPage.Lost;
import thangdiem.site.UnitPage.Neighbour;
import thangdiem.site.UnitPage.Profile;
import thangdiem.site.UnitPage.Sum;

/** Draws the page of a unit. */
final class UnitPages {

  private static final int MOST_LOST = 5;
  private static final int BESIDE = 2;

  private final Drawing drawing;
  private final Optional<Edition> before;
  private final Optional<Split> split;
  private final Standing unit;
  private final ScoreSheet sheet;
  private final OrgUnitGroup group;
  private final List<Standing> members;

  UnitPages(Drawing drawing, Optional<Edition> before, Optional<Split> split, Standing unit) {
    this.drawing = drawing;
    this.before = before;
    this.split = split;
    this.unit = unit;
    this.sheet = unit.sheet();
    this.group = drawing.edition.groupOf(unit);
    this.members = drawing.edition.members(group);
  }

  UnitPage page(SitePlace place) {
    var code = sheet.answers().unit();
    var lead = lead();
    var criteria = new CriterionLines(drawing, sheet);
    return new UnitPage(
        drawing.frame(
            place,
            "units/" + code,
            "standings",
            drawing.say("site.unit.title", sheet.answers().name(), drawing.year()),
            lead),
        group.name(),
        drawing.address.below(StandingsPages.path(Optional.of(group), Optional.empty())),
        sheet.answers().name(),
        lead,
        figures(),
        before
            .flatMap(edition -> edition.unit(code))
            .map(then -> Change.between(then, unit))
            .filter(Change::known),
        remarks(),
        drawing.say(
            "site.unit.profileSay", drawing.figures.whole(members.size()), group.shortName()),
        sheet.sections().stream().map(this::profile).toList(),
        lostSentence(),
        lost(),
        criteria.sentence(),
        criteria.parts(),
        sum(),
        costs(),
        neighbours(),
        compare(),
        criteria.proofs());
  }

  private boolean ranked() {
    return unit.overall().exists();
  }

  private String lead() {
    var text = new StringBuilder();
    text.append(
        ranked()
            ? drawing.say(
                tied() ? "site.unit.leadTied" : "site.unit.lead",
                unit.overall().inGroup(),
                drawing.figures.whole(members.size()),
                group.shortName(),
                sheet.grade().name())
            : drawing.say("site.unit.leadUnranked", group.shortName(), sheet.grade().name()));
    next().ifPresent(more -> text.append("; ").append(more));
    text.append('.');
    strengths().ifPresent(more -> text.append(' ').append(more));
    return text.toString();
  }

  private boolean tied() {
    return members.stream()
            .filter(other -> other.overall().inGroup() == unit.overall().inGroup())
            .count()
        > 1;
  }

  private Optional<String> next() {
    var group = sheet.answers().group();
    return drawing.floors().reversed().stream()
        .filter(grade -> sheet.total().compareTo(Drawing.floor(grade, group)) < 0)
        .findFirst()
        .map(grade ->
            drawing.say(
                "site.unit.next",
                drawing.figures.points(Drawing.floor(grade, group).minus(sheet.total())),
                grade.name()));
  }

  private record Against(Section section, Rational difference) {}

  private Optional<String> strengths() {
    var against =
        sheet.sections().stream()
            .filter(SectionScore::applies)
            .filter(score -> score.max().value().signum() > 0)
            .flatMap(score ->
                drawing
                    .median(group, score.section())
                    .map(median ->
                        new Against(
                            score.section(),
                            score.points().value().minus(median).dividedBy(score.max().value())))
                    .stream())
            .sorted(Comparator.comparing(Against::difference))
            .toList();
    if (members.size() < 3 || against.size() < 2) {
      return Optional.empty();
    }
    var worst = against.getFirst();
    var best = against.getLast();
    if (best.difference().signum() > 0 && worst.difference().signum() < 0) {
      return Optional.of(
          drawing.say(
              "site.unit.strengths",
              Drawing.brief(best.section()),
              Drawing.brief(worst.section())));
    }
    return best.difference().signum() > 0
        ? Optional.of(drawing.say("site.unit.strong", Drawing.brief(best.section())))
        : worst.difference().signum() < 0
            ? Optional.of(drawing.say("site.unit.weak", Drawing.brief(worst.section())))
            : Optional.empty();
  }

  private List<Figure> figures() {
    var figures = new ArrayList<Figure>();
    figures.add(
        new Figure(
            drawing.say("site.total"),
            drawing.figures.points(sheet.total()),
            "/" + drawing.figures.most(drawing.set.scale(sheet.answers().group())),
            ""));
    figures.add(
        new Figure(
            drawing.say("site.unit.rank"),
            ranked() ? String.valueOf(unit.overall().inGroup()) : drawing.say("site.unranked"),
            ranked() ? "/" + drawing.figures.whole(members.size()) : "",
            ""));
    figures.add(
        new Figure(
            drawing.say("site.grade"), sheet.grade().name(), "", drawing.style(sheet.grade())));
    Optional.ofNullable(drawing.edition.firmness().get(sheet.answers().unit()))
        .filter(_ -> ranked())
        .ifPresent(
            own -> figures.add(new Figure(drawing.say("site.interval"), own.range(), "", "")));
    if (!sheet.rescaled().total().equals(sheet.total())) {
      figures.add(
          new Figure(
              drawing.say("site.unit.rescaled"),
              drawing.figures.points(sheet.rescaled().total()),
              sheet.rescaled().grade().name(),
              ""));
    }
    return figures;
  }

  private List<String> remarks() {
    var remarks = new ArrayList<String>();
    var near = new Nearness(drawing);
    near.below(unit).ifPresent(remarks::add);
    near.above(unit).ifPresent(remarks::add);
    for (var flag : List.of(Flag.NO_REPORT, Flag.LATE)) {
      if (unit.flags().contains(flag)) {
        remarks.add(drawing.say("site.flag." + flag.text()));
      }
    }
    if (unit.flags().contains(Flag.ORDER_FLIPS)) {
      remarks.add(drawing.say("site.unit.flips", unit.otherReading().inGroup()));
    }
    sheet.failedGates().forEach(gate -> remarks.add(drawing.say("site.unit.gate", gate.name())));
    split.ifPresent(own ->
        remarks.add(
            drawing.say(
                "site.changes.unit",
                drawing.year() - 1,
                own.before(),
                Split.signed(own.rules()),
                Split.signed(own.own()),
                Split.signed(own.others()))));
    if (!sheet.answers().notApplicable().isEmpty()) {
      remarks.add(
          drawing.say(
              "site.unit.notApplicable", String.join(", ", sheet.answers().notApplicable())));
    }
    return remarks;
  }

  private Profile profile(SectionScore score) {
    var max = score.max().value();
    var points = score.points().value();
    var median = drawing.median(group, score.section()).orElse(points);
    var difference = points.minus(median);
    var name = score.section().printedNumber() + ". " + score.section().name();
    return new Profile(
        name,
        score.applies() ? drawing.figures.points(score.points()) : drawing.say("site.unranked"),
        drawing.figures.most(score.max()),
        drawing.figures.signed(difference),
        difference.rounded(2).signum() > 0 ? "up" : difference.rounded(2).signum() < 0 ? "dn" : "m",
        drawing.say(
            "site.unit.profileInWords",
            drawing.figures.points(score.points()),
            drawing.figures.most(score.max()),
            drawing.figures.points(median)),
        drawing.style(score.section()),
        Figures.along(points, max),
        Figures.along(median, max));
  }

  private static Points missed(ScoreLine line) {
    return line.counts() ? line.max().minus(line.points()).atLeastNone() : Points.NONE;
  }

  private boolean scale(ScoreLine line) {
    return drawing.set.scoredSections().stream()
        .flatMap(Section::scored)
        .anyMatch(line.criterion()::equals);
  }

  private String lostSentence() {
    var own = sheet.lines().stream().filter(this::scale).filter(ScoreLine::counts).toList();
    var nothing = own.stream().filter(line -> line.points().value().signum() == 0).toList();
    return drawing.say(
        "site.unit.lostSay",
        nothing.size(),
        own.size(),
        drawing.figures.most(
            nothing.stream().map(UnitPages::missed).reduce(Points.NONE, Points::plus)),
        drawing.figures.points(
            own.stream().map(UnitPages::missed).reduce(Points.NONE, Points::plus)));
  }

  private List<Lost> lost() {
    return sheet.lines().stream()
        .filter(this::scale)
        .filter(line -> missed(line).value().signum() > 0)
        .sorted(Comparator.comparing(UnitPages::missed).reversed())
        .limit(MOST_LOST)
        .map(line ->
            new Lost(
                line.criterion().code(),
                line.criterion().name(),
                drawing.figures.signed(missed(line).value().negated())))
        .toList();
  }

  /** Empty where the sections alone are the total. */
  private Optional<Sum> sum() {
    var sections =
        sheet.sections().stream().map(SectionScore::points).reduce(Points.NONE, Points::plus);
    return sheet.bonus().value().signum() == 0 && sheet.deductions().value().signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Sum(
                drawing.figures.points(sections),
                sheet.bonus().value().signum() == 0 ? "" : drawing.figures.points(sheet.bonus()),
                sheet.deductions().value().signum() == 0
                    ? ""
                    : drawing.figures.points(sheet.deductions()),
                drawing.figures.points(sheet.total())));
  }

  private List<Cost> costs() {
    Map<String, String> names = new HashMap<>();
    drawing.set.deductions().forEach(kind -> names.put(kind.kind(), kind.name()));
    return sheet.deductionEffects().stream()
        .map(effect ->
            new Cost(
                names.getOrDefault(effect.deduction().kind(), effect.deduction().kind()),
                drawing.figures.signed(effect.effect().value().negated()),
                effect.deduction().decision().orElse(""),
                effect.deduction().reason()))
        .toList();
  }

  private List<Neighbour> neighbours() {
    if (!ranked()) {
      return List.of();
    }
    int own = members.indexOf(unit);
    return members
        .subList(Math.max(0, own - BESIDE), Math.min(members.size(), own + BESIDE + 1))
        .stream()
        .filter(other -> other.overall().exists())
        .map(other ->
            new Neighbour(
                String.valueOf(other.overall().inGroup()),
                other.sheet().answers().name(),
                drawing.address.unit(other.sheet().answers().unit()),
                drawing.figures.points(other.sheet().total()),
                drawing.figures.signed(other.sheet().total().value().minus(sheet.total().value())),
                other.equals(unit)))
        .toList();
  }

  /** Where the unit stands beside those next to it. */
  private String compare() {
    int from = Math.max(0, members.indexOf(unit) - 1);
    return drawing.address.below("compare")
        + members.subList(from, Math.min(members.size(), from + ComparePages.MOST)).stream()
            .map(other -> other.sheet().answers().unit())
            .collect(Collectors.joining(",", "?units=", ""));
  }
}
