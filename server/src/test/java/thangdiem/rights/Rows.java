package thangdiem.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.QuietDatabase;

/**
 * All rows of all tables: whether a request has changed any, and back to what they were. The ledger
 * only grows, here as anywhere.
 */
final class Rows {

  /**
   * When somebody was last seen, who guesses how often, what of a file has arrived or was drawn,
   * which transaction judged last, and where the application itself puts events in their place at
   * its own time: nothing of the province.
   */
  private static final Set<String> UNTOLD =
      Set.of(
          "spring_session",
          "spring_session_attributes",
          "sign_in_failure",
          "evidence_piece",
          "evidence_inspection",
          "evidence_preview",
          "evidence_text",
          "verification_change",
          "ledger_queue",
          "ledger_leaf",
          "ledger_checkpoint",
          "flyway_schema_history");

  private static final JdbcClient SQL = QuietDatabase.superuser();

  private Map<String, String> kept = Map.of();
  private final List<String> tables =
      SQL.sql(
              """
              select table_name from information_schema.tables
               where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
              """)
          .query(String.class)
          .list();

  /** Which version of which rows each table holds: any write is seen, even of the same values. */
  Map<String, String> seen() {
    var told =
        tables.stream()
            .filter(table -> !UNTOLD.contains(table))
            .map(table ->
                "select '"
                    + table
                    + "' as name, count(*) || '/' ||"
                    + " coalesce(sum(xmin::text::bigint), 0) as content from public."
                    + table)
            .collect(Collectors.joining(" union all "));
    var seen = new LinkedHashMap<String, String>();
    SQL.sql(told)
        .query(row -> {
          seen.put(row.getString("name"), row.getString("content"));
        });
    return seen;
  }

  /** The tables in which the two differ. */
  static Set<String> differing(Map<String, String> one, Map<String, String> other) {
    return one.keySet().stream()
        .filter(table -> !one.get(table).equals(other.get(table)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All rows without what is new each time: identifiers, hashes, moments. */
  Map<String, Set<String>> recognisable() {
    var rows = new LinkedHashMap<String, Set<String>>();
    restorable().stream()
        .filter(table -> !UNTOLD.contains(table))
        .forEach(table ->
            rows.put(
                table,
                SQL
                    .sql("select to_jsonb(one)::text from public." + table + " one")
                    .query(String.class)
                    .list()
                    .stream()
                    .map(Rows::withoutWhatIsNewEachTime)
                    .collect(Collectors.toCollection(TreeSet::new))));
    return rows;
  }

  private static String withoutWhatIsNewEachTime(String row) {
    return row.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…")
        .replaceAll("\\\\\\\\x[0-9a-f]+", "…")
        .replaceAll("\\$argon2[^\"]*", "…")
        .replaceAll("\"[0-9a-f]{64}\"", "…")
        .replaceAll("(\"size\": )\\d+", "$1…") // of a workbook that holds the time of its making
        .replaceAll("(\"reference\": )\"[^\"]*\"", "$1…") // drawn for each report
        .replaceAll("(\"seq\": )\\d+", "$1…") // of a sequence, which never goes back
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+]+", "…");
  }

  /** Remembers everything but the ledger. */
  void keep() {
    SQL.sql("drop schema if exists kept cascade").update();
    SQL.sql("create schema kept").update();
    restorable()
        .forEach(
            table -> SQL.sql("create table kept." + table + " as table public." + table).update());
    kept = seen();
  }

  /** Puts everything back but the ledger. */
  void restore() {
    var changed = differing(kept, seen());
    restorable().stream()
        .filter(table -> changed.contains(table) || UNTOLD.contains(table))
        .forEach(table -> {
          SQL.sql("delete from public." + table).update();
          SQL.sql("insert into public." + table + " overriding system value table kept." + table)
              .update();
        });
    // What the application keeps of judgements is read again: no trigger has seen them go.
    SQL.sql(
            """
            insert into verification_change (round, unit, transaction, added, decided)
            select round, unit, pg_current_xact_id(), pg_current_xact_id(), pg_current_xact_id()
              from round_unit
            on conflict (round, unit) do update
              set transaction = excluded.transaction, added = excluded.added,
                  decided = excluded.decided
            """)
        .update();
    // Versions of answers are drawn from a sequence, which no transaction gives back.
    SQL.sql("select setval('answer_version', 1000)").query(Long.class).single();
    kept = seen();
  }

  /** Forgets who guessed how often: that guessers wait is another test's matter. */
  void forgetGuesses() {
    SQL.sql("delete from public.sign_in_failure").update();
  }

  /** Whoever was signed in still is. */
  void restoreSessions() {
    for (var table : List.of("spring_session", "spring_session_attributes")) {
      SQL.sql("insert into public." + table + " table kept." + table + " on conflict do nothing")
          .update();
    }
  }

  /**
   * The columns in which people's own words stand, of each table. A portal is none: the database
   * takes only addresses of the web; nor is what is chosen from a list.
   */
  Map<String, List<String>> freeTexts() {
    var columns = new LinkedHashMap<String, List<String>>();
    SQL.sql(
            """
            select table_name, array_agg(column_name::text) as columns
              from information_schema.columns
              join information_schema.tables using (table_schema, table_name)
             where table_schema = 'public' and data_type = 'text' and table_name not like 'ledger%'
               and table_type = 'BASE TABLE' -- a view shows what the tables have
               and column_name in ('name', 'official_name', 'short_name', 'post', 'message',
                                   'reason', 'document', 'label', 'email', 'phone')
               and (table_name, column_name) not in
                   (('deduction_step', 'reason'), ('inspection_choice', 'reason'),
                    ('inspection_member', 'post'))
             group by table_name
            """)
        .query(row -> {
          if (!row.getString("table_name").equals("nudge")) {
            columns.put(
                row.getString("table_name"),
                List.of((String[]) row.getArray("columns").getArray()));
          } else {
            columns.put("nudge", List.of("message"));
          }
        });
    return columns;
  }

  private List<String> restorable() {
    return tables.stream()
        .filter(table -> !table.startsWith("ledger_") && !table.startsWith("flyway_"))
        .toList();
  }

  /** The kinds of the events written since there were that many. */
  List<String> eventsAfter(long count) {
    return SQL.sql("select kind from ledger_event order by at, event offset :count")
        .param("count", count)
        .query(String.class)
        .list();
  }

  long events() {
    return SQL.sql("select count(*) from ledger_event").query(Long.class).single();
  }

  /** The names of all columns of all tables. */
  Set<String> columns() {
    return new TreeSet<>(
        SQL.sql(
                """
                select distinct column_name from information_schema.columns
                 where table_schema = 'public'
                """)
            .query(String.class)
            .list());
  }
}
