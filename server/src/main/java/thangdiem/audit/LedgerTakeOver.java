package thangdiem.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What a migration did to rows is no act of anybody; the ledger says it when the program starts
 * with a new version of the tables (nâng cấp cơ sở dữ liệu), and never otherwise.
 */
@Component
class LedgerTakeOver {

  private final JdbcClient sql;
  private final LedgerSequencer sequencer;
  private final LedgerReader reader;
  private final LedgerParity parity;
  private final Acts acts;

  LedgerTakeOver(
      JdbcClient sql,
      LedgerSequencer sequencer,
      LedgerReader reader,
      LedgerParity parity,
      Acts acts) {
    this.sql = sql;
    this.sequencer = sequencer;
    this.reader = reader;
    this.parity = parity;
    this.acts = acts;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(0)
  void sayWhatMigrationsDid() {
    var version = version();
    if (!said(version)) {
      sequencer.sequence();
      acts.bySystem(
          Act.DATABASE_MIGRATED,
          event -> {
            event.with("version", version);
            var restated = new Restated(acts);
            parity.compare(state(), restated);
            restated.tell(event);
            return event;
          });
    }
  }

  /** How many steps the tables' history has, and where it stands. */
  private String version() {
    return sql.sql(
            """
            select count(*) || '. ' || (array_agg(script order by installed_rank desc))[1]
              from flyway_schema_history
             where success
            """)
        .query(String.class)
        .single();
  }

  private boolean said(String version) {
    return sql.sql(
            """
            select exists (
              select from ledger_event
               where kind = :kind and payload::jsonb -> 'data' ->> 'version' = :version)
            """)
        .param("version", version)
        .param("kind", Act.DATABASE_MIGRATED.name())
        .query(Boolean.class)
        .single();
  }

  private LedgerState state() {
    var state = new LedgerState();
    try {
      reader.each(0, true, row -> state.add(row.entry()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return state;
  }

  /**
   * Says anew each row that is not as it was said. Many rows are said in many events of the same
   * transaction: a column that is new in a table of hundreds of thousands of rows would make one
   * event larger than the memory.
   */
  private static final class Restated implements LedgerParity.Differences {

    private static final int MOST = 2_000;

    private final Acts acts;
    private final List<Consumer<Event>> untold = new ArrayList<>();

    private Restated(Acts acts) {
      this.acts = acts;
    }

    void tell(Event event) {
      untold.forEach(change -> change.accept(event));
      untold.clear();
    }

    private void say(Consumer<Event> change) {
      if (untold.size() == MOST) {
        acts.bySystem(
            Act.DATABASE_MIGRATED,
            event -> {
              tell(event);
              return event;
            });
      }
      untold.add(change);
    }

    @Override
    public void unsaid(KeptTable table, String row, JsonNode columns) {
      say(event -> {
        var rows = new ChangedRows();
        rows.add(table, null, table.said(columns));
        rows.tell(event);
      });
    }

    @Override
    public void missing(String row, LedgerState.Said said) {
      say(event -> event.row(row, ChangedRows.REMOVED));
    }

    @Override
    public void differs(
        KeptTable table,
        String row,
        String column,
        LedgerState.@Nullable Said said,
        JsonNode columns) {
      unsaid(table, row, columns);
    }
  }
}
