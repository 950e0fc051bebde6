package thangdiem.ranking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.Points;
import thangdiem.scoring.ScoreSheet;

/**
 * One order of the units (một thứ tự xếp hạng) that is kept in order: whoever's points change is
 * moved, and only ranks that become others are written.
 */
final class Ladder {

  private final Function<ScoreSheet, Optional<Points>> by;
  private final int[] groupOf;
  private final @Nullable Points[] points;
  private final Rank[] ranks;
  private final Place[] places;
  private final Comparator<Integer> bestFirst =
      Comparator.comparing(this::at).reversed().thenComparing(Comparator.naturalOrder());
  private Integer[] order;
  private boolean moved = true;

  /** Counts down: equal points share a rank, the next ranks are skipped. */
  private static final class Place {
    private int count;
    private int rank;
    private Points last = Points.NONE;

    int next(Points points) {
      count++;
      if (count == 1 || !points.equals(last)) {
        rank = count;
      }
      last = points;
      return rank;
    }
  }

  /**
   * The ladder of those sheets.
   *
   * @param by what they are ranked by; absent where it does not apply to a unit
   * @param groupOf the number of each unit's group; negative where it is not ranked
   */
  Ladder(List<ScoreSheet> sheets, Function<ScoreSheet, Optional<Points>> by, int[] groupOf) {
    this.by = by;
    this.groupOf = groupOf;
    this.points = new Points[sheets.size()];
    this.ranks = new Rank[sheets.size()];
    this.places = new Place[1 + Arrays.stream(groupOf).max().orElse(-1) + 1];
    Arrays.fill(ranks, Rank.NONE);
    for (int i = 0; i < points.length; i++) {
      points[i] = pointsOf(i, sheets.get(i));
    }
    order =
        IntStream.range(0, points.length)
            .filter(i -> points[i] != null)
            .boxed()
            .sorted(bestFirst)
            .toArray(Integer[]::new);
    rank(new BitSet());
  }

  private @Nullable Points pointsOf(int unit, ScoreSheet sheet) {
    var own = groupOf[unit] < 0 ? Optional.<Points>empty() : by.apply(sheet);
    return own.isPresent() ? own.get() : null;
  }

  private Points at(int unit) {
    var own = points[unit];
    return own == null ? Points.NONE : own;
  }

  Rank[] ranks() {
    return ranks;
  }

  /** Moves a unit to where its points put it now: behind equal ones that were given before. */
  void move(int unit, ScoreSheet sheet) {
    var now = pointsOf(unit, sheet);
    var before = points[unit];
    if (now == null ? before == null : now.equals(before)) {
      return;
    }
    moved = true;
    var without = Arrays.stream(order).filter(i -> i != unit).toArray(Integer[]::new);
    points[unit] = now;
    if (now == null) {
      ranks[unit] = Rank.NONE;
      order = without;
      return;
    }
    int place = ~Arrays.binarySearch(without, unit, bestFirst);
    var with = new Integer[without.length + 1];
    System.arraycopy(without, 0, with, 0, place);
    with[place] = unit;
    System.arraycopy(without, place, with, place + 1, without.length - place);
    order = with;
  }

  /** Counts the ranks again where somebody moved, and notes whose have become others. */
  void rank(BitSet changed) {
    if (!moved) {
      return;
    }
    moved = false;
    for (int i = 0; i < places.length; i++) {
      places[i] = new Place();
    }
    var all = places[places.length - 1];
    for (int unit : order) {
      int overall = all.next(at(unit));
      int inGroup = places[groupOf[unit]].next(at(unit));
      var before = ranks[unit];
      if (before.overall() != overall || before.inGroup() != inGroup) {
        ranks[unit] = new Rank(overall, inGroup);
        changed.set(unit);
      }
    }
  }
}
