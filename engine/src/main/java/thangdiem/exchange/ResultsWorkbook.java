package thangdiem.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.ranking.Rank;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.words.Words;

/**
 * Results as a workbook (kết quả trên Excel): the ranking, a sheet for each section, and the decision's table with its reasons for each unit. Numbers are
 * numbers, text is text, and there is no formula in it.
 */
public final class ResultsWorkbook {

  private static final String FONT = "Times New Roman";
  private static final String TWO_DECIMALS = "#,##0.00";
  private static final Words WORDS = Words.VIETNAMESE;
  private static final int HEADER_ROW = 2;

  private final Standings standings;
  private final Reasons reasons;
  private final String note;
  private final Workbook workbook;
  private final Set<String> names = new HashSet<>();

  private ResultsWorkbook(Standings standings, Reasons reasons, String note, Workbook workbook) {
    this.standings = standings;
    this.reasons = reasons;
    this.note = note;
    this.workbook = workbook;
  }

  /** Writes the results; {@code note} is what every reader must know about the answers. */
  public static void write(OutputStream out, Standings standings, Reasons reasons, String note) throws IOException {
    try (var workbook = new Workbook(out, "Thang Diem", "1.0")) {
      workbook.setGlobalDefaultFont(FONT, 11);
      new ResultsWorkbook(standings, reasons, note, workbook).write();
    }
  }

  private void write() throws IOException {
    ranking();
    for (var section : standings.set().sections()) {
      section(section);
    }
    if (standings.units().size() <= WorkbookForm.MOST_UNIT_SHEETS) {
      for (var unit : standings.inOrder()) {
        unit(unit);
      }
    } else {
      details();
    }
  }

  private Worksheet sheet(String wanted) {
    var clean = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    var name = clean.length() > WorkbookForm.LONGEST_SHEET_NAME ? clean.substring(0, WorkbookForm.LONGEST_SHEET_NAME) : clean;
    for (int i = 2; !names.add(name.toLowerCase(java.util.Locale.ROOT)); i++) {
      var suffix = " " + i;
      name = clean.substring(0, Math.min(clean.length(), WorkbookForm.LONGEST_SHEET_NAME - suffix.length())) + suffix;
    }
    return workbook.newWorksheet(name);
  }

  private void title(Worksheet sheet, String title) {
    sheet.value(0, 0, title);
    sheet.style(0, 0).bold().fontSize(14).set();
    var remarks = new ArrayList<String>();
    if (standings.set().illustration()) {
      remarks.add(say("illustration"));
    }
    if (!note.isEmpty()) {
      remarks.add(note);
    }
    remarks.add(standings.set().legalBasis().number());
    sheet.value(1, 0, String.join(" · ", remarks));
    sheet.style(1, 0).italic().fontColor("8A5A00").set();
  }

  private static void header(Worksheet sheet, int row, List<String> titles) {
    for (int i = 0; i < titles.size(); i++) {
      sheet.value(row, i, titles.get(i));
    }
    sheet.range(row, 0, row, titles.size() - 1)
        .style()
        .fontName(FONT)
        .bold()
        .fontColor("FFFFFF")
        .fillColor("14213D")
        .wrapText(true)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .set();
  }

  private void ranking() throws IOException {
    var sheet = sheet(say("sheet"));
    title(sheet, say("title", String.valueOf(standings.set().year())));
    var titles = new ArrayList<>(List.of(say("rank"), say("rankInGroup"), say("unit"), say("group")));
    var sections = standings.set().scoredSections();
    sections.forEach(section -> titles.add(section.printedNumber() + ". " + section.shortName()));
    titles.addAll(
        List.of(
            say("bonus"), say("deductions"), say("total"), say("grade"), say("meanPercent"), say("rescaledTotal"), say("rescaledGrade"), say("flags")));
    header(sheet, HEADER_ROW, titles);
    int row = HEADER_ROW + 1;
    for (var unit : standings.inOrder()) {
      rankingRow(sheet, row++, unit, sections);
    }
    int last = Math.max(HEADER_ROW + 1, row - 1);
    int firstNumber = 4;
    int numbers = firstNumber + sections.size() + 3;
    sheet.range(HEADER_ROW + 1, firstNumber, last, numbers - 1).style().format(TWO_DECIMALS).set();
    sheet.range(HEADER_ROW + 1, numbers + 1, last, numbers + 2).style().format(TWO_DECIMALS).set();
    sheet.range(HEADER_ROW + 1, numbers - 1, last, numbers).style().bold().format(TWO_DECIMALS).set();
    sheet.range(HEADER_ROW + 1, numbers + 4, last, numbers + 4).style().wrapText(true).set();
    widths(sheet, 7, 8, 40, 24);
    for (int i = firstNumber; i < numbers + 4; i++) {
      sheet.width(i, 12);
    }
    sheet.width(numbers + 4, 40);
    sheet.freezePane(3, HEADER_ROW + 1);
    sheet.setAutoFilter(HEADER_ROW, HEADER_ROW, 0, titles.size() - 1);
    printable(sheet, HEADER_ROW);
    sheet.finish();
  }

