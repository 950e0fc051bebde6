package thangdiem.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.ranking.Rank;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.words.Words;

/**
 * Results as a workbook (kết quả trên Excel): the ranking, a sheet for each section, and the
 * decision's table with its reasons for each unit; of very many units what must be noted instead.
 * Numbers are numbers, text is text, and there is no formula in it.
 */
public final class ResultsWorkbook {

  private static final Words WORDS = Words.VIETNAMESE;
  private static final int HEADER_ROW = 2;
  private static final int FIRST_ROW = HEADER_ROW + 1;
  private static final int ROWS_IN_MEMORY = 5_000;

  /** A fifth larger than Java's usual level, in a third of the time. */
  private static final int QUICK = 2;

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
  public static void write(OutputStream out, Standings standings, Reasons reasons, String note)
      throws IOException {
    try (var workbook = new Workbook(out, "Thang Diem", "1.0")) {
      workbook.setCompressionLevel(QUICK);
      new ResultsWorkbook(standings, reasons, note, workbook).write();
    }
  }

  private void write() throws IOException {
    var inOrder = standings.inOrder();
    ranking(inOrder);
    for (var section : standings.set().sections()) {
      section(section, inOrder);
    }
    if (inOrder.size() <= WorkbookForm.MOST_UNIT_SHEETS) {
      for (var unit : inOrder) {
        unit(unit);
      }
    } else {
      remarks(inOrder);
    }
  }

