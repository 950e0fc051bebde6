package thangdiem.account;

import java.util.List;
import java.util.Map;
import thangdiem.audit.Role;

/**
 * The page of all accounts that the reader reaches (danh sách tài khoản).
 *
 * @param more whether the list goes on
 * @param counts how many there are in each state, whatever is looked for
 * @param mayInvite whether the reader invites people; everybody else only reads
 */
public record AccountsPage(
    AccountQuery query,
    List<AccountLine> lines,
    boolean more,
    Map<AccountState, Integer> counts,
    List<UnitName> units,
    boolean mayInvite) {

  public static final List<Role> ROLES = List.of(Role.values());

  public int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int next() {
    return query.skip() + AccountList.PAGE;
  }
}
