package thangdiem.ranking;

import java.math.BigInteger;
import java.util.List;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;

/**
 * Totals under other section weights, in whole hundredths of a point and whole per-mille weights: Σ points × weight, rescaled to the scale by
 * Σ maximum × weight, rounded half-up like a printed total, + bonus − deductions. Under {@code rounding: none} the points are taken at two decimals too: the
 * weights are disturbed by a quarter, so the third decimal has no meaning here.
 */
final class DisturbedWeights {

  private static final int HUNDRED = 100;

  /** Percentages are taken as if every section had this maximum, where the ranking follows their mean. */
  private static final long EQUAL_MAXIMUM = 1_000_000;

  private final int sections;
  private final int units;
  private final long[] points;
  private final long[] maxima;
  private final long[] beside;
  private final long[] scales;
  private final long[] totals;
  private final int[] gradeOf;
  private final long[] floors;
  private final int[] bestGrade;

  DisturbedWeights(CriteriaSet set, Policy policy, List<ScoreSheet> sheets) {
    var codes = set.scoredSections().stream().map(Section::code).toList();
    var grades = set.grades().highestFirst();
    sections = codes.size();
    units = sheets.size();
    points = new long[units * sections];
    maxima = new long[units * sections];
    beside = new long[units];
    scales = new long[units];
    totals = new long[units];
    gradeOf = new int[units];
    floors = grades.stream().mapToLong(grade -> hundredths(grade.floor().map(floor -> floor.value()).orElse(Rational.ZERO))).toArray();
    bestGrade = new int[units];
    boolean byMean = policy.overall() == Policy.Overall.MEAN_OF_SECTION_PERCENTAGES;
    for (int unit = 0; unit < units; unit++) {
      var sheet = sheets.get(unit);
      for (var score : sheet.sections()) {
        int at = unit * sections + codes.indexOf(score.section().code());
        if (score.counts() && score.max().value().signum() > 0) {
          points[at] = byMean ? equalised(score.points().value().dividedBy(score.max().value())) : hundredths(score.points().value());
          maxima[at] = byMean ? EQUAL_MAXIMUM : hundredths(score.max().value());
        }
      }
      scales[unit] = hundredths(set.scale().value());
      var extra = policy.bonusInTotal() ? sheet.bonus().minus(sheet.deductions()) : sheet.deductions().times(Rational.of(-1));
      beside[unit] = hundredths(extra.value());
      bestGrade[unit] = sheet.failedGates().stream().mapToInt(gate -> grades.indexOf(named(grades, gate.gradeAtMost()))).max().orElse(0);
    }
  }

  private static Grade named(List<Grade> grades, String name) {
    return grades.stream().filter(grade -> grade.name().equals(name)).findFirst().orElseThrow();
  }

  private static long hundredths(Rational value) {
    return value.times(Rational.of(HUNDRED)).rounded(0).numerator().longValueExact();
  }

  private static long equalised(Rational share) {
    return share.times(Rational.of(EQUAL_MAXIMUM)).rounded(0).numerator().longValueExact();
  }

  int sections() {
    return sections;
  }

  /** Counts the ranking and grades that these per-mille weights give. Allocates nothing while numbers are of ordinary size. */
  void count(int[] weights, Tally tally) {
    for (int unit = 0; unit < units; unit++) {
      long earned = 0;
      long possible = 0;
      int at = unit * sections;
      for (int section = 0; section < sections; section++) {
        earned += points[at + section] * weights[section];
        possible += maxima[at + section] * weights[section];
      }
      long total = Math.max(0, beside[unit] + (possible == 0 ? 0 : rescaled(earned, scales[unit], possible)));
      totals[unit] = total;
      int grade = bestGrade[unit];
      while (grade < floors.length - 1 && total < floors[grade]) {
        grade++;
      }
      gradeOf[unit] = grade;
    }
    tally.count(totals, gradeOf);
  }

  /** earned × scale ÷ possible, rounded half-up. */
  private static long rescaled(long earned, long scale, long possible) {
    if (Math.multiplyHigh(earned, scale) == 0 && earned * scale >= 0 && earned * scale < Long.MAX_VALUE / 4) {
      return (2 * earned * scale + possible) / (2 * possible);
    }
    var twice = BigInteger.TWO.multiply(BigInteger.valueOf(earned)).multiply(BigInteger.valueOf(scale)).add(BigInteger.valueOf(possible));
    return twice.divide(BigInteger.TWO.multiply(BigInteger.valueOf(possible))).longValueExact();
  }
}