  private void rankingRow(Worksheet sheet, int row, Standing unit, List<Section> sections) {
    var own = unit.sheet();
    rank(sheet, row, 0, unit.overall());
    sheet.value(row, 2, own.answers().name());
    sheet.value(row, 3, standings.set().group(own.answers().group()).map(OrgUnitGroup::shortName).orElse(own.answers().group()));
    var points = new HashMap<String, Points>();
    own.sections().stream().filter(score -> score.applies()).forEach(score -> points.put(score.section().code(), score.points()));
    int column = 4;
    for (var section : sections) {
      points(sheet, row, column++, points.get(section.code()));
    }
    points(sheet, row, column++, own.bonus());
    points(sheet, row, column++, own.deductions());
    points(sheet, row, column++, own.total());
    sheet.value(row, column++, own.grade().name());
    points(sheet, row, column++, new Points(own.meanPercent()).printed());
    points(sheet, row, column++, own.rescaled().total());
    sheet.value(row, column++, own.rescaled().grade().name());
    sheet.value(row, column, flags(unit.flags()));
  }

  private void section(Section section) throws IOException {
    var sheet = sheet(section.printedNumber() + " " + section.shortName());
    title(sheet, section.printedNumber() + ". " + section.name());
    var criteria = section.scored().toList();
    var titles = new ArrayList<>(List.of(say("sectionRank"), say("rankInGroup"), say("unit"), say("points")));
    criteria.forEach(criterion -> titles.add(criterion.code()));
    header(sheet, HEADER_ROW, titles);
    int row = HEADER_ROW + 1;
    for (var unit : standings.inOrder()) {
      if (!section.bonus() && unit.bySection().containsKey(section.code())) {
        rank(sheet, row, 0, java.util.Objects.requireNonNull(unit.bySection().get(section.code())));
      }
      sheet.value(row, 2, unit.sheet().answers().name());
      var lines = lines(unit);
      var sum = section.bonus() ? unit.sheet().bonus() : Points.NONE;
      for (var score : unit.sheet().sections()) {
        sum = score.section().code().equals(section.code()) ? score.points() : sum;
      }
      points(sheet, row, 3, sum);
      for (int i = 0; i < criteria.size(); i++) {
        var line = lines.get(criteria.get(i).code());
        points(sheet, row, 4 + i, line == null ? null : line.points());
      }
      row++;
    }
    sheet.range(HEADER_ROW + 1, 3, Math.max(HEADER_ROW + 1, row - 1), 3 + criteria.size()).style().format(TWO_DECIMALS).set();
    widths(sheet, 9, 9, 40, 10);
    sheet.freezePane(4, HEADER_ROW + 1);
    printable(sheet, HEADER_ROW);
    sheet.finish();
  }

  private static Map<String, ScoreLine> lines(Standing unit) {
    var lines = new HashMap<String, ScoreLine>();
    unit.sheet().lines().forEach(line -> lines.put(line.criterion().code(), line));
    return lines;
  }

