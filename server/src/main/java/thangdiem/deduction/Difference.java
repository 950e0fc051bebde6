package thangdiem.deduction;

import java.math.BigDecimal;
import java.util.Optional;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/**
 * How far a criterion was found otherwise than claimed (chênh lệch, A-4).
 *
 * @param deviation in per cent of what was claimed, of the figure that is furthest off
 * @param tolerance of the round, in per cent
 */
public record Difference(
    RoundUnit unit,
    String code,
    String name,
    Points claimed,
    Points verified,
    Rational deviation,
    Rational tolerance) {

  /** Whether the unit claimed more than is so; claiming less is corrected and not penalised. */
  public boolean isOver() {
    return claimed.compareTo(verified) > 0;
  }

  /** Whether something may be deducted for it. */
  public boolean counts() {
    return isOver() && deviation.compareTo(tolerance) > 0;
  }

  /** Why nothing is deducted for it; empty where something may be. */
  Optional<Sentence> objection() {
    if (counts()) {
      return Optional.empty();
    }
    return Optional.of(
        claimed.compareTo(verified) < 0
            ? Sentence.of("deduction.difference.under", code)
            : Sentence.of("deduction.difference.within", code, shown(deviation), shown(tolerance)));
  }

  /** As people read it: at most two decimals, and none for nothing. */
  static BigDecimal shown(Rational percent) {
    var decimal = percent.toDecimal(2).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  public BigDecimal deviationShown() {
    return shown(deviation);
  }

  public BigDecimal toleranceShown() {
    return shown(tolerance);
  }
}
