package thangdiem.submission;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Event;
import thangdiem.audit.Ordered;
import thangdiem.criteria.FactDefinition;
import thangdiem.scoring.Fact;

/**
 * An answer that somebody gives (số liệu cần lưu).
 *
 * @param value absent where the answer is taken away
 * @param version the answer that its giver has seen; 0 when there was none
 * @param origin says in the event where the value comes from
 */
record WantedFact(
    Actor actor,
    Assessment assessment,
    FactDefinition definition,
    Optional<Fact> value,
    int version,
    Consumer<Event> origin) {

  /** The one row in which an answer stands. */
  record Place(UUID round, UUID unit, String fact) {}

  Place place() {
    return new Place(assessment.round().id(), assessment.unit().unit(), definition.id());
  }

  Ordered order() {
    return new Ordered(
        actor, value.isPresent() ? Act.FACT_ANSWERED : Act.FACT_CLEARED, assessment.subject());
  }

  /** Lets the event say what was done. */
  void tell(Event event) {
    event.with("fact", definition.id());
    origin.accept(event);
    event.changing("answer", place().round(), place().unit(), place().fact());
  }
}
