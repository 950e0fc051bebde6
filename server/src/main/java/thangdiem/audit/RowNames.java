package thangdiem.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.words.Sentence;

/** Says in words which row or value the ledger means: names instead of identifiers (tên gọi). */
@Component
class RowNames {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final JdbcClient sql;
  private final KeptTables tables;

  RowNames(JdbcClient sql, KeptTables tables) {
    this.sql = sql;
    this.tables = tables;
  }

  /** The names of all units, rounds and people, by identifier. */
  Map<String, String> now() {
    var names = new java.util.HashMap<String, String>();
    sql.sql(
            """
            select id::text, name from org_unit
            union all select id::text, name from round
            union all select id::text, name from account
            """)
        .query((row, _) -> names.put(row.getString("id"), row.getString("name")))
        .list();
    return names;
  }

  /** What a row is, such as "đơn vị tham gia". */
  Object table(String row) {
    return tables.ofRow(row).<Object>map(table -> Sentence.of("kept." + table.name())).orElse(row);
  }

  /** What a column is, such as "nộp lúc". */
  Object column(String row, String column) {
    return tables
        .ofRow(row)
        .filter(table -> table.columns().contains(column))
        .<Object>map(table -> Sentence.of("kept." + table.name() + "." + column))
        .orElse(column);
  }

  /** Which row: the parts of its key, with names where they are known. */
  static String key(String row, Map<String, String> names) {
    List<String> parts = new ArrayList<>();
    for (var part : row.substring(row.indexOf('/') + 1).split("/", -1)) {
      parts.add(value(part, names));
    }
    return String.join(" · ", parts);
  }

  static boolean isIdentifier(String value) {
    return ID.matcher(value).matches();
  }

  /** A value, or the name that it is the identifier of. */
  static String value(String value, Map<String, String> names) {
    return isIdentifier(value) ? names.getOrDefault(value, value) : value;
  }
}
