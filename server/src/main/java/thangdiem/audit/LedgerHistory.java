package thangdiem.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one value of a unit has been, as the ledger says it (lịch sử của một giá trị). */
@Component
public class LedgerHistory {

  private final JdbcClient sql;

  LedgerHistory(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * That a value became another.
   *
   * @param by the name of who did it; absent where the application did
   * @param value absent where it was taken away
   */
  public record Change(OffsetDateTime at, Optional<String> by, Optional<String> value) {}

  /**
   * The changes of a column that is said openly, the latest first.
   *
   * @param row as the ledger names it: table and key, with "/" between
   */
  public List<Change> of(Subject subject, String row, String column, int most) {
    return sql.sql(
            """
            select said.at, account.name, said.rows ->> :column as value
              from (select event.at, event.actor, event.payload::jsonb -> 'rows' as rows
                      from ledger_event event
                     where event.unit = :unit and event.round = :round
                       and position(:row in event.payload) > 0) said
              left join account on account.id = said.actor
             where jsonb_exists_any(said.rows, array[:row, :column])
             order by said.at desc
             limit :most
            """)
        .param("column", row + ChangedRows.COLUMN + column)
        .param("unit", subject.unit().orElseThrow())
        .param("round", subject.round().orElseThrow())
        .param("row", row)
        .param("most", most)
        .query((found, _) ->
            new Change(
                found.getObject("at", OffsetDateTime.class),
                Optional.ofNullable(found.getString("name")),
                Optional.ofNullable(found.getString("value"))))
        .list();
  }
}
