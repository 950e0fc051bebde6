package thangdiem.council;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;

/**
 * A session of the council (trang phiên họp): who is there, and its agenda.
 *
 * @param units of those looked for, the first that fit into a list
 * @param criteria what each criterion is called, by code
 */
public record SessionPage(
    Round round,
    Session session,
    List<Member> members,
    Set<UUID> present,
    int eligible,
    int here,
    int needed,
    List<Row> rows,
    ProposalList proposals,
    List<RoundUnit> units,
    Map<String, String> criteria,
    boolean secretary,
    boolean sets,
    Form form) {

  /** Something on the agenda, and how far it is. */
  public record Row(
      AgendaItem item,
      Optional<RoundUnit> unit,
      String name,
      Optional<Motion> motion,
      Optional<Conclusion> conclusion,
      int cast) {}

  public String path() {
    return "/rounds/" + round.key() + "/council/sessions/" + session.number();
  }

  public boolean hasQuorum() {
    return here >= needed && here > 0;
  }

  public boolean isBeforeCouncil() {
    return round.phase() == Phase.COUNCIL;
  }

  /** Whether the result as a whole is already on the agenda. */
  public boolean adopts() {
    return rows.stream().anyMatch(row -> row.unit().isEmpty() && row.item().takenOff().isEmpty());
  }

  /** How many things are still to be decided. */
  public long open() {
    return rows.stream()
        .filter(row -> row.item().takenOff().isEmpty() && row.conclusion().isEmpty())
        .count();
  }
}
