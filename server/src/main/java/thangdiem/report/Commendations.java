package thangdiem.report;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Event;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.deduction.Deductions;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/**
 * Whom to commend (đề nghị khen thưởng, C-16): the council sets the rule under a document, the list
 * follows from the result, and each step of the file is kept until the decision.
 */
@Component
class Commendations {

  private static final String RESTRICT_VIOLATION = "23001";

  private final CommendationTable table;
  private final Outcomes outcomes;
  private final Deductions deductions;
  private final Acts acts;

  Commendations(CommendationTable table, Outcomes outcomes, Deductions deductions, Acts acts) {
    this.table = table;
    this.outcomes = outcomes;
    this.deductions = deductions;
    this.acts = acts;
  }

  /** The rules of the round, the one that counts first. */
  List<CommendationRule> rules(Round round) {
    return table.rules(round.id());
  }

  List<CommendationStep> steps(Round round) {
    return table.steps(round.id());
  }

  /** Who is among the first under the rule that counts; nobody while there is none. */
  List<Candidate> candidates(Round round, Actor reader) {
    return rules(round).stream()
        .findFirst()
        .map(rule -> Candidates.of(outcomes.of(round), deductions.of(round, reader), rule))
        .orElse(List.of());
  }

  /** Whether a rule may be set: from verification until the proposal is sent. */
  static boolean takesRules(Round round, List<CommendationStep> steps) {
    return round.phase().compareTo(Phase.VERIFYING) >= 0 && steps.isEmpty();
  }

  /** The step that comes next; none before the result is adopted, or once all are taken. */
  static Optional<CommendationStep.Kind> next(Round round, List<CommendationStep> steps) {
    var all = CommendationStep.Kind.values();
    return round.phase().compareTo(Phase.ADOPTED) < 0 || steps.size() == all.length
        ? Optional.empty()
        : Optional.of(all[steps.size()]);
  }

  /** Sets the rule; the earlier ones stay to be seen. */
  void set(Actor actor, Round round, RuleForm.Rule rule) {
    if (!takesRules(round, steps(round))) {
      throw new Refusal("commend.closed");
    }
    change(
        actor,
        Act.COMMENDATION_RULE_SET,
        round,
        event -> {
          event
              .with("first", rule.first())
              .with("grade", rule.grade())
              .with("document", rule.document());
          table.set(round.id(), rule, actor.account());
        });
  }

  /** Sends the list to Sở Nội vụ with the council's minutes; from then on the rule stands. */
  void send(Actor actor, Round round, StepForm form) {
    change(
        actor,
        Act.COMMENDATION_SENT,
        round,
        event -> {
          requireNext(round, CommendationStep.Kind.SENT);
          var rule =
              rules(round).stream().findFirst().orElseThrow(() -> new Refusal("commend.noRule"));
          var units =
              candidates(round, actor).stream()
                  .filter(Candidate::proposed)
                  .map(Candidate::code)
                  .toList();
          event.with("units", units.size()).with("document", form.document().strip());
          table.step(
              round.id(), rule.id(), CommendationStep.Kind.SENT, units, form, actor.account());
        });
  }

  /** Takes the next step at Sở Nội vụ. */
  void move(Actor actor, Round round, CommendationStep.Kind kind, StepForm form) {
    if (kind == CommendationStep.Kind.SENT) {
      throw new Refusal("commend.moved");
    }
    change(
        actor,
        Act.COMMENDATION_MOVED,
        round,
        event -> {
          requireNext(round, kind);
          event.with("step", kind);
          if (kind.underDocument()) {
            event.with("document", form.document().strip());
          }
          var rule = rules(round).getFirst();
          table.step(round.id(), rule.id(), kind, List.of(), form, actor.account());
        });
  }

  private void requireNext(Round round, CommendationStep.Kind kind) {
    if (!next(round, steps(round)).equals(Optional.of(kind))) {
      throw new Refusal("commend.moved");
    }
  }

  private void change(Actor actor, Act act, Round round, Consumer<Event> change) {
    try {
      acts.run(
          actor,
          act,
          Subject.round(round.id()),
          event -> {
            table.lock(round.id());
            change.accept(event);
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("commend.moved");
    } catch (DataIntegrityViolationException e) {
      if (e.getRootCause() instanceof SQLException sql
          && RESTRICT_VIOLATION.equals(sql.getSQLState())) {
        throw new Refusal("commend.moved");
      }
      throw e;
    }
  }
}
