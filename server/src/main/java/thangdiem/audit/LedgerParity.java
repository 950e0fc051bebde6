package thangdiem.audit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import thangdiem.audit.LedgerState.Said;
import thangdiem.proof.LedgerEntry.Commitment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the tables against the ledger (đối chiếu dữ liệu với nhật ký): every kept row must be what
 * the events have said of it. Called within a transaction.
 */
@Component
class LedgerParity {

  private static final int ROWS_AT_ONCE = 2_000;

  private final JdbcTemplate sql;
  private final KeptTables tables;

  /** Is told of what differs. */
  interface Differences {

    /** A row that no event has said. */
    void unsaid(KeptTable table, String row, JsonNode columns);

    /** A row that was said and is not there. */
    void missing(String row, Said said);

    /**
     * A column with another value than the one said.
     *
     * @param said absent when nothing was said of it
     */
    void differs(KeptTable table, String row, String column, @Nullable Said said, JsonNode columns);
  }

  LedgerParity(DataSource database, KeptTables tables) {
    this.sql = new JdbcTemplate(database);
    sql.setFetchSize(ROWS_AT_ONCE);
    this.tables = tables;
  }

  void compare(LedgerState state, Differences differences) {
    // Instants and bytes as the triggers write them, whatever this connection is set to.
    sql.execute("set local timezone = 'UTC'");
    sql.execute("set local bytea_output = 'hex'");
    var found = new HashSet<String>();
    var rows = state.rows();
    tables.all().forEach(table -> compare(table, rows, found, differences));
    rows.forEach((row, said) -> {
      if (!found.contains(row) && tables.ofRow(row).isPresent()) {
        differences.missing(row, said.values().iterator().next());
      }
    });
  }

  private void compare(
      KeptTable table,
      Map<String, Map<String, Said>> said,
      Set<String> found,
      Differences differences) {
    var json = JsonMapper.shared();
    sql.query(
        "select to_jsonb(kept)::text from %s kept".formatted(table.name()),
        result -> {
          var columns = json.readTree(result.getString(1));
          var row = table.row(columns);
          found.add(row);
          var known = said.get(row);
          if (known == null) {
            differences.unsaid(table, row, columns);
          } else {
            compare(table, row, known, columns, differences);
          }
        });
  }

  private static void compare(
      KeptTable table,
      String row,
      Map<String, Said> known,
      JsonNode columns,
      Differences differences) {
    for (var column : columns.propertyNames()) {
      var last = known.get(column);
      if ((table.says(column) || last != null)
          && !same(table, column, last, KeptTable.text(columns, column))) {
        differences.differs(table, row, column, last, columns);
      }
    }
  }

  private static boolean same(KeptTable table, String column, @Nullable Said said, String value) {
    if (said == null) {
      return value.isEmpty();
    }
    if (said.committed()) {
      return said.commitment()
          .map(known -> new Commitment(known.salt(), value).hash())
          .map(hash -> hash.equals(said.value()))
          .orElse(false);
    }
    return said.value()
        .equals(table.digested().contains(column) ? ChangedRows.digest(value) : value);
  }
}
