package thangdiem.criteria;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction (phân số). Everything that carries points is computed in it; it is rounded only
 * where the policy says so.
 *
 * <p>Kept in lowest terms with a positive denominator: in two {@code long}s while they fit, in
 * {@link BigInteger}s beyond.
 */
public final class Rational implements Comparable<Rational> {

  public static final Rational ZERO = new Rational(0, 1);
  public static final Rational ONE = new Rational(1, 1);

  /** Digits that a {@code long} always holds. */
  private static final int LONG_DIGITS = 18;

  /** Decimals of numbers of {@link #SMALL_BITS} for whose rounding a {@code long} has room. */
  private static final int QUICK_DECIMALS = 9;

  /** Products of two such numbers, and sums of two products, stay within a {@code long}. */
  private static final int SMALL_BITS = 30;

  private static final long[] POWERS_OF_TEN = powersOfTen();

  private final long numerator;
  private final long denominator;
  private final @Nullable Big big;

  private record Big(BigInteger numerator, BigInteger denominator) {}

  private Rational(long numerator, long denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.big = null;
  }

  private Rational(Big big) {
    this.numerator = 0;
    this.denominator = 0;
    this.big = big;
  }

  public static Rational of(long whole) {
    return whole == 0 ? ZERO : whole == 1 ? ONE : of(whole, 1);
  }

  /**
   * The fraction in lowest terms.
   *
   * @throws ArithmeticException when the denominator is 0
   */
  public static Rational of(long numerator, long denominator) {
    if (denominator == 0) {
      throw new ArithmeticException("denominator 0");
    }
    if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
      return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
    long divisor =
        Long.signum(denominator)
            * greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
    return new Rational(numerator / divisor, denominator / divisor);
  }

  /**
   * The fraction in lowest terms.
   *
   * @throws ArithmeticException when the denominator is 0
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    var divisor = numerator.gcd(denominator);
    var signed = divisor.multiply(BigInteger.valueOf(denominator.signum()));
    var n = numerator.divide(signed);
    var d = denominator.divide(signed);
    return fits(n) && fits(d)
        ? new Rational(n.longValue(), d.longValue())
        : new Rational(new Big(n, d));
  }

  /** Whether a {@code long} holds the number and its negative. */
  private static boolean fits(BigInteger number) {
    return number.abs().bitLength() < Long.SIZE;
  }

  /** The decimal as a fraction: 0.5 is 1/2. */
  public static Rational of(BigDecimal decimal) {
    if (upTo(LONG_DIGITS, decimal.precision()) && upTo(LONG_DIGITS, decimal.scale())) {
      return of(decimal.unscaledValue().longValue(), POWERS_OF_TEN[decimal.scale()]);
    }
    return of(
        decimal.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -decimal.scale()))),
        BigInteger.TEN.pow(Math.max(0, decimal.scale())));
  }

  /** The fraction that a decimal text such as "0.5" or "20" means. */
  public static Rational of(String decimal) {
    return of(new BigDecimal(decimal));
  }

  public BigInteger numerator() {
    return big == null ? BigInteger.valueOf(numerator) : big.numerator;
  }

  public BigInteger denominator() {
    return big == null ? BigInteger.valueOf(denominator) : big.denominator;
  }

  public Rational plus(Rational other) {
    if (small() && other.small()) {
      return of(
          numerator * other.denominator + other.numerator * denominator,
          denominator * other.denominator);
    }
    return of(
        numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
        denominator().multiply(other.denominator()));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational negated() {
    return big == null
        ? new Rational(-numerator, denominator)
        : of(big.numerator.negate(), big.denominator);
  }

  public Rational times(Rational other) {
    if (small() && other.small()) {
      return of(numerator * other.numerator, denominator * other.denominator);
    }
    return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException when {@code other} is 0: a denominator of 0 is a case of the rules,
   *     so ask before
   */
  public Rational dividedBy(Rational other) {
    if (other.signum() == 0) {
      throw new ArithmeticException("denominator 0");
    }
    if (small() && other.small()) {
      return of(numerator * other.denominator, denominator * other.numerator);
    }
    return of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
  }

  public int signum() {
    return big == null ? Long.signum(numerator) : big.numerator.signum();
  }

  public boolean isWhole() {
    return big == null ? denominator == 1 : big.denominator.equals(BigInteger.ONE);
  }

  /** Whether that many decimals say it exactly. */
  public boolean isDecimal(int decimals) {
    return big == null && upTo(LONG_DIGITS, decimals)
        ? POWERS_OF_TEN[decimals] % denominator == 0
        : BigInteger.TEN.pow(decimals).mod(denominator()).signum() == 0;
  }

  public boolean isBelow(Rational other) {
    return compareTo(other) < 0;
  }

  public Rational min(Rational other) {
    return isBelow(other) ? this : other;
  }

  public Rational max(Rational other) {
    return isBelow(other) ? other : this;
  }

  /** Rounded half-up to that many decimals: 13.125 to 2 is 13.13. */
  public Rational rounded(int decimals) {
    if (denominator == 1) {
      return this;
    }
    return of(toDecimal(decimals));
  }

  /** The decimal with exactly that many places, rounded half-up. */
  public BigDecimal toDecimal(int decimals) {
    if (small() && upTo(QUICK_DECIMALS, decimals)) {
      // Twice the scaled numerator stays below 2^31 × 10^9 < 2^61.
      long twice = 2 * Math.abs(numerator) * POWERS_OF_TEN[decimals];
      long halfUp = (twice + denominator) / (2 * denominator);
      return BigDecimal.valueOf(Long.signum(numerator) * halfUp, decimals);
    }
    return new BigDecimal(numerator())
        .divide(new BigDecimal(denominator()), decimals, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Rational other) {
    if (small() && other.small()) {
      return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }
    return numerator()
        .multiply(other.denominator())
        .compareTo(other.numerator().multiply(denominator()));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Rational other
        && numerator == other.numerator
        && denominator == other.denominator
        && Objects.equals(big, other.big);
  }

  @Override
  public int hashCode() {
    return Objects.hash(numerator, denominator, big);
  }

  /** "3/4", or "3" when whole. */
  @Override
  public String toString() {
    return isWhole() ? numerator().toString() : numerator() + "/" + denominator();
  }

  private boolean small() {
    return big == null && (Math.abs(numerator) | denominator) >>> SMALL_BITS == 0;
  }

  private static boolean upTo(int most, int number) {
    return Math.clamp(number, 0, most) == number;
  }

  private static long[] powersOfTen() {
    var powers = new long[LONG_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  private static long greatestCommonDivisor(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }
}
