package thangdiem.deduction;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Event;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.criteria.Points;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.Deduction;

/**
 * The deductions of a round on their way (trừ điểm, Đ6.4): none takes effect without a notice, a
 * hearing and the number of a document, and none twice. The database refuses what is refused here.
 */
@Component
public class Deductions {

  private static final String RESTRICT_VIOLATION = "23001";

  private final CaseTable table;
  private final CaseChangeTable changes;
  private final Differences differences;
  private final Rounds rounds;
  private final Acts acts;

  Deductions(
      CaseTable table, CaseChangeTable changes, Differences differences, Rounds rounds, Acts acts) {
    this.differences = differences;
    this.table = table;
    this.changes = changes;
    this.rounds = rounds;
    this.acts = acts;
  }

  /**
   * What was decided and stands, by unit, as the engine takes it off. What nobody has fixed an
   * amount for is listed and takes nothing off.
   */
  public Map<UUID, List<Deduction>> decided(Round round) {
    var fixedBySet = new HashMap<String, Boolean>();
    rounds
        .criteria(round)
        .deductions()
        .forEach(kind -> fixedBySet.put(kind.kind(), kind.points().isPresent()));
    var decided = new LinkedHashMap<UUID, List<Deduction>>();
    table.of(round.id(), null, null).stream()
        .filter(one -> one.decision().isPresent())
        .forEach(one ->
            decided.merge(
                one.unit(),
                List.of(taken(one, fixedBySet.getOrDefault(one.cause().kind(), false))),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    return decided;
  }

  /** A round that has taken the set's amount away takes nothing off. */
  private static Deduction taken(DeductionCase one, boolean fixedBySet) {
    var amount = one.amount();
    return new Deduction(
        one.cause().kind(),
        amount.isEmpty() && fixedBySet ? Optional.of(Points.NONE) : amount,
        one.decision(),
        one.occasion());
  }

  /** All of a round as somebody sees them, the latest first. */
  public List<DeductionCase> of(Round round, Actor reader) {
    return table.of(round.id(), null, reader.account());
  }

  /** Those of a unit that it was told of; what is only proposed is not. */
  List<DeductionCase> toldTo(Round round, RoundUnit unit, Actor reader) {
    requireBegun(round);
    return table.of(round.id(), unit.unit(), reader.account()).stream()
        .filter(one -> one.step(Step.Kind.NOTIFIED).isPresent())
        .toList();
  }

  /**
   * One of a round.
   *
   * @throws NotFound when there is none
   * @throws Refusal while the round is a draft, which has none
   */
  DeductionCase one(Round round, UUID id, Actor reader) {
    requireBegun(round);
    return one(of(round, reader), id);
  }

  /** The same out of those that are known. */
  static DeductionCase one(List<DeductionCase> all, UUID id) {
    return all.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("deduction " + id));
  }

  /** How many late or missing reports wait to be proposed. */
  int lateReports(Round round) {
    return table.lateReports(round.id());
  }

  byte[] bytes(DeductionCase.Capture capture) {
    return table.capture(capture.sha256());
  }

  /**
   * Lets the late and missing reports propose themselves: nobody judges, the instants do (F02).
   *
   * @return how many are new
   * @throws Refusal when there is none
   */
  public int proposeLateReports(Actor actor, Round round) {
    requireProcess(round);
    return said(() ->
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
    requireProcess(round);
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
      return said(() ->
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
    var seen = one(round, id, actor);
    requireProcess(round);
    step(
        actor,
        Act.DEDUCTION_NOTIFIED,
        round,
        seen,
        DeductionCase.State.PROPOSED,
        (one, event) -> {
          var answerBy = rounds.workingDays().after(today(), workingDays);
          event.with("answerBy", answerBy);
          changes.notify(one, answerBy, words, actor.account());
        });
  }

  LocalDate today() {
    return rounds.now().atZoneSameInstant(thangdiem.words.VietnamTime.ZONE).toLocalDate();
  }

  /** The unit's own words; until it is decided it may add to them, and the latest count. */
  public void explain(Actor actor, Round round, DeductionCase seen, boolean accepts, String words) {
    requireProcess(round);
    change(
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

  /**
   * Decides it under a document: upheld or dismissed, once.
   *
   * @throws Refusal when the unit was not heard and still has time, or it was decided before
   */
  public void decide(Actor actor, Round round, UUID id, Ending ending) {
    var seen = one(round, id, actor);
    requireDecisions(round);
    end(
        actor,
        Act.DEDUCTION_DECIDED,
        round,
        seen,
        ending,
        one -> {
          if (!one.state().isOpen()) {
            throw new Refusal("deduction.decided");
          }
          if (!one.mayBeDecided(today())) {
            throw new Refusal("deduction.notHeard");
          }
        });
  }

  /** Takes back what was only proposed; it stays to be seen. */
  public void withdraw(Actor actor, Round round, UUID id, Ending ending) {
    var seen = one(round, id, actor);
    requireProcess(round);
    end(
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
    var seen = one(round, id, actor);
    requireDecisions(round);
    end(
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

  private void end(
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

  private interface Change {
    void of(DeductionCase one, Event event);
  }

  private void step(
      Actor actor,
      Act act,
      Round round,
      DeductionCase seen,
      DeductionCase.State expected,
      Change change) {
    change(
        actor,
        act,
        round,
        seen,
        (one, event) -> {
          if (one.state() != expected) {
            throw new Refusal("deduction.moved");
          }
          change.of(one, event);
        });
  }

  /** One change of one deduction at a time, on what it has become by then. */
  private void change(Actor actor, Act act, Round round, DeductionCase seen, Change change) {
    try {
      said(() -> {
        acts.run(
            actor,
            act,
            Subject.round(round.id()).of(seen.unit()),
            event -> {
              changes.lock(seen.id());
              event.with("deduction", seen.id()).with("kind", seen.cause().kind());
              change.of(one(round, seen.id(), actor), event);
            });
        return seen;
      });
    } catch (DuplicateKeyException e) {
      throw new Refusal("deduction.moved");
    }
  }

  /** The database's own no: the round, or the deduction, moved on meanwhile. */
  private static <T> T said(Supplier<T> change) {
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

  private static void requireBegun(Round round) {
    if (round.phase() == Phase.DRAFT) {
      throw new Refusal("deduction.closed");
    }
  }

  private static void requireProcess(Round round) {
    if (!HandlingTime.isOpen(round.phase())) {
      throw new Refusal("deduction.closed");
    }
  }

  private static void requireDecisions(Round round) {
    if (!HandlingTime.decides(round.phase())) {
      throw new Refusal("deduction.notNow");
    }
  }
}
