package thangdiem.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.audit.Subject;
import thangdiem.orgunit.OrgUnit;

/**
 * What the administrator changes of accounts (quản trị tài khoản). What somebody may do is read
 * from the database at each of their requests, so all of this holds from the next one on.
 */
@Component
class AccountChanges {

  private final AccountChangeTable table;
  private final Sessions sessions;
  private final KnownDevices devices;
  private final RecoveryCodes recovery;
  private final Acts acts;

  AccountChanges(
      AccountChangeTable table,
      Sessions sessions,
      KnownDevices devices,
      RecoveryCodes recovery,
      Acts acts) {
    this.table = table;
    this.sessions = sessions;
    this.devices = devices;
    this.recovery = recovery;
    this.acts = acts;
  }

  /**
   * Changes who somebody is and where they work.
   *
   * @param version that the administrator has seen
   * @throws Refusal when somebody else has changed it since
   */
  void change(Actor actor, AccountLine before, Person after, OrgUnit worksIn, int version) {
    acts.run(
        actor,
        Act.ACCOUNT_CHANGED,
        Subject.unit(before.worksIn()),
        event -> {
          notErased(before);
          table.change(before.id(), after, worksIn.id(), version);
          event.with("account", before.id());
          var changed = changed(before.person(), after);
          changed.forEach(event::personally);
          var fields = new ArrayList<>(changed.keySet());
          if (!worksIn.id().equals(before.worksIn())) {
            event.with("worksIn", worksIn.code());
            fields.add("worksIn");
          }
          event.with("changed", String.join(" ", fields));
        });
  }

  private static Map<String, String> changed(Person before, Person after) {
    var changed = new LinkedHashMap<String, String>();
    note(changed, "name", before.name(), after.name());
    note(changed, "post", before.post(), after.post());
    note(changed, "email", before.email().orElse(""), after.email().orElse(""));
    note(changed, "phone", before.phone().orElse(""), after.phone().orElse(""));
    return changed;
  }

  private static void note(Map<String, String> changed, String field, String was, String is) {
    if (!was.equals(is)) {
      changed.put(field, is);
    }
  }

  /** Disables an account: its sessions end, its codes are dead. */
  void disable(Actor actor, AccountLine account) {
    notOneself(actor, account.id());
    acts.run(
        actor,
        Act.ACCOUNT_DISABLED,
        Subject.unit(account.worksIn()),
        event -> {
          anotherAdministratorStays(account);
          if (!table.disable(account.id())) {
            throw new Refusal("account.disabledAlready");
          }
          event
              .with("account", account.id())
              .with("codes", table.withdrawCodes(account.id()))
              .with("sessions", sessions.endAll(account.id()));
        });
  }

  /** Enables it again, with the roles it had. */
  void enable(Actor actor, AccountLine account) {
    notOneself(actor, account.id());
    acts.run(
        actor,
        Act.ACCOUNT_ENABLED,
        Subject.unit(account.worksIn()),
        event -> {
          notErased(account);
          if (!table.enable(account.id())) {
            throw new Refusal("account.enabledAlready");
          }
          event.with("account", account.id());
        });
  }

  /** Gives a role in a unit. */
  void grant(Actor actor, AccountLine account, Role role, OrgUnit unit) {
    notOneself(actor, account.id());
    acts.run(
        actor,
        Act.ROLE_GRANTED,
        Subject.unit(unit.id()),
        event -> {
          notErased(account);
          table.lock(account.id());
          Granting.require(Granting.against(role, unit));
          Granting.require(Granting.against(role, table.held(account.id())));
          if (!table.grant(account.id(), role, unit.id())) {
            throw new Refusal("account.roleHeldAlready");
          }
          event.with("account", account.id()).with("role", role).with("in", unit.code());
        });
  }

  /** Takes a role in a unit away. */
  void withdraw(Actor actor, AccountLine account, Role role, OrgUnit unit) {
    acts.run(
        actor,
        Act.ROLE_WITHDRAWN,
        Subject.unit(unit.id()),
        event -> {
          if (role == Role.ADMINISTRATOR) {
            anotherAdministratorStays(account);
          }
          if (!table.withdraw(account.id(), role, unit.id())) {
            throw new NotFound(role + " of " + account.id() + " in " + unit.code());
          }
          event.with("account", account.id()).with("role", role).with("in", unit.code());
        });
  }

  /** Removes the second factor of somebody who has lost it; they sign in and set up a new one. */
  void resetSecondFactor(Actor actor, AccountLine account) {
    notOneself(actor, account.id());
    acts.run(
        actor,
        Act.SECOND_FACTOR_RESET,
        Subject.unit(account.worksIn()),
        event -> {
          notErased(account);
          table.removeTotp(account.id());
          recovery.remove(account.id());
          devices.forget(account.id());
          event
              .with("account", account.id())
              .with("passkeys", table.removePasskeys(account.id()))
              .with("sessions", sessions.endAll(account.id()));
        });
  }

  /**
   * Erases what is known of somebody (xoá dữ liệu cá nhân, Luật 91/2025/QH15): the account stays as
   * a number that events point to, disabled for good; in the ledger only the salted commitments
   * stay, so that it still verifies.
   */
  Erased erase(Actor actor, AccountLine account) {
    notOneself(actor, account.id());
    return acts.perform(
        actor,
        Act.PERSONAL_DATA_ERASED,
        Subject.unit(account.worksIn()),
        event -> {
          notErased(account);
          anotherAdministratorStays(account);
          var roles = account.roles().stream().map(HeldRole::role).toList();
          var erased =
              new Erased(
                  table.eraseInLedger(account.id(), account.person()),
                  sessions.endAll(account.id()),
                  table.removePasskeys(account.id()),
                  table.forgetIdentities(account.id()),
                  roles);
          recovery.remove(account.id());
          devices.forget(account.id());
          table.withdrawCodes(account.id());
          table.withdrawAll(account.id());
          table.erase(account.id(), account.person().login());
          event
              .with("account", account.id())
              .with("values", erased.values())
              .with("sessions", erased.sessions())
              .with("passkeys", erased.passkeys())
              .with("identities", erased.identities())
              .with("roles", String.join(" ", roles.stream().map(Role::name).toList()));
          return erased;
        });
  }

  private static void notOneself(Actor actor, UUID account) {
    if (actor.account().equals(account)) {
      throw new Refusal("account.notYourself");
    }
  }

  private static void notErased(AccountLine account) {
    if (account.erasedAt().isPresent()) {
      throw new Refusal("account.erasedAlready");
    }
  }

  /** Two administrators who disable each other at once wait for each other here. */
  private void anotherAdministratorStays(AccountLine account) {
    if (account.holds(Role.ADMINISTRATOR) && !table.anotherAdministrator(account.id())) {
      throw new Refusal("account.lastAdministrator");
    }
  }

  /** The role of that name. */
  static Optional<Role> role(String name) {
    for (var role : Role.values()) {
      if (role.name().equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