  private void unit(Standing unit) throws IOException {
    var sheet = sheet(unit.sheet().answers().unit());
    var own = unit.sheet();
    title(sheet, own.answers().name());
    header(
        sheet,
        HEADER_ROW,
        List.of(
            WORDS.say("workbook.column.number"),
            WORDS.say("workbook.column.criterion"),
            WORDS.say("workbook.column.max"),
            say("points"),
            say("flags"),
            say("because")));
    int row = HEADER_ROW + 1;
    var lines = lines(unit);
    for (var section : standings.set().sections()) {
      var max = section.maxPoints().of(own.answers().group());
      if (max.isEmpty()) {
        continue;
      }
      var sum = section.bonus() ? own.bonus() : Points.NONE;
      for (var score : own.sections()) {
        sum = score.section().code().equals(section.code()) ? score.points() : sum;
      }
      heading(sheet, row++, section.printedNumber(), section.name(), max.get(), sum);
      for (var criterion : section.scored().toList()) {
        var line = lines.get(criterion.code());
        if (line != null) {
          detail(sheet, row++, 0, line, own.answers());
        }
      }
    }
    heading(sheet, row, "", say("total") + ": " + own.grade().name(), standings.set().scale(), own.total());
    sheet.range(HEADER_ROW + 1, 2, row, 3).style().format(TWO_DECIMALS).verticalAlignment("top").set();
    widths(sheet, 9, 52, 9, 9, 18, 78);
    sheet.freezePane(0, HEADER_ROW + 1);
    printable(sheet, HEADER_ROW);
    sheet.finish();
  }

  private static void heading(Worksheet sheet, int row, String number, String name, Points max, Points points) {
    sheet.value(row, 0, number);
    sheet.value(row, 1, name);
    points(sheet, row, 2, max);
    points(sheet, row, 3, points);
    sheet.range(row, 0, row, 5).style().bold().fillColor("E6EDF8").set();
    sheet.range(row, 2, row, 3).style().bold().fillColor("E6EDF8").format(TWO_DECIMALS).set();
  }

  private void detail(Worksheet sheet, int row, int column, ScoreLine line, thangdiem.scoring.UnitAnswers answers) {
    sheet.value(row, column, line.criterion().code());
    sheet.value(row, column + 1, line.criterion().name());
    points(sheet, row, column + 2, line.max());
    points(sheet, row, column + 3, line.points());
    if (!line.flags().isEmpty()) {
      sheet.value(row, column + 4, flags(line.flags()));
    }
    var because = reasons.of(line, answers).sentence();
    sheet.value(row, column + 5, because);
    // Spreadsheets do not measure wrapped text in a file that they did not write.
    sheet.rowHeight(row, 15 * (1 + Math.max(because.length() / 80, line.criterion().name().length() / 52)));
    sheet.range(row, column, row, column + 5)
        .style()
        .wrapText(true)
        .verticalAlignment("top")
        .borderStyle(BorderStyle.THIN)
        .borderColor("DEDBD2")
        .set();
  }

  /** Where units are many: all lines of all units below each other, without styles. */
  private void details() throws IOException {
    var sheet = sheet(say("details"));
    title(sheet, say("details"));
    header(
        sheet,
        HEADER_ROW,
        List.of(
            WORDS.say("workbook.column.unitId"), WORDS.say("workbook.column.code"), WORDS.say("workbook.column.max"), say("points"), say("flags")));
    int row = HEADER_ROW + 1;
    for (var unit : standings.inOrder()) {
      for (var line : unit.sheet().lines()) {
        sheet.value(row, 0, unit.sheet().answers().unit());
        sheet.value(row, 1, line.criterion().code());
        points(sheet, row, 2, line.max());
        points(sheet, row, 3, line.points());
        if (!line.flags().isEmpty()) {
          sheet.value(row, 4, flags(line.flags()));
        }
        row++;
      }
      sheet.flush();
      if (row > Worksheet.MAX_ROWS - standings.set().scored().count()) {
        break;
      }
    }
    sheet.finish();
  }

  private void rank(Worksheet sheet, int row, int column, Rank rank) {
    if (rank.exists()) {
      sheet.value(row, column, rank.overall());
      sheet.value(row, column + 1, rank.inGroup());
    } else {
      sheet.value(row, column, say("unranked"));
    }
  }

  private static void points(Worksheet sheet, int row, int column, @org.jspecify.annotations.Nullable Points points) {
    if (points != null) {
      sheet.value(row, column, points.decimal());
    }
  }

  private static String flags(Iterable<Flag> flags) {
    var words = new ArrayList<String>();
    flags.forEach(flag -> words.add(WORDS.say("workbook.flag." + flag.text())));
    return words.stream().collect(Collectors.joining("; "));
  }

  private static void widths(Worksheet sheet, int... widths) {
    for (int i = 0; i < widths.length; i++) {
      sheet.width(i, widths[i]);
    }
  }

  private static void printable(Worksheet sheet, int header) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(header);
  }

  private static String say(String key, Object... arguments) {
    return WORDS.say("workbook.results." + key, arguments);
  }
}
