package thangdiem.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row of one's own account, as its owner reads and changes it. */
@Component
class OwnAccountTable {

  /**
   * What the owner sees of it.
   *
   * @param hash of the password, where there is one
   * @param secondFactor whether one is set
   */
  record Own(Person person, String unit, Optional<String> hash, boolean secondFactor) {}

  /**
   * The shared secret.
   *
   * @param sealed with the home's key
   * @param lastStep whose code was used last
   */
  record SealedTotp(String sealed, long lastStep) {}

  private final JdbcClient sql;

  OwnAccountTable(JdbcClient sql) {
    this.sql = sql;
  }

  Own own(UUID account) {
    return sql.sql(
            """
            select account.login, account.name, account.post, account.email, account.phone,
                   account.password, account.totp_secret is not null as second_factor,
                   unit.name as unit
              from account join org_unit unit on unit.id = account.works_in
             where account.id = :account
            """)
        .param("account", account)
        .query((row, _) ->
            new Own(
                new Person(
                    row.getString("login"),
                    row.getString("name"),
                    row.getString("post"),
                    Optional.ofNullable(row.getString("email")),
                    Optional.ofNullable(row.getString("phone"))),
                row.getString("unit"),
                Optional.ofNullable(row.getString("password")),
                row.getBoolean("second_factor")))
        .single();
  }

  void setPassword(UUID account, String hash) {
    sql.sql("update account set password = :hash where id = :account")
        .param("hash", hash)
        .param("account", account)
        .update();
  }

  void setLanguage(UUID account, String language) {
    sql.sql("update account set language = :language where id = :account")
        .param("language", language)
        .param("account", account)
        .update();
  }

  Optional<SealedTotp> totp(UUID account) {
    return sql.sql(
            """
            select totp_secret, coalesce(totp_last_step, 0) as last_step
              from account where id = :account and totp_secret is not null
            """)
        .param("account", account)
        .query((row, _) -> new SealedTotp(row.getString("totp_secret"), row.getLong("last_step")))
        .optional();
  }

  /** Whether the code of that step was still unused; two at once cannot both use it. */
  boolean useStep(UUID account, long step) {
    return sql.sql(
                """
                update account set totp_last_step = :step
                 where id = :account and coalesce(totp_last_step, 0) < :step
                """)
            .param("step", step)
            .param("account", account)
            .update()
        == 1;
  }

  void setTotp(UUID account, String sealed, long step) {
    sql.sql(
            """
            update account set totp_secret = :sealed, totp_last_step = :step where id = :account
            """)
        .param("sealed", sealed)
        .param("step", step)
        .param("account", account)
        .update();
  }

  void removeTotp(UUID account) {
    sql.sql("update account set totp_secret = null, totp_last_step = null where id = :account")
        .param("account", account)
        .update();
  }
}
