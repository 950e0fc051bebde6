package thangdiem.site;

import java.util.ArrayList;
import java.util.List;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.ranking.Standing;
import thangdiem.scoring.SectionScore;
import thangdiem.site.StandingsPage.Cell;
import thangdiem.site.StandingsPage.Heat;
import thangdiem.site.StandingsPage.HeatGroup;
import thangdiem.site.StandingsPage.HeatHead;
import thangdiem.site.StandingsPage.HeatRow;

/** Units by sections in percent of the maximum (bản đồ nhiệt), in seven steps of one colour. */
final class HeatMap {

  private static final Rational HUNDRED = Rational.of(100);
  private static final int HALF = 50;
  private static final int STEPS = 7;

  private final Drawing drawing;

  HeatMap(Drawing drawing) {
    this.drawing = drawing;
  }

  Heat of(List<OrgUnitGroup> groups, List<List<Standing>> lists) {
    var drawn = new ArrayList<HeatGroup>();
    for (int i = 0; i < groups.size(); i++) {
      drawn.add(new HeatGroup(groups.get(i).name(), lists.get(i).stream().map(this::row).toList()));
    }
    return new Heat(
        sentence(lists),
        drawing.set.scoredSections().stream()
            .map(section ->
                new HeatHead(
                    section.printedNumber(),
                    section.shortName(),
                    drawing.address.below("by/" + section.code())))
            .toList(),
        drawn);
  }

  private HeatRow row(Standing unit) {
    return new HeatRow(
        unit.sheet().answers().name(),
        drawing.set.scoredSections().stream()
            .map(section ->
                Drawing.score(unit.sheet(), section)
                    .filter(score -> score.max().value().signum() > 0)
                    .map(this::cell)
                    .orElseGet(() -> new Cell("nr", drawing.say("site.unranked"), "")))
            .toList());
  }

  private Cell cell(SectionScore score) {
    int step = share(score).toDecimal(0).intValue();
    // Below half is one step; the upper half is cut into six.
    int level = step < HALF ? 1 : Math.min(STEPS, 2 + (step - HALF) * (STEPS - 1) / HALF);
    return new Cell(
        "h" + level,
        drawing.words.number(share(score).toDecimal(1)),
        drawing.figures.points(score.points()) + "/" + drawing.figures.most(score.max()));
  }

  private static Rational share(SectionScore score) {
    return score.points().value().dividedBy(score.max().value()).times(HUNDRED);
  }

  private String sentence(List<List<Standing>> lists) {
    var units = lists.stream().flatMap(List::stream).toList();
    var means =
        drawing.set.scoredSections().stream()
            .map(section -> new Mean(section, mean(units, section)))
            .sorted((one, other) -> one.percent().compareTo(other.percent()))
            .toList();
    return drawing.say(
        "site.heat.say",
        Drawing.brief(means.getFirst().section()),
        drawing.words.number(means.getFirst().percent().toDecimal(1)),
        Drawing.brief(means.getLast().section()),
        drawing.words.number(means.getLast().percent().toDecimal(1)));
  }

  private record Mean(Section section, Rational percent) {}

  private static Rational mean(List<Standing> units, Section section) {
    var shares =
        units.stream()
            .flatMap(unit -> Drawing.score(unit.sheet(), section).stream())
            .filter(score -> score.max().value().signum() > 0)
            .map(HeatMap::share)
            .toList();
    return shares.isEmpty()
        ? Rational.ZERO
        : shares.stream()
            .reduce(Rational.ZERO, Rational::plus)
            .dividedBy(Rational.of(shares.size()));
  }
}
