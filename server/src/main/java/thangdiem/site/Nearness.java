package thangdiem.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.ranking.Standing;

/** What a ranking does not settle, said plainly: near-ties and grade boundaries (sát nút). */
final class Nearness {

  private static final int MOST_TOLD = 4;
  private static final Points NEAR = Points.of(1);

  private final Drawing drawing;

  Nearness(Drawing drawing) {
    this.drawing = drawing;
  }

  /** The sentences about one group; empty where all is clear. */
  List<String> of(List<Standing> members) {
    var sentences = new ArrayList<String>();
    var ranked = members.stream().filter(unit -> unit.overall().exists()).toList();
    told(ranked.isEmpty() || firmness(ranked.getFirst()).isEmpty()
            ? closeTotals(ranked)
            : inseparable(ranked))
        .map(list ->
            drawing.say(
                firmness(ranked.getFirst()).isEmpty() ? "site.near.totals" : "site.near.ranks",
                list))
        .ifPresent(sentences::add);
    told(ranked.stream().flatMap(unit -> below(unit).stream()).toList()).ifPresent(sentences::add);
    told(ranked.stream().flatMap(unit -> above(unit).stream()).toList()).ifPresent(sentences::add);
    return sentences;
  }

  private Optional<String> told(List<String> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var some = all.stream().limit(MOST_TOLD).collect(Collectors.joining("; "));
    return Optional.of(
        all.size() > MOST_TOLD
            ? drawing.say("site.near.more", some, all.size() - MOST_TOLD)
            : some);
  }

  private Optional<Firmness> firmness(Standing unit) {
    return Optional.ofNullable(drawing.edition.firmness().get(unit.sheet().answers().unit()));
  }

  /** Runs of places of which each unit could as well have every other's. */
  private List<String> inseparable(List<Standing> ranked) {
    var runs = new ArrayList<String>();
    int from = 0;
    while (from < ranked.size()) {
      int to = from;
      while (to + 1 < ranked.size() && allHold(ranked, from, to + 1)) {
        to++;
      }
      if (to > from) {
        runs.add(run(ranked, from, to));
      }
      from = to + 1;
    }
    return runs;
  }

  private boolean allHold(List<Standing> ranked, int from, int to) {
    int first = ranked.get(from).overall().inGroup();
    int last = ranked.get(to).overall().inGroup();
    return ranked.subList(from, to + 1).stream()
        .allMatch(
            unit -> firmness(unit).filter(own -> own.holds(first) && own.holds(last)).isPresent());
  }

  /** Without intervals: runs of places less than a point apart from first to last. */
  private static List<String> closeTotals(List<Standing> ranked) {
    var runs = new ArrayList<String>();
    int from = 0;
    for (int i = 1; i <= ranked.size(); i++) {
      boolean close =
          i < ranked.size()
              && total(ranked.get(from)).minus(total(ranked.get(i))).compareTo(NEAR) < 0;
      if (!close) {
        if (i - 1 > from) {
          runs.add(run(ranked, from, i - 1));
        }
        from = i;
      }
    }
    return runs;
  }

  private static Points total(Standing unit) {
    return unit.sheet().total();
  }

  private static String run(List<Standing> ranked, int from, int to) {
    return ranked.get(from).overall().inGroup() + "–" + (from + (to - from) + 1);
  }

  /** How little is missing to the next grade; up to a point. */
  Optional<String> below(Standing unit) {
    var total = unit.sheet().total();
    var group = unit.sheet().answers().group();
    return drawing.floors().reversed().stream()
        .filter(grade -> total.compareTo(Drawing.floor(grade, group)) < 0)
        .findFirst()
        .filter(grade -> Drawing.floor(grade, group).minus(total).compareTo(NEAR) <= 0)
        .map(grade ->
            drawing.say(
                "site.near.below",
                unit.sheet().answers().name(),
                drawing.figures.points(Drawing.floor(grade, group).minus(total)),
                grade.name()));
  }

  /** How little it is above the floor of its grade; up to a point. */
  Optional<String> above(Standing unit) {
    var total = unit.sheet().total();
    return unit.sheet()
        .grade()
        .floor(unit.sheet().answers().group())
        .map(floor -> total.minus(floor).value())
        .filter(over -> over.signum() >= 0 && over.compareTo(Rational.ONE) <= 0)
        .map(over ->
            drawing.say(
                "site.near.above",
                unit.sheet().answers().name(),
                drawing.figures.points(over),
                unit.sheet().grade().name()));
  }
}
