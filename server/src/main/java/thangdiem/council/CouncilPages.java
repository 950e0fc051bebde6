package thangdiem.council;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/** Prepares the page of a round's council. */
@Component
class CouncilPages {

  private final MemberTable members;
  private final SittingTable sessions;
  private final CouncilSheets sheets;
  private final AgendaProposals proposals;
  private final Adoptions adoptions;

  CouncilPages(
      MemberTable members,
      SittingTable sessions,
      CouncilSheets sheets,
      AgendaProposals proposals,
      Adoptions adoptions) {
    this.members = members;
    this.sessions = sessions;
    this.sheets = sheets;
    this.proposals = proposals;
    this.adoptions = adoptions;
  }

  CouncilPage of(Actor actor, Round round, ProposalList.Choice choice, Form form) {
    int eligible = members.eligible(round, Optional.empty()).size();
    boolean proposes =
        round.phase() == Phase.VERIFYING
            || round.phase() == Phase.EXPLAINING
            || round.phase() == Phase.COUNCIL;
    return new CouncilPage(
        round,
        members.of(round),
        members.candidates(round),
        members.quorum(round),
        eligible,
        members.needed(round, eligible),
        sessions.of(round),
        ProposalList.of(proposes ? proposals.of(round, sheets.ranked(round)) : List.of(), choice),
        adoptions.of(round),
        round.phase() == Phase.COUNCIL ? adoptions.carried(round) : Optional.empty(),
        actor.isAny(Role.COUNCIL_SECRETARY, Role.ORGANISER),
        actor.isAny(Role.COUNCIL_SECRETARY),
        actor.isAny(Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.CHAIRMAN),
        form);
  }
}
