package thangdiem.submission;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Event;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;

/** Answers, one fact at a time (ghi số liệu): each is an act of its own, and none is lost. */
@Component
public class Facts {

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

  /** Everything the unit states (số liệu hiện có), with last year's. */
  public Map<String, GivenFact> of(Assessment assessment) {
    return table.of(assessment);
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
    return save(actor, assessment, fact, typed, version, _ -> {});
  }

  /**
   * The same of a value that comes from somewhere, which the event says.
   *
   * @param origin says in the event where the value comes from
   */
  public Saving save(
      Actor actor,
      Assessment assessment,
      String fact,
      String typed,
      int version,
      Consumer<Event> origin) {
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
            origin.accept(event);
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
