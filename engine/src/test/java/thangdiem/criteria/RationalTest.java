package thangdiem.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalTest {

  @Test
  void keepsLowestTermsWithAPositiveDenominator() {
    assertThat(Rational.of(6, -4))
        .hasToString("-3/2")
        .isEqualTo(Rational.of(-3, 2))
        .hasSameHashCodeAs(Rational.of(-3, 2));
    assertThat(Rational.of(BigInteger.valueOf(6), BigInteger.valueOf(-4)))
        .isEqualTo(Rational.of(-3, 2));
    assertThat(Rational.of(Long.MIN_VALUE, 2).numerator())
        .isEqualTo(BigInteger.valueOf(Long.MIN_VALUE / 2));
    assertThat(Rational.of(8, 4)).hasToString("2");
    assertThat(Rational.of("0.50")).isEqualTo(Rational.of(1, 2));
    assertThat(Rational.of(new BigDecimal("5E+2"))).isEqualTo(Rational.of(500));
    assertThat(Rational.of(1, 2))
        .isNotEqualTo(Rational.of(1, 3))
        .isNotEqualTo(Rational.of(2, 1))
        .isNotEqualTo("1/2");
  }

  @Test
  void isNotBelowItsEqual() {
    assertThat(Rational.of(1, 3).isBelow(Rational.of(1, 2))).isTrue();
    assertThat(Rational.of(1, 2).isBelow(Rational.of(2, 4))).isFalse();
    assertThat(Rational.of(1, 2).isBelow(Rational.of(1, 3))).isFalse();
  }

  @Test
  void refusesADenominatorOfZero() {
    assertThatThrownBy(() -> Rational.of(BigInteger.ONE, BigInteger.ZERO))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "13.125, 2, 13.13",
    "13.1249, 2, 13.12",
    "0.005, 2, 0.01",
    "-0.005, 2, -0.01",
    "2.5, 0, 3",
    "7, 2, 7"
  })
  void roundsHalfUp(String value, int decimals, String rounded) {
    assertThat(Rational.of(value).rounded(decimals)).isEqualTo(Rational.of(rounded));
  }

  @Test
  void computesExactlyWhateverTheSize() {
    var random = new SplittableRandom(1663);
    for (int i = 0; i < 3_000; i++) {
      long a = random.nextLong() >> random.nextInt(1, 63);
      long b = (random.nextLong() >>> random.nextInt(1, 63)) / 2 + 1;
      long c = random.nextLong() >> random.nextInt(1, 63);
      long d = (random.nextLong() >>> random.nextInt(1, 63)) / 2 + 1;
      var x = Rational.of(a, b);
      var y = Rational.of(c, d);
      var left = BigInteger.valueOf(a).multiply(BigInteger.valueOf(d));
      var right = BigInteger.valueOf(c).multiply(BigInteger.valueOf(b));
      var below = BigInteger.valueOf(b).multiply(BigInteger.valueOf(d));
      assertThat(x.plus(y)).isEqualTo(Rational.of(left.add(right), below));
      assertThat(x.minus(y)).isEqualTo(Rational.of(left.subtract(right), below));
      assertThat(x.times(y))
          .isEqualTo(Rational.of(BigInteger.valueOf(a).multiply(BigInteger.valueOf(c)), below));
      assertThat(x.compareTo(y)).isEqualTo(left.compareTo(right));
      assertThat(x.min(y)).isEqualTo(left.compareTo(right) <= 0 ? x : y);
      assertThat(x.max(y)).isEqualTo(left.compareTo(right) >= 0 ? x : y);
      assertThat(x.negated().signum()).isEqualTo(-Long.signum(a));
      assertThat(x.isWhole()).isEqualTo(a % b == 0);
      if (c != 0) {
        assertThat(x.dividedBy(y).times(y)).isEqualTo(x);
      }
    }
  }

  @Test
  void staysExactWhereALongEnds() {
    var most = BigInteger.valueOf(Long.MAX_VALUE);
    assertThat(Rational.of(Long.MAX_VALUE).plus(Rational.ONE))
        .isEqualTo(Rational.of(most.add(BigInteger.ONE), BigInteger.ONE))
        .hasToString("9223372036854775808");
    assertThat(Rational.of(Long.MAX_VALUE).plus(Rational.of(-1)))
        .hasToString("9223372036854775806");
    assertThat(Rational.of(-Long.MAX_VALUE).plus(Rational.of(-5)))
        .hasToString("-9223372036854775812");
    assertThat(Rational.of(Long.MIN_VALUE)).hasToString("-9223372036854775808");
    var least = BigInteger.valueOf(Long.MIN_VALUE);
    assertThat(Rational.of(Long.MIN_VALUE, 3)).isEqualTo(Rational.of(least, BigInteger.valueOf(3)));
    assertThat(Rational.of(3, Long.MIN_VALUE))
        .isEqualTo(Rational.of(BigInteger.valueOf(-3), least.negate()));
    assertThat(Rational.of("0.0000000000000000001"))
        .isEqualTo(Rational.of(BigInteger.ONE, BigInteger.TEN.pow(19)));
    assertThat(Rational.of(1, Long.MIN_VALUE)).hasToString("-1/9223372036854775808");
    assertThat(Rational.of("123456789012345678.9"))
        .isEqualTo(Rational.of(BigInteger.valueOf(1234567890123456789L), BigInteger.TEN));
    assertThat(Rational.of("0.1234567890123456789"))
        .isEqualTo(Rational.of(BigInteger.valueOf(1234567890123456789L), BigInteger.TEN.pow(19)));
    assertThat(Rational.of(1, 3).toDecimal(10)).hasToString("0.3333333333");
    assertThat(Rational.of(2, 3).toDecimal(9)).hasToString("0.666666667");
    assertThat(Rational.of(1, 3).hashCode()).isNotEqualTo(Rational.of(1, 2).hashCode());
    assertThat(Rational.of(2, 3).hashCode()).isNotEqualTo(Rational.of(1, 3).hashCode());
  }

  @Test
  void tellsNumbersBeyondALongApart() {
    var huge = Rational.of("123456789012345678901");
    var larger = Rational.of("123456789012345678902");
    assertThat(huge)
        .isNotEqualTo(larger)
        .isNotEqualTo(Rational.ZERO)
        .isLessThan(larger)
        .doesNotHaveSameHashCodeAs(larger);
    assertThat(huge.isWhole()).isTrue();
    assertThat(huge.signum()).isEqualTo(1);
    assertThat(huge.negated().signum()).isEqualTo(-1);
    assertThat(huge.negated()).hasToString("-123456789012345678901");
    assertThat(huge.minus(larger)).isEqualTo(Rational.of(-1));
    var half = huge.dividedBy(Rational.of(2));
    assertThat(half).hasToString("123456789012345678901/2");
    assertThat(half.isWhole()).isFalse();
    assertThat(half.rounded(0)).hasToString("61728394506172839451");
    assertThat(huge.rounded(2)).isEqualTo(huge);
  }

  @Test
  void writesAnyFractionWithAsManyDecimalsAsAskedFor() {
    for (long numerator : new long[] {0, 1, 2, 5, 7, 1000, (1L << 30) - 1, 1L << 30, 1L << 40}) {
      for (long denominator : new long[] {1, 2, 3, 7, 8, 1000, (1L << 30) - 1, 1L << 30}) {
        for (int decimals = 0; decimals <= 12; decimals++) {
          var expected =
              BigDecimal.valueOf(numerator)
                  .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
          assertThat(Rational.of(numerator, denominator).toDecimal(decimals)).isEqualTo(expected);
          assertThat(Rational.of(-numerator, denominator).toDecimal(decimals))
              .isEqualTo(expected.negate());
        }
      }
    }
  }

  @Test
  void readsARelationAsWritten() {
    assertThat(holding(Expr.Relation.EQUAL)).containsExactly(0);
    assertThat(holding(Expr.Relation.NOT_EQUAL)).containsExactly(-1, 1);
    assertThat(holding(Expr.Relation.LESS)).containsExactly(-1);
    assertThat(holding(Expr.Relation.AT_MOST)).containsExactly(-1, 0);
    assertThat(holding(Expr.Relation.GREATER)).containsExactly(1);
    assertThat(holding(Expr.Relation.AT_LEAST)).containsExactly(0, 1);
  }

  /** Of less, equal and more, those that the relation takes. */
  private static List<Integer> holding(Expr.Relation relation) {
    return IntStream.rangeClosed(-1, 1).filter(relation::holds).boxed().toList();
  }

  @Test
  void printsPointsWithTwoDecimalsOrUpToTen() {
    assertThat(Points.of(15)).hasToString("15.00");
    assertThat(Points.of("13.5")).hasToString("13.50");
    assertThat(new Points(Rational.of(1, 8))).hasToString("0.125");
    assertThat(new Points(Rational.of(2, 3))).hasToString("0.6666666667");
    assertThat(new Points(Rational.of(2, 3)).printed()).hasToString("0.67");
    var tiny = new Points(Rational.of(1, 100_000_000_000L));
    assertThat(tiny).hasToString("0.00");
    assertThat(Points.of("0.5").plus(tiny)).hasToString("0.50");
    assertThat(Points.of("-1").atLeastNone()).isEqualTo(Points.NONE);
    assertThat(Points.of("1").atLeastNone()).isEqualTo(Points.of(1));
    assertThat(Points.of(3).minus(Points.of(1)).plus(Points.of(2)).times(Rational.of(1, 2)))
        .isEqualTo(Points.of(2));
    assertThat(Points.of(2)).isLessThan(Points.of(3));
  }

  @Test
  void givesTheGradeWhoseFloorIsReached() {
    var grades = SmallCriteria.read().set().grades();
    assertThat(grades.gradeOf(Points.of(80), "department").name()).isEqualTo("Tốt");
    assertThat(grades.gradeOf(Points.of("79.99"), "department").name()).isEqualTo("Khá");
    assertThat(grades.gradeOf(Points.of("49.99"), "department").name()).isEqualTo("Yếu");
    assertThat(grades.lower(grades.named("Tốt"), grades.named("Khá")).name()).isEqualTo("Khá");
    assertThat(grades.lower(grades.named("Yếu"), grades.named("Khá")).name()).isEqualTo("Yếu");
  }

  @Test
  void holdsAValueWithinItsTierToTheBoundary() {
    var from = new ScoringRule.Bound(Rational.of(1, 5), true);
    var above = new ScoringRule.Bound(Rational.of(1, 5), false);
    var points = new Expr.Number(Rational.ONE);
    var fifth = Rational.of(1, 5);
    assertThat(tier(from, null, points).reachedBy(fifth)).isTrue();
    assertThat(tier(above, null, points).reachedBy(fifth)).isFalse();
    assertThat(tier(null, from, points).reachedBy(fifth)).isTrue();
    assertThat(tier(null, above, points).reachedBy(fifth)).isFalse();
    assertThat(tier(null, above, points).reachedBy(Rational.of(1, 6))).isTrue();
    assertThat(tier(above, null, points).reachedBy(Rational.of(1, 4))).isTrue();
    assertThat(tier(null, null, points).otherwise()).isTrue();
    assertThat(tier(from, null, points).otherwise()).isFalse();
  }

  private static ScoringRule.Tier tier(
      ScoringRule.@org.jspecify.annotations.Nullable Bound lower,
      ScoringRule.@org.jspecify.annotations.Nullable Bound upper,
      Expr points) {
    return new ScoringRule.Tier(
        java.util.Optional.ofNullable(lower), java.util.Optional.ofNullable(upper), points, "");
  }

  @Test
  void decimalsSayItExactlyWhereTheDenominatorDividesTheirPowerOfTen() {
    var beyondLong = Rational.of(BigInteger.TEN.pow(30).add(BigInteger.ONE), BigInteger.valueOf(4));

    assertThat(Rational.of(5).isDecimal(0)).isTrue();
    assertThat(Rational.of(-1, 4).isDecimal(2)).isTrue();
    assertThat(Rational.of(1, 8).isDecimal(2)).isFalse();
    assertThat(Rational.of(1, 3).isDecimal(8)).isFalse();
    assertThat(Rational.of(1, 1 << 18).isDecimal(18)).isTrue();
    assertThat(Rational.of(1, 1 << 20).isDecimal(20)).isTrue();
    assertThat(Rational.of(1, 1 << 20).isDecimal(19)).isFalse();
    assertThat(beyondLong.isDecimal(2)).isTrue();
    assertThat(beyondLong.isDecimal(1)).isFalse();
  }
}
