package thangdiem.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.SectionScore;

/**
 * Totals under other section weights: Σ points × weight, brought to the scale by Σ maximum ×
 * weight, rounded half-up to the two decimals of a printed total, + bonus − deductions, never below
 * 0. Where the ranking follows the mean of the section percentages, it is that mean which is
 * weighted.
 *
 * <p>Section points, and percentages of the scale, enter in whole hundredths, also under {@code
 * rounding: none}: weights disturbed by a quarter say nothing about a third decimal. A section that
 * does not count for a unit drops out for that unit.
 */
final class DisturbedWeights {

  private static final Rational HUNDRED = Rational.of(100);

  private final int sections;
  private final boolean byMean;
  private final long[] scales;
  private final Shares points;
  private final Shares percentages;
  private final long[] beside;
  private final long[][] floors;
  private final int[] bestGrade;
  private final long[] values;
  private final int[] gradeOf;

  DisturbedWeights(CriteriaSet set, Policy policy, List<ScoreSheet> sheets) {
    int units = sheets.size();
    sections = set.scoredSections().size();
    byMean = policy.overall() == Policy.Overall.MEAN_OF_SECTION_PERCENTAGES;
    scales = new long[units];
    floors = new long[units][];
    points = new Shares(units * sections);
    percentages = new Shares(units * sections);
    beside = new long[units];
    bestGrade = new int[units];
    values = new long[units];
    gradeOf = new int[units];
    var codes = set.scoredSections().stream().map(Section::code).toList();
    var grades = set.grades();
    var floorsOf = new HashMap<String, long[]>();
    for (int unit = 0; unit < units; unit++) {
      var sheet = sheets.get(unit);
      var group = sheet.answers().group();
      var scale = set.scale(group);
      scales[unit] = hundredths(scale);
      floors[unit] = floorsOf.computeIfAbsent(group, own -> floors(set, own));
      for (var score : sheet.sections()) {
        if (score.counts() && score.max().value().signum() > 0) {
          enter(unit * sections + codes.indexOf(score.section().code()), score, scale);
        }
      }
      beside[unit] =
          hundredths(
              (policy.bonusInTotal() ? sheet.bonus() : Points.NONE).minus(sheet.deductions()));
      bestGrade[unit] =
          sheet.failedGates().stream()
              .mapToInt(gate -> grades.highestFirst().indexOf(grades.named(gate.gradeAtMost())))
              .max()
              .orElse(0);
    }
  }

  private void enter(int cell, SectionScore score, Points scale) {
    points.earned[cell] = hundredths(score.points());
    points.possible[cell] = hundredths(score.max());
    percentages.earned[cell] =
        hundredths(scale.times(score.points().value().dividedBy(score.max().value())));
    percentages.possible[cell] = hundredths(scale);
  }

  private static long[] floors(CriteriaSet set, String group) {
    return set.grades().highestFirst().stream()
        .mapToLong(
            grade -> grade.floor(group).map(DisturbedWeights::reaching).orElse(Long.MIN_VALUE))
        .toArray();
  }

  private static long hundredths(Points points) {
    return points.value().times(HUNDRED).rounded(0).numerator().longValueExact();
  }

  /** The least whole hundredths that reach a floor. */
  private static long reaching(Points floor) {
    var value = floor.value().times(HUNDRED);
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()), 0, RoundingMode.CEILING)
        .longValueExact();
  }

  /**
   * Counts the ranking and the grades that these per-mille weights give. Allocates nothing while
   * the numbers are of ordinary size.
   */
  void count(int[] weights, Tally tally) {
    for (int unit = 0; unit < values.length; unit++) {
      long scale = scales[unit];
      var own = floors[unit];
      long total = Math.max(0, beside[unit] + points.weighted(unit * sections, weights, scale));
      values[unit] =
          byMean
              ? Math.max(0, beside[unit] + percentages.weighted(unit * sections, weights, scale))
              : total;
      int grade = bestGrade[unit];
      while (grade < own.length - 1 && total < own[grade]) {
        grade++;
      }
      gradeOf[unit] = grade;
    }
    tally.count(values, gradeOf);
  }

  /**
   * What each unit has of what is possible, section by section, in hundredths, never below 0;
   * nothing of nothing where the section does not count for it.
   */
  private record Shares(long[] earned, long[] possible) {

    Shares(int cells) {
      this(new long[cells], new long[cells]);
    }

    /** Earned ÷ possible × scale under these weights, rounded half-up. */
    long weighted(int from, int[] weights, long scale) {
      try {
        long sum = 0;
        long whole = 0;
        for (int section = 0; section < weights.length; section++) {
          sum = Math.addExact(sum, Math.multiplyExact(earned[from + section], weights[section]));
          whole =
              Math.addExact(whole, Math.multiplyExact(possible[from + section], weights[section]));
        }
        long twice = Math.multiplyExact(sum, Math.multiplyExact(2, scale));
        return whole == 0 ? 0 : Math.addExact(twice, whole) / Math.multiplyExact(2, whole);
      } catch (ArithmeticException _) {
        return weightedLarge(from, weights, scale);
      }
    }

    /** The same for numbers beyond a {@code long}, as uncapped ratios can make them. */
    private long weightedLarge(int from, int[] weights, long scale) {
      var sum = BigInteger.ZERO;
      var whole = BigInteger.ZERO;
      for (int section = 0; section < weights.length; section++) {
        var weight = BigInteger.valueOf(weights[section]);
        sum = sum.add(weight.multiply(BigInteger.valueOf(earned[from + section])));
        whole = whole.add(weight.multiply(BigInteger.valueOf(possible[from + section])));
      }
      return Rational.of(sum.multiply(BigInteger.valueOf(scale)), whole)
          .rounded(0)
          .numerator()
          .longValueExact();
    }
  }
}
