package thangdiem.criteria;

import java.util.Arrays;
import java.util.Comparator;

/** Between which two values something lies, whatever units answer (miền giá trị). Yes is 1 and no is 0. */
record Range(Rational low, Rational high) {

  /** Farther than any value of a decision: nobody may report more than 10^12. */
  static final Rational FAR = Rational.of("1e40");

  static final Range ANYTHING = new Range(FAR.negated(), FAR);
  static final Range YES_OR_NO = new Range(Rational.ZERO, Rational.ONE);
  static final Range YES = exactly(Rational.ONE);
  static final Range NO = exactly(Rational.ZERO);

  static Range exactly(Rational value) {
    return new Range(value, value);
  }

  boolean isExact() {
    return low.equals(high);
  }

  /** 1: never negative; −1: never positive; 0: it may be either. */
  int sign() {
    return low.signum() >= 0 ? 1 : high.signum() <= 0 ? -1 : 0;
  }

  Range negated() {
    return new Range(high.negated(), low.negated());
  }

  Range plus(Range other) {
    return new Range(low.plus(other.low), high.plus(other.high));
  }

  Range minus(Range other) {
    return plus(other.negated());
  }

  Range times(Range other) {
    return around(low.times(other.low), low.times(other.high), high.times(other.low), high.times(other.high));
  }

  /** The quotients, a divisor of 0 left out. */
  Range dividedBy(Range other) {
    if (other.low.signum() * other.high.signum() > 0) {
      return around(low.dividedBy(other.low), low.dividedBy(other.high), high.dividedBy(other.low), high.dividedBy(other.high));
    }
    // Divisors near 0 make quotients of any size; only their sign is known.
    return switch (sign() * other.sign()) {
      case 1 -> new Range(Rational.ZERO, FAR);
      case -1 -> new Range(FAR.negated(), Rational.ZERO);
      default -> ANYTHING;
    };
  }

  Range least(Range other) {
    return new Range(low.min(other.low), high.min(other.high));
  }

  Range greatest(Range other) {
    return new Range(low.max(other.low), high.max(other.high));
  }

  /** Whatever lies in either. */
  Range or(Range other) {
    return new Range(low.min(other.low), high.max(other.high));
  }

  private static Range around(Rational... values) {
    return new Range(
        Arrays.stream(values).min(Comparator.naturalOrder()).orElseThrow(), Arrays.stream(values).max(Comparator.naturalOrder()).orElseThrow());
  }
}
