package thangdiem.deduction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Peers;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;
import thangdiem.verification.VerifiedSheets;
import thangdiem.verification.VerifiedUnit;

/** Finds what each deduction costs on the sheet as it is verified so far (trừ thì còn mấy điểm). */
@Component
class Costs {

  private static final Optional<String> AS_IF_DECIDED = Optional.of("?");

  private final Rounds rounds;
  private final VerifiedSheets sheets;

  Costs(Rounds rounds, VerifiedSheets sheets) {
    this.rounds = rounds;
    this.sheets = sheets;
  }

  /** Whether somebody may know scores before they are adopted. */
  static boolean mayKnow(Actor reader) {
    return reader.isAny(
        Role.ORGANISER,
        Role.VERIFIER,
        Role.COUNCIL_MEMBER,
        Role.COUNCIL_SECRETARY,
        Role.CHAIRMAN,
        Role.AUDITOR);
  }

  /** The same, for those alone who may know scores before they are adopted. */
  Map<UUID, Cost> seenBy(Actor reader, Round round, List<DeductionCase> all) {
    return mayKnow(reader) ? of(round, all) : Map.of();
  }

  /**
   * By deduction, of those that stand or may come to; none while reports are still coming in.
   *
   * @param all every deduction of the round: what else stands against a unit counts
   */
  Map<UUID, Cost> of(Round round, List<DeductionCase> all) {
    if (all.isEmpty() || !HandlingTime.decides(round.phase())) {
      return Map.of();
    }
    var units = sheets.all(round);
    var set = rounds.criteria(round);
    var scorer = new Scorer(set, round.policy(), List.of());
    var peers = Peers.of(set, units.stream().map(VerifiedUnit::verified).toList());
    var byUnit =
        units.stream().collect(Collectors.toMap(one -> one.unit().unit(), VerifiedUnit::verified));
    var costs = new HashMap<UUID, Cost>();
    for (var one : all) {
      var answers = byUnit.get(one.unit());
      if (answers != null && (one.state().isOpen() || one.state() == DeductionCase.State.UPHELD)) {
        var others =
            all.stream()
                .filter(other -> other.unit().equals(one.unit()) && !other.equals(one))
                .filter(other -> other.decision().isPresent())
                .map(Costs::taken)
                .toList();
        var more = Stream.concat(others.stream(), Stream.of(taken(one))).toList();
        costs.put(
            one.id(),
            cost(
                scorer.score(with(answers, others), peers),
                scorer.score(with(answers, more), peers)));
      }
    }
    return costs;
  }

  private static Deduction taken(DeductionCase one) {
    return new Deduction(one.cause().kind(), one.amount(), AS_IF_DECIDED, one.occasion());
  }

  private static UnitAnswers with(UnitAnswers answers, List<Deduction> deductions) {
    return new UnitAnswers(
        answers.unit(),
        answers.name(),
        answers.group(),
        answers.facts(),
        answers.previous(),
        answers.notApplicable(),
        deductions,
        answers.submittedAt(),
        answers.reported());
  }

  private static Cost cost(ScoreSheet before, ScoreSheet after) {
    return new Cost(before.total(), after.total(), before.grade(), after.grade());
  }
}
