package thangdiem.ranking;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Rational;
import thangdiem.scoring.ScoreSheet;

/**
 * Counts in how many rankings each unit had each rank and grade. Exact: what it is given are whole
 * numbers or fractions, never binary ones.
 */
final class Tally {

  private static final int LOW_PERCENT = 5;
  private static final int HIGH_PERCENT = 95;

  /**
   * A key holds the value above and the unit below these bits, so that sorting keys sorts units by
   * value.
   */
  private final int unitBits;

  private final List<Grade> grades;
  private final boolean[] ranked;
  private final int[] group;
  private final int[][] byRank;
  private final int[][] byRankInGroup;
  private final int[][] byGrade;
  private final long[] keys;
  private final int[] inGroup;
  private final int[] rankInGroup;
  private final long[] lastInGroup;
  private int rankings;

  Tally(CriteriaSet set, List<ScoreSheet> sheets) {
    int units = sheets.size();
    unitBits = Integer.SIZE - Integer.numberOfLeadingZeros(units);
    grades = set.grades().highestFirst();
    ranked = new boolean[units];
    group = new int[units];
    var groups = new HashMap<String, Integer>();
    for (int i = 0; i < units; i++) {
      var answers = sheets.get(i).answers();
      ranked[i] = Robustness.ranked(set, answers);
      group[i] = groups.computeIfAbsent(answers.group(), _ -> groups.size());
    }
    byRank = new int[units][units + 1];
    byRankInGroup = new int[units][units + 1];
    byGrade = new int[units][grades.size()];
    keys = new long[units];
    inGroup = new int[groups.size()];
    rankInGroup = new int[groups.size()];
    lastInGroup = new long[groups.size()];
  }

  /** Counts one ranking by exact values, more being better, and the index of each unit's grade. */
  void count(Rational[] values, int[] gradeOf) {
    var lowestFirst = Arrays.stream(values).sorted().distinct().toArray();
    count(
        Arrays.stream(values).mapToLong(value -> Arrays.binarySearch(lowestFirst, value)).toArray(),
        gradeOf);
  }

  /**
   * Counts one ranking by whole numbers from 0 on, more being better, and the index of each unit's
   * grade. Allocates nothing while they leave room in a key.
   */
  void count(long[] values, int[] gradeOf) {
    long bits = 0;
    for (long value : values) {
      bits |= value;
    }
    rank(bits >>> Long.SIZE - 1 - unitBits == 0 ? values : places(values));
    for (int unit = 0; unit < values.length; unit++) {
      byGrade[unit][gradeOf[unit]]++;
    }
    rankings++;
  }

  private static long[] places(long[] values) {
    var lowestFirst = Arrays.stream(values).sorted().distinct().toArray();
    return Arrays.stream(values).map(value -> Arrays.binarySearch(lowestFirst, value)).toArray();
  }

  private void rank(long[] values) {
    int taking = 0;
    for (int unit = 0; unit < values.length; unit++) {
      if (ranked[unit]) {
        keys[taking++] = -values[unit] << unitBits | unit;
      }
    }
    Arrays.sort(keys, 0, taking);
    Arrays.fill(inGroup, 0);
    int rank = 0;
    for (int place = 0; place < taking; place++) {
      int unit = unitOf(keys[place]);
      long value = values[unit];
      rank = place > 0 && value == values[unitOf(keys[place - 1])] ? rank : place + 1;
      byRank[unit][rank]++;
      int own = group[unit];
      inGroup[own]++;
      rankInGroup[own] =
          inGroup[own] > 1 && value == lastInGroup[own] ? rankInGroup[own] : inGroup[own];
      lastInGroup[own] = value;
      byRankInGroup[unit][rankInGroup[own]]++;
    }
  }

  private int unitOf(long key) {
    return (int) (key & (1L << unitBits) - 1);
  }

  /** What the rankings counted so far mean for each unit. */
  List<Spread> spreads() {
    return IntStream.range(0, byRank.length).mapToObj(this::spread).toList();
  }

  private Spread spread(int unit) {
    Map<String, Rational> shares = new LinkedHashMap<>();
    for (int i = 0; i < grades.size(); i++) {
      shares.put(grades.get(i).name(), share(byGrade[unit][i]));
    }
    return new Spread(
        quantile(byRank[unit], LOW_PERCENT),
        quantile(byRank[unit], HIGH_PERCENT),
        quantile(byRankInGroup[unit], LOW_PERCENT),
        quantile(byRankInGroup[unit], HIGH_PERCENT),
        share(byRank[unit][1]),
        share(byRankInGroup[unit][1]),
        Collections.unmodifiableMap(shares));
  }

  private Rational share(int count) {
    return rankings == 0 ? Rational.ZERO : Rational.of(count, rankings);
  }

  /**
   * The nearest-rank quantile: the least rank that at least that many percent of the rankings reach
   * or better; 0 where there is none.
   */
  private int quantile(int[] counts, int percent) {
    long reached = 0;
    for (int rank = 1; rank < counts.length; rank++) {
      reached += counts[rank];
      if (reached > 0 && reached * 100 >= (long) rankings * percent) {
        return rank;
      }
    }
    return 0;
  }
}
