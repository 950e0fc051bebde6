package thangdiem.deduction;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;

/**
 * Deductions are proposed, made known to the unit and heard (đề nghị, thông báo, giải trình); none
 * twice.
 */
@Component
public class DeductionHearings {

  private final Deductions deductions;
  private final CaseHandling handling;
  private final CaseChangeTable changes;
  private final Differences differences;
  private final Rounds rounds;
  private final Acts acts;

  DeductionHearings(
      Deductions deductions,
      CaseHandling handling,
      CaseChangeTable changes,
      Differences differences,
      Rounds rounds,
      Acts acts) {
    this.deductions = deductions;
    this.handling = handling;
    this.changes = changes;
    this.differences = differences;
    this.rounds = rounds;
    this.acts = acts;
  }

  /**
   * Lets the late and missing reports propose themselves: nobody judges, the instants do (F02).
   *
   * @return how many are new
   * @throws Refusal when there is none
   */
  public int proposeLateReports(Actor actor, Round round) {
    CaseHandling.requireProcess(round);
    return CaseHandling.said(() ->
        acts.perform(
            actor,
            Act.LATE_REPORTS_PROPOSED,
            Subject.round(round.id()),
            event -> {
              int proposed = changes.proposeLateReports(round.id());
              if (proposed == 0) {
                throw new Refusal("deduction.noneLate");
              }
              event.with("proposed", proposed);
              return proposed;
            }));
  }

  /**
   * Proposes a deduction, which is one however often it is proposed.
   *
   * @throws Refusal when it was proposed before, or what was found is within the tolerance
   */
  public UUID propose(Actor actor, Round round, RoundUnit unit, Proposal proposal) {
    CaseHandling.requireProcess(round);
    var found =
        proposal.cause() == Cause.WRONG_FIGURES
            ? differences.of(round, unit, proposal.occasion())
            : Optional.<Difference>empty();
    found
        .flatMap(Difference::objection)
        .ifPresent(why -> {
          throw new Refusal(why.key(), why.arguments().toArray());
        });
    var id = UUID.randomUUID();
    try {
      return CaseHandling.said(() ->
          acts.perform(
              actor,
              Act.DEDUCTION_PROPOSED,
              Subject.round(round.id()).of(unit.unit()),
              event -> {
                event.with("deduction", id).with("kind", proposal.cause().kind());
                event.personally("words", proposal.words());
                found.ifPresent(one ->
                    event
                        .with("deviation", one.deviation().toDecimal(2))
                        .with("tolerance", one.tolerance().toDecimal(2)));
                proposal.shown().ifPresent(changes::keep);
                changes.propose(id, round.id(), unit.unit(), proposal, actor.account());
                return id;
              }));
    } catch (DuplicateKeyException e) {
      throw new Refusal("deduction.known");
    }
  }

  /** Makes it known to the unit, with the working days that it has for explaining. */
  public void notifyUnit(Actor actor, Round round, UUID id, int workingDays, String words) {
    var seen = deductions.one(round, id, actor);
    CaseHandling.requireProcess(round);
    handling.change(
        actor,
        Act.DEDUCTION_NOTIFIED,
        round,
        seen,
        (one, event) -> {
          if (one.state() != DeductionCase.State.PROPOSED) {
            throw new Refusal("deduction.moved");
          }
          var answerBy = rounds.workingDays().after(deductions.today(), workingDays);
          event.with("answerBy", answerBy);
          changes.notify(one, answerBy, words, actor.account());
        });
  }

  /** The unit's own words; until it is decided it may add to them, and the latest count. */
  public void explain(Actor actor, Round round, DeductionCase seen, boolean accepts, String words) {
    CaseHandling.requireProcess(round);
    handling.change(
        actor,
        Act.DEDUCTION_EXPLAINED,
        round,
        seen,
        (one, event) -> {
          if (!one.state().isOpen() || one.state() == DeductionCase.State.PROPOSED) {
            throw new Refusal("deduction.moved");
          }
          event.with("accepts", accepts).personally("words", words);
          changes.explain(one, accepts, words, actor.account());
        });
  }
}