  private WorkbookPen pen(String wanted, String title, int... widths) {
    var clean = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    var name = clean.substring(0, Math.min(clean.length(), WorkbookForm.LONGEST_SHEET_NAME));
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      var suffix = " " + i;
      name =
          clean.substring(
                  0, Math.min(clean.length(), WorkbookForm.LONGEST_SHEET_NAME - suffix.length()))
              + suffix;
    }
    var pen = new WorkbookPen(workbook, name, widths);
    var remarks =
        new ArrayList<>(
            List.of(standings.set().name() + " · " + standings.set().legalBasis().number()));
    if (standings.set().illustration()) {
      remarks.add(say("illustration"));
    }
    if (!note.isEmpty()) {
      remarks.add(note);
    }
    pen.title(title, String.join(" · ", remarks));
    return pen;
  }

  private static void end(WorkbookPen pen, String above, int frozen) throws IOException {
    pen.sheet().freezePane(frozen, FIRST_ROW);
    pen.printed("landscape", HEADER_ROW, above);
    pen.finish();
  }

  private void ranking(List<Standing> inOrder) throws IOException {
    var sections = standings.set().scoredSections();
    var titles =
        new ArrayList<>(List.of(say("rank"), say("rankInGroup"), say("unit"), say("group")));
    sections.forEach(section -> titles.add(section.printedNumber() + ". " + section.shortName()));
    titles.addAll(
        List.of(
            say("bonus"),
            say("deductions"),
            say("total"),
            say("grade"),
            say("meanPercent"),
            say("rescaledTotal"),
            say("rescaledGrade"),
            say("flags")));
    int first = 4;
    int total = first + sections.size() + 2;
    int flags = total + 5;
    var widths =
        IntStream.rangeClosed(0, flags)
            .map(column ->
                column < 2 ? 7 : column == 2 ? 38 : column == 3 ? 20 : column == flags ? 30 : 11)
            .toArray();
    var title = say("title", String.valueOf(standings.set().year()));
    var pen = pen(say("sheet"), title, widths);
    pen.header(HEADER_ROW, titles);
    int last = Math.max(FIRST_ROW, FIRST_ROW + inOrder.size() - 1);
    pen.style(WorkbookPen.Look.PLAIN, FIRST_ROW, 0, last, 3).set();
    pen.style(WorkbookPen.Look.PLAIN, FIRST_ROW, first, last, total - 1)
        .format(WorkbookPen.TWO_DECIMALS)
        .set();
    pen.style(WorkbookPen.Look.BOLD, FIRST_ROW, total, last, total + 1)
        .format(WorkbookPen.TWO_DECIMALS)
        .set();
    pen.style(WorkbookPen.Look.PLAIN, FIRST_ROW, total + 2, last, total + 3)
        .format(WorkbookPen.TWO_DECIMALS)
        .set();
    pen.style(WorkbookPen.Look.PLAIN, FIRST_ROW, total + 4, last, flags).set();
    for (int i = 0; i < inOrder.size(); i++) {
      rankingRow(pen, FIRST_ROW + i, inOrder.get(i), sections);
      if (inOrder.size() <= WorkbookForm.MOST_UNIT_SHEETS) {
        pen.tall(FIRST_ROW + i);
      }
    }
    pen.sheet().setAutoFilter(HEADER_ROW, 0, last, titles.size() - 1);
    end(pen, title, 3);
  }

  private void rankingRow(WorkbookPen pen, int row, Standing unit, List<Section> sections) {
    var own = unit.sheet();
    rank(pen, row, unit.overall());
    pen.text(row, 2, own.answers().name());
    pen.text(
        row,
        3,
        standings
            .set()
            .group(own.answers().group())
            .map(OrgUnitGroup::shortName)
            .orElse(own.answers().group()));
    var points = new HashMap<String, Points>();
    own.sections().stream()
        .filter(score -> score.applies())
        .forEach(score -> points.put(score.section().code(), score.points()));
    int column = 4;
    for (var section : sections) {
      points(pen, row, column++, points.get(section.code()));
    }
    points(pen, row, column++, own.bonus());
    points(pen, row, column++, own.deductions());
    points(pen, row, column++, own.total());
    pen.text(row, column++, own.grade().name());
    points(pen, row, column++, new Points(own.meanPercent()).printed());
    points(pen, row, column++, own.rescaled().total());
    pen.text(row, column++, own.rescaled().grade().name());
    pen.text(row, column, flags(unit.flags()));
  }

  /** One section: its units by their rank in it, and what each criterion earned. */
  private void section(Section section, List<Standing> inOrder) throws IOException {
    var criteria = section.scored().map(ScoredCriterion::code).toList();
    var widths =
        IntStream.range(0, criteria.size() + 4)
            .map(column -> column < 2 ? 7 : column == 2 ? 38 : 10)
            .toArray();
    var title = section.printedNumber() + ". " + section.name();
    var pen = pen(section.printedNumber() + " " + section.shortName(), title, widths);
    var titles =
        new ArrayList<>(
            List.of(say("sectionRank"), say("rankInGroup"), say("unit"), say("points")));
    titles.addAll(criteria);
    pen.header(HEADER_ROW, titles);
    int last = Math.max(FIRST_ROW, FIRST_ROW + inOrder.size() - 1);
    pen.style(WorkbookPen.Look.PLAIN, FIRST_ROW, 0, last, 2).set();
    pen.style(WorkbookPen.Look.BOLD, FIRST_ROW, 3, last, 3).format(WorkbookPen.TWO_DECIMALS).set();
    pen.style(WorkbookPen.Look.PLAIN, FIRST_ROW, 4, last, 3 + criteria.size())
        .format(WorkbookPen.TWO_DECIMALS)
        .set();
    var columns = new HashMap<String, Integer>();
    criteria.forEach(code -> columns.put(code, 4 + columns.size()));
    int row = FIRST_ROW;
    for (var unit :
        inOrder.stream().sorted(Comparator.comparingInt(unit -> place(unit, section))).toList()) {
      if (!section.bonus()) {
        rank(pen, row, unit.bySection().get(section.code()));
      }
      pen.text(row, 2, unit.sheet().answers().name());
      points(pen, row, 3, points(unit.sheet(), section));
      for (var line : unit.sheet().lines()) {
        var column = columns.get(line.criterion().code());
        if (column != null) {
          points(pen, row, column, line.points());
        }
      }
      row++;
    }
    end(pen, title, 4);
  }

  private static int place(Standing unit, Section section) {
    var rank = unit.bySection().get(section.code());
    return rank == null || !rank.exists() ? Integer.MAX_VALUE : rank.overall();
  }

  private static Points points(ScoreSheet sheet, Section section) {
    return sheet.sections().stream()
        .filter(score -> score.section().code().equals(section.code()))
        .map(score -> score.points())
        .findFirst()
        .orElseGet(() -> sum(sheet, section));
  }

  /** A bonus section is no section of the sheet, but its criteria are lines of it. */
  private static Points sum(ScoreSheet sheet, Section section) {
    var codes = section.scored().map(ScoredCriterion::code).collect(Collectors.toSet());
    return sheet.lines().stream()
        .filter(line -> codes.contains(line.criterion().code()))
        .map(ScoreLine::points)
        .reduce(Points.NONE, Points::plus);
  }

  private static Map<String, ScoreLine> lines(ScoreSheet sheet) {
    var lines = new HashMap<String, ScoreLine>();
    sheet.lines().forEach(line -> lines.put(line.criterion().code(), line));
    return lines;
  }

  /** The decision's table of one unit, with the reason of every score. */
  private void unit(Standing unit) throws IOException {
    var own = unit.sheet();
    var pen = pen(own.answers().unit(), own.answers().name(), 8, 46, 9, 9, 17, 75);
    pen.header(
        HEADER_ROW,
        List.of(
            WORDS.say("workbook.column.number"),
            WORDS.say("workbook.column.criterion"),
            WORDS.say("workbook.column.max"),
            say("points"),
            say("flags"),
            say("because")));
    int row = FIRST_ROW;
    var lines = lines(own);
    for (var section : standings.set().sections()) {
      var max = section.maxPoints().of(own.answers().group());
      if (max.isPresent()) {
        line(
            pen,
            row++,
            WorkbookPen.Look.SECTION,
            section.printedNumber(),
            section.name(),
            max.get(),
            points(own, section),
            "",
            "");
        for (var criterion : section.scored().toList()) {
          var line = lines.get(criterion.code());
          if (line != null) {
            var because = reasons.sentence(line, own.answers());
            line(
                pen,
                row++,
                WorkbookPen.Look.PLAIN,
                criterion.code(),
                criterion.name(),
                line.max(),
                line.points(),
                flags(line.flags()),
                because);
          }
        }
      }
    }
    for (var effect : own.deductionEffects()) {
      var deduction = effect.deduction();
      var because =
          deduction
              .decision()
              .map(decision -> deduction.reason() + " (" + decision + ")")
              .orElse(deduction.reason());
      line(
          pen,
          row++,
          WorkbookPen.Look.PLAIN,
          "",
          say("deductions"),
          null,
          effect.effect(),
          "",
          because);
    }
    line(
        pen,
        row,
        WorkbookPen.Look.SECTION,
        "",
        say("total") + ": " + own.grade().name(),
        standings.set().scale(own.answers().group()),
        own.total(),
        flags(unit.flags()),
        "");
    end(pen, own.answers().name(), 2);
  }

  private static void line(
      WorkbookPen pen,
      int row,
      WorkbookPen.Look look,
      String number,
      String name,
      @Nullable Points max,
      Points points,
      String flags,
      String because) {
    pen.text(row, 0, number);
    pen.text(row, 1, name);
    points(pen, row, 2, max);
    points(pen, row, 3, points);
    pen.text(row, 4, flags);
    pen.text(row, 5, because);
    pen.row(look, row);
    pen.style(look, row, 2, row, 3).format(WorkbookPen.TWO_DECIMALS).set();
  }

  /**
   * Where units are many: what must be noted about lines (lưu ý), below each other, on as many
   * sheets as it takes. The points of every line are on the sheets of the sections, the reasons in
   * results.json.
   */
  private void remarks(List<Standing> inOrder) throws IOException {
    var pen = remarksSheet();
    int row = FIRST_ROW;
    for (var unit : inOrder) {
      for (var line : unit.sheet().lines()) {
        if (line.flags().isEmpty()) {
          continue;
        }
        if (row == Worksheet.MAX_ROWS) {
          pen.finish();
          pen = remarksSheet();
          row = FIRST_ROW;
        }
        var sheet = pen.sheet();
        sheet.value(row, 0, unit.sheet().answers().unit());
        sheet.value(row, 1, line.criterion().code());
        points(pen, row, 2, line.max());
        points(pen, row, 3, line.points());
        sheet.value(row, 4, flags(line.flags()));
        if (++row % ROWS_IN_MEMORY == 0) {
          sheet.flush();
        }
      }
    }
    pen.finish();
  }

  private WorkbookPen remarksSheet() {
    var pen = pen(say("flags"), say("remarksTitle"), 34, 14, 14, 14, 50);
    pen.header(
        HEADER_ROW,
        List.of(
            WorkbookColumn.UNIT.title(),
            WorkbookColumn.CODE.title(),
            WORDS.say("workbook.column.max"),
            say("points"),
            say("flags")));
    pen.sheet().freezePane(2, FIRST_ROW);
    pen.printed("landscape", HEADER_ROW, "");
    return pen;
  }

  private static void rank(WorkbookPen pen, int row, @Nullable Rank rank) {
    if (rank != null && rank.exists()) {
      pen.sheet().value(row, 0, rank.overall());
      pen.sheet().value(row, 1, rank.inGroup());
    } else {
      pen.text(row, 0, say("unranked"));
    }
  }

  private static void points(WorkbookPen pen, int row, int column, @Nullable Points points) {
    if (points != null) {
      pen.number(row, column, points.decimal());
    }
  }

  private static String flags(Iterable<Flag> flags) {
    var words = new ArrayList<String>();
    flags.forEach(flag -> words.add(WORDS.say("workbook.flag." + flag.text())));
    return String.join("; ", words);
  }

  private static String say(String key, Object... arguments) {
    return WORDS.say("workbook.results." + key, arguments);
  }
}
