package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.ServerTest;
import thangdiem.words.Words;

/** No table is forgotten: the ledger keeps account of its rows, or here stands why not. */
@ServerTest
class KeptTablesTest {

  private static final Map<String, String> NOT_KEPT =
      Map.ofEntries(
          Map.entry("flyway_schema_history", "the migrations' own account"),
          Map.entry(
              "evidence_chunk", "bytes under the hash that evidence_item says, checked when read"),
          Map.entry("evidence_check", "when bytes were read again; damage is an event"),
          Map.entry("evidence_inspection", "what was found in bytes, and can be found again"),
          Map.entry("evidence_text", "what a PDF says, which can be read again from its bytes"),
          Map.entry("evidence_preview", "pages of evidence as pictures, which can be drawn again"),
          Map.entry("evidence_piece", "what has arrived of a file that is not whole yet"),
          Map.entry(
              "inspection_picture", "bytes under their own hash, which the photograph's row has"),
          Map.entry("phase_transition", "the law of phases: no role may write it"),
          Map.entry(
              "verification_change",
              "which transaction judged last, for whoever keeps what was read"),
          Map.entry("clock_offset", "must be zero, which the check of the ledger sees to"),
          Map.entry("spring_session", "comes and goes with every visit"),
          Map.entry("spring_session_attributes", "comes and goes with every visit"),
          Map.entry(
              "sign_in_failure", "slows down guessing and is forgotten; each failure is an event"),
          Map.entry("known_device", "convenience at sign-in, gives no right"));

  @Autowired private KeptTables tables;
  @Autowired private JdbcClient sql;

  @Test
  void everyTableIsKeptOrHasAReason() {
    var known = new TreeSet<>(NOT_KEPT.keySet());
    tables.all().forEach(table -> known.add(table.name()));

    assertThat(
            sql.sql(
                    """
                    select tablename from pg_tables
                     where schemaname = 'public' and tablename not like 'ledger\\_%'
                    """)
                .query(String.class)
                .set())
        .as("a new table is declared by a bean of Keeps and named in R__ledger_keeps.sql")
        .isEqualTo(known);
  }

  @Test
  void theTriggersAndTheDeclarationsNameTheSameTables() {
    var declared = new TreeSet<String>();
    tables.all().forEach(table -> declared.add(table.name()));

    assertThat(
            sql.sql(
                    """
                    select tgrelid::regclass::text from pg_trigger
                     where tgfoid = 'note_change'::regproc
                    """)
                .query(String.class)
                .set())
        .isEqualTo(declared);
  }

  @Test
  void everyColumnIsSaidSomehowOrNoState() {
    for (var table : tables.all()) {
      assertThat(columns(table.name()))
          .as("columns of " + table.name())
          .isEqualTo(new TreeSet<>(table.columns()));
    }
  }

  /** All columns but those that R__ledger_keeps.sql calls no state. */
  private Set<String> columns(String table) {
    return new TreeSet<>(
        sql.sql(
                """
                select attname from pg_attribute
                 where attrelid = to_regclass(:table) and attnum > 0 and not attisdropped
                   and attname <> all (
                     select unnest(trim('\\000' from encode(tgargs, 'escape'))::text[])
                       from pg_trigger
                      where tgrelid = attrelid and tgfoid = 'note_change'::regproc)
                """)
            .param("table", table)
            .query(String.class)
            .list());
  }

  @Test
  void everyTableAndColumnHasAWordInBothLanguages() {
    for (var table : tables.all()) {
      for (var words : new Words[] {Words.VIETNAMESE, Words.ENGLISH}) {
        assertThat(words.keys()).contains("kept." + table.name());
        table
            .columns()
            .forEach(
                column -> assertThat(words.keys()).contains("kept." + table.name() + "." + column));
      }
    }
  }
}
