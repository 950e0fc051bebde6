package thangdiem.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * A workbook of one plain table (bảng danh sách), such as a list of units or of people: written
 * with every text as text, whatever it begins with; read from outside without believing it.
 */
public final class TextTable {

  private static final int HEADER = 3;

  /** Rows below the last that are prepared for people to add to. */
  private static final int ROWS_TO_ADD = 200;

  /**
   * A column, known by its title.
   *
   * @param width in characters
   * @param holdsDays whether a number in it, as spreadsheets make of "01/07/2025", is a day
   * @param choices offered in a drop-down; empty where anything may be typed
   */
  public record Column(String title, int width, boolean holdsDays, List<String> choices) {

    public static Column of(String title, int width) {
      return new Column(title, width, false, List.of());
    }

    public static Column ofDays(String title, int width) {
      return new Column(title, width, true, List.of());
    }

    public static Column of(String title, int width, List<String> choices) {
      return new Column(title, width, false, List.copyOf(choices));
    }
  }

  /**
   * A row with something in it.
   *
   * @param number as people see it
   * @param texts by title; only cells that hold something
   */
  public record Row(int number, Map<String, String> texts) {

    /** What stands below that title; empty where nothing does. */
    public String text(String title) {
      return Optional.ofNullable(texts.get(title)).orElse("");
    }
  }

  /**
   * What a file holds.
   *
   * @param titles the columns that the file has
   * @param mistakes cells whose content cannot be believed: formulas, errors
   */
  public record Content(
      String sheet, Map<String, Integer> columns, List<Row> rows, List<Mistake> mistakes) {

    public Set<String> titles() {
      return columns.keySet();
    }

    /** Where a row's cell stands: {@code Đơn vị!B7}. */
    public String place(int row, String title) {
      return WorkbookCell.place(sheet, row, Optional.ofNullable(columns.get(title)).orElse(0));
    }
  }

  private TextTable() {}

  /**
   * Reads the first sheet that has the table.
   *
   * @param file its name, for the mistakes
   * @param key the title by which the header is known
   * @throws BadInput when the file is no workbook, holds more than a table needs, has no such
   *     header, columns that nobody knows, or more rows than that
   */
  public static Content read(
      String file, byte[] bytes, Collection<Column> columns, String key, int mostRows) {
    return new TextTableReader(file, columns, key, mostRows).read(bytes);
  }

  /** Writes the table, below a title and a remark that every reader must know. */
  public static byte[] write(
      String sheet, String title, String remark, List<Column> columns, List<List<String>> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Thang Diem", "1.0")) {
      var widths = columns.stream().mapToInt(Column::width).toArray();
      var entries = new WorkbookEntries();
      var pen = new WorkbookPen(workbook, sheet, widths);
      pen.title(title, remark);
      pen.header(HEADER, columns.stream().map(Column::title).toList());
      int at = HEADER + 1;
      for (var row : rows) {
        for (int column = 0; column < row.size(); column++) {
          pen.text(at, column, row.get(column));
        }
        pen.tall(at++);
      }
      int last = at + ROWS_TO_ADD;
      // As text: 11/12/2025 would be the 12th of November to a spreadsheet set to English.
      pen.style(WorkbookPen.Look.PLAIN, HEADER + 1, 0, last, columns.size() - 1).format("@").set();
      boolean offers = false;
      for (int column = 0; column < columns.size(); column++) {
        if (!columns.get(column).choices().isEmpty()) {
          entries.list(
              pen.sheet().range(HEADER + 1, column, last, column), columns.get(column).choices());
          offers = true;
        }
      }
      pen.sheet().freezePane(1, HEADER + 1);
      pen.printed("landscape", HEADER, title);
      pen.finish();
      if (offers) {
        entries.lists(workbook);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
