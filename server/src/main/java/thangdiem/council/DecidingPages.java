package thangdiem.council;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Role;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Reasons;

/** Prepares the page on which something is voted. */
@Component
class DecidingPages {

  private final Rounds rounds;
  private final CouncilSheets sheets;
  private final Snapshots snapshots;
  private final Agenda agenda;
  private final Motions motions;
  private final MotionTable table;
  private final VoteTable votes;
  private final MemberTable members;
  private final SittingTable sessions;

  DecidingPages(
      Rounds rounds,
      CouncilSheets sheets,
      Snapshots snapshots,
      Agenda agenda,
      Motions motions,
      MotionTable table,
      VoteTable votes,
      MemberTable members,
      SittingTable sessions) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.snapshots = snapshots;
    this.agenda = agenda;
    this.motions = motions;
    this.table = table;
    this.votes = votes;
    this.members = members;
    this.sessions = sessions;
  }

  /** All motions about an item, the latest last. */
  List<Motion> motions(Round round, AgendaItem item) {
    return table.of(round, rounds.criteria(round)).stream()
        .filter(motion -> motion.item().equals(item.id()))
        .toList();
  }

  DecidingPage of(Actor actor, Round round, UUID id, Optional<Proposed> previewed, Form form) {
    var set = rounds.criteria(round);
    var item = agenda.item(round, id);
    var session =
        sessions.of(round).stream()
            .filter(one -> one.id().equals(item.session()))
            .findFirst()
            .orElseThrow(() -> new NotFound("session of " + id));
    var units = sheets.all(round);
    var unit =
        item.unit()
            .flatMap(
                known -> units.stream().filter(one -> one.unit().unit().equals(known)).findFirst());
    var all = motions(round, item);
    var motion = all.isEmpty() ? Optional.<Motion>empty() : Optional.of(all.getLast());
    var conclusion =
        motion.flatMap(one -> Optional.ofNullable(votes.conclusions(round).get(one.id())));
    var able = members.eligible(round, item.unit());
    var present = sessions.present(round).getOrDefault(session.id(), Set.of());
    var ballots = ballots(round, motion, able, present);
    boolean here = present.contains(actor.account());
    boolean open = session.isOpen() && item.takenOff().isEmpty() && conclusion.isEmpty();
    boolean sits = ballots.stream().anyMatch(one -> one.member().account().equals(actor.account()));
    return new DecidingPage(
        round,
        set,
        session,
        item,
        unit,
        item.code().isEmpty() ? "" : Titles.of(set, item.code()),
        unit.map(one -> facts(set, one, item.code(), form)).orElse(List.of()),
        unit.flatMap(one -> lines(round, set, one, item.code())),
        unit.map(one -> one.verified().reasons().getOrDefault(item.code(), "")).orElse(""),
        motion,
        all.isEmpty() ? List.of() : all.subList(0, all.size() - 1),
        unit.flatMap(one ->
            effect(
                round,
                units,
                one,
                item.code(),
                previewed,
                motion.filter(_ -> conclusion.isEmpty()))),
        previewed.isPresent(),
        ballots,
        tally(round, item, motion, able, present),
        conclusion,
        item.unit().isEmpty() && open
            ? Optional.of(new DecidingPage.Whole(snapshots.now(round).resultsSha256(), units))
            : Optional.empty(),
        open
            && sits
            && here
            && (item.unit().isEmpty() || able.contains(actor.account()) || isSecretary(actor)),
        open && motion.isPresent() && here && able.contains(actor.account()),
        open && motion.isPresent() && isSecretary(actor),
        !session.isClosed()
            && item.takenOff().isEmpty()
            && conclusion.isEmpty()
            && actor.isAny(Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.CHAIRMAN),
        form);
  }

  private static boolean isSecretary(Actor actor) {
    return actor.isAny(Role.COUNCIL_SECRETARY);
  }

  private List<DecidingPage.Ballot> ballots(
      Round round, Optional<Motion> motion, Set<UUID> able, Set<UUID> present) {
    var cast =
        votes.of(round).stream()
            .filter(vote -> motion.map(one -> one.id().equals(vote.motion())).orElse(false))
            .toList();
    return members.of(round).stream()
        .filter(Member::isActive)
        .map(member ->
            new DecidingPage.Ballot(
                member,
                member.office().votes() && !able.contains(member.account()),
                present.contains(member.account()),
                cast.stream().filter(vote -> vote.account().equals(member.account())).toList()))
        .toList();
  }

  private DecidingPage.VoteTally tally(
      Round round, AgendaItem item, Optional<Motion> motion, Set<UUID> able, Set<UUID> present) {
    int needed = members.needed(round, able.size());
    int here = (int) present.stream().filter(able::contains).count();
    return motion
        .map(one -> votes.count(round, item, one))
        .map(count ->
            new DecidingPage.VoteTally(
                count.votesFor(),
                count.votesAgainst(),
                count.votesAbstained(),
                able.size(),
                here,
                needed))
        .orElse(new DecidingPage.VoteTally(0, 0, 0, able.size(), here, needed));
  }

  private static List<FactRow> facts(CriteriaSet set, CouncilUnit unit, String code, Form form) {
    return set.scored()
        .filter(criterion -> criterion.code().equals(code))
        .flatMap(criterion -> criterion.rule().facts().stream())
        .flatMap(id -> Optional.ofNullable(set.facts().get(id)).stream())
        .map(fact -> {
          var row = FactRow.of(unit, fact);
          var field = "f." + fact.id();
          return row.typing(form.typed().getOrDefault(field, row.council()), form.asked(field));
        })
        .toList();
  }

  private static Optional<DecidingPage.Lines> lines(
      Round round, CriteriaSet set, CouncilUnit unit, String code) {
    var self = Effect.line(unit.verified().claimedScore(), code);
    var verified = Effect.line(unit.verified().verifiedScore(), code);
    var council = Effect.line(unit.decidedScore(), code);
    return self.flatMap(one ->
        verified.flatMap(two ->
            council.map(three ->
                new DecidingPage.Lines(
                    one, two, three, new Reasons(set, round.policy()).of(three, unit.decided())))));
  }

  private Optional<Effect> effect(
      Round round,
      List<CouncilUnit> units,
      CouncilUnit unit,
      String code,
      Optional<Proposed> previewed,
      Optional<Motion> motion) {
    return previewed
        .map(one -> motions.effect(round, units, unit, code, one.kind(), one.facts()))
        .or(() ->
            motion.map(one -> motions.effect(round, units, unit, code, one.kind(), one.facts())));
  }
}
