package thangdiem.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;

/** The accounts of the installation (các tài khoản). */
@Component
public class Accounts {

  private final AccountTable table;
  private final Passwords passwords;

  Accounts(AccountTable table, Passwords passwords) {
    this.table = table;
    this.passwords = passwords;
  }

  /** Who that account is at this moment; absent when it is disabled or gone. */
  public Optional<Actor> actor(UUID account) {
    return table.actor(account);
  }

  /**
   * Makes an account with a role; called within an act that says so.
   *
   * @param worksIn the unit the person works in
   * @param unit the unit in which the role is held
   */
  public UUID make(Person person, String password, UUID worksIn, Role role, UUID unit) {
    return make(person, Optional.of(passwords.hash(password)), worksIn, role, unit);
  }

  /** Makes an account that cannot sign in yet: it has no password. */
  public UUID makeWithoutPassword(Person person, UUID worksIn, Role role, UUID unit) {
    return make(person, Optional.empty(), worksIn, role, unit);
  }

  private UUID make(Person person, Optional<String> hash, UUID worksIn, Role role, UUID unit) {
    var id = UUID.randomUUID();
    table.add(id, person, hash, worksIn);
    table.grant(id, role, unit);
    return id;
  }

  /** Whether nobody has an account yet. */
  public boolean none() {
    return table.count() == 0;
  }
}
