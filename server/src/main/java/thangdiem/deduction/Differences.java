package thangdiem.deduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import thangdiem.criteria.Rational;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.UnitAnswers;
import thangdiem.verification.VerifiedSheets;
import thangdiem.verification.VerifiedUnit;

/** Finds what was claimed otherwise than it was found, and whether that counts (dung sai, A-4). */
@Component
class Differences {

  private static final Rational WHOLE = Rational.of(100);

  private final Rounds rounds;
  private final VerifiedSheets sheets;

  Differences(Rounds rounds, VerifiedSheets sheets) {
    this.rounds = rounds;
    this.sheets = sheets;
  }

  /** About a criterion of a unit; absent where nobody has found anything about it yet. */
  Optional<Difference> of(Round round, RoundUnit unit, String code) {
    if (!HandlingTime.decides(round.phase())) {
      return Optional.empty();
    }
    var tolerance = rounds.tolerance(round);
    var one = sheets.of(round, unit.code());
    for (int i = 0; i < one.claimedScore().lines().size(); i++) {
      if (one.claimedScore().lines().get(i).criterion().code().equals(code)) {
        return about(one, i, tolerance)
            .filter(found ->
                one.standing(code).isPresent() || !found.claimed().equals(found.verified()));
      }
    }
    return Optional.empty();
  }

  /** All of a round for which something may be deducted and is not proposed yet. */
  List<Difference> counting(Round round, List<DeductionCase> known) {
    var counting = new ArrayList<Difference>();
    if (!HandlingTime.decides(round.phase())) {
      return counting;
    }
    var tolerance = rounds.tolerance(round);
    for (var one : sheets.all(round)) {
      for (int i = 0; i < one.claimedScore().lines().size(); i++) {
        about(one, i, tolerance)
            .filter(Difference::counts)
            .filter(found ->
                known.stream()
                    .noneMatch(other ->
                        other.cause() == Cause.WRONG_FIGURES
                            && other.unit().equals(found.unit().unit())
                            && other.occasion().equals(found.code())))
            .ifPresent(counting::add);
      }
    }
    return counting;
  }

  private static Optional<Difference> about(VerifiedUnit unit, int line, Rational tolerance) {
    ScoreLine claimed = unit.claimedScore().lines().get(line);
    ScoreLine verified = unit.verifiedScore().lines().get(line);
    if (!claimed.counts() && !verified.counts()) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            unit.unit(),
            claimed.criterion().code(),
            claimed.criterion().name(),
            claimed.points(),
            verified.points(),
            deviation(claimed.criterion().rule().facts(), unit.claimed(), unit.verified()),
            tolerance));
  }

  /** Of the figure that is furthest off; what is no figure is wholly off where it is otherwise. */
  private static Rational deviation(Set<String> facts, UnitAnswers claimed, UnitAnswers verified) {
    var furthest = Rational.ZERO;
    for (var fact : facts) {
      furthest =
          furthest.max(
              off(
                  Optional.ofNullable(claimed.facts().get(fact)),
                  Optional.ofNullable(verified.facts().get(fact))));
    }
    return furthest;
  }

  private static Rational off(Optional<Fact> claimed, Optional<Fact> verified) {
    if (claimed.equals(verified)) {
      return Rational.ZERO;
    }
    if (claimed.orElse(null) instanceof Fact.Amount(var stated)
        && verified.orElse(null) instanceof Fact.Amount(var found)
        && stated.signum() != 0) {
      var difference = found.minus(stated);
      return difference.max(difference.negated()).times(WHOLE).dividedBy(stated);
    }
    return WHOLE;
  }
}
