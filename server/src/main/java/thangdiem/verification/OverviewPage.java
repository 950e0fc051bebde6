package thangdiem.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import thangdiem.criteria.Section;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;

/**
 * How far the verification is (tiến độ thẩm định): units by sections, who does what, and where two
 * verifiers differ.
 *
 * @param mine how many things of the reader's are still to be decided
 */
public record OverviewPage(
    Round round,
    List<Section> sections,
    List<Row> rows,
    List<Difference> disputed,
    List<Verifier> verifiers,
    int done,
    int all,
    long mine,
    boolean verifies,
    boolean divides) {

  public int percent() {
    return all == 0 ? 0 : done * 100 / all;
  }

  /**
   * A unit with its sections.
   *
   * @param sheet whether its sheet of verification can be given to the reader
   */
  public record Row(
      RoundUnit unit, boolean late, List<Cell> cells, int differences, boolean sheet) {}

  /** A section of a unit. */
  public record Cell(
      String section,
      int done,
      int all,
      int different,
      Optional<String> first,
      Optional<String> second,
      boolean mine,
      int plain) {

    public int percent() {
      return all == 0 ? 100 : done * 100 / all;
    }
  }

  /** Something about which two verifiers differ. */
  public record Difference(
      RoundUnit unit, String code, String name, Finding first, Finding second) {}

  /** Somebody who verifies, and whom they may not judge. */
  public record Verifier(
      UUID account, String name, String unit, Set<String> recusedFrom, int duties) {}
}
