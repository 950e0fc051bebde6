package thangdiem.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.FactType;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.Words;

/**
 * The workbook that units fill in (biểu mẫu kê khai), in the shape officials know: the decision's table with Số liệu kê khai, Điểm tự đánh giá, Minh chứng and
 * Ghi chú beside it. Every fact is entered once, at the first criterion that uses it. Given answers are filled in.
 */
public final class AnswersTemplate {

  private static final String APPLICATION = "Thang Diem";
  private static final String YELLOW = "FFF4CC";
  private static final String GREY = "EFEDE7";
  private static final String NAVY = "14213D";
  private static final String FONT = "Times New Roman";
  private static final Words WORDS = Words.VIETNAMESE;

  private static final int CODE = 0;
  private static final int NUMBER = 1;
  private static final int CRITERION = 2;
  private static final int MAX = 3;
  private static final int PRINTED = 4;
  private static final int MEASURE = 5;
  private static final int DECLARED = 6;
  private static final int NOTE = 9;
  private static final int HEADER_ROW = 3;
  private static final List<String> COLUMNS =
      List.of("code", "number", "criterion", "max", "printedNote", "measure", "declared", "selfScore", "evidence", "note");
  private static final int[] WIDTHS = {13, 6, 56, 12, 12, 13, 17, 11, 24, 20};

  /** Points of height that a line of text takes, and characters that fit into the column of titles. */
  private static final int LINE_HEIGHT = 15;

  private static final int LINE_LENGTH = 54;

  private final CriteriaSet set;
  private final Workbook workbook;
  private final List<List<String>> lists = new ArrayList<>();

  private AnswersTemplate(CriteriaSet set, Workbook workbook) {
    this.set = set;
    this.workbook = workbook;
  }

  /** Writes the empty form of those units: a sheet for each, or one sheet for all where they are many. */
  public static void write(OutputStream out, CriteriaSet set, List<ListedUnit> units) throws IOException {
    var empty = units.stream().map(unit -> UnitAnswers.noReport(unit.id(), unit.name(), unit.group())).toList();
    write(out, set, new Answers(set.id(), set.year(), "", List.of(), empty));
  }

  /** Writes the form with those answers filled in; reading it gives the same answers. */
  public static void write(OutputStream out, CriteriaSet set, Answers answers) throws IOException {
    try (var workbook = new Workbook(out, APPLICATION, "1.0")) {
      workbook.setGlobalDefaultFont(FONT, 11);
      new AnswersTemplate(set, workbook).write(answers);
    }
  }

  private void write(Answers answers) throws IOException {
    guide();
    about(answers);
    units(answers.units());
    if (answers.units().size() <= WorkbookForm.MOST_UNIT_SHEETS) {
      var names = WorkbookForm.sheetNames(answers.units()).iterator();
      for (var unit : answers.units()) {
        unitSheet(names.next(), unit);
      }
    } else {
      wide(WorkbookForm.FACTS, answers.units(), UnitAnswers::facts);
    }
    if (answers.units().stream().anyMatch(unit -> !unit.previous().isEmpty())) {
      wide(WorkbookForm.PREVIOUS, answers.units().stream().filter(unit -> !unit.previous().isEmpty()).toList(), UnitAnswers::previous);
    }
    claims(answers.units());
    deductions(answers.units());
    choices();
  }

  /** The lists behind the drop-downs, on a hidden last sheet: labels may hold commas and are longer than Excel allows in a validation. */
  private void choices() throws IOException {
    var sheet = workbook.newWorksheet(WorkbookForm.CHOICES);
    for (int column = 0; column < lists.size(); column++) {
      for (int row = 0; row < lists.get(column).size(); row++) {
        sheet.value(row, column, lists.get(column).get(row));
      }
    }
    sheet.setVisibilityState(VisibilityState.HIDDEN);
    sheet.finish();
  }

  /** Where the list of those labels stands; each list once. */
  private String choice(List<String> labels) {
    int column = lists.indexOf(labels);
    if (column < 0) {
      column = lists.size();
      lists.add(labels);
    }
    var letter = WorkbookCell.letters(column);
    return WorkbookForm.CHOICES + "!$" + letter + "$1:$" + letter + "$" + labels.size();
  }

