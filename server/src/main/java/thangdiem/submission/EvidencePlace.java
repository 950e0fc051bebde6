package thangdiem.submission;

import java.util.Set;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;

/**
 * Where evidence belongs (nơi của minh chứng): the self-assessment of a unit, as somebody in
 * particular sees it.
 */
record EvidencePlace(Assessment assessment) {

  private static final Set<Role> COMPARES = Set.of(Role.ORGANISER, Role.VERIFIER, Role.AUDITOR);

  Round round() {
    return assessment.round();
  }

  RoundUnit unit() {
    return assessment.unit();
  }

  /** Whether they answer for the unit. */
  boolean own() {
    return assessment.isOwn();
  }

  /** Whether they see every unit's, and so where documents are the same. */
  boolean compares() {
    return assessment.roles().stream().anyMatch(COMPARES::contains);
  }

  boolean mayChange() {
    return assessment.mayFill();
  }

  /**
   * @throws Refusal when the report has been sent, or the round takes none
   */
  void requireOpen() {
    if (!assessment.isOpen()) {
      throw new Refusal("evidence.frozen");
    }
  }

  String address() {
    return assessment.path() + "/evidence";
  }
}
