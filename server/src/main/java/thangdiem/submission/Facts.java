package thangdiem.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Event;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Together;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;

/**
 * Answers, one fact at a time (ghi số liệu): each is an act of its own, and none is lost. Those
 * that arrive together are committed together.
 */
@Component
public class Facts {

  private final FactTable table;
  private final Acts acts;
  private final Together<WantedFact, Optional<Saving.Saved>> together =
      new Together<>(WantedFact::place, this::keep);

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
    var wanted = new WantedFact(actor, assessment, definition, reading.fact(), version, origin);
    try {
      return together
          .serve(wanted)
          .<Saving>map(saved -> saved)
          .orElseGet(() -> new Saving.Conflict(table.one(assessment, definition)));
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e);
    }
  }

  private List<Optional<Saving.Saved>> keep(List<WantedFact> wanted) {
    return acts.performTogether(
        wanted.stream().map(WantedFact::order).toList(), events -> keep(wanted, events));
  }

  /** Nothing becomes of an answer that was to replace another version. */
  private List<Optional<Saving.Saved>> keep(List<WantedFact> wanted, List<Event> events) {
    var before = table.standing(wanted);
    var kept =
        table.keep(
            wanted.stream()
                .filter(one -> !stood(before, one).value().equals(one.value()))
                .toList());
    var savings = new ArrayList<Optional<Saving.Saved>>();
    for (int i = 0; i < wanted.size(); i++) {
      var one = wanted.get(i);
      var stood = stood(before, one);
      var now = Optional.ofNullable(kept.get(one.place()));
      if (now.isPresent()) {
        one.tell(events.get(i));
      } else if (stood.value().equals(one.value())) {
        now = Optional.of(stood);
      }
      savings.add(now.map(stands -> new Saving.Saved(stands, stood)));
    }
    return savings;
  }

  private static GivenFact stood(Map<WantedFact.Place, GivenFact> before, WantedFact wanted) {
    return before.getOrDefault(wanted.place(), GivenFact.NONE);
  }
}
