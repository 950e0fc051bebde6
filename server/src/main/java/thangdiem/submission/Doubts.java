package thangdiem.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Rational;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.scoring.ScoreSheet;
import thangdiem.words.Sentence;

/**
 * What a verifier would ask about a fact (điều cần xem lại), said to the clerk before it becomes a
 * deduction (Đ6.4a): relations of the criteria set that do not hold, and leaps since last year.
 */
public final class Doubts {

  private static final Rational LEAP = Rational.of(3);
  private static final Rational WORTH_ASKING = Rational.of(5);

  private Doubts() {}

  /** The doubts about one fact of that sheet. */
  public static List<Sentence> about(ScoreSheet sheet, FactDefinition fact) {
    var doubts = new ArrayList<Sentence>();
    for (var check : sheet.failedChecks()) {
      if (check.require().facts().contains(fact.id())) {
        doubts.add(Sentence.of("form.check", check.message()));
      }
    }
    leap(sheet, fact).ifPresent(doubts::add);
    return doubts;
  }

  private static Optional<Sentence> leap(ScoreSheet sheet, FactDefinition fact) {
    var none = new Fact.None();
    if (sheet.answers().facts().getOrDefault(fact.id(), none) instanceof Fact.Amount(var now)
        && sheet.answers().previous().getOrDefault(fact.id(), none)
            instanceof Fact.Amount(var before)
        && before.signum() > 0) {
      var shown = TypedFact.shown(fact, new Fact.Amount(before));
      if (now.compareTo(before.times(LEAP)) >= 0
          && now.minus(before).compareTo(WORTH_ASKING) >= 0) {
        return Optional.of(Sentence.of("form.leapUp", shown, fact.unit()));
      }
      if (now.times(LEAP).compareTo(before) <= 0
          && before.minus(now).compareTo(WORTH_ASKING) >= 0) {
        return Optional.of(Sentence.of("form.leapDown", shown, fact.unit()));
      }
    }
    return Optional.empty();
  }
}
