package thangdiem.submission;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what stands at the head of reports on paper, and who receives them. */
@Component
class LetterTable {

  private final JdbcClient sql;

  LetterTable(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<LetterHead> of(Assessment assessment) {
    return sql.sql(
            """
            select number, place, post from report_letter where round = :round and unit = :unit
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .query(LetterHead.class)
        .optional();
  }

  void set(Assessment assessment, LetterHead head) {
    sql.sql(
            """
            insert into report_letter (round, unit, number, place, post, at, by_account)
            values (:round, :unit, :number, :place, :post, now_effective(), :by)
            on conflict (round, unit) do update
              set number = excluded.number, place = excluded.place, post = excluded.post,
                  at = excluded.at, by_account = excluded.by_account
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("number", head.number())
        .param("place", head.place())
        .param("post", head.post())
        .param("by", assessment.reader())
        .update();
  }

  /**
   * The agency in which most of those work who run rounds (cơ quan chủ trì); absent where they work
   * for the province as a whole.
   */
  Optional<String> organiser() {
    return sql.sql(
            """
            select unit.official_name
              from account_role held
              join account on account.id = held.account and account.disabled_at is null
              join org_unit unit on unit.id = account.works_in and unit.parent is not null
             where held.role = 'ORGANISER'
             group by unit.id
             order by count(*) desc, unit.ordinal, unit.code
             limit 1
            """)
        .query(String.class)
        .optional();
  }
}
