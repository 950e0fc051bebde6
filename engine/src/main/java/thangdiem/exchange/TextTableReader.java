package thangdiem.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/** Reads a {@link TextTable} from outside, and tells all of its mistakes at once. */
final class TextTableReader {

  private static final int MOST_ROWS_ABOVE = 20;
  private static final int MOST_MISTAKES = 200;
  private static final int LONGEST_SHOWN = 60;

  private final String file;
  private final Collection<TextTable.Column> columns;
  private final String key;
  private final int mostRows;
  private final Map<Integer, TextTable.Column> known = new LinkedHashMap<>();
  private final List<TextTable.Row> rows = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  TextTableReader(String file, Collection<TextTable.Column> columns, String key, int mostRows) {
    this.file = file;
    this.columns = columns;
    this.key = key;
    this.mostRows = mostRows;
  }

  TextTable.Content read(byte[] bytes) {
    var reader = WorkbookReader.of(file, bytes);
    for (var sheet : reader.sheets()) {
      var above = new int[1];
      reader.rows(
          sheet,
          row -> {
            if (!known.isEmpty()) {
              take(row, reader.since1904());
            } else if (above[0]++ < MOST_ROWS_ABOVE && isHeader(row)) {
              header(row);
            }
          });
      if (!known.isEmpty()) {
        var titles = new LinkedHashMap<String, Integer>();
        known.forEach((at, column) -> titles.put(column.title(), at));
        return new TextTable.Content(
            sheet.name(), titles, List.copyOf(rows), List.copyOf(mistakes));
      }
    }
    throw BadInput.at(file, "workbook.noHeader", key);
  }

  private boolean isHeader(WorkbookRow row) {
    var folded = WorkbookColumn.folded(key);
    return row.cells().stream().anyMatch(cell -> WorkbookColumn.folded(cell.text()).equals(folded));
  }

  /** A column that nobody knows is a title mistyped: leaving it out would lose what was meant. */
  private void header(WorkbookRow row) {
    var wrong = new ArrayList<Mistake>();
    for (var cell : row.cells()) {
      var folded = WorkbookColumn.folded(cell.text());
      var column =
          columns.stream()
              .filter(one -> WorkbookColumn.folded(one.title()).equals(folded))
              .findFirst();
      if (column.isEmpty()) {
        wrong.add(
            Mistake.at(
                cell.place(),
                "workbook.unknownColumn",
                shown(cell.text()),
                columns.stream().map(TextTable.Column::title).collect(Collectors.joining(", "))));
      } else if (known.containsValue(column.get())) {
        wrong.add(Mistake.at(cell.place(), "workbook.columnTwice", column.get().title()));
      } else {
        known.put(cell.column(), column.get());
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadInput(wrong.subList(0, Math.min(wrong.size(), MOST_MISTAKES)));
    }
  }

  private void take(WorkbookRow row, boolean since1904) {
    var texts = new LinkedHashMap<String, String>();
    for (var cell : row.cells()) {
      var column = known.get(cell.column());
      if (column != null) {
        text(cell, column, since1904).ifPresent(text -> texts.put(column.title(), text));
      } else {
        mistake(cell, Sentence.of("workbook.noTitleAbove"));
      }
    }
    if (!texts.isEmpty()) {
      if (rows.size() == mostRows) {
        throw BadInput.at(file, "workbook.tooManyRows", mostRows);
      }
      rows.add(new TextTable.Row(row.number(), Map.copyOf(texts)));
    }
  }

  private Optional<String> text(WorkbookCell cell, TextTable.Column column, boolean since1904) {
    return switch (cell.kind()) {
      case TEXT, YES_NO -> Optional.of(cell.text());
      case NUMBER ->
          (column.holdsDays()
                  ? WorkbookFacts.day(cell.text(), since1904).map(Words::date)
                  : WorkbookFacts.decimal(cell.text()).map(number -> number.toPlainString()))
              .or(() -> Optional.of(shown(cell.text())));
      case FORMULA -> {
        mistake(cell, Sentence.of("workbook.formula"));
        yield Optional.empty();
      }
      case ERROR -> {
        mistake(cell, Sentence.of("workbook.error", shown(cell.text())));
        yield Optional.empty();
      }
    };
  }

  private void mistake(WorkbookCell cell, Sentence what) {
    mistakes.add(new Mistake(cell.place(), what, List.of()));
    if (mistakes.size() > MOST_MISTAKES) {
      mistakes.set(MOST_MISTAKES, Mistake.at(file, "workbook.andMore", MOST_MISTAKES));
      throw new BadInput(mistakes);
    }
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
