package thangdiem.council;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/** Prepares the page of a session. */
@Component
class SessionPages {

  private final Rounds rounds;
  private final MemberTable members;
  private final SittingTable sessions;
  private final AgendaTable agenda;
  private final MotionTable motions;
  private final VoteTable votes;
  private final CouncilSheets sheets;
  private final AgendaProposals proposals;

  SessionPages(
      Rounds rounds,
      MemberTable members,
      SittingTable sessions,
      AgendaTable agenda,
      MotionTable motions,
      VoteTable votes,
      CouncilSheets sheets,
      AgendaProposals proposals) {
    this.rounds = rounds;
    this.members = members;
    this.sessions = sessions;
    this.agenda = agenda;
    this.motions = motions;
    this.votes = votes;
    this.sheets = sheets;
    this.proposals = proposals;
  }

  Session session(Round round, int number) {
    return sessions.of(round).stream()
        .filter(session -> session.number() == number)
        .findFirst()
        .orElseThrow(() -> new NotFound("session " + number + " of " + round.key()));
  }

  SessionPage of(Actor actor, Round round, int number, ProposalList.Choice choice, Form form) {
    var session = session(round, number);
    var set = rounds.criteria(round);
    var able = members.eligible(round, Optional.empty());
    var present = sessions.present(round).getOrDefault(session.id(), Set.of());
    var criteria = new LinkedHashMap<String, String>();
    set.scored().forEach(one -> criteria.put(one.code(), one.code() + " " + one.name()));
    return new SessionPage(
        round,
        session,
        members.of(round).stream().filter(Member::isActive).toList(),
        present,
        able.size(),
        (int) present.stream().filter(able::contains).count(),
        members.needed(round, able.size()),
        rows(round, session),
        ProposalList.of(
            session.isClosed() ? List.of() : proposals.of(round, sheets.ranked(round)), choice),
        rounds.units(round).stream().filter(choice::named).limit(ProposalList.ROWS).toList(),
        criteria,
        actor.isAny(Role.COUNCIL_SECRETARY),
        actor.isAny(Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.CHAIRMAN),
        form);
  }

  /** What is on the agenda of a session, in the order in which it was put on. */
  List<SessionPage.Row> rows(Round round, Session session) {
    var set = rounds.criteria(round);
    var units = rounds.units(round);
    var all = motions.of(round, set);
    var conclusions = votes.conclusions(round);
    var cast = votes.of(round);
    var rows = new ArrayList<SessionPage.Row>();
    for (var item : agenda.of(round)) {
      if (!item.session().equals(session.id())) {
        continue;
      }
      var motion =
          all.stream().filter(one -> one.item().equals(item.id())).reduce((_, later) -> later);
      rows.add(
          new SessionPage.Row(
              item,
              item.unit()
                  .flatMap(
                      unit -> units.stream().filter(one -> one.unit().equals(unit)).findFirst()),
              item.code().isEmpty() ? "" : Titles.of(set, item.code()),
              motion,
              motion.flatMap(one -> Optional.ofNullable(conclusions.get(one.id()))),
              (int)
                  cast.stream()
                      .filter(vote -> vote.stands())
                      .filter(
                          vote -> motion.map(one -> one.id().equals(vote.motion())).orElse(false))
                      .count()));
    }
    return rows;
  }
}
