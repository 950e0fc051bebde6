package thangdiem.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of invitations. */
@Component
class InvitationTable {

  private static final String BY_HASH =
      """
      select invitation.id, invitation.account, account.works_in, account.login, account.name,
             account.post, account.email, account.phone, unit.name as unit_name,
             account.totp_secret is not null as second_factor,
             account.disabled_at is not null as disabled, invitation.expires_at,
             invitation.used_at, invitation.withdrawn_at
        from invitation
        join account on account.id = invitation.account
        join org_unit unit on unit.id = account.works_in
       where invitation.code_hash = :hash
      """;

  private final JdbcClient sql;

  InvitationTable(JdbcClient sql) {
    this.sql = sql;
  }

  OffsetDateTime now() {
    return sql.sql("select now_effective()").query(OffsetDateTime.class).single();
  }

  void add(UUID id, byte[] hash, UUID account, UUID by, OffsetDateTime expiresAt, boolean mail) {
    sql.sql(
            """
            insert into invitation (id, code_hash, account, created_at, created_by, expires_at, mail)
            values (:id, :hash, :account, now_effective(), :by, :expiresAt, :mail)
            """)
        .param("id", id)
        .param("hash", hash)
        .param("account", account)
        .param("by", by)
        .param("expiresAt", expiresAt)
        .param("mail", mail ? "waiting" : "none")
        .update();
  }

  void mailed(UUID id, boolean sent) {
    sql.sql("update invitation set mail = :mail where id = :id")
        .param("mail", sent ? "sent" : "failed")
        .param("id", id)
        .update();
  }

  Optional<Invitation> byHash(byte[] hash) {
    return sql.sql(BY_HASH).param("hash", hash).query((row, _) -> invitation(row)).optional();
  }

  /** The same, and nobody else uses it until the end of the transaction. */
  Optional<Invitation> taken(byte[] hash) {
    return sql.sql(BY_HASH + " for update of invitation, account")
        .param("hash", hash)
        .query((row, _) -> invitation(row))
        .optional();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("works_in", UUID.class),
        new Person(
            row.getString("login"),
            row.getString("name"),
            row.getString("post"),
            Optional.ofNullable(row.getString("email")),
            Optional.ofNullable(row.getString("phone"))),
        row.getString("unit_name"),
        row.getBoolean("second_factor"),
        row.getBoolean("disabled"),
        row.getObject("expires_at", OffsetDateTime.class),
        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class)),
        Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class)));
  }

  void use(UUID id) {
    sql.sql("update invitation set used_at = now_effective() where id = :id")
        .param("id", id)
        .update();
  }

  void setPassword(UUID account, String hash) {
    sql.sql("update account set password = :hash, version = version + 1 where id = :account")
        .param("hash", hash)
        .param("account", account)
        .update();
  }

  Set<String> logins() {
    return new HashSet<>(sql.sql("select login from account").query(String.class).list());
  }

  /** Who works where, for finding people who are in a list twice. */
  record Known(String name, UUID worksIn) {}

  List<Known> known() {
    return sql.sql("select name, works_in from account where erased_at is null")
        .query((row, _) -> new Known(row.getString("name"), row.getObject("works_in", UUID.class)))
        .list();
  }
}
