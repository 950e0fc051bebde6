package thangdiem.account;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;

/** Changes the rows of accounts and of what hangs on them. */
@Component
class AccountChangeTable {

  /** What stands for the name of somebody whose data was erased. */
  static final String NOBODY = "(đã xoá dữ liệu cá nhân)";

  /** What people do to their own account. */
  private static final String[] OWN_ACTS =
      Arrays.stream(Act.values()).filter(Act::forThemselves).map(Enum::name).toArray(String[]::new);

  private final JdbcClient sql;

  AccountChangeTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Keeps others from changing the account until the end of the transaction. */
  void lock(UUID account) {
    sql.sql("select id from account where id = :account for update")
        .param("account", account)
        .query(UUID.class)
        .single();
  }

  void change(UUID account, Person person, UUID worksIn, int version) {
    int changed =
        sql.sql(
                """
                update account
                   set name = :name, post = :post, email = :email, phone = :phone,
                       works_in = :worksIn, version = version + 1
                 where id = :account and version = :version
                """)
            .param("name", person.name())
            .param("post", person.post())
            .param("email", person.email().orElse(null))
            .param("phone", person.phone().orElse(null))
            .param("worksIn", worksIn)
            .param("account", account)
            .param("version", version)
            .update();
    if (changed != 1) {
      throw new Refusal("account.changedMeanwhile", person.name());
    }
  }

  /** Whether it was enabled until now. */
  boolean disable(UUID account) {
    return sql.sql(
                """
                update account set disabled_at = now_effective(), version = version + 1
                 where id = :account and disabled_at is null
                """)
            .param("account", account)
            .update()
        == 1;
  }

  boolean enable(UUID account) {
    return sql.sql(
                """
                update account set disabled_at = null, version = version + 1
                 where id = :account and disabled_at is not null and erased_at is null
                """)
            .param("account", account)
            .update()
        == 1;
  }

  /**
   * Whether somebody else is an administrator and can sign in. Waits for whoever is changing that
   * at this moment.
   */
  boolean anotherAdministrator(UUID account) {
    sql.sql(
            """
            select account from account_role where role = 'ADMINISTRATOR'
             order by account, unit for update
            """)
        .query(UUID.class)
        .list();
    return sql.sql(
            """
            select exists (
              select from account_role held
                join account on account.id = held.account and account.disabled_at is null
               where held.role = 'ADMINISTRATOR' and held.account <> :account
                 and (account.password is not null or account.last_sign_in is not null))
            """)
        .param("account", account)
        .query(Boolean.class)
        .single();
  }

  List<HeldRole> held(UUID account) {
    return sql.sql(
            """
            select held.role, unit.code, unit.name
              from account_role held join org_unit unit on unit.id = held.unit
             where held.account = :account
            """)
        .param("account", account)
        .query((row, _) ->
            new HeldRole(
                Role.valueOf(row.getString("role")), row.getString("code"), row.getString("name")))
        .list();
  }

  /** Whether it was not held yet. */
  boolean grant(UUID account, Role role, UUID unit) {
    return sql.sql(
                """
                insert into account_role (account, role, unit) values (:account, :role, :unit)
                on conflict do nothing
                """)
            .param("account", account)
            .param("role", role.name())
            .param("unit", unit)
            .update()
        == 1;
  }

  /** Whether it was held. */
  boolean withdraw(UUID account, Role role, UUID unit) {
    return sql.sql(
                """
                delete from account_role
                 where account = :account and role = :role and unit = :unit
                """)
            .param("account", account)
            .param("role", role.name())
            .param("unit", unit)
            .update()
        == 1;
  }

  void withdrawAll(UUID account) {
    sql.sql("delete from account_role where account = :account").param("account", account).update();
  }

  /** Makes the codes that they hold useless. */
  int withdrawCodes(UUID account) {
    return sql.sql(
            """
            update invitation set withdrawn_at = now_effective()
             where account = :account and used_at is null and withdrawn_at is null
            """)
        .param("account", account)
        .update();
  }

  void removeTotp(UUID account) {
    sql.sql("update account set totp_secret = null, totp_last_step = null where id = :account")
        .param("account", account)
        .update();
  }

  int removePasskeys(UUID account) {
    int removed =
        sql.sql(
                """
                delete from user_credentials using user_entities
                 where user_entities.id = user_credentials.user_entity_user_id
                   and user_entities.name = :account
                """)
            .param("account", account.toString())
            .update();
    sql.sql("delete from user_entities where name = :account")
        .param("account", account.toString())
        .update();
    return removed;
  }

  int forgetIdentities(UUID account) {
    return sql.sql("delete from external_identity where account = :account")
        .param("account", account)
        .update();
  }

  /**
   * Erases the values behind the commitments of events that are about this person: those that name
   * the account, those in which they did something to their own account, and failed attempts to
   * sign in by their login.
   */
  int eraseInLedger(UUID account, Person person) {
    return sql.sql(
            """
            delete from ledger_commitment said using ledger_event event
             where event.event = said.event
               and (said.field like 'account/' || :account || '#%'
                    or event.payload::jsonb -> 'data' ->> 'account' = :account
                    or event.actor::text = :account and event.kind = any (:own)
                    or event.kind = 'SIGN_IN_FAILED' and lower(said.value) = :login
                    or event.kind = 'FIRST_ADMINISTRATOR_MADE' and said.value = :name)
            """)
        .param("account", account.toString())
        .param("own", OWN_ACTS)
        .param("login", person.login())
        .param("name", person.name())
        .update();
  }

  /** Leaves of the account its number, its unit and its dates. */
  void erase(UUID account, String login) {
    sql.sql("delete from sign_in_failure where login = :login").param("login", login).update();
    sql.sql(
            """
            update account
               set login = 'da-xoa-' || id::text, name = :nobody, post = '', email = null,
                   phone = null, password = null, totp_secret = null, totp_last_step = null,
                   disabled_at = coalesce(disabled_at, now_effective()),
                   erased_at = now_effective(), version = version + 1
             where id = :account
            """)
        .param("nobody", NOBODY)
        .param("account", account)
        .update();
  }
}
