package thangdiem.verification;

import java.util.List;
import java.util.UUID;
import thangdiem.criteria.CriteriaSet;

/** What a second verifier may not see before they have judged for themselves (độc lập). */
final class Independence {

  private Independence() {}

  /** Whether somebody has yet to judge something of the unit without seeing the first verifier. */
  static boolean binds(
      UUID account, CriteriaSet set, VerifiedUnit unit, List<DivisionTable.Duty> duties) {
    return duties.stream()
        .filter(duty -> duty.unit().equals(unit.unit().unit()))
        .filter(duty -> duty.account().equals(account))
        .filter(duty -> duty.place() == Finding.SECOND)
        .anyMatch(duty ->
            set.sections().stream()
                .filter(section -> section.code().equals(duty.section()))
                .flatMap(section -> Queue.items(set, unit, section, Finding.SECOND).stream())
                .anyMatch(item -> unit.latest(item.code(), Finding.SECOND).isEmpty()));
  }
}
