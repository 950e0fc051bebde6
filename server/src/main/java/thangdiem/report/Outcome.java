package thangdiem.report;

import java.util.List;
import java.util.Optional;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.verification.VerifiedUnit;

/**
 * How the units of a round stand (kết quả): for good once it is adopted, provisionally before.
 *
 * @param units in the order of the standings' units
 */
record Outcome(Standings standings, List<VerifiedUnit> units, boolean adopted) {

  /** Where a unit stands. */
  Optional<Standing> of(VerifiedUnit unit) {
    int index = units.indexOf(unit);
    return index < 0 ? Optional.empty() : Optional.of(standings.units().get(index));
  }
}
