package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.ranking.Influence;
import thangdiem.ranking.Spread;
import thangdiem.ranking.UnitRobustness;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;

/**
 * How firm the ranks are (trang độ vững): an interval of ranks for each unit, and which ranks are
 * not separable.
 *
 * @param run with what it was measured; absent where it was not yet
 * @param changed whether something has changed since
 * @param policies how many readings of the decision there are
 */
public record RobustnessPage(
    Round round,
    Optional<Run> run,
    boolean changed,
    int policies,
    List<Group> groups,
    List<Hanging> criteria,
    boolean measures,
    Form form) {

  /** With what it was measured. */
  public record Run(int draws, long seed, String sha256, OffsetDateTime at, String by) {}

  /** A criterion and how much hangs on it. */
  public record Hanging(Influence influence, String name) {}

  /** The units of a group in the order of their ranks. */
  public record Group(OrgUnitGroup group, List<Row> rows) {

    /** Ranks that cannot be told apart, each with those next to it: intervals that overlap. */
    public List<List<Row>> clusters() {
      var clusters = new ArrayList<List<Row>>();
      int reached = 0;
      for (var row : rows) {
        if (!clusters.isEmpty() && row.low() <= reached) {
          clusters.getLast().add(row);
        } else {
          clusters.add(new ArrayList<>(List.of(row)));
        }
        reached = Math.max(reached, row.high());
      }
      return clusters;
    }

    /** Where a rank stands between the first and the last, in percent of the width. */
    public String x(int rank) {
      int steps = Math.max(1, rows.size() - 1);
      return Rational.of(4 + 92L * (rank - 1) / steps).toDecimal(0).toPlainString() + "%";
    }
  }

  /**
   * A unit.
   *
   * @param rank in its group
   */
  public record Row(RoundUnit unit, Points total, int rank, UnitRobustness robustness) {

    /** The best rank that 5 % of the readings or of the disturbances reach. */
    public int low() {
      return Math.min(
          rank, Math.min(robustness.policies().lowInGroup(), robustness.weights().lowInGroup()));
    }

    public int high() {
      return Math.max(
          rank, Math.max(robustness.policies().highInGroup(), robustness.weights().highInGroup()));
    }

    /** In which part it is first of its group, as whole percent. */
    public int percentFirst(Spread of) {
      return of.firstInGroupShare().times(Rational.of(100)).toDecimal(0).intValue();
    }
  }

  /** How many clusters hold more than one rank. */
  public long unseparable() {
    return groups.stream()
        .flatMap(group -> group.clusters().stream())
        .filter(cluster -> cluster.size() > 1)
        .count();
  }
}
