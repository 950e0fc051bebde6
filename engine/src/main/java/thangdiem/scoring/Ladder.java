package thangdiem.scoring;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Rational;

/**
 * The values above the one that a unit states for a counted fact (các giá trị lớn hơn): one by one,
 * or by hundredths where it is a decimal.
 *
 * @param lowest 0 where the fact is unanswered, else 1: a rung is one value more
 */
record Ladder(Rational from, Rational step, long lowest, long highest) {

  private static final Rational HUNDREDTH = Rational.of(1, 100);

  static Ladder of(FactDefinition definition, Optional<Fact> now) {
    var from =
        now.orElse(new Fact.None()) instanceof Fact.Amount(var amount)
            ? amount
            : definition.min().max(Rational.ZERO);
    var step = definition.type() == FactType.COUNT ? Rational.ONE : HUNDREDTH;
    var rungs = definition.max().minus(from).dividedBy(step);
    return new Ladder(
        from,
        step,
        now.isPresent() ? 1 : 0,
        rungs.numerator().divide(rungs.denominator()).longValueExact());
  }

  /** How much more a rung is. */
  Rational by(long rung) {
    return step.times(Rational.of(rung));
  }

  Fact at(long rung) {
    return new Fact.Amount(from.plus(by(rung)));
  }

  /** The least rung at which something holds that goes on to hold above it. */
  OptionalLong least(long top, LongPredicate holds) {
    if (top < lowest || !holds.test(top)) {
      return OptionalLong.empty();
    }
    long below = lowest - 1;
    long found = top;
    // In steps that double: what is near is found soon, however far away the top is.
    for (long stride = 1; below + stride < top; stride *= 2) {
      if (holds.test(below + stride)) {
        found = below + stride;
        break;
      }
      below += stride;
    }
    while (found - below > 1) {
      long middle = below + (found - below) / 2;
      if (holds.test(middle)) {
        found = middle;
      } else {
        below = middle;
      }
    }
    return OptionalLong.of(found);
  }

  /** The greatest rung at which something holds that holds below it too; none: below the lowest. */
  long greatest(LongPredicate holds) {
    return least(highest, rung -> !holds.test(rung)).orElse(highest + 1) - 1;
  }
}
