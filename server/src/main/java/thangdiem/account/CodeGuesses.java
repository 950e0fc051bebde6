package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;

/**
 * Counts codes that were none (đoán mã), by where they came from. A code has some 800 million
 * million possibilities, so the limit is generous: it ends the guessing without barring an office
 * whose people share one address.
 */
@Component
class CodeGuesses {

  static final int MOST = 30;

  /** In the place of a login, which a code has none of. */
  private static final String CODES = "(invitation)";

  private final JdbcClient sql;
  private final Acts acts;

  CodeGuesses(JdbcClient sql, Acts acts) {
    this.sql = sql;
    this.acts = acts;
  }

  /** Whether so many wrong codes came from there that no other is looked at for now. */
  boolean tooMany(HttpServletRequest request) {
    return sql.sql(
                """
                select count(*) from sign_in_failure
                 where login = :codes and address = :address
                   and at > now_effective() - interval '15 minutes'
                """)
            .param("codes", CODES)
            .param("address", request.getRemoteAddr())
            .query(Integer.class)
            .single()
        >= MOST;
  }

  void wrong(HttpServletRequest request) {
    acts.bySystem(
        Act.SIGN_IN_FAILED,
        event -> {
          sql.sql(
                  """
                  insert into sign_in_failure (login, address, at)
                  values (:codes, :address, now_effective())
                  """)
              .param("codes", CODES)
              .param("address", request.getRemoteAddr())
              .update();
          return event.with("way", "invitation");
        });
  }
}
