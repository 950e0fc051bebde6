package thangdiem.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes one sheet (ngòi bút): text that stays text whatever it begins with, numbers as numbers,
 * never a formula; one hand for all our sheets, and rows as tall as their text.
 */
final class WorkbookPen {

  static final String TWO_DECIMALS = "#,##0.00";

  private static final String FONT = "Times New Roman";
  private static final String LINES = "DEDBD2";
  private static final int LINE_HEIGHT = 15;
  private static final int MOST_HEIGHT = 400;
  private static final int LONGEST_PRINTED_HEADER = 150;

  /** Characters across a page in portrait. */
  private static final int PAGE = 80;

  /** What a row or a cell is, and so how it looks. */
  enum Look {
    TITLE,
    REMARK,
    HEADER,
    SECTION,
    GROUP,
    PLAIN,
    BOLD,
    PRINTED,
    ELSEWHERE,
    ENTRY,
    CODE
  }

  private final Worksheet sheet;
  private final int[] widths;
  private final Map<Integer, String> wrapped = new HashMap<>();
  private int wrappedRow = -1;

  /** A new sheet with columns of those widths, in characters. */
  WorkbookPen(Workbook workbook, String name, int... widths) {
    this.sheet = workbook.newWorksheet(name);
    this.widths = widths;
    for (int i = 0; i < widths.length; i++) {
      sheet.width(i, widths[i]);
    }
  }

  Worksheet sheet() {
    return sheet;
  }

  /** Text, which stays text; nothing where there is none. */
  void text(int row, int column, String text) {
    if (!text.isEmpty()) {
      sheet.value(row, column, WorkbookForm.text(text));
      if (row != wrappedRow) {
        wrapped.clear();
        wrappedRow = row;
      }
      wrapped.put(column, text);
    }
  }

  void number(int row, int column, BigDecimal number) {
    sheet.value(row, column, number);
  }

  void look(Look look, int row, int column) {
    style(look, row, column, row, column).set();
  }

  /** A row of that look, as tall as the text that has just been written into it. */
  void row(Look look, int row) {
    row(look, row, widths.length - 1);
  }

  void row(Look look, int row, int last) {
    style(look, row, 0, row, last).set();
    tall(row);
  }

  /**
   * Makes a row as tall as its text: spreadsheets do not measure text in files that they have not
   * written.
   */
  void tall(int row) {
    int lines = 1;
    if (row == wrappedRow) {
      for (var cell : wrapped.entrySet()) {
        lines =
            Math.max(
                lines,
                lines(cell.getValue(), cell.getKey() < widths.length ? widths[cell.getKey()] : 10));
      }
    }
    sheet.rowHeight(row, Math.min(MOST_HEIGHT, LINE_HEIGHT * lines + 1));
  }

  /**
   * How many lines a text takes in a column of that width. Capitals are wider than the digits that
   * Excel counts in.
   */
  static int lines(String text, int width) {
    int lines = 1;
    double used = 0;
    for (var word : text.split("(?<=[ \\n])")) {
      double length =
          word.chars()
              .mapToDouble(
                  c -> c == ' ' || c == '\n' ? 0.45 : Character.isUpperCase(c) ? 1.15 : 0.82)
              .sum();
      if (used > 0 && used + length > width) {
        lines++;
        used = 0;
      }
      lines += (int) (length / width);
      used += length;
      if (word.endsWith("\n")) {
        lines++;
        used = 0;
      }
    }
    return lines;
  }

  /** A title above the table, and below it what every reader must know. */
  void title(String title, String remark) {
    for (int row = 0; row < 2; row++) {
      var text = row == 0 ? title : remark;
      int width = IntStream.of(widths).sum();
      text(row, 0, text);
      style(row == 0 ? Look.TITLE : Look.REMARK, row, 0, row, widths.length - 1).set();
      if (widths.length > 1) {
        sheet.range(row, 0, row, widths.length - 1).merge();
      }
      sheet.rowHeight(
          row, (row == 0 ? 22 : LINE_HEIGHT + 1) * lines(text, row == 0 ? width * 3 / 4 : width));
    }
  }

  void header(int row, List<String> titles) {
    for (int i = 0; i < titles.size(); i++) {
      text(row, i, titles.get(i));
    }
    row(Look.HEADER, row, titles.size() - 1);
  }

  /** The look of a block of cells; {@code set()} is still to be called. */
  StyleSetter style(Look look, int top, int left, int bottom, int right) {
    var style =
        sheet.range(top, left, bottom, right).style().fontName(FONT).verticalAlignment("top");
    return switch (look) {
      case TITLE -> style.bold().fontSize(14).wrapText(true);
      case REMARK -> style.italic().fontColor("8A5A00").wrapText(true);
      case HEADER ->
          style
              .bold()
              .fontColor("FFFFFF")
              .fillColor("14213D")
              .wrapText(true)
              .horizontalAlignment("center")
              .verticalAlignment("center");
      case SECTION -> lined(style).bold().fillColor("D5E1F4").wrapText(true);
      case GROUP -> lined(style).bold().fillColor("EEF3FB").wrapText(true);
      case PLAIN -> lined(style).wrapText(true);
      case BOLD -> lined(style).bold().wrapText(true);
      case PRINTED -> lined(style).italic().fontColor("46516A").wrapText(true);
      case ELSEWHERE -> lined(style).fontColor("5F687C").fillColor("EFEDE7").wrapText(true);
      case ENTRY ->
          style
              .fillColor("FFF4CC")
              .borderStyle(BorderStyle.THIN)
              .borderColor("B9B6AC")
              .wrapText(true);
      case CODE -> lined(style).fontColor("84879A").fontSize(7);
    };
  }

  private static StyleSetter lined(StyleSetter style) {
    return style.borderStyle(BorderStyle.THIN).borderColor(LINES);
  }

  /**
   * How the sheet is printed: A4, as wide as the page.
   *
   * @param header row that every page repeats
   * @param above what stands above every page; may be empty
   */
  void printed(String orientation, int header, String above) {
    sheet.pageOrientation(orientation);
    sheet.paperSize(PaperSize.A4_PAPER);
    if (IntStream.of(widths).sum() > PAGE) {
      sheet.setFitToPage(true);
      sheet.fitToWidth((short) 1);
      sheet.fitToHeight((short) 0);
    }
    sheet.leftMargin(0.4f);
    sheet.rightMargin(0.4f);
    sheet.topMargin(0.7f);
    sheet.bottomMargin(0.6f);
    sheet.repeatRows(header);
    if (!above.isEmpty()) {
      var shown =
          above.length() > LONGEST_PRINTED_HEADER
              ? above.substring(0, LONGEST_PRINTED_HEADER) + "…"
              : above;
      sheet.header(shown.replace("&", "&&"), Position.CENTER, FONT, 9);
    }
    sheet.footer("&P/&N", Position.CENTER, FONT, 9);
  }

  void finish() throws IOException {
    sheet.finish();
  }
}
