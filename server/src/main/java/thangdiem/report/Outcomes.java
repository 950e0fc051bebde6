package thangdiem.report;

import org.springframework.stereotype.Component;
import thangdiem.council.CouncilSheets;
import thangdiem.council.CouncilUnit;
import thangdiem.ranking.Standings;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/**
 * Reckons how the units of a round stand, as the council leaves them, deductions taken off (xếp
 * hạng đến lúc này).
 */
@Component
class Outcomes {

  private final Rounds rounds;
  private final CouncilSheets sheets;

  Outcomes(Rounds rounds, CouncilSheets sheets) {
    this.rounds = rounds;
    this.sheets = sheets;
  }

  Outcome of(Round round) {
    var units = sheets.all(round);
    return new Outcome(
        Standings.of(
            rounds.criteria(round),
            round.policy(),
            units.stream().map(CouncilUnit::decidedScore).toList()),
        units.stream().map(CouncilUnit::verified).toList(),
        round.phase().compareTo(Phase.ADOPTED) >= 0);
  }
}
