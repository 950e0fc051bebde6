package thangdiem.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoringRule;

/**
 * Tiers of fixed worth as the staircase that they are (bậc điểm), to see whether it only climbs or
 * only falls as the measure rises.
 */
record TierSteps(List<ScoringRule.Tier> tiers, Points max) {

  private static final UnitAnswers NOBODY = UnitAnswers.noReport("", "", "");

  /** The direction of the points where the measure has that one. */
  Direction direction(Direction measure) {
    var worth = worthFromBelow();
    boolean climbs = true;
    boolean falls = true;
    for (int i = 1; i < worth.size(); i++) {
      int step = worth.get(i).compareTo(worth.get(i - 1));
      climbs &= step >= 0;
      falls &= step <= 0;
    }
    return climbs ? measure : falls ? measure.opposite() : Direction.MIXED;
  }

  /** At each bound and between any two: nowhere else can the worth change. */
  private List<Rational> worthFromBelow() {
    var bounds = new TreeSet<Rational>();
    for (var tier : tiers) {
      Stream.concat(tier.lower().stream(), tier.upper().stream())
          .map(ScoringRule.Bound::value)
          .forEach(bounds::add);
    }
    var worth = new ArrayList<Rational>();
    var last = bounds.isEmpty() ? Rational.ZERO : bounds.first();
    worth.add(worth(last.minus(Rational.ONE)));
    for (var bound : bounds) {
      worth.add(worth(last.plus(bound).dividedBy(Rational.of(2))));
      worth.add(worth(bound));
      last = bound;
    }
    worth.add(worth(last.plus(Rational.ONE)));
    return worth;
  }

  private Rational worth(Rational measure) {
    return tiers.stream()
        .filter(tier -> tier.reachedBy(measure))
        .findFirst()
        .map(tier -> new Evaluation(NOBODY, measure, max.value()).number(tier.points()))
        .orElse(Rational.ZERO);
  }
}
