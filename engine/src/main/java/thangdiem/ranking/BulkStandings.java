package thangdiem.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.scoring.BulkScores;
import thangdiem.scoring.Policy;

/**
 * The ranks of very many units (thứ hạng của rất nhiều đơn vị), 1-2-2-4, overall and by section. A
 * rank is one more than the number of better units, so it is enough to count how many have each
 * value; only where there are more values than that pays for, units are sorted first, by radix.
 *
 * @param overall by the place of the unit in the scores
 * @param sections in the order of the sections of the scale
 */
public record BulkStandings(BulkScores scores, Ranks overall, List<Ranks> sections) {

  /**
   * Ranks over all and within the group; 0 where a unit has none. The arrays are the ranks
   * themselves and not to be changed.
   */
  public record Ranks(int[] overAll, int[] inGroup) {}

  /**
   * Values are counted as they are up to this, and to so many times the units; others by their
   * place among all values.
   */
  private static final int MOST_VALUES = 1 << 20;

  private static final int VALUES_PER_UNIT = 4;

  private static final IntPredicate EVERYBODY = _ -> true;

  /** Bits that one pass of the sort looks at. */
  private static final int DIGIT = 11;

  /** Ranks all units. */
  public static BulkStandings of(BulkScores scores) {
    int sections = scores.set().scoredSections().size();
    var ranks =
        IntStream.rangeClosed(0, sections)
            .parallel()
            .mapToObj(column -> column == sections ? overall(scores) : section(scores, column))
            .toList();
    return new BulkStandings(scores, ranks.getLast(), ranks.subList(0, sections));
  }

  private static Ranks overall(BulkScores scores) {
    var values =
        scores.policy().overall() == Policy.Overall.TOTAL
            ? scores.totals()
            : places(scores.byMean());
    return new Count(scores, values).ranks(EVERYBODY);
  }

  private static Ranks section(BulkScores scores, int section) {
    return new Count(scores, scores.section(section))
        .ranks(scores.appliesToAll(section) ? EVERYBODY : unit -> scores.applies(section, unit));
  }

  /**
   * Each value's place among the different values, from 0 on: a radix sort of the units by value,
   * which is never below 0.
   */
  private static int[] places(long[] values) {
    var order = IntStream.range(0, values.length).toArray();
    int shift = 0;
    for (long left = Arrays.stream(values).max().orElse(0); left != 0; left >>>= DIGIT) {
      order = sortedByDigit(values, shift, order);
      shift += DIGIT;
    }
    var places = new int[values.length];
    for (int i = 1; i < order.length; i++) {
      places[order[i]] = places[order[i - 1]] + (values[order[i]] == values[order[i - 1]] ? 0 : 1);
    }
    return places;
  }

  /** The units by one digit of their values, those with the same digit in the order given. */
  private static int[] sortedByDigit(long[] values, int shift, int[] order) {
    var next = new int[(1 << DIGIT) + 1];
    for (long value : values) {
      next[digit(value, shift) + 1]++;
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    var sorted = new int[order.length];
    for (int unit : order) {
      sorted[next[digit(values[unit], shift)]++] = unit;
    }
    return sorted;
  }

  private static int digit(long value, int shift) {
    return (int) (value >>> shift) & (1 << DIGIT) - 1;
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
        ranked[group] =
            scores.set().group(scores.groups().get(group)).map(OrgUnitGroup::ranked).orElse(true);
      }
      long room = Math.min(MOST_VALUES, (long) VALUES_PER_UNIT * given.length);
      this.values =
          Math.max(largest(given), room) == room
              ? given
              : places(Arrays.stream(given).asLongStream().toArray());
      this.width = largest(values) + 1;
    }

    private static int largest(int[] values) {
      return Arrays.stream(values).max().orElse(0);
    }

    Ranks ranks(IntPredicate takesPart) {
      var inGroup = new int[ranked.length * width];
      for (int unit = 0; unit < values.length; unit++) {
        if (takesPart.test(unit)) {
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
        if (!ranked[groupOf[unit]] || !takesPart.test(unit)) {
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
