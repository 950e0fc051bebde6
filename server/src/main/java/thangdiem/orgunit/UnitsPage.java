package thangdiem.orgunit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The page of all units (danh sách đơn vị).
 *
 * @param wrongDay why the typed day could not be taken; today is shown then
 * @param day whose state is shown
 * @param total how many units existed on that day
 * @param perGroup of them in each group
 * @param blocks what was asked for, this page of it
 * @param found how many units were asked for, on all pages
 * @param ended which ended before that day
 * @param later which began after it
 */
public record UnitsPage(
    Asked asked,
    Optional<Sentence> wrongDay,
    LocalDate day,
    boolean today,
    int total,
    Map<String, Integer> perGroup,
    Map<String, String> groupNames,
    List<Block> blocks,
    int found,
    List<OrgUnit> ended,
    List<OrgUnit> later,
    boolean mayChange) {

  /** Rows on a page: more than a province with its communes has. */
  static final int ROWS = 300;

  private static final int MOST_ENDED = 200;

  /** The order of the list. */
  public enum Order {
    DECISION,
    NAME
  }

  /**
   * What the reader asked for.
   *
   * @param day as it was typed
   * @param below code of the unit whose own are asked for
   * @param page from 1
   */
  public record Asked(String words, String day, String group, String below, Order order, int page) {

    /** The address of the same question with another order or page. */
    public String address(Order other, int otherPage) {
      var address = new StringBuilder("/units?order=").append(other);
      add(address, "words", words);
      add(address, "day", day);
      add(address, "group", group);
      add(address, "below", below);
      if (otherPage > 1) {
        address.append("&page=").append(otherPage);
      }
      return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
      if (!value.isEmpty()) {
        address
            .append('&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
  }

  /**
   * Units under one heading.
   *
   * @param code of the group; empty where the heading is none
   * @param total how many units the heading has directly below it, on all pages
   */
  public record Block(String code, String name, int total, List<UnitRow> rows) {

    /** Whether the units here have numbers in the decision's list. */
    public boolean numbered() {
      return !code.isEmpty() && !code.equals(UnitList.NO_GROUP);
    }

    /** Whether any unit here has a portal: otherwise there is nothing to make a column of. */
    public boolean portals() {
      return rows.stream().anyMatch(row -> row.unit().portal().isPresent());
    }

    /** Whether anything stands below a unit here. */
    public boolean counts() {
      return rows.stream().anyMatch(row -> row.below() > 0);
    }
  }

  static UnitsPage of(
      UnitRegister register,
      Asked asked,
      LocalDate day,
      Optional<Sentence> wrongDay,
      boolean mayChange) {
    var list = new UnitList(day, register);
    var blocks = list.blocks(asked);
    return new UnitsPage(
        asked,
        wrongDay,
        day,
        day.equals(register.today()),
        list.size(),
        list.perGroup(),
        register.labels().groups(),
        page(blocks, (asked.page() - 1) * ROWS),
        blocks.stream().mapToInt(block -> block.rows().size()).sum(),
        list.ended().stream().limit(MOST_ENDED).toList(),
        list.later().stream().limit(MOST_ENDED).toList(),
        mayChange);
  }

  private static List<Block> page(List<Block> blocks, int skipped) {
    var page = new ArrayList<Block>();
    int skip = skipped;
    int left = ROWS;
    for (var block : blocks) {
      int from = Math.min(skip, block.rows().size());
      int to = Math.min(block.rows().size(), from + left);
      skip -= from;
      left -= to - from;
      if (to > from) {
        page.add(
            new Block(block.code(), block.name(), block.total(), block.rows().subList(from, to)));
      }
    }
    return page;
  }

  public int pages() {
    return Math.max(1, (found + ROWS - 1) / ROWS);
  }

  /** Whether the list is one without headings, in order of names. */
  public boolean flat() {
    return !asked.words().isEmpty() || asked.order() == Order.NAME;
  }
}
