package thangdiem.verification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 * @param rows of this page
 * @param found how many units were asked for, on all pages
 * @param disputed the first of those asked for
 * @param differing how many there are of them
 * @param mine how many things of the reader's are still to be decided
 */
public record OverviewPage(
    Round round,
    Asked asked,
    List<Section> sections,
    List<Row> rows,
    int units,
    int found,
    List<Difference> disputed,
    int differing,
    List<Verifier> verifiers,
    int done,
    int all,
    long mine,
    boolean verifies,
    boolean divides) {

  /** Units on a page: all of a province, a page of a country. */
  static final int ROWS = 50;

  /**
   * What is looked at.
   *
   * @param words of the names; empty: all units
   * @param page from 1
   */
  public record Asked(String words, int page) {

    /** Where the same units stand on another page. */
    public String address(Round round, int other) {
      var words = URLEncoder.encode(this.words, StandardCharsets.UTF_8);
      return "/rounds/%s/verification?words=%s&page=%d#bang".formatted(round.key(), words, other);
    }
  }

  public int pages() {
    return Math.max(1, Math.ceilDiv(found, ROWS));
  }

  /** Whether there are more than a page shows without being asked. */
  public boolean searchable() {
    return units > ROWS || !asked.words().isEmpty();
  }

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
