package thangdiem.verification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Flag;
import thangdiem.scoring.ScoreLine;
import thangdiem.submission.Doubts;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** What of a unit's sheet deserves a closer look (dấu hiệu rủi ro của phiếu). */
public final class Doubtful {

  private Doubtful() {}

  /** The doubts about one line of the claimed sheet, the weightiest first. */
  public static List<Doubt> about(CriteriaSet set, VerifiedUnit unit, ScoreLine line) {
    var doubts = new ArrayList<Doubt>();
    var criterion = line.criterion();
    for (var id : criterion.rule().facts()) {
      var fact = set.facts().get(id);
      if (fact != null) {
        for (var words : Doubts.about(unit.claimedScore(), fact)) {
          doubts.add(
              new Doubt(words.key().equals("form.check") ? Signal.CHECK : Signal.LEAP, words));
        }
      }
    }
    unit.measured().ifPresent(found -> measured(set, unit, found, criterion, doubts));
    if (line.flags().contains(Flag.OVER_100_PERCENT)) {
      doubts.add(new Doubt(Signal.OVER, Sentence.of("verify.signal.OVER")));
    }
    if (line.points().value().signum() > 0 && !isProven(unit, criterion)) {
      doubts.add(new Doubt(Signal.UNPROVEN, Sentence.of("verify.signal.UNPROVEN")));
    }
    if (criterion.rule().facts().stream().anyMatch(fact -> isMoved(unit, criterion, fact))) {
      doubts.add(new Doubt(Signal.MOVED, Sentence.of("verify.signal.MOVED")));
    }
    for (var added : unit.supplements(criterion.rule().facts())) {
      var fact = set.facts().get(added.fact());
      if (fact != null) {
        doubts.add(new Doubt(Signal.SUPPLEMENTED, words(unit, fact, added)));
      }
    }
    if (unit.findings().stream()
        .filter(finding -> finding.code().equals(criterion.code()))
        .anyMatch(unit::isAnswered)) {
      doubts.add(new Doubt(Signal.ANSWERED, Sentence.of("verify.signal.ANSWERED")));
    }
    if (unit.late()) {
      doubts.add(new Doubt(Signal.LATE, Sentence.of("verify.signal.LATE")));
    }
    doubts.sort((one, other) -> other.signal().weight() - one.signal().weight());
    return doubts.stream().distinct().toList();
  }

  private static void measured(
      CriteriaSet set,
      VerifiedUnit unit,
      Measured found,
      ScoredCriterion criterion,
      List<Doubt> doubts) {
    found
        .of(criterion)
        .forEach((id, value) -> {
          var fact = set.facts().get(id);
          if (fact != null && found.differsFrom(unit.claimed(), id)) {
            doubts.add(
                new Doubt(
                    Signal.MEASURED,
                    Sentence.of(
                        "verify.signal.MEASURED",
                        fact.label(),
                        Optional.ofNullable(unit.claimed().facts().get(id))
                            .map(claimed -> TypedFact.shown(fact, claimed))
                            .orElse("–"),
                        TypedFact.shown(fact, value))));
          }
        });
  }

  /** "Khai 14/12: 120 → bổ sung 20/12: 118". */
  static Sentence words(VerifiedUnit unit, FactDefinition fact, Supplement added) {
    return Sentence.of(
        "verify.signal.SUPPLEMENTED",
        fact.label(),
        unit.unit().submittedAt().map(Doubtful::day).orElse(day(added.at())),
        added.before().map(value -> TypedFact.shown(fact, value)).orElse("–"),
        day(added.at()),
        TypedFact.shown(fact, added.after()));
  }

  private static LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  /** Whether some document stands behind a criterion or one of its facts. */
  public static boolean isProven(VerifiedUnit unit, ScoredCriterion criterion) {
    return unit.proven().contains(criterion.code())
        || criterion.rule().facts().stream().anyMatch(unit.proven()::contains);
  }

  /** Whether the fact stands otherwise than claimed, and not for a finding about this criterion. */
  private static boolean isMoved(VerifiedUnit unit, ScoredCriterion criterion, String fact) {
    var claimed = unit.claimed().facts().get(fact);
    var verified = unit.verified().facts().get(fact);
    return !java.util.Objects.equals(claimed, verified)
        && unit.standing(criterion.code())
            .filter(finding -> finding.facts().containsKey(fact))
            .isEmpty();
  }
}
