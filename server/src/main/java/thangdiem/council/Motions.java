package thangdiem.council;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.submission.Frozen;

/**
 * Motions, votes on them, and what the votes come to (kiến nghị, biểu quyết). Each is a row of its
 * own with its author; whoever changes their mind votes again.
 */
@Component
public class Motions {

  private final Rounds rounds;
  private final CouncilSheets sheets;
  private final Snapshots snapshots;
  private final MotionTable motions;
  private final VoteTable votes;
  private final MemberTable members;
  private final Acts acts;

  Motions(
      Rounds rounds,
      CouncilSheets sheets,
      Snapshots snapshots,
      MotionTable motions,
      VoteTable votes,
      MemberTable members,
      Acts acts) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.snapshots = snapshots;
    this.motions = motions;
    this.votes = votes;
    this.members = members;
    this.acts = acts;
  }

  /** Moves something about an item; it takes the place of what was moved before. */
  public Motion move(Actor actor, Round round, AgendaItem item, Proposed proposed) {
    var results = proposed.kind() == MotionKind.ADOPT ? snapshots.now(round).resultsSha256() : "";
    var id =
        said(() ->
            acts.perform(
                actor,
                Act.COUNCIL_MOTION_MADE,
                Agenda.subject(round, item.unit()),
                event -> {
                  event.with("code", item.code()).with("kind", proposed.kind());
                  return motions.add(actor, round, item, proposed, results);
                }));
    return motions.of(round, rounds.criteria(round)).stream()
        .filter(motion -> motion.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Votes, or votes otherwise than before. */
  public void vote(Actor actor, Round round, Motion motion, Choice choice) {
    said(() ->
        acts.perform(
            actor,
            Act.COUNCIL_VOTED,
            Agenda.subject(round, motion.unit()),
            event -> {
              votes.add(actor, motion, choice);
              return event.with("choice", choice);
            }));
  }

  /**
   * Counts the votes; what carries takes effect.
   *
   * @throws Refusal when too few are there, or nobody has voted
   */
  public Conclusion conclude(Actor actor, Round round, AgendaItem item, Motion motion) {
    var change = change(round, motion);
    said(() ->
        acts.perform(
            actor,
            Act.COUNCIL_VOTE_CONCLUDED,
            Agenda.subject(round, motion.unit()),
            event -> {
              var count = votes.count(round, item, motion);
              int needed = members.needed(round, count.eligible());
              if (count.present() < needed) {
                throw new Refusal("council.noQuorum", count.present(), needed);
              }
              if (count.cast() == 0) {
                throw new Refusal("council.noVotes");
              }
              votes.conclude(actor, round, motion, count, needed, change);
              return event.with("carried", count.carries());
            }));
    return Optional.ofNullable(votes.conclusions(round).get(motion.id())).orElseThrow();
  }

  private Conclusion.Change change(Round round, Motion motion) {
    return motion
        .unit()
        .map(unit -> effect(round, sheets.all(round), unit, motion).change(motion.code()))
        .orElse(Conclusion.Change.NONE);
  }

  /** What a motion would do. */
  Effect effect(Round round, List<CouncilUnit> units, UUID unit, Motion motion) {
    var one =
        units.stream().filter(known -> known.unit().unit().equals(unit)).findFirst().orElseThrow();
    return effect(round, units, one, motion.code(), motion.kind(), motion.facts());
  }

  /** What other values of one criterion of one unit would do. */
  Effect effect(
      Round round,
      List<CouncilUnit> units,
      CouncilUnit unit,
      String code,
      MotionKind kind,
      Map<String, Optional<Fact>> facts) {
    return Effect.of(
        round,
        rounds.criteria(round),
        units,
        unit.unit().code(),
        CouncilColumn.with(unit.decided(), code, kind, facts));
  }

  private static <T> T said(Supplier<T> act) {
    try {
      return act.get();
    } catch (DuplicateKeyException e) {
      throw new Refusal("council.vote.refused");
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "council.vote.refused");
    }
  }
}
