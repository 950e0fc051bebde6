package thangdiem.council;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.round.Round;
import thangdiem.submission.Frozen;

/** Puts on the agenda of sessions what is to be decided, and takes it off (chương trình họp). */
@Component
public class Agenda {

  static final int LONGEST_WORDS = 2_000;

  private final AgendaTable table;
  private final Acts acts;

  Agenda(AgendaTable table, Acts acts) {
    this.table = table;
    this.acts = acts;
  }

  /**
   * Puts something on.
   *
   * @param unit absent where the result as a whole is to be adopted
   * @param code empty where the unit as a whole is meant
   */
  public UUID add(
      Actor actor,
      Round round,
      Session session,
      Optional<UUID> unit,
      String code,
      Source source,
      String words) {
    try {
      return acts.perform(
          actor,
          Act.COUNCIL_AGENDA_SET,
          subject(round, unit),
          event -> {
            event.with("session", session.number());
            return table.add(actor, round, session, unit, code, source, words);
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("council.item.twice");
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "council.item.refused");
    }
  }

  /** Takes something off, with the reason; what was decided stays. */
  void takeOff(Actor actor, Round round, AgendaItem item, String words) {
    try {
      acts.run(
          actor,
          Act.COUNCIL_AGENDA_SET,
          subject(round, item.unit()),
          _ -> {
            if (!table.takeOff(actor, item, words)) {
              throw new Refusal("council.item.refused");
            }
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "council.item.refused");
    }
  }

  static Subject subject(Round round, Optional<UUID> unit) {
    var subject = Subject.round(round.id());
    return unit.map(subject::of).orElse(subject);
  }

  /**
   * Something on an agenda of the round.
   *
   * @throws NotFound when there is none
   */
  public AgendaItem item(Round round, UUID id) {
    return table.of(round).stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("item " + id));
  }
}
