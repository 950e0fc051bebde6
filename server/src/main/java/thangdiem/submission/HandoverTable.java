package thangdiem.submission;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the sheet's steps between clerk and head. */
@Component
class HandoverTable {

  private final JdbcClient sql;

  HandoverTable(JdbcClient sql) {
    this.sql = sql;
  }

  void add(Assessment assessment, boolean toHead, String words) {
    sql.sql(
            """
            insert into report_handover (id, round, unit, step, words, at, by_account)
            values (gen_random_uuid(), :round, :unit, :step, :words, now_effective(), :by)
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("step", toHead ? "TO_HEAD" : "RETURNED")
        .param("words", words)
        .param("by", assessment.reader())
        .update();
  }
}
