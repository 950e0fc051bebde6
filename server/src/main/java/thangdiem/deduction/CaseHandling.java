package thangdiem.deduction;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Event;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.criteria.Points;
import thangdiem.round.Round;

/**
 * One change of one deduction at a time, on what it has become by then (xử lý một vụ việc). The
 * database refuses what is refused here.
 */
@Component
class CaseHandling {

  private static final String RESTRICT_VIOLATION = "23001";

  private final CaseChangeTable changes;
  private final Deductions deductions;
  private final Acts acts;

  CaseHandling(CaseChangeTable changes, Deductions deductions, Acts acts) {
    this.changes = changes;
    this.deductions = deductions;
    this.acts = acts;
  }

  /** What happens to a deduction, and what its event says of it. */
  interface Change {
    void of(DeductionCase one, Event event);
  }

  /**
   * Changes a deduction under a lock.
   *
   * @throws Refusal when it moved on meanwhile
   */
  void change(Actor actor, Act act, Round round, DeductionCase seen, Change change) {
    try {
      said(() -> {
        acts.run(
            actor,
            act,
            Subject.round(round.id()).of(seen.unit()),
            event -> {
              changes.lock(seen.id());
              event.with("deduction", seen.id()).with("kind", seen.cause().kind());
              change.of(deductions.one(round, seen.id(), actor), event);
            });
        return seen;
      });
    } catch (DuplicateKeyException e) {
      throw new Refusal("deduction.moved");
    }
  }

  /**
   * Ends a deduction, and says by which document.
   *
   * @param may refuses what the deduction has become too late for
   */
  void end(
      Actor actor,
      Act act,
      Round round,
      DeductionCase seen,
      Ending ending,
      Consumer<DeductionCase> may) {
    change(
        actor,
        act,
        round,
        seen,
        (one, event) -> {
          may.accept(one);
          event.with("step", ending.ground().step()).with("ground", ending.ground());
          event.personally("words", ending.words());
          ending
              .document()
              .ifPresent(document ->
                  event
                      .with("document", document.number())
                      .with("documentOn", document.day())
                      .with(
                          "points",
                          one.amount().map(Points::decimal).map(Object::toString).orElse("")));
          changes.end(one, ending, actor.account());
        });
  }

  /** The database's own no: the round, or the deduction, moved on meanwhile. */
  static <T> T said(Supplier<T> change) {
    try {
      return change.get();
    } catch (DataIntegrityViolationException e) {
      if (e.getRootCause() instanceof SQLException sql
          && RESTRICT_VIOLATION.equals(sql.getSQLState())) {
        throw new Refusal("deduction.moved");
      }
      throw e;
    }
  }

  static void requireProcess(Round round) {
    if (!HandlingTime.isOpen(round.phase())) {
      throw new Refusal("deduction.closed");
    }
  }

  static void requireDecisions(Round round) {
    if (!HandlingTime.decides(round.phase())) {
      throw new Refusal("deduction.notNow");
    }
  }
}
