package thangdiem.verification;

import java.util.Map;
import java.util.UUID;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Round;

/** Whoever knows what was measured on the spot: verifiers see it, inspectors have noted it. */
public interface OnTheSpot {

  /** What was measured at the round's units, of those whose minutes both sides have signed. */
  Map<UUID, Measured> of(Round round, CriteriaSet set);
}
