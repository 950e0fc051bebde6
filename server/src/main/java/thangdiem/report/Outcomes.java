package thangdiem.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.deduction.Deductions;
import thangdiem.ranking.Standings;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;
import thangdiem.verification.VerifiedSheets;
import thangdiem.verification.VerifiedUnit;

/** Reckons how the units of a round stand, deductions taken off (xếp hạng đến lúc này). */
@Component
class Outcomes {

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Deductions deductions;

  Outcomes(Rounds rounds, VerifiedSheets sheets, Deductions deductions) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.deductions = deductions;
  }

  Outcome of(Round round) {
    var set = rounds.criteria(round);
    var units = sheets.all(round);
    var taken = deductions.decided(round);
    var scores =
        new Scorer(set, round.policy(), List.of())
            .score(units.stream().map(unit -> answers(unit, taken)).toList());
    return new Outcome(
        Standings.of(set, round.policy(), scores),
        units,
        round.phase().compareTo(Phase.ADOPTED) >= 0);
  }

  private static UnitAnswers answers(VerifiedUnit unit, Map<UUID, List<Deduction>> taken) {
    var verified = unit.verified();
    return new UnitAnswers(
        verified.unit(),
        verified.name(),
        verified.group(),
        verified.facts(),
        verified.previous(),
        verified.notApplicable(),
        taken.getOrDefault(unit.unit().unit(), List.of()),
        verified.submittedAt(),
        verified.reported());
  }
}
