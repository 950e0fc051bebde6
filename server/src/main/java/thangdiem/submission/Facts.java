package thangdiem.submission;

import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;

/** Answers, one fact at a time (ghi số liệu): each is an act of its own, and none is lost. */
@Component
class Facts {

  /** Ends the act: nothing is to be kept of it. */
  private static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotKept() {
      super(null, null, false, false);
    }
  }

  private final FactTable table;
  private final Acts acts;

  Facts(FactTable table, Acts acts) {
    this.table = table;
    this.acts = acts;
  }

  /** The fact of that id. */
  static FactDefinition definition(Assessment assessment, String fact) {
    return Optional.ofNullable(assessment.set().facts().get(fact))
        .filter(definition -> definition.collectedBy() == FactDefinition.Collector.UNIT)
        .orElseThrow(() -> new NotFound("fact " + fact));
  }

  /**
   * Keeps an answer; nothing typed takes the answer away. What stands there already needs no
   * keeping, so a request whose answer was lost can be sent again.
   *
   * @param version the answer that its giver has seen; 0 when there was none
   * @throws Refusal when the report is sent meanwhile
   */
  Saving save(Actor actor, Assessment assessment, String fact, String typed, int version) {
    var definition = definition(assessment, fact);
    var reading = TypedFact.read(definition, typed);
    if (reading.question().isPresent()) {
      return new Saving.Asked(reading.question().get());
    }
    var before = table.one(assessment, definition);
    if (before.value().equals(reading.fact())) {
      return new Saving.Saved(before, before);
    }
    try {
      return acts.perform(
          actor,
          reading.fact().isPresent() ? Act.FACT_ANSWERED : Act.FACT_CLEARED,
          assessment.subject(),
          event -> {
            event.with("fact", fact);
            return new Saving.Saved(keep(assessment, fact, reading.fact(), version), before);
          });
    } catch (NotKept e) {
      return new Saving.Conflict(table.one(assessment, definition));
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e);
    }
  }

  private GivenFact keep(Assessment assessment, String fact, Optional<Fact> value, int version) {
    if (value.isEmpty()) {
      if (!table.clear(assessment, fact, version)) {
        throw new NotKept();
      }
      return GivenFact.NONE;
    }
    var kept =
        version == 0
            ? table.add(assessment, fact, value.get())
            : table.change(assessment, fact, value.get(), version);
    return kept.orElseThrow(NotKept::new);
  }
}
