package thangdiem.exchange;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The rows of one sheet as they stand in its XML (các dòng của một trang). A file whose rows or
 * cells do not stand in order, or stand twice, shows different people different things and is
 * refused.
 */
final class WorkbookRows {

  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_FORMULA_RANGES = 1_000;
  private static final int MOST_LETTERS = 3;

  private record Address(int row, int column) {

    static Address of(String text) {
      int column = 0;
      int at = 0;
      while (at < text.length()
          && at < MOST_LETTERS
          && text.charAt(at) >= 'A'
          && text.charAt(at) <= 'Z') {
        column = column * 26 + text.charAt(at++) - 'A' + 1;
      }
      if (at == 0 || at == text.length() || text.charAt(at) < '1' || text.charAt(at) > '9') {
        throw new IllegalArgumentException(text);
      }
      return new Address(Integer.parseInt(text, at, text.length(), 10), column - 1);
    }
  }

  /** Cells that one formula fills. */
  private record Filled(Address first, Address last) {

    static Filled of(String range) {
      int colon = range.indexOf(':');
      return colon < 0
          ? new Filled(Address.of(range), Address.of(range))
          : new Filled(
              Address.of(range.substring(0, colon)), Address.of(range.substring(colon + 1)));
    }

    boolean holds(int row, int column) {
      return first.row() <= row
          && row <= last.row()
          && first.column() <= column
          && column <= last.column();
    }
  }

  private final String sheet;
  private final XMLStreamReader xml;
  private final List<String> shared;
  private final BitSet percent;
  private final List<Filled> filled = new ArrayList<>();
  private int last;

  /**
   * The rows of a sheet.
   *
   * @param shared the texts that cells share
   * @param percent the looks of cells, by number, that show a number in percent
   */
  WorkbookRows(String sheet, XMLStreamReader xml, List<String> shared, BitSet percent) {
    this.sheet = sheet;
    this.xml = xml;
    this.shared = shared;
    this.percent = percent;
  }

  /** The next row with something in it; none at the end of the sheet. */
  Optional<WorkbookRow> next() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
        var stated = WorkbookReader.attribute(xml, "r");
        int number = stated.isEmpty() ? last + 1 : Integer.parseInt(stated);
        require(number > last && number <= MOST_ROWS);
        last = number;
        var row = row(number);
        if (!row.cells().isEmpty()) {
          return Optional.of(row);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT
          && xml.getLocalName().equals("sheetData")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private WorkbookRow row(int number) throws XMLStreamException {
    var cells = new ArrayList<WorkbookCell>();
    int before = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        var stated = WorkbookReader.attribute(xml, "r");
        var address = stated.isEmpty() ? new Address(number, before + 1) : Address.of(stated);
        require(
            address.row() == number
                && address.column() > before
                && address.column() < MOST_COLUMNS);
        before = address.column();
        var cell = cell(address);
        if (cell.kind() != WorkbookCell.Kind.TEXT || !cell.text().isBlank()) {
          cells.add(cell);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        return new WorkbookRow(sheet, number, cells);
      }
    }
  }

  private WorkbookCell cell(Address at) throws XMLStreamException {
    var type = WorkbookReader.attribute(xml, "t");
    var look = WorkbookReader.attribute(xml, "s");
    var value = "";
    boolean formula =
        !filled.isEmpty() && filled.stream().anyMatch(range -> range.holds(at.row(), at.column()));
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> value = xml.getElementText();
          case "is" -> value = WorkbookReader.runs(xml, "is");
          case "f" -> {
            formula = true;
            fill();
          }
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        return formula
            ? new WorkbookCell(sheet, at.row(), at.column(), WorkbookCell.Kind.FORMULA, "")
            : plain(at, type, value, !look.isEmpty() && percent.get(Integer.parseInt(look)));
      }
    }
  }

  /** An array formula or a data table also fills cells that do not say so themselves. */
  private void fill() {
    var range = WorkbookReader.attribute(xml, "ref");
    if (!range.isEmpty() && !WorkbookReader.attribute(xml, "t").equals("shared")) {
      require(filled.size() < MOST_FORMULA_RANGES);
      filled.add(Filled.of(range));
    }
  }

  private WorkbookCell plain(Address at, String type, String value, boolean inPercent) {
    var kind =
        switch (type) {
          case "", "n" -> value.isBlank() ? WorkbookCell.Kind.TEXT : WorkbookCell.Kind.NUMBER;
          case "b" -> WorkbookCell.Kind.YES_NO;
          case "e" -> WorkbookCell.Kind.ERROR;
          case "s", "str", "inlineStr", "d" -> WorkbookCell.Kind.TEXT;
          default -> throw new IllegalArgumentException(type);
        };
    var text =
        switch (type) {
          case "s" -> value.isBlank() ? "" : shared(value.strip());
          case "b" -> value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE";
          case "str", "inlineStr" -> WorkbookReader.nfc(value);
          default -> value.strip();
        };
    return new WorkbookCell(sheet, at.row(), at.column(), kind, text, inPercent);
  }

  private String shared(String index) {
    int at = Integer.parseInt(index);
    require(at >= 0 && at < shared.size());
    return shared.get(at);
  }

  private static void require(boolean inOrder) {
    if (!inOrder) {
      throw new IllegalArgumentException("rows or cells out of order");
    }
  }
}
