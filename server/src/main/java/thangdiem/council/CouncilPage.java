package thangdiem.council;

import java.util.List;
import java.util.Optional;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/**
 * The council of a round (trang hội đồng): who sits in it, when, about what, and what it adopted.
 *
 * @param eligible how many vote
 * @param needed how many must be there
 * @param proposals what the engine proposes for the agenda
 * @param voted the vote by which the result was adopted and is to be recorded
 * @param appoints whether the reader may appoint members
 * @param secretary whether the reader calls sessions and records what is adopted
 * @param sets whether the reader may put something on an agenda
 */
public record CouncilPage(
    Round round,
    List<Member> members,
    List<Candidate> candidates,
    Quorum quorum,
    int eligible,
    int needed,
    List<Session> sessions,
    ProposalList proposals,
    List<Adoption> adoptions,
    Optional<Motion> voted,
    boolean appoints,
    boolean secretary,
    boolean sets,
    Form form) {

  /** Whether the council can still be changed. */
  public boolean isOpen() {
    return round.phase() != Phase.ADOPTED && round.phase() != Phase.PUBLISHED;
  }

  /** Whether reports are in, so that there is something to decide. */
  public boolean isAfterReports() {
    return round.phase() != Phase.OPEN;
  }

  public List<Member> active() {
    return members.stream().filter(Member::isActive).toList();
  }

  /** The session on whose agenda something is put. */
  public Optional<Session> next() {
    return sessions.stream().filter(session -> !session.isClosed()).findFirst();
  }
}
