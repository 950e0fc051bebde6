package thangdiem.orgunit;

import java.util.List;

/**
 * A unit in the list, as it was on the chosen day (đơn vị trong danh sách).
 *
 * @param name as it was printed then
 * @param above what it belongs to, where the list does not show it by its place
 */
public record UnitNode(OrgUnit unit, String name, String above, List<UnitNode> below) {

  /** How many units are below, however deep. */
  public int count() {
    return below.stream().mapToInt(node -> 1 + node.count()).sum();
  }
}
