package thangdiem.council;

import java.util.List;
import java.util.Optional;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.ranking.Rank;
import thangdiem.round.Round;
import thangdiem.verification.Finding;

/** All criteria of a unit in their three columns (bảng ba cột): who put what there, and why. */
public record ColumnsPage(
    Round round,
    CouncilUnit unit,
    Rank selfRank,
    Rank verifiedRank,
    Rank councilRank,
    List<Part> parts,
    Optional<Session> next,
    boolean sets) {

  /** A section. */
  public record Part(Section section, List<Row> rows) {}

  /**
   * A criterion.
   *
   * @param finding of the verifiers, where one stands
   */
  public record Row(
      String code,
      String name,
      Points max,
      Points self,
      Points verified,
      Points council,
      List<FactRow> facts,
      Optional<Finding> finding,
      List<Adjustment> adjustments) {

    public boolean verifiedDiffers() {
      return !self.equals(verified);
    }

    public boolean councilDiffers() {
      return !verified.equals(council);
    }

    /** Whether there is more to say than the points. */
    public boolean differs() {
      return verifiedDiffers()
          || councilDiffers()
          || !adjustments.isEmpty()
          || facts.stream().anyMatch(fact -> fact.verifiedDiffers() || fact.councilDiffers());
    }
  }

  /** How many criteria stand otherwise than the unit claims. */
  public long differences() {
    return parts.stream().flatMap(part -> part.rows().stream()).filter(Row::differs).count();
  }
}
