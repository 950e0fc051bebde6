package thangdiem.criteria;

import java.math.BigDecimal;

/** Points that the decision allots or grants (điểm): exact, in the units of the scale. */
public record Points(Rational value) implements Comparable<Points> {

  public static final Points NONE = new Points(Rational.ZERO);

  private static final int PRINTED_DECIMALS = 2;
  private static final int MOST_DECIMALS = 10;

  public static Points of(long whole) {
    return new Points(Rational.of(whole));
  }

  /** The points that a decimal text such as "13.75" means. */
  public static Points of(String decimal) {
    return new Points(Rational.of(decimal));
  }

  public Points plus(Points other) {
    return new Points(value.plus(other.value));
  }

  public Points minus(Points other) {
    return new Points(value.minus(other.value));
  }

  public Points times(Rational factor) {
    return new Points(value.times(factor));
  }

  public Points min(Points other) {
    return new Points(value.min(other.value));
  }

  public Points atLeastNone() {
    return new Points(value.max(Rational.ZERO));
  }

  /** Rounded half-up to the two decimals in which points are printed. */
  public Points printed() {
    return new Points(value.rounded(PRINTED_DECIMALS));
  }

  /**
   * The decimal as published: two places, or up to ten where the exact points need more ({@code
   * rounding: none}).
   */
  public BigDecimal decimal() {
    var two = value.toDecimal(PRINTED_DECIMALS);
    if (value.isDecimal(PRINTED_DECIMALS)) {
      return two;
    }
    var ten = value.toDecimal(MOST_DECIMALS).stripTrailingZeros();
    return ten.setScale(Math.max(ten.scale(), PRINTED_DECIMALS));
  }

  @Override
  public int compareTo(Points other) {
    return value.compareTo(other.value);
  }

  /** "13.75": a plain decimal, the same in every locale. */
  @Override
  public String toString() {
    var decimal = decimal();
    // With two decimals both are the same text, and Java knows a quick way to this one.
    return decimal.scale() == PRINTED_DECIMALS ? decimal.toString() : decimal.toPlainString();
  }
}
