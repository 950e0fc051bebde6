package thangdiem.criteria;

import java.util.Map;
import java.util.Optional;

/**
 * A grade (loại: Tốt, Khá, …).
 *
 * @param floor the least total that earns it; empty for the lowest grade
 * @param ownFloors the least total for units of groups where it is another one
 */
public record Grade(
    String name, Optional<Points> floor, Map<String, Points> ownFloors, String basis) {

  /** The least total that earns it for a unit of that group. */
  public Optional<Points> floor(String group) {
    return floor.map(common -> ownFloors.getOrDefault(group, common));
  }

  /** Whether a unit of that group has it for that total. */
  public boolean reachedBy(Points total, String group) {
    return floor(group).map(least -> total.compareTo(least) >= 0).orElse(true);
  }
}
