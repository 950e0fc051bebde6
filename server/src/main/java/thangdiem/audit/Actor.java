package thangdiem.audit;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who is signed in (người đang làm việc), as the database knew them when the request came.
 *
 * @param unit the code of the unit they work in
 */
public record Actor(
    UUID account, String login, String name, String unit, String language, List<Grant> grants) {

  /**
   * A role held in a unit.
   *
   * @param unit the unit's id; the role reaches everything below it too
   * @param unitName for showing
   */
  public record Grant(Role role, UUID unit, String unitName) {}

  /** Whether any of these roles is held, wherever. */
  public boolean isAny(Role... roles) {
    return grants.stream().anyMatch(grant -> Arrays.asList(roles).contains(grant.role()));
  }
}
