package thangdiem.report;

import org.springframework.stereotype.Component;
import thangdiem.council.CouncilSheets;
import thangdiem.council.CouncilUnit;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/**
 * Reckons how the units of a round stand, as the council leaves them, deductions taken off (xếp
 * hạng đến lúc này).
 */
@Component
class Outcomes {

  private final CouncilSheets sheets;

  Outcomes(CouncilSheets sheets) {
    this.sheets = sheets;
  }

  Outcome of(Round round) {
    var ranked = sheets.ranked(round);
    return new Outcome(
        ranked.standings(),
        ranked.units().stream().map(CouncilUnit::verified).toList(),
        round.phase().compareTo(Phase.ADOPTED) >= 0);
  }
}
