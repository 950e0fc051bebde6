package thangdiem.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on paper for the day on which the phone is lost (mã dự phòng): each good for one use. */
@Component
class RecoveryCodes {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // None that look alike.
  private static final int LENGTH = 10;
  private static final int CODES = 10;

  private final JdbcClient sql;
  private final Seal seal;

  RecoveryCodes(JdbcClient sql, Seal seal) {
    this.sql = sql;
    this.seal = seal;
  }

  /** New codes in the place of all before; they are told this once. */
  List<String> replace(UUID account) {
    remove(account);
    var codes = Stream.generate(RecoveryCodes::random).distinct().limit(CODES).toList();
    for (var code : codes) {
      sql.sql("insert into recovery_code (account, code_hash) values (:account, :hash)")
          .param("account", account)
          .param("hash", hash(account, code))
          .update();
    }
    return codes;
  }

  void remove(UUID account) {
    sql.sql("delete from recovery_code where account = :account")
        .param("account", account)
        .update();
  }

  /** Whether it was a code of that account; from now on it is none. */
  boolean spend(UUID account, String typed) {
    return sql.sql(
                """
                update recovery_code set used_at = now_effective()
                 where account = :account and code_hash = :hash and used_at is null
                """)
            .param("account", account)
            .param("hash", hash(account, typed))
            .update()
        == 1;
  }

  long left(UUID account) {
    return sql.sql(
            "select count(*) from recovery_code where account = :account and used_at is null")
        .param("account", account)
        .query(Long.class)
        .single();
  }

  private byte[] hash(UUID account, String code) {
    var letters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return seal.hash("recovery " + account + " " + letters);
  }

  private static String random() {
    return RANDOM
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
        .collect(Collectors.joining())
        .replaceAll("(.{5})(?!$)", "$1-");
  }
}
