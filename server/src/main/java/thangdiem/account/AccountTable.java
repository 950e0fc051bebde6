package thangdiem.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;

/** The rows of accounts and their roles. */
@Component
class AccountTable {

  /** What signing in needs to know. */
  record Known(UUID id, Optional<String> password, Optional<String> totpSecret, boolean disabled) {}

  private final JdbcClient sql;

  AccountTable(JdbcClient sql) {
    this.sql = sql;
  }

  long count() {
    return sql.sql("select count(*) from account").query(Long.class).single();
  }

  Optional<Known> byLogin(String login) {
    return sql.sql(
            "select id, password, totp_secret, disabled_at from account where login = :login")
        .param("login", login)
        .query((row, _) ->
            new Known(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("password")),
                Optional.ofNullable(row.getString("totp_secret")),
                row.getTimestamp("disabled_at") != null))
        .optional();
  }

  Optional<Actor> actor(UUID account) {
    var rows =
        sql.sql(
                """
                select account.login, account.name, account.language, home.code as works_in,
                       held.role, held.unit, unit.name as unit_name
                  from account
                  join org_unit home on home.id = account.works_in
                  left join account_role held on held.account = account.id
                  left join org_unit unit on unit.id = held.unit
                 where account.id = :account and account.disabled_at is null
                 order by held.role
                """)
            .param("account", account)
            .query((row, _) -> row(account, row))
            .list();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var first = rows.getFirst();
    var grants = new ArrayList<Actor.Grant>();
    rows.forEach(row -> grants.addAll(row.grants()));
    return Optional.of(
        new Actor(
            account,
            first.login(),
            first.name(),
            first.unit(),
            first.language(),
            List.copyOf(grants)));
  }

  private static Actor row(UUID account, ResultSet row) throws SQLException {
    var role = row.getString("role");
    return new Actor(
        account,
        row.getString("login"),
        row.getString("name"),
        row.getString("works_in"),
        row.getString("language"),
        role == null
            ? List.of()
            : List.of(
                new Actor.Grant(
                    Role.valueOf(role),
                    row.getObject("unit", UUID.class),
                    row.getString("unit_name"))));
  }

  void add(UUID id, Person person, Optional<String> password, UUID worksIn) {
    sql.sql(
            """
            insert into account (id, login, name, post, email, phone, works_in, password, created_at)
            values (:id, :login, :name, :post, :email, :phone, :worksIn, :password,
                   now_effective())
            """)
        .param("id", id)
        .param("login", person.login())
        .param("name", person.name())
        .param("post", person.post())
        .param("email", person.email().orElse(null))
        .param("phone", person.phone().orElse(null))
        .param("worksIn", worksIn)
        .param("password", password.orElse(null))
        .update();
  }

  void grant(UUID account, Role role, UUID unit) {
    sql.sql("insert into account_role (account, role, unit) values (:account, :role, :unit)")
        .param("account", account)
        .param("role", role.name())
        .param("unit", unit)
        .update();
  }

  void signedIn(UUID account) {
    sql.sql("update account set last_sign_in = now_effective() where id = :account")
        .param("account", account)
        .update();
  }
}
