package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The page of all units (danh sách đơn vị).
 *
 * @param wrongDay why the typed day could not be taken; today is shown then
 * @param day whose state is shown
 * @param blocks the units group by group; one block when they are searched or in order of names
 * @param ended which ended before that day
 * @param later which began after it
 * @param criteria the criteria sets to take units over from
 */
public record UnitsPage(
    Asked asked,
    Optional<Sentence> wrongDay,
    LocalDate day,
    boolean today,
    List<Block> blocks,
    List<OrgUnit> ended,
    List<OrgUnit> later,
    boolean mayChange,
    List<String> criteria) {

  /** What the reader asked for: words, a day, an order. */
  public record Asked(String words, String day, Order order) {

    boolean searches() {
      return !words.isEmpty();
    }

    public boolean flat() {
      return searches() || order == Order.NAME;
    }
  }

  /** The order of the list. */
  public enum Order {
    DECISION,
    NAME
  }

  /**
   * Units under one heading.
   *
   * @param name of the group; empty for units outside all groups
   */
  public record Block(String code, String name, List<UnitNode> units) {

    /** Whether anything here has a number in the decision's list. */
    public boolean numbered() {
      return !code.isEmpty();
    }
  }

  /** How many units are in the lists. */
  public int count() {
    return blocks.stream()
        .flatMap(block -> block.units().stream())
        .mapToInt(node -> 1 + node.count())
        .sum();
  }

  /** How many of them are ranked. */
  public long ranked() {
    return blocks.stream()
        .flatMap(block -> block.units().stream())
        .mapToLong(UnitsPage::ranked)
        .sum();
  }

  private static long ranked(UnitNode node) {
    return (node.unit().rankingGroup().isPresent() ? 1 : 0)
        + node.below().stream().mapToLong(UnitsPage::ranked).sum();
  }
}
