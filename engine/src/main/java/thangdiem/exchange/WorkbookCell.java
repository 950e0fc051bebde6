package thangdiem.exchange;

/**
 * A cell with something in it (ô), as the file has it.
 *
 * @param row counted from 1, as people see it
 * @param column counted from 0
 * @param text what stands in it, in NFC; the raw number, or TRUE or FALSE; of a formula and an
 *     error nothing that could be believed
 * @param percent whether a number is shown in percent: 0.85 as 85 %
 */
record WorkbookCell(String sheet, int row, int column, Kind kind, String text, boolean percent) {

  WorkbookCell(String sheet, int row, int column, Kind kind, String text) {
    this(sheet, row, column, kind, text, false);
  }

  enum Kind {
    TEXT,
    NUMBER,
    YES_NO,
    /** A formula, or a cell filled by one: what it came to is nobody's statement. */
    FORMULA,
    ERROR
  }

  /** Sheet and cell as Excel writes them: {@code so-y-te!H12}. */
  String place() {
    return place(sheet, row, column);
  }

  static String place(String sheet, int row, int column) {
    return sheet + "!" + letters(column) + row;
  }

  /** The letters of a column: A, …, Z, AA. */
  static String letters(int column) {
    return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
  }
}
