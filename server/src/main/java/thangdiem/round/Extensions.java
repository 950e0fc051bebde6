package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;

/**
 * More time for single units (gia hạn): one person proposes it with reason and document, another
 * confirms it, every unit sees it, and nobody takes it back. No one moves a deadline alone.
 */
@Component
public class Extensions {

  private final ExtensionTable table;
  private final CalendarTable calendars;
  private final Acts acts;

  Extensions(ExtensionTable table, CalendarTable calendars, Acts acts) {
    this.table = table;
    this.calendars = calendars;
    this.acts = acts;
  }

  /** Those of a round, the latest first. */
  public List<Extension> of(Round round) {
    return table.granted(round.id());
  }

  /** What waits for a second person. */
  public List<ExtensionProposal> proposed(Round round) {
    return table.proposed(round.id());
  }

  /** The window of a unit in a round as it stands now. */
  public SubmissionWindow window(Round round, UUID unit) {
    return SubmissionWindow.of(round, calendars.calendar(round.id()), of(round), unit);
  }

  /**
   * Proposes more time for a unit.
   *
   * @param until the first instant at which it is then late
   * @return the proposal's id
   * @throws Refusal when the round takes no reports, or it would be no more time
   */
  public UUID propose(
      Actor actor,
      Round round,
      RoundUnit unit,
      OffsetDateTime until,
      String reason,
      String document) {
    var id = UUID.randomUUID();
    return acts.perform(
        actor,
        Act.EXTENSION_PROPOSED,
        Subject.round(round.id()).of(unit.unit()),
        event -> {
          requireMoreTime(round, unit.unit(), until);
          event.with("proposal", id).with("until", until);
          event.with("document", document).personally("reason", reason);
          table.propose(id, round.id(), unit.unit(), until, reason, document, actor.account());
          return id;
        });
  }

  /**
   * Confirms what somebody else has proposed; from then on it holds.
   *
   * @throws Refusal when it is one's own, or would no longer be more time
   */
  public void confirm(Actor actor, Round round, UUID proposal) {
    var proposed = open(round, proposal);
    if (proposed.by().equals(actor.account())) {
      throw new Refusal("extension.own");
    }
    try {
      acts.run(
          actor,
          Act.EXTENSION_GRANTED,
          Subject.round(round.id()).of(proposed.unit()),
          event -> {
            requireMoreTime(round, proposed.unit(), proposed.until());
            event.with("proposal", proposal).with("until", proposed.until());
            event.with("document", proposed.document()).personally("reason", proposed.reason());
            table.grant(round.id(), proposed, actor.account());
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("extension.decided");
    }
  }

  /** Takes a proposal back, or declines somebody else's. */
  public void withdraw(Actor actor, Round round, UUID proposal) {
    var proposed = open(round, proposal);
    acts.run(
        actor,
        Act.EXTENSION_WITHDRAWN,
        Subject.round(round.id()).of(proposed.unit()),
        event -> {
          event.with("proposal", proposal);
          if (!table.withdraw(proposal, actor.account())) {
            throw new Refusal("extension.decided");
          }
        });
  }

  private ExtensionProposal open(Round round, UUID proposal) {
    if (!round.phase().takesAnswers()) {
      throw new Refusal("extension.notOpen");
    }
    return table.proposed(round.id()).stream()
        .filter(known -> known.id().equals(proposal))
        .findFirst()
        .orElseThrow(() -> new NotFound("proposal " + proposal));
  }

  private void requireMoreTime(Round round, UUID unit, OffsetDateTime until) {
    if (!round.phase().takesAnswers()) {
      throw new Refusal("extension.notOpen");
    }
    if (!until.isAfter(window(round, unit).lateFrom())) {
      throw new Refusal("extension.earlier");
    }
  }
}
