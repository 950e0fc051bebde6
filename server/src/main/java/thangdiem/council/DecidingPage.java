package thangdiem.council;

import java.util.List;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.scoring.Reason;
import thangdiem.scoring.ScoreLine;

/**
 * Something on the agenda before the council (trang biểu quyết): its columns, what is moved, what
 * that would do, and the votes.
 *
 * @param unit absent where the result as a whole is to be adopted
 * @param claim what the unit says of its not applying; empty where it does not say so
 * @param effect of the motion, or of what is being typed
 * @param previewed whether the effect is of what is being typed
 * @param adopts what would be adopted now, of an item that is about it
 */
public record DecidingPage(
    Round round,
    CriteriaSet set,
    Session session,
    AgendaItem item,
    Optional<CouncilUnit> unit,
    String name,
    List<FactRow> facts,
    Optional<Lines> lines,
    String claim,
    Optional<Motion> motion,
    List<Motion> earlier,
    Optional<Effect> effect,
    boolean previewed,
    List<Ballot> ballots,
    VoteTally tally,
    Optional<Conclusion> conclusion,
    Optional<Whole> adopts,
    boolean moves,
    boolean votes,
    boolean concludes,
    boolean takesOff,
    Form form) {

  /** The lines of the criterion in its three columns, and how the council's comes about. */
  public record Lines(ScoreLine self, ScoreLine verified, ScoreLine council, Reason reason) {}

  /**
   * A member and their vote.
   *
   * @param recused whether they belong to the unit
   */
  public record Ballot(Member member, boolean recused, boolean present, List<Vote> votes) {

    public Optional<Vote> standing() {
      return votes.stream().filter(Vote::stands).findFirst();
    }
  }

  /** What counts at this moment. */
  public record VoteTally(
      int votesFor, int votesAgainst, int votesAbstained, int eligible, int present, int needed) {

    static final VoteTally NONE = new VoteTally(0, 0, 0, 0, 0, 0);

    public boolean hasQuorum() {
      return present >= needed && present > 0;
    }

    public int cast() {
      return votesFor + votesAgainst + votesAbstained;
    }
  }

  /** The result as a whole. */
  public record Whole(String resultsSha256, List<CouncilUnit> units) {}

  public String path() {
    return "/rounds/" + round.key() + "/council/items/" + item.id();
  }

  public boolean isAdoption() {
    return item.unit().isEmpty();
  }

  /** Whether it can still be decided. */
  public boolean isOpen() {
    return session.isOpen() && item.takenOff().isEmpty() && conclusion.isEmpty();
  }

  /** The value that a motion puts in, as it is shown; empty where nothing is recognised. */
  public String shown(Motion of, String fact) {
    var definition = set.facts().get(fact);
    return of.facts()
        .getOrDefault(fact, Optional.empty())
        .map(value -> TypedFact.shown(java.util.Objects.requireNonNull(definition), value))
        .orElse("");
  }

  public String label(String fact) {
    var definition = set.facts().get(fact);
    return definition == null ? fact : definition.label();
  }
}
