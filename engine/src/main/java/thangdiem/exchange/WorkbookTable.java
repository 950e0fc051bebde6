package thangdiem.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A sheet with a header (bảng): columns by title, in whatever order people have put them. */
final class WorkbookTable {

  private static final int MOST_ROWS_ABOVE = 20;

  /** A row below the header. */
  record Entry(WorkbookRow row, Map<WorkbookColumn, Integer> columns) {

    Optional<WorkbookCell> cell(WorkbookColumn column) {
      return Optional.ofNullable(columns.get(column)).flatMap(row::cell);
    }

    String place(WorkbookColumn column) {
      return row.place(columns.getOrDefault(column, 0));
    }
  }

  private WorkbookTable() {}

  /**
   * Reads a sheet from its header down.
   *
   * @param key the title by which the header is known
   * @param text says what stands in a cell of the header
   * @param header takes the header itself
   * @param each takes every row below it
   * @return whether there is a header; or no rows at all
   */
  static boolean read(
      WorkbookReader reader,
      WorkbookReader.Sheet sheet,
      WorkbookColumn key,
      Function<WorkbookCell, String> text,
      Consumer<Entry> header,
      Consumer<Entry> each) {
    var columns = new EnumMap<WorkbookColumn, Integer>(WorkbookColumn.class);
    var above = new int[1];
    reader.rows(
        sheet,
        row -> {
          if (!columns.isEmpty()) {
            each.accept(new Entry(row, columns));
          } else if (above[0]++ < MOST_ROWS_ABOVE) {
            var found = columns(row, text);
            if (found.containsKey(key)) {
              columns.putAll(found);
              header.accept(new Entry(row, columns));
            }
          }
        });
    return above[0] == 0 || !columns.isEmpty();
  }

  private static Map<WorkbookColumn, Integer> columns(
      WorkbookRow row, Function<WorkbookCell, String> text) {
    var found = new EnumMap<WorkbookColumn, Integer>(WorkbookColumn.class);
    for (var cell : row.cells()) {
      if (cell.kind() == WorkbookCell.Kind.TEXT) {
        WorkbookColumn.of(text.apply(cell))
            .ifPresent(column -> found.putIfAbsent(column, cell.column()));
      }
    }
    return found;
  }
}
