package thangdiem.verification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.round.Round;

/**
 * Of which units anything was found, heard, added or decided (đơn vị có thay đổi), as the database
 * notes it itself with each change.
 */
@Component
class ChangeTable {

  /** Nothing was read yet. */
  static final String NEVER = "0";

  private final JdbcClient sql;

  ChangeTable(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * How a unit was changed last.
   *
   * @param transaction which did
   * @param added which added to the report itself
   * @param decided which measured, decided, deducted or corrected something
   */
  record Mark(String transaction, Optional<String> added, Optional<String> decided) {}

  /**
   * What was changed.
   *
   * @param until by which the next question begins: no transaction before it is still under way
   */
  record Changes(String until, Map<UUID, Mark> marks) {}

  /** What was changed by transactions that were not seen by then; some may have been. */
  Changes since(Round round, String since) {
    var marks = new HashMap<UUID, Mark>();
    var until = new String[] {since};
    sql.sql(
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text as until, known.unit,
                   known.transaction::text as transaction, known.added::text as added,
                   known.decided::text as decided
              from (values (1)) always
              left join verification_change known
                on known.round = :round and known.transaction >= cast(:since as xid8)
            """)
        .param("round", round.id())
        .param("since", since)
        .query(row -> {
          until[0] = row.getString("until");
          var unit = row.getObject("unit", UUID.class);
          if (unit != null) {
            marks.put(
                unit,
                new Mark(
                    row.getString("transaction"),
                    Optional.ofNullable(row.getString("added")),
                    Optional.ofNullable(row.getString("decided"))));
          }
        });
    return new Changes(until[0], marks);
  }
}
