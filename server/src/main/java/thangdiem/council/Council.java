package thangdiem.council;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
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

/** Makes a round's council ready and has it sit (thành lập hội đồng, họp). */
@Component
public class Council {

  private final MemberTable members;
  private final SittingTable sessions;
  private final Acts acts;

  Council(MemberTable members, SittingTable sessions, Acts acts) {
    this.members = members;
    this.sessions = sessions;
    this.acts = acts;
  }

  /**
   * Notes whom a decision appointed.
   *
   * @throws Refusal when they hold no role for it, or sit in the council already
   */
  public void appoint(
      Actor actor, Round round, UUID account, Office office, String document, LocalDate on) {
    change(
        actor,
        Act.COUNCIL_MEMBER_APPOINTED,
        round,
        "council.member.refused",
        () -> members.add(actor, round, account, office, document, on));
  }

  /** Notes that a document released a member. */
  void release(Actor actor, Round round, UUID member, String document) {
    change(
        actor,
        Act.COUNCIL_MEMBER_RELEASED,
        round,
        "council.closed",
        () -> {
          if (!members.release(actor, round, member, document)) {
            throw new NotFound("member " + member);
          }
        });
  }

  /** Says how many must be there from now on. */
  public void require(Actor actor, Round round, Quorum quorum) {
    change(
        actor,
        Act.COUNCIL_QUORUM_SET,
        round,
        "council.closed",
        () -> members.set(actor, round, quorum));
  }

  /** Calls the next session. */
  public Session call(Actor actor, Round round, LocalDate on, String place) {
    change(
        actor,
        Act.COUNCIL_SESSION_CALLED,
        round,
        "council.closed",
        () -> sessions.call(actor, round, on, place));
    return sessions.of(round).getLast();
  }

  /** Notes who is there; whoever was and is no more has left. */
  public void note(Actor actor, Round round, Session session, Set<UUID> present) {
    var before = sessions.present(round).getOrDefault(session.id(), Set.of());
    var changed = new HashSet<UUID>(present);
    changed.addAll(before);
    changed.removeIf(account -> present.contains(account) == before.contains(account));
    if (changed.isEmpty()) {
      return;
    }
    change(
        actor,
        Act.COUNCIL_PRESENCE_NOTED,
        round,
        "council.presence.refused",
        () ->
            changed.stream()
                .sorted()
                .forEach(
                    account -> sessions.note(actor, session, account, present.contains(account))));
  }

  /**
   * Opens a session.
   *
   * @throws Refusal when too few are there, another is open, or the round is not before its council
   */
  public void open(Actor actor, Round round, Session session) {
    change(
        actor,
        Act.COUNCIL_SESSION_OPENED,
        round,
        "council.open.refused",
        () -> {
          if (!sessions.open(actor, session)) {
            throw new Refusal("council.open.refused");
          }
        });
  }

  /** Closes a session; what was not decided in it is not decided. */
  public void close(Actor actor, Round round, Session session) {
    change(
        actor,
        Act.COUNCIL_SESSION_CLOSED,
        round,
        "council.close.refused",
        () -> {
          if (!sessions.close(actor, session)) {
            throw new Refusal("council.close.refused");
          }
        });
  }

  private void change(Actor actor, Act act, Round round, String refusal, Runnable what) {
    try {
      acts.run(actor, act, Subject.round(round.id()), _ -> what.run());
    } catch (DuplicateKeyException e) {
      throw new Refusal(refusal);
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, refusal);
    }
  }
}
