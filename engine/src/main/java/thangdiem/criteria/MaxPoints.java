package thangdiem.criteria;

import java.util.Map;
import java.util.Optional;

/**
 * The maximum of a criterion, a group of criteria or a section for each unit group (điểm tối đa); a
 * group left out has no such thing.
 */
public record MaxPoints(Map<String, Points> byGroup) {

  public MaxPoints {
    byGroup = Map.copyOf(byGroup);
  }

  /** The maximum for units of that group; empty where it does not exist for them. */
  public Optional<Points> of(String group) {
    return Optional.ofNullable(byGroup.get(group));
  }
}
