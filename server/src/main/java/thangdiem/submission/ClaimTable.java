package thangdiem.submission;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of claims that something does not apply. */
@Component
class ClaimTable {

  private final JdbcClient sql;

  ClaimTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Claims; false where it is claimed already, which stays as it was claimed. */
  boolean claim(Assessment assessment, String code, String reason) {
    return sql.sql(
                """
                insert into not_applicable_claim (round, unit, code, reason, at, by_account)
                values (:round, :unit, :code, :reason, now_effective(), :by)
                on conflict do nothing
                """)
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("code", code)
            .param("reason", reason)
            .param("by", assessment.reader())
            .update()
        == 1;
  }

  /** The same where something may be claimed for another reason already, which then goes. */
  boolean state(Assessment assessment, String code, String reason) {
    withdraw(assessment, code);
    return claim(assessment, code, reason);
  }

  boolean withdraw(Assessment assessment, String code) {
    return sql.sql(
                """
                delete from not_applicable_claim
                 where round = :round and unit = :unit and code = :code
                """)
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("code", code)
            .update()
        == 1;
  }
}
