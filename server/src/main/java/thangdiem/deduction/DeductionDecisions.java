package thangdiem.deduction;

import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Refusal;
import thangdiem.round.Round;

/**
 * Deductions come to an end (quyết định, rút, huỷ): none takes effect without a notice, a hearing
 * and the number of a document.
 */
@Component
public class DeductionDecisions {

  private final Deductions deductions;
  private final CaseHandling handling;

  DeductionDecisions(Deductions deductions, CaseHandling handling) {
    this.deductions = deductions;
    this.handling = handling;
  }

  /**
   * Decides it under a document: upheld or dismissed, once.
   *
   * @throws Refusal when the unit was not heard and still has time, or it was decided before
   */
  public void decide(Actor actor, Round round, UUID id, Ending ending) {
    var seen = deductions.one(round, id, actor);
    CaseHandling.requireDecisions(round);
    handling.end(
        actor,
        Act.DEDUCTION_DECIDED,
        round,
        seen,
        ending,
        one -> {
          if (!one.state().isOpen()) {
            throw new Refusal("deduction.decided");
          }
          if (!one.mayBeDecided(deductions.today())) {
            throw new Refusal("deduction.notHeard");
          }
        });
  }

  /** Takes back what was only proposed; it stays to be seen. */
  public void withdraw(Actor actor, Round round, UUID id, Ending ending) {
    var seen = deductions.one(round, id, actor);
    CaseHandling.requireProcess(round);
    handling.end(
        actor,
        Act.DEDUCTION_WITHDRAWN,
        round,
        seen,
        ending,
        one -> {
          if (!one.state().isOpen()) {
            throw new Refusal("deduction.decided");
          }
        });
  }

  /** Undoes one that was upheld, by another document; both stay to be seen. */
  public void annul(Actor actor, Round round, UUID id, Ending ending) {
    var seen = deductions.one(round, id, actor);
    CaseHandling.requireDecisions(round);
    handling.end(
        actor,
        Act.DEDUCTION_ANNULLED,
        round,
        seen,
        ending,
        one -> {
          if (one.state() != DeductionCase.State.UPHELD) {
            throw new Refusal("deduction.notUpheld");
          }
        });
  }
}
