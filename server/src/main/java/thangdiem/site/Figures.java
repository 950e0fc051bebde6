package thangdiem.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.words.Words;

/** Numbers as a page of that language writes them (cách viết số), and places along a bar. */
public record Figures(Words words) {

  private static final Rational HUNDRED = Rational.of(100);

  /** Points with two decimals: 853,25. */
  public String points(Points points) {
    return points(points.value());
  }

  String points(Rational value) {
    return words.number(value.toDecimal(2));
  }

  /** A maximum or a threshold, without zeros at its end: 150, 12,5. */
  public String most(Points points) {
    var plain = points.decimal().stripTrailingZeros();
    return words.number(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  String whole(long number) {
    return words.number(BigDecimal.valueOf(number));
  }

  /** A difference with its sign: +1,25, −1,25, 0,00. */
  public String signed(Rational value) {
    var rounded = value.rounded(2);
    return (rounded.signum() > 0 ? "+" : "") + words.number(rounded.toDecimal(2));
  }

  /** The share of a whole in percent with one decimal. */
  String percent(Rational part, Rational whole) {
    return whole.signum() == 0
        ? "–"
        : words.number(part.dividedBy(whole).times(HUNDRED).toDecimal(1));
  }

  /** Bytes as people read them: 12 kB. */
  String size(long bytes) {
    return bytes < 1_000_000
        ? words.number(BigDecimal.valueOf(Math.max(1, (bytes + 500) / 1000))) + " kB"
        : words.number(
                BigDecimal.valueOf(bytes)
                    .divide(BigDecimal.valueOf(1_000_000), 1, RoundingMode.HALF_UP))
            + " MB";
  }

  /** How far along a bar: an attribute of SVG, which knows points only. */
  static String along(Rational part, Rational whole) {
    return whole.signum() == 0
        ? "0%"
        : part.dividedBy(whole).times(HUNDRED).toDecimal(2).toPlainString() + "%";
  }
}
