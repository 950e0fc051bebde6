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
 * moved, and only ranks between where they stood and where they stand are counted again.
 */
final class Ladder {

  private static final int NOBODY = -1;

  private final Function<ScoreSheet, Optional<Points>> by;
  private final int[] groupOf;
  private final @Nullable Points[] points;
  private final Rank[] ranks;

  /** The units from first to last: so many of them as are ranked. */
  private final int[] order;

  private int ranked;

  /** How many of each group were counted, and whom last. */
  private final int[] counted;

  private final int[] latest;

  /** The places from one to the other, both included, are not counted yet. */
  private int from = Integer.MAX_VALUE;

  private int to = -1;

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
    int groups = 1 + Arrays.stream(groupOf).max().orElse(-1);
    this.counted = new int[groups];
    this.latest = new int[groups];
    Arrays.fill(ranks, Rank.NONE);
    for (int i = 0; i < points.length; i++) {
      points[i] = pointsOf(i, sheets.get(i));
    }
    var sorted =
        IntStream.range(0, points.length)
            .filter(i -> points[i] != null)
            .boxed()
            .sorted(Comparator.comparing(this::at).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    this.ranked = sorted.length;
    this.order = Arrays.copyOf(sorted, points.length);
    touched(0, ranked - 1);
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
    if (before != null) {
      int place = placeFor(unit, before);
      touched(place, now == null ? ranked - 1 : lastWith(before, place));
      System.arraycopy(order, place + 1, order, place, --ranked - place);
    }
    points[unit] = now;
    if (now == null) {
      ranks[unit] = Rank.NONE;
      return;
    }
    int place = placeFor(unit, now);
    System.arraycopy(order, place, order, place + 1, ranked++ - place);
    order[place] = unit;
    touched(place, before == null ? ranked - 1 : lastWith(now, place));
  }

  /** The last place, from that one on, where somebody has just those points. */
  private int lastWith(Points points, int place) {
    int last = place;
    while (last + 1 < ranked && at(order[last + 1]).equals(points)) {
      last++;
    }
    return last;
  }

  private void touched(int first, int last) {
    from = Math.min(from, first);
    to = Math.max(to, last);
  }

  /** Behind all who have more, and behind equal ones that were given before. */
  private int placeFor(int unit, Points now) {
    int low = 0;
    int high = ranked;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int compared = at(order[middle]).compareTo(now);
      if (compared > 0 || compared == 0 && order[middle] < unit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Counts again the ranks that moves have touched, and notes whose have become others. */
  void rank(BitSet changed) {
    if (from > to) {
      return;
    }
    Arrays.fill(counted, 0);
    Arrays.fill(latest, NOBODY);
    for (int place = 0; place < from; place++) {
      count(order[place]);
    }
    for (int place = from; place <= Math.min(to, ranked - 1); place++) {
      int unit = order[place];
      int group = groupOf[unit];
      boolean tied = place > 0 && at(order[place - 1]).equals(at(unit));
      int overall = tied ? ranks[order[place - 1]].overall() : place + 1;
      int before = latest[group];
      count(unit);
      int inGroup =
          before >= 0 && at(before).equals(at(unit)) ? ranks[before].inGroup() : counted[group];
      var known = ranks[unit];
      if (known.overall() != overall || known.inGroup() != inGroup) {
        ranks[unit] = new Rank(overall, inGroup);
        changed.set(unit);
      }
    }
    from = Integer.MAX_VALUE;
    to = -1;
  }

  private void count(int unit) {
    counted[groupOf[unit]]++;
    latest[groupOf[unit]] = unit;
  }
}
