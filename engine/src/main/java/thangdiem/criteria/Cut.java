package thangdiem.criteria;

import java.math.BigInteger;

/** A place between numbers: just before a value or just after it. "≥ 20 %" begins before 20 %, "> 0 %" after 0 %. */
record Cut(Rational value, boolean isAfter) implements Comparable<Cut> {

  static Cut before(Rational value) {
    return new Cut(value, false);
  }

  static Cut after(Rational value) {
    return new Cut(value, true);
  }

  /** The same place as far as whole numbers can tell: before the next whole number. */
  Cut whole() {
    return before(value.isWhole() && !isAfter ? value : floor(value).plus(Rational.ONE));
  }

  private static Rational floor(Rational value) {
    var rest = value.numerator().mod(value.denominator());
    return Rational.of(value.numerator().subtract(rest).divide(value.denominator()), BigInteger.ONE);
  }

  @Override
  public int compareTo(Cut other) {
    int order = value.compareTo(other.value);
    return order == 0 ? Boolean.compare(isAfter, other.isAfter) : order;
  }
}
