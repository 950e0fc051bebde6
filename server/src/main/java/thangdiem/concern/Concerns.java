package thangdiem.concern;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.round.Round;
import thangdiem.site.Criticised;

/** Takes in reports of wrong facts, and has people conclude them (tiếp nhận, xem xét, kết luận). */
@Component
class Concerns {

  static final int ON_A_PAGE = 50;

  /** What nobody has looked at is bounded for the whole province: a flood fills no disk. */
  private static final long MOST_WAITING = 2000;

  private final ConcernTable table;
  private final Acts acts;

  Concerns(ConcernTable table, Acts acts) {
    this.table = table;
    this.acts = acts;
  }

  /**
   * Keeps a report.
   *
   * @return the number by which its sender follows it
   * @throws Refusal when too many wait already
   */
  Reference take(Criticised about, ConcernForm form) {
    return acts.bySystem(
        Act.CONCERN_RAISED,
        event -> {
          var found =
              table
                  .about(about.key(), about.unit())
                  .orElseThrow(() -> new NotFound("unit of a round " + about));
          if (table.waiting() >= MOST_WAITING) {
            throw new Refusal("concern.tooManyWait");
          }
          var id = UUID.randomUUID();
          var reference = Reference.random();
          table.add(id, reference, found, about.version(), about.code(), form, about.language());
          event
              .about(Subject.round(found.round()).of(found.unit()))
              .with("concern", id)
              .with("version", about.version())
              .with("code", about.code());
          return reference;
        });
  }

  List<Concern> of(Round round, Actor reader, int page) {
    return table.of(round.id(), reader.account(), (page - 1) * ON_A_PAGE, ON_A_PAGE);
  }

  ConcernTable.Counts counts(Round round) {
    return table.counts(round.id());
  }

  Concern one(UUID id, Actor reader) {
    return table.one(id, reader.account()).orElseThrow(() -> new NotFound("concern " + id));
  }

  /** Says that somebody looks into it. */
  void takeUp(Actor actor, Concern concern) {
    acts.run(
        actor,
        Act.CONCERN_TAKEN_UP,
        Subject.round(concern.round()).of(concern.unit()),
        event -> {
          if (!table.step(concern, "TAKEN_UP", "", actor.account())) {
            throw new Refusal("concern.takenAlready");
          }
          event.with("concern", concern.id());
        });
  }

  /** Ends it, once. */
  void conclude(Actor actor, Concern concern, Outcome outcome, String words) {
    acts.run(
        actor,
        Act.CONCERN_CONCLUDED,
        Subject.round(concern.round()).of(concern.unit()),
        event -> {
          if (!table.step(concern, outcome.name(), words, actor.account())) {
            throw new Refusal("concern.concludedAlready");
          }
          event.with("concern", concern.id()).with("outcome", outcome);
        });
  }

  /** Erases how its sender is reached (Luật 91/2025/QH15). */
  void eraseContact(Actor actor, Concern concern) {
    acts.run(
        actor,
        Act.CONCERN_CONTACT_ERASED,
        Subject.round(concern.round()).of(concern.unit()),
        event -> {
          if (!table.eraseContact(concern.id())) {
            throw new Refusal("concern.noContact");
          }
          event.with("concern", concern.id());
        });
  }
}
