package thangdiem.council;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.submission.Frozen;

/**
 * The council adopts the result (thông qua kết quả): it is frozen as bytes, its hash stands in the
 * ledger, and the round moves on, in one transaction.
 */
@Component
public class Adoptions {

  private final Rounds rounds;
  private final Snapshots snapshots;
  private final MotionTable motions;
  private final VoteTable votes;
  private final AgendaTable agenda;
  private final SittingTable sessions;
  private final AdoptionTable table;
  private final Acts acts;

  Adoptions(
      Rounds rounds,
      Snapshots snapshots,
      MotionTable motions,
      VoteTable votes,
      AgendaTable agenda,
      SittingTable sessions,
      AdoptionTable table,
      Acts acts) {
    this.rounds = rounds;
    this.snapshots = snapshots;
    this.motions = motions;
    this.votes = votes;
    this.agenda = agenda;
    this.sessions = sessions;
    this.table = table;
    this.acts = acts;
  }

  /** All versions, the latest first. */
  public List<Adoption> of(Round round) {
    return table.versions(round);
  }

  /**
   * The bundle of a version as it was adopted.
   *
   * @throws Refusal while nothing is adopted
   * @throws NotFound when there is no such version
   */
  public byte[] bundle(Round round, int version) {
    if (round.phase() != Phase.ADOPTED && round.phase() != Phase.PUBLISHED) {
      throw new Refusal("council.correction.notAdopted");
    }
    return table
        .bundle(round, version)
        .orElseThrow(() -> new NotFound("version " + version + " of " + round.key()));
  }

  /** The vote by which a closed session adopted the result, where there is one. */
  Optional<Motion> carried(Round round) {
    var conclusions = votes.conclusions(round);
    var closed = sessions.of(round).stream().filter(Session::isClosed).map(Session::id).toList();
    var items =
        agenda.of(round).stream()
            .filter(item -> closed.contains(item.session()))
            .map(AgendaItem::id)
            .toList();
    return motions.of(round, rounds.criteria(round)).stream()
        .filter(motion -> motion.kind() == MotionKind.ADOPT && items.contains(motion.item()))
        .filter(motion -> {
          var conclusion = conclusions.get(motion.id());
          return conclusion != null && conclusion.carried();
        })
        .reduce((_, later) -> later);
  }

  /**
   * Records that the result was adopted.
   *
   * @throws Refusal when no closed session voted for it, or it is another by now
   */
  public void adopt(Actor actor, Round round) {
    var voted = carried(round).orElseThrow(() -> new Refusal("council.adopt.noVote"));
    try {
      acts.run(
          actor,
          Act.ROUND_ADOPTED,
          Subject.round(round.id()),
          event -> {
            table.lock(round);
            var snapshot = snapshots.now(round);
            if (!snapshot.resultsSha256().equals(voted.resultsSha256())) {
              throw new Refusal("council.adopt.changed");
            }
            event
                .with("version", 1)
                .with("sha256", snapshot.sha256())
                .with("results", snapshot.resultsSha256());
            table.add(actor, round, 1, snapshot, Optional.of(voted.id()), Optional.empty());
            rounds.adopted(round);
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("council.adopt.noVote");
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "council.adopt.noVote");
    }
  }
}
