package thangdiem.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Rational;
import thangdiem.scoring.ScoreSheet;

/** Counts in how many rankings each unit had each rank and grade. Exact: what it is given are whole numbers or fractions, never binary ones. */
final class Tally {

  private static final int LOW_PERCENT = 5;
  private static final int HIGH_PERCENT = 95;

  /** A key holds the value above and the unit below these bits, so that sorting keys sorts units by value. */
  private static final int UNIT_BITS = 20;

  private static final long UNIT_MASK = (1L << UNIT_BITS) - 1;

  private final List<Grade> grades;
  private final boolean[] ranked;
  private final int[] group;
  private final int[][] byRank;
  private final int[][] byRankInGroup;
  private final int[][] byGrade;
  private final long[] keys;
  private final int[] inGroup;
  private final int[] lastInGroup;
  private final long[] lastKeyInGroup;
  private int rankings;

  Tally(CriteriaSet set, List<ScoreSheet> sheets) {
    int units = sheets.size();
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
    lastInGroup = new int[groups.size()];
    lastKeyInGroup = new long[groups.size()];
  }

  /** Counts one ranking by exact values, with the grades of the sheets. */
  void count(Rational[] values, List<ScoreSheet> sheets) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    var place = new HashMap<Rational, Long>();
    for (var value : sorted) {
      place.putIfAbsent(value, (long) place.size());
    }
    var wholes = new long[values.length];
    var own = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      wholes[i] = place.getOrDefault(values[i], 0L);
      own[i] = grades.indexOf(sheets.get(i).grade());
    }
    count(wholes, own);
  }

  /** Counts one ranking by whole numbers below 2^43 in size, more being better, and the index of each unit's grade. Allocates nothing. */
  void count(long[] values, int[] gradeOf) {
    int taking = 0;
    for (int i = 0; i < values.length; i++) {
      byGrade[i][gradeOf[i]]++;
      if (ranked[i]) {
        keys[taking++] = -values[i] << UNIT_BITS | i;
      }
    }
    Arrays.sort(keys, 0, taking);
    Arrays.fill(inGroup, 0);
    int rank = 0;
    for (int place = 0; place < taking; place++) {
      int unit = (int) (keys[place] & UNIT_MASK);
      long value = values[unit];
      rank = place > 0 && value == values[(int) (keys[place - 1] & UNIT_MASK)] ? rank : place + 1;
      byRank[unit][rank]++;
      int own = group[unit];
      inGroup[own]++;
      lastInGroup[own] = inGroup[own] > 1 && value == lastKeyInGroup[own] ? lastInGroup[own] : inGroup[own];
      lastKeyInGroup[own] = value;
      byRankInGroup[unit][lastInGroup[own]]++;
    }
    rankings++;
  }

  /** What the rankings counted so far mean for one unit. */
  Spread spread(int unit) {
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
        java.util.Collections.unmodifiableMap(shares));
  }

  private Rational share(int count) {
    return rankings == 0 ? Rational.ZERO : Rational.of(count, rankings);
  }

  /** The nearest-rank quantile: the least rank that at least that many percent of the rankings reach or better; 0 where there is none. */
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
