package thangdiem.submission;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of who does which section. */
@Component
class AssignmentTable {

  private final JdbcClient sql;

  AssignmentTable(JdbcClient sql) {
    this.sql = sql;
  }

  void give(Assessment assessment, String section, UUID account) {
    sql.sql(
            """
            insert into section_assignment (round, unit, section, account, at, by_account)
            values (:round, :unit, :section, :account, now_effective(), :by)
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("section", section)
        .param("account", account)
        .param("by", assessment.reader())
        .update();
  }

  /** Takes it back from whoever has it; false when nobody has. */
  boolean takeBack(Assessment assessment, String section) {
    return sql.sql(
                """
                delete from section_assignment
                 where round = :round and unit = :unit and section = :section
                """)
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("section", section)
            .update()
        == 1;
  }
}
