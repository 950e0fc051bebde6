package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.criteria.FactDefinition;
import thangdiem.round.Milestone;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.submission.Frozen;

/**
 * The windows in which a unit adds to a report that was sent (cửa sổ bổ sung, C-3): what a verifier
 * gave back, and in January what may still have moved.
 */
@Component
class Completions {

  /** A fact to which the unit may add at this moment. */
  record Open(FactDefinition fact, Supplement.Kind kind, OffsetDateTime until) {}

  private final Rounds rounds;
  private final Findings findings;
  private final CompletionTable table;
  private final Acts acts;

  Completions(Rounds rounds, Findings findings, CompletionTable table, Acts acts) {
    this.rounds = rounds;
    this.findings = findings;
    this.table = table;
    this.acts = acts;
  }

  /** What has gone back to the unit, the latest first. */
  List<Completion> of(Round round, UUID unit) {
    return table.of(round, unit);
  }

  /** Gives facts of a criterion back to the unit, which has until an instant to complete them. */
  void giveBack(
      Actor actor,
      Round round,
      VerifiedUnit unit,
      String code,
      Set<String> facts,
      String words,
      OffsetDateTime until) {
    if (findings.place(actor, round, unit, code).isEmpty()) {
      throw new Refusal("verify.notYours");
    }
    try {
      acts.run(
          actor,
          Act.FACTS_RETURNED,
          Subject.round(round.id()).of(unit.unit().unit()),
          event -> {
            event.with("criteria", code);
            table.add(actor, round, unit.unit().unit(), facts, Set.of(code), words, until);
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "complete.closed");
    }
  }

  /** The facts to which the unit may add now, each until the last of its windows closes. */
  List<Open> open(Round round, RoundUnit unit) {
    if ((round.phase() != Phase.VERIFYING && round.phase() != Phase.EXPLAINING)
        || unit.submittedAt().isEmpty()) {
      return List.of();
    }
    var set = rounds.criteria(round);
    var now = rounds.now();
    var open = new LinkedHashMap<String, Open>();
    if (table.toppingUp(round)) {
      var until = rounds.calendar(round).find(Milestone.TOP_UP_UNTIL).orElseThrow();
      set.facts().values().stream()
          .filter(FactDefinition::movable)
          .forEach(fact -> open.put(fact.id(), new Open(fact, Supplement.Kind.TOP_UP, until)));
    }
    for (var completion : table.of(round, unit.unit())) {
      if (completion.isOpen(now)) {
        completion
            .facts()
            .forEach(id ->
                Optional.ofNullable(set.facts().get(id))
                    .ifPresent(fact ->
                        open.merge(
                            id,
                            new Open(fact, Supplement.Kind.RETURN, completion.until()),
                            (one, other) -> one.until().isAfter(other.until()) ? one : other)));
      }
    }
    return new ArrayList<>(open.values());
  }

  /**
   * Adds values to a report.
   *
   * @throws Refusal when a window has closed
   */
  void supplement(Actor actor, Round round, RoundUnit unit, Map<Open, Fact> values) {
    try {
      acts.run(
          actor,
          Act.FACT_SUPPLEMENTED,
          Subject.round(round.id()).of(unit.unit()),
          event -> {
            event.with("facts", values.size());
            values.forEach((open, value) ->
                table.supplement(actor, round, unit.unit(), open.fact().id(), value, open.kind()));
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "supplement.closed");
    }
  }
}
