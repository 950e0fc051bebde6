package thangdiem.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.scoring.BulkScores;
import thangdiem.scoring.Policy;

/**
 * The ranks of very many units (thứ hạng của rất nhiều đơn vị), 1-2-2-4, overall and by section. A rank is one more than the number of better units, so it is
 * enough to count how many have each value: nothing is sorted.
 *
 * @param overall by the place of the unit in the scores
 * @param sections in the order of the sections of the scale
 */
public record BulkStandings(BulkScores scores, Ranks overall, List<Ranks> sections) {

  /** Ranks over all and within the group; 0 where a unit has none. The arrays are the ranks themselves and not to be changed. */
  public record Ranks(int[] overAll, int[] inGroup) {}

  /** Values below this are counted as they are, larger ones by their place among all values. */
  private static final int MOST_VALUES = 1 << 20;

  /** Ranks all units. */
  public static BulkStandings of(BulkScores scores) {
    int sections = scores.set().scoredSections().size();
    var ranks = IntStream.rangeClosed(0, sections).parallel().mapToObj(column -> column == sections ? overall(scores) : section(scores, column)).toList();
    return new BulkStandings(scores, ranks.getLast(), ranks.subList(0, sections));
  }

  private static Ranks overall(BulkScores scores) {
    var values = scores.policy().overall() == Policy.Overall.TOTAL ? scores.totals() : places(Arrays.stream(scores.byMean()));
    return new Count(scores, values).ranks(_ -> true, true);
  }

  private static Ranks section(BulkScores scores, int section) {
    return new Count(scores, scores.section(section)).ranks(unit -> scores.applies(section, unit), scores.appliesToAll(section));
  }

  /** Each value's place among the different values, from 0 on. */
  private static int[] places(LongStream values) {
    var all = values.toArray();
    var lowestFirst = Arrays.stream(all).sorted().distinct().toArray();
    return Arrays.stream(all).mapToInt(value -> Arrays.binarySearch(lowestFirst, value)).toArray();
  }

  /** How many units have each value. */
  private static final class Count {

    private final byte[] groupOf;
    private final boolean[] ranked;
    private final int[] values;
    private final int width;

    Count(BulkScores scores, int[] given) {
      this.groupOf = scores.groupOf();
      this.ranked = new boolean[scores.groups().size()];
      for (int group = 0; group < ranked.length; group++) {
        ranked[group] = scores.set().group(scores.groups().get(group)).map(OrgUnitGroup::ranked).orElse(true);
      }
      this.values = span(given) < MOST_VALUES ? given : places(Arrays.stream(given).asLongStream());
      this.width = (int) span(values) + 1;
    }

    /** The largest value; beyond all bounds where some are negative. */
    private static long span(int[] values) {
      int least = 0;
      int most = 0;
      for (int value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      return least < 0 ? Long.MAX_VALUE : most;
    }

    Ranks ranks(IntPredicate takesPart, boolean everybody) {
      var inGroup = new int[ranked.length * width];
      for (int unit = 0; unit < values.length; unit++) {
        if (everybody || takesPart.test(unit)) {
          inGroup[groupOf[unit] * width + values[unit]]++;
        }
      }
      var overAll = new int[width];
      for (int group = 0; group < ranked.length; group++) {
        for (int value = 0; ranked[group] && value < width; value++) {
          overAll[value] += inGroup[group * width + value];
        }
        toRanks(inGroup, group * width);
      }
      toRanks(overAll, 0);
      var ranks = new Ranks(new int[values.length], new int[values.length]);
      for (int unit = 0; unit < values.length; unit++) {
        ranks.overAll[unit] = overAll[values[unit]];
        ranks.inGroup[unit] = inGroup[groupOf[unit] * width + values[unit]];
      }
      for (int unit = 0; unit < values.length; unit++) {
        if (!ranked[groupOf[unit]] || !everybody && !takesPart.test(unit)) {
          ranks.overAll[unit] = 0;
          ranks.inGroup[unit] = 0;
        }
      }
      return ranks;
    }

    /** Turns how many have each value into the rank of that value. */
    private void toRanks(int[] counts, int from) {
      int rank = 1;
      for (int value = from + width - 1; value >= from; value--) {
        int have = counts[value];
        counts[value] = rank;
        rank += have;
      }
    }
  }
}