  private void guide() throws IOException {
    var sheet = workbook.newWorksheet(WorkbookForm.GUIDE);
    var lines = say("guide").split("\n");
    for (int i = 0; i < lines.length; i++) {
      sheet.value(i, 0, lines[i]);
      sheet.style(i, 0).wrapText(true).verticalAlignment("top").fontSize(i == 0 ? 16 : 12).set();
    }
    sheet.width(0, 110);
    printable(sheet, "portrait");
    sheet.finish();
  }

  private void about(Answers answers) throws IOException {
    var sheet = workbook.newWorksheet(WorkbookForm.ABOUT);
    String[][] rows = {
      {WorkbookForm.CRITERIA_KEY, set.id()},
      {WorkbookForm.YEAR_KEY, String.valueOf(set.year())},
      {WorkbookForm.NOTE_KEY, answers.note()},
      {WorkbookForm.NOT_HELD_KEY, String.join(", ", answers.notHeld())},
    };
    for (int i = 0; i < rows.length; i++) {
      sheet.value(i, 0, rows[i][0]);
      text(sheet, i, 1, rows[i][1]);
    }
    sheet.width(0, 26);
    sheet.width(1, 70);
    printable(sheet, "portrait");
    sheet.finish();
  }

  private void units(List<UnitAnswers> units) throws IOException {
    var sheet = workbook.newWorksheet(WorkbookForm.UNITS);
    header(sheet, 0, titles(WorkbookColumn.UNIT, WorkbookColumn.NAME, WorkbookColumn.GROUP, WorkbookColumn.SHEET, WorkbookColumn.REPORTED, WorkbookColumn.SENT));
    boolean empty = units.stream().noneMatch(UnitAnswers::reported);
    var names = WorkbookForm.sheetNames(units);
    for (int i = 0; i < units.size(); i++) {
      text(sheet, i + 1, 0, units.get(i).unit());
      text(sheet, i + 1, 1, units.get(i).name());
      text(sheet, i + 1, 2, units.get(i).group());
      text(sheet, i + 1, 3, units.size() <= WorkbookForm.MOST_UNIT_SHEETS ? names.get(i) : WorkbookForm.FACTS);
      text(sheet, i + 1, 4, empty ? "" : units.get(i).reported() ? WorkbookForm.YES : WorkbookForm.NO);
      text(sheet, i + 1, 5, units.get(i).submittedAt().map(OffsetDateTime::toString).orElse(""));
    }
    widths(sheet, 34, 50, 16, 34, 12, 28);
    printable(sheet, "portrait");
    sheet.finish();
  }

