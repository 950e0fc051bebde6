package thangdiem.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.audit.Role;

/**
 * The page "who may see and do what" (ai được làm gì).
 *
 * @param role the one role that is asked about; absent: all
 * @param parts rights by the part of the application
 * @param byItself what the application does without being asked
 */
public record RightsPage(
    Optional<Role> role, Map<String, List<Right>> parts, List<Right> byItself) {

  public static final List<Role> ROLES = List.of(Role.values());

  /** The roles whose columns are shown. */
  public List<Role> columns() {
    return role.map(List::of).orElse(ROLES);
  }
}
