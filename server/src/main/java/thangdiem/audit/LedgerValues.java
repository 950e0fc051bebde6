package thangdiem.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the rows were at a moment (giá trị tại một thời điểm), told from the ledger alone: what was
 * never changed since it was put in is told as well as what changed a minute before.
 */
@Component
public class LedgerValues {

  private static final int MOST_SHOWN = 400;

  private final LedgerSequencer sequencer;
  private final LedgerReader reader;
  private final TransactionTemplate transaction;

  LedgerValues(
      LedgerSequencer sequencer, LedgerReader reader, PlatformTransactionManager transactions) {
    this.sequencer = sequencer;
    this.reader = reader;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
  }

  /**
   * A column as it was.
   *
   * @param position of the event that said so last
   * @param erased whether the value was erased since
   */
  public record Value(
      LedgerLine line, OffsetDateTime since, String kind, long position, boolean erased) {}

  /** A row as it was. */
  public record Row(LedgerLine line, List<Value> values) {}

  /** The rows found, and how many more there were. */
  public record Found(List<Row> rows, int more) {}

  /**
   * The rows at that moment.
   *
   * @param table its name; empty for all
   * @param about the identifier of a unit that the row names; empty for all
   */
  Found at(OffsetDateTime moment, String table, String about, Map<String, String> names) {
    var until = LedgerTable.instant(moment);
    sequencer.sequence();
    var state = new LedgerState();
    var untold = reader.untold();
    transaction.executeWithoutResult(_ -> {
      try {
        reader.each(
            0,
            true,
            row -> {
              if (row.columns().getOrDefault("at", "").compareTo(until) <= 0
                  && !untold.contains(row.event())) {
                state.add(row.entry());
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    var rows = new ArrayList<Row>();
    int more = 0;
    for (var entry : state.rows().entrySet()) {
      var row = entry.getKey();
      if ((table.isEmpty() || row.startsWith(table + "/")) && names(row, entry.getValue(), about)) {
        if (rows.size() < MOST_SHOWN) {
          rows.add(row(row, entry.getValue(), names));
        } else {
          more++;
        }
      }
    }
    return new Found(rows, more);
  }

  private static boolean names(String row, Map<String, LedgerState.Said> columns, String about) {
    return about.isEmpty()
        || row.contains(about)
        || columns.values().stream().anyMatch(said -> said.value().equals(about));
  }

  private static Row row(
      String row, Map<String, LedgerState.Said> columns, Map<String, String> names) {
    var values = new ArrayList<Value>();
    columns.forEach((column, said) ->
        values.add(
            new Value(
                new LedgerLine(row, column, said.readable().orElse(""), names),
                OffsetDateTime.parse(said.at()),
                said.kind(),
                said.position(),
                said.readable().isEmpty())));
    return new Row(new LedgerLine(row, "", ChangedRows.ADDED, names), values);
  }
}