  private void unitSheet(String name, UnitAnswers unit) throws IOException {
    var sheet = workbook.newWorksheet(name);
    text(sheet, 0, 0, say("title", unit.name(), String.valueOf(set.year())));
    sheet.style(0, 0).bold().fontSize(14).set();
    var group = set.group(unit.group()).map(OrgUnitGroup::name).orElse("");
    text(sheet, 1, 0, say("subtitle", set.legalBasis().number(), group));
    header(sheet, HEADER_ROW, COLUMNS.stream().map(column -> say("column." + column)).toList());
    sheet.rowHeight(HEADER_ROW, 2 * LINE_HEIGHT);
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.width(i, WIDTHS[i]);
    }
    int row = HEADER_ROW + 1;
    var declared = new HashMap<String, String>();
    for (var section : set.sections()) {
      var max = section.maxPoints().of(unit.group());
      if (max.isPresent()) {
        title(sheet, row++, section.code(), section.printedNumber(), section.name(), number(max.get()), true);
        for (var criterion : section.criteria()) {
          row = criterion(sheet, row, criterion, unit, declared);
        }
      }
    }
    for (var fact : set.facts().values()) {
      if (!declared.containsKey(fact.id())) {
        row = fact(sheet, row, fact, unit, fact.id(), declared);
      }
    }
    sheet.freezePane(CRITERION + 1, HEADER_ROW + 1);
    sheet.repeatRows(HEADER_ROW);
    printable(sheet, "landscape");
    sheet.finish();
  }

  private static void printable(Worksheet sheet, String orientation) {
    sheet.pageOrientation(orientation);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  private int criterion(Worksheet sheet, int row, Criterion criterion, UnitAnswers unit, Map<String, String> declared) {
    var max = criterion.maxPoints().of(unit.group());
    if (max.isEmpty()) {
      return row;
    }
    int next = row;
    switch (criterion) {
      case CriterionGroup group -> {
        title(sheet, next++, group.code(), group.printedNumber(), group.name(), number(max.get()), true);
        for (var child : group.criteria()) {
          next = criterion(sheet, next, child, unit, declared);
        }
      }
      case ScoredCriterion scored -> {
        title(sheet, next++, scored.code(), scored.printedNumber(), scored.name(), number(max.get()), false);
        for (var line : printed(scored)) {
          text(sheet, next, CRITERION, line.text());
          text(sheet, next, MAX, line.points());
          sheet.range(next, CODE, next, NOTE).style().fontName(FONT).italic().fontColor("46516A").wrapText(true).verticalAlignment("top").set();
          sheet.style(next, CRITERION).fontName(FONT).italic().fontColor("46516A").wrapText(true).verticalAlignment("top").indent(2).set();
          tall(sheet, next++, line.text());
        }
        for (var id : scored.rule().facts()) {
          var definition = set.facts().get(id);
          if (definition != null) {
            next = fact(sheet, next, definition, unit, scored.code(), declared);
          }
        }
      }
    }
    return next;
  }

  /** An entry row at the first use of a fact, a reference at later ones. */
  private int fact(Worksheet sheet, int row, FactDefinition fact, UnitAnswers unit, String at, Map<String, String> declared) {
    var before = declared.putIfAbsent(fact.id(), at);
    text(sheet, row, MEASURE, fact.unit());
    if (before != null) {
      text(sheet, row, CRITERION, say("factElsewhere", fact.label(), before));
      tall(sheet, row, say("factElsewhere", fact.label(), before));
      sheet.range(row, CODE, row, NOTE).style().fontName(FONT).fontColor("5F687C").fillColor(GREY).wrapText(true).verticalAlignment("top").set();
      sheet.style(row, CRITERION).fontName(FONT).fontColor("5F687C").fillColor(GREY).wrapText(true).verticalAlignment("top").indent(2).set();
      return row + 1;
    }
    text(sheet, row, CODE, fact.id());
    text(sheet, row, CRITERION, say("factRow", fact.label()));
    tall(sheet, row, say("factRow", fact.label()));
    sheet.range(row, CODE, row, NOTE).style().fontName(FONT).wrapText(true).verticalAlignment("top").set();
    sheet.style(row, CODE).fontName(FONT).fontColor("84879A").fontSize(7).verticalAlignment("top").set();
    sheet.style(row, CRITERION).fontName(FONT).wrapText(true).verticalAlignment("top").indent(2).set();
    entry(sheet, row, DECLARED, fact);
    Optional.ofNullable(unit.facts().get(fact.id())).ifPresent(value -> value(sheet, row, DECLARED, fact, value));
    return row + 1;
  }

  /** Makes a cell ask for what its fact is. */
  private void entry(Worksheet sheet, int row, int column, FactDefinition fact) {
    var style = sheet.style(row, column).fontName(FONT).verticalAlignment("top").fillColor(YELLOW).borderStyle(BorderStyle.THIN).borderColor("B9B6AC").wrapText(true);
    var range = sheet.range(row, column, row, column);
    var cell = range.toString();
    var none = cell + "=\"" + WorkbookForm.NONE + "\"";
    switch (fact.type()) {
      case BOOLEAN -> range.validateWithListByFormula(choice(List.of(WorkbookForm.YES, WorkbookForm.NO))).showErrorMessage(true).error(say("chooseOne"));
      case CHOICE -> range.validateWithListByFormula(choice(fact.options().stream().map(FactOption::label).toList())).showErrorMessage(true).error(say("chooseOne"));
      case COUNT -> {
        style = style.format("#,##0").horizontalAlignment("right");
        range.validateWithFormula("OR(" + none + ",AND(ISNUMBER(" + cell + ")," + cell + ">=0," + cell + "=INT(" + cell + ")))")
            .showErrorMessage(true)
            .error(say("enterCount"));
      }
      case DECIMAL -> {
        style = style.format("#,##0.###").horizontalAlignment("right");
        range.validateWithFormula("OR(" + none + ",AND(ISNUMBER(" + cell + ")," + cell + ">=0))").showErrorMessage(true).error(say("enterNumber"));
      }
      case DATE -> {
        style = style.format("dd/mm/yyyy").horizontalAlignment("right");
        range.validateWithFormula("OR(" + none + ",ISNUMBER(" + cell + "))").showErrorMessage(true).error(say("enterDate"));
      }
      case TEXT -> {}
    }
    style.set();
  }

  /** Writes a value so that reading it gives the same one. */
  private static void value(Worksheet sheet, int row, int column, FactDefinition fact, Fact value) {
    switch (value) {
      case Fact.Amount(var amount) -> amount(sheet, row, column, amount);
      case Fact.YesNo(var yes) -> sheet.value(row, column, yes ? WorkbookForm.YES : WorkbookForm.NO);
      case Fact.Day(var date) -> sheet.value(row, column, date);
      case Fact.Chosen(var option) -> sheet.value(row, column, fact.option(option).map(FactOption::label).orElse(option));
      case Fact.Words(var words) -> text(sheet, row, column, words);
      case Fact.None _ -> sheet.value(row, column, WorkbookForm.NONE);
    }
  }

  /** As a number where 15 digits say it exactly, otherwise as text. */
  private static void amount(Worksheet sheet, int row, int column, Rational amount) {
    var decimal = new BigDecimal(amount.numerator()).divide(new BigDecimal(amount.denominator()));
    if (decimal.precision() <= 15) {
      sheet.value(row, column, decimal);
    } else {
      sheet.value(row, column, decimal.toPlainString().replace('.', ','));
    }
  }

  private record PrintedLine(String text, String points) {}

  /** The lines that the decision prints below a criterion. */
  private static List<PrintedLine> printed(ScoredCriterion criterion) {
    return switch (criterion.rule()) {
      case ScoringRule.Proportional _ -> criterion.printedPoints().isEmpty()
          ? List.of()
          : List.of(new PrintedLine(say("byRatio"), criterion.printedPoints()));
      case ScoringRule.Tiers(_, _, var tiers) -> tiers.stream()
          .filter(tier -> !tier.printed().isEmpty())
          .map(tier -> new PrintedLine(tier.printed(), constant(tier.points())))
          .toList();
      case ScoringRule.Choice(_, var options) -> options.stream()
          .filter(option -> !option.printed().isEmpty())
          .map(option -> new PrintedLine(option.printed(), constant(option.points())))
          .toList();
      case ScoringRule.DateWindow(_, var windows) -> windows.stream()
          .filter(window -> !window.printed().isEmpty())
          .map(window -> new PrintedLine(window.printed(), constant(window.points())))
          .toList();
      case ScoringRule.Sum(var parts, _) -> parts.stream().map(part -> new PrintedLine(part.name(), number(part.maxPoints()))).toList();
      case ScoringRule.Best(var cases) -> cases.stream().map(part -> new PrintedLine(part.name(), number(part.maxPoints()))).toList();
      case ScoringRule.YesNo _,
          ScoringRule.PerUnit _,
          ScoringRule.RelativeToBest _,
          ScoringRule.MinMax _,
          ScoringRule.Change _,
          ScoringRule.Survey _,
          ScoringRule.Formula _,
          ScoringRule.Information _,
          ScoringRule.ByGroup _ -> List.of();
    };
  }

  private static String constant(Expr points) {
    return points instanceof Expr.Number(var value) ? number(new Points(value)) : "";
  }

  private static String number(Points points) {
    var plain = points.decimal().stripTrailingZeros();
    return WORDS.number(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  /** Spreadsheets do not measure wrapped text in a file that they did not write. */
  private static void tall(Worksheet sheet, int row, String text) {
    sheet.rowHeight(row, LINE_HEIGHT * (1 + text.length() / LINE_LENGTH));
  }

  private static void title(Worksheet sheet, int row, String code, String printedNumber, String name, String max, boolean heading) {
    text(sheet, row, CODE, code);
    text(sheet, row, NUMBER, printedNumber);
    text(sheet, row, CRITERION, name);
    text(sheet, row, MAX, max);
    var style = sheet.range(row, CODE, row, NOTE).style().fontName(FONT).wrapText(true).verticalAlignment("top").borderStyle(BorderStyle.THIN).borderColor("DEDBD2");
    (heading ? style.bold().fillColor("E6EDF8") : style).set();
    tall(sheet, row, name);
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
        .fillColor(NAVY)
        .wrapText(true)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .set();
  }

  private interface FactsOf {
    Map<String, Fact> of(UnitAnswers unit);
  }

  private void wide(String name, List<UnitAnswers> units, FactsOf facts) throws IOException {
    var sheet = workbook.newWorksheet(name);
    sheet.value(0, 0, WorkbookColumn.UNIT.title());
    int column = 1;
    for (var fact : set.facts().values()) {
      sheet.value(0, column, fact.id());
      text(sheet, 1, column, fact.label() + (fact.unit().isEmpty() ? "" : " (" + fact.unit() + ")"));
      column++;
    }
    sheet.range(0, 0, 1, column - 1).style().bold().wrapText(true).verticalAlignment("top").set();
    sheet.freezePane(1, 2);
    sheet.width(0, 34);
    for (int i = 0; i < units.size(); i++) {
      int row = i + 2;
      text(sheet, row, 0, units.get(i).unit());
      int at = 1;
      for (var fact : set.facts().values()) {
        var value = facts.of(units.get(i)).get(fact.id());
        if (value != null) {
          value(sheet, row, at, fact, value);
          if (value instanceof Fact.Day) {
            sheet.style(row, at).format("dd/mm/yyyy").set();
          }
        }
        at++;
      }
    }
    sheet.finish();
  }

  private void claims(List<UnitAnswers> units) throws IOException {
    var sheet = workbook.newWorksheet(WorkbookForm.NOT_APPLICABLE);
    header(sheet, 0, titles(WorkbookColumn.UNIT, WorkbookColumn.CRITERION, WorkbookColumn.REASON));
    int row = 1;
    for (var unit : units) {
      for (var code : unit.notApplicable()) {
        text(sheet, row, 0, unit.unit());
        text(sheet, row, 1, code);
        row++;
      }
    }
    widths(sheet, 34, 24, 60);
    sheet.finish();
  }

  private void deductions(List<UnitAnswers> units) throws IOException {
    var sheet = workbook.newWorksheet(WorkbookForm.DEDUCTIONS);
    header(sheet, 0, titles(WorkbookColumn.UNIT, WorkbookColumn.KIND, WorkbookColumn.POINTS, WorkbookColumn.DECISION, WorkbookColumn.REASON));
    int row = 1;
    for (var unit : units) {
      for (var deduction : unit.deductions()) {
        text(sheet, row, 0, unit.unit());
        text(sheet, row, 1, deduction.kind());
        int at = row;
        deduction.points().ifPresent(points -> amount(sheet, at, 2, points.value()));
        text(sheet, row, 3, deduction.decision().orElse(""));
        text(sheet, row, 4, deduction.reason());
        row++;
      }
    }
    widths(sheet, 34, 20, 10, 24, 60);
    sheet.finish();
  }

  private static void widths(Worksheet sheet, int... widths) {
    for (int i = 0; i < widths.length; i++) {
      sheet.width(i, widths[i]);
    }
    sheet.freezePane(0, 1);
    printable(sheet, "landscape");
  }

  private static List<String> titles(WorkbookColumn... columns) {
    return Stream.of(columns).map(WorkbookColumn::title).toList();
  }

  /** Text stays text, whatever it begins with; nothing where there is none. */
  private static void text(Worksheet sheet, int row, int column, String text) {
    if (!text.isEmpty()) {
      sheet.value(row, column, text);
    }
  }

  private static String say(String key, Object... arguments) {
    return WORDS.say("workbook." + key, arguments);
  }
}
