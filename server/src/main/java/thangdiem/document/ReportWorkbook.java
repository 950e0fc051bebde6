package thangdiem.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import thangdiem.words.Words;

/**
 * The annexes of a report as a workbook (báo cáo tự đánh giá bằng Excel): the decision's table with
 * points, facts and arithmetic, and the list of evidence. Points are numbers; everything else is
 * text whatever it begins with, and nothing is a formula (S10).
 */
final class ReportWorkbook {

  private static final Words WORDS = Words.VIETNAMESE;
  private static final String FONT = "Times New Roman";
  private static final String LINES = "808080";
  private static final int LINE_HEIGHT = 16;
  private static final int TALLEST = 400;
  private static final int LONGEST_TEXT = 32_767;
  private static final int[] CRITERIA = {9, 44, 10, 10, 40, 46};
  private static final int[] EVIDENCE = {6, 22, 70, 16};

  private final SelfAssessmentReport report;

  private ReportWorkbook(SelfAssessmentReport report) {
    this.report = report;
  }

  static byte[] of(SelfAssessmentReport report) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "Thang Diem", "1.0")) {
      var own = new ReportWorkbook(report);
      own.criteria(workbook);
      own.evidence(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  // ── Annex I
  // ─────────────────────────────────────────────────────────────────────────────────────

  private void criteria(Workbook workbook) throws IOException {
    var sheet = sheet(workbook, "document.workbook.criteria", CRITERIA);
    int row = title(sheet, CRITERIA, "document.annex.criteria");
    header(
        sheet,
        row,
        CRITERIA,
        "document.column.code",
        "document.column.criterion",
        "document.column.max",
        "document.column.points",
        "document.column.stated",
        "document.column.because");
    sheet.freezePane(2, row + 1);
    sheet.repeatRows(row);
    row++;
    for (var section : report.sections()) {
      points(sheet, row, section.max(), section.points());
      line(sheet, row++, CRITERIA, true, section.code(), section.name(), "", "", "", "");
      for (var line : section.lines()) {
        points(sheet, row, line.max(), line.points());
        line(
            sheet,
            row++,
            CRITERIA,
            false,
            line.code(),
            line.name(),
            "",
            "",
            String.join("\n", line.facts()),
            line.because());
      }
    }
    points(sheet, row, report.totals().max(), report.totals().points());
    line(
        sheet,
        row,
        CRITERIA,
        true,
        "",
        WORDS.say("document.column.total"),
        "",
        "",
        WORDS.say("document.grade", report.totals().grade()),
        "");
    across(sheet, row + 2, CRITERIA, report.mark(), 11, false);
    sheet.finish();
  }

  private static void points(Worksheet sheet, int row, BigDecimal max, BigDecimal points) {
    sheet.value(row, 2, max);
    sheet.value(row, 3, points);
  }

  // ── Annex II
  // ────────────────────────────────────────────────────────────────────────────────────

  private void evidence(Workbook workbook) throws IOException {
    var sheet = sheet(workbook, "document.workbook.evidence", EVIDENCE);
    int row = title(sheet, EVIDENCE, "document.annex.evidence");
    header(
        sheet,
        row,
        EVIDENCE,
        "document.column.number",
        "document.column.criteria",
        "document.column.document",
        "document.column.pages");
    sheet.freezePane(0, row + 1);
    sheet.repeatRows(row);
    row++;
    int number = 0;
    for (var one : report.evidence()) {
      sheet.value(row, 0, ++number);
      line(sheet, row++, EVIDENCE, false, "", one.criteria(), one.document(), one.pages());
    }
    if (report.evidence().isEmpty()) {
      across(sheet, row, EVIDENCE, WORDS.say("document.workbook.noEvidence"), 12, false);
    }
    sheet.finish();
  }

  // ── What both have
  // ──────────────────────────────────────────────────────────────────────────────

  private static Worksheet sheet(Workbook workbook, String name, int[] widths) {
    var sheet = workbook.newWorksheet(WORDS.say(name));
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, widths[column]);
    }
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.footer("&P/&N", Position.CENTER, FONT, 10);
    return sheet;
  }

  /** Who reports what; returns the row below it. */
  private int title(Worksheet sheet, int[] widths, String annex) {
    var letter = report.letter();
    across(sheet, 0, widths, letter.unit(), 13, true);
    across(sheet, 1, widths, WORDS.say(annex), 14, true);
    var of = WORDS.say("document.annex.of", letter.number(), letter.day(), letter.unit());
    across(
        sheet, 2, widths, report.draft() ? WORDS.say("document.draft") + " " + of : of, 12, false);
    return 4;
  }

  private static void across(
      Worksheet sheet, int row, int[] widths, String text, int size, boolean bold) {
    text(sheet, row, 0, text);
    var range = sheet.range(row, 0, row, widths.length - 1);
    range.merge();
    var style =
        range
            .style()
            .fontName(FONT)
            .fontSize(size)
            .wrapText(true)
            .horizontalAlignment("center")
            .verticalAlignment("center");
    (bold ? style.bold() : style.italic()).set();
    int width = IntStream.of(widths).sum();
    sheet.rowHeight(row, (size + 6) * (1 + text.length() / Math.max(1, width * 10 / size)));
  }

  private static void header(Worksheet sheet, int row, int[] widths, String... titles) {
    for (int column = 0; column < titles.length; column++) {
      text(sheet, row, column, WORDS.say(titles[column]));
    }
    sheet
        .range(row, 0, row, widths.length - 1)
        .style()
        .fontName(FONT)
        .fontSize(12)
        .bold()
        .wrapText(true)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .borderStyle(BorderStyle.THIN)
        .borderColor(LINES)
        .fillColor("EEF3FB")
        .set();
    sheet.rowHeight(row, 2 * LINE_HEIGHT + 2);
  }

  /** A row of the table, as tall as its text; empty texts leave what stands there. */
  private static void line(Worksheet sheet, int row, int[] widths, boolean bold, String... texts) {
    int lines = 1;
    for (int column = 0; column < texts.length; column++) {
      text(sheet, row, column, texts[column]);
      lines = Math.max(lines, lines(texts[column], widths[column]));
    }
    var style =
        sheet
            .range(row, 0, row, widths.length - 1)
            .style()
            .fontName(FONT)
            .fontSize(12)
            .wrapText(true)
            .verticalAlignment("top")
            .borderStyle(BorderStyle.THIN)
            .borderColor(LINES);
    (bold ? style.bold().fillColor("F5F6F8") : style).set();
    if (widths == CRITERIA) {
      sheet
          .range(row, 2, row, 3)
          .style()
          .verticalAlignment("top")
          .horizontalAlignment("right")
          .format("#,##0.00")
          .set();
    }
    sheet.rowHeight(row, Math.min(TALLEST, lines * LINE_HEIGHT + 2));
  }

  /** Spreadsheets do not measure text in files that they have not written. */
  private static int lines(String text, int width) {
    return text.lines().mapToInt(part -> 1 + part.length() * 7 / (width * 8)).sum();
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    if (!text.isEmpty()) {
      sheet.value(
          row,
          column,
          text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…");
    }
  }
}
