package thangdiem.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.ScoringRule;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.Words;

/**
 * The workbook that units fill in (biểu mẫu kê khai): how to fill it, whom it concerns, a sheet in
 * the shape of the decision's table for each unit, claims and deductions. Where units are many, one
 * sheet with a row for each. Given answers are filled in, and reading the workbook gives them
 * again.
 */
public final class AnswersTemplate {

  private static final Words WORDS = Words.VIETNAMESE;

  private final CriteriaSet set;
  private final Workbook workbook;
  private final WorkbookEntries entries = new WorkbookEntries();

  private AnswersTemplate(CriteriaSet set, Workbook workbook) {
    this.set = set;
    this.workbook = workbook;
  }

  /**
   * Writes the empty form of those units: a sheet for each, or one sheet for all where they are
   * many.
   */
  public static void write(OutputStream out, CriteriaSet set, List<ListedUnit> units)
      throws IOException {
    var empty =
        units.stream()
            .map(unit -> UnitAnswers.noReport(unit.id(), unit.name(), unit.group()))
            .toList();
    write(out, set, new Answers(set.id(), set.year(), "", List.of(), empty));
  }

  /** Writes the form with those answers filled in; reading it gives the same answers. */
  public static void write(OutputStream out, CriteriaSet set, Answers answers) throws IOException {
    write(out, set, answers, Map.of());
  }

  /**
   * The same with the reasons of what does not apply.
   *
   * @param reasons by unit and code
   */
  public static void write(
      OutputStream out, CriteriaSet set, Answers answers, Map<String, Map<String, String>> reasons)
      throws IOException {
    try (var workbook = new Workbook(out, "Thang Diem", "1.0")) {
      new AnswersTemplate(set, workbook).write(answers, reasons);
    }
  }

  private void write(Answers answers, Map<String, Map<String, String>> reasons) throws IOException {
    guide();
    about(answers);
    units(answers.units());
    if (aSheetEach(answers.units())) {
      var rules = new HashMap<String, Map<String, String>>();
      var names = WorkbookForm.sheetNames(answers.units()).iterator();
      for (var unit : answers.units()) {
        var own = rules.computeIfAbsent(unit.group(), group -> WorkbookUnitSheet.rules(set, group));
        WorkbookUnitSheet.write(workbook, names.next(), set, entries, unit, own);
      }
    } else {
      aRowEach(WorkbookForm.FACTS, answers.units(), UnitAnswers::facts);
    }
    var withPrevious = answers.units().stream().filter(unit -> !unit.previous().isEmpty()).toList();
    if (!withPrevious.isEmpty() || usesLastYear()) {
      aRowEach(
          WorkbookForm.PREVIOUS,
          withPrevious.isEmpty() ? answers.units() : withPrevious,
          UnitAnswers::previous);
    }
    claims(answers.units(), reasons);
    deductions(answers.units());
    entries.lists(workbook);
  }

  private static boolean aSheetEach(List<UnitAnswers> units) {
    return units.size() <= WorkbookForm.MOST_UNIT_SHEETS;
  }

  /** Whether a criterion compares with last year. */
  private boolean usesLastYear() {
    return set.scored().anyMatch(criterion -> usesLastYear(criterion.rule()));
  }

  private static boolean usesLastYear(ScoringRule rule) {
    return switch (rule) {
      case ScoringRule.Change _ -> true;
      case ScoringRule.YesNo(var holds) -> usesLastYear(holds);
      case ScoringRule.Proportional(var ratio) -> usesLastYear(ratio);
      case ScoringRule.Tiers(var of, _, _) -> usesLastYear(of);
      case ScoringRule.PerUnit(var of, var points) -> usesLastYear(of) || usesLastYear(points);
      case ScoringRule.RelativeToBest(var of, _, _) -> usesLastYear(of);
      case ScoringRule.MinMax(var of, _, _) -> usesLastYear(of);
      case ScoringRule.Formula(var points) -> usesLastYear(points);
      case ScoringRule.Sum(var parts, _) ->
          parts.stream().anyMatch(part -> usesLastYear(part.rule()));
      case ScoringRule.Best(var cases) ->
          cases.stream().anyMatch(part -> usesLastYear(part.rule()));
      case ScoringRule.ByGroup(var rules) ->
          rules.values().stream().anyMatch(AnswersTemplate::usesLastYear);
      case ScoringRule.Choice _,
          ScoringRule.DateWindow _,
          ScoringRule.Survey _,
          ScoringRule.Information _ ->
          false;
    };
  }

  private static boolean usesLastYear(Expr expr) {
    var found = new boolean[1];
    expr.walk(part -> found[0] |= part instanceof Expr.Previous);
    return found[0];
  }

  private void guide() throws IOException {
    var pen = new WorkbookPen(workbook, WorkbookForm.GUIDE, 76);
    var lines = say("guide").split("\n");
    pen.title(lines[0], set.name() + " · " + set.legalBasis().number());
    for (int i = 1; i < lines.length; i++) {
      pen.text(i + 1, 0, lines[i]);
      pen.row(WorkbookPen.Look.PLAIN, i + 1);
    }
    pen.printed("portrait", 0, "");
    pen.finish();
  }

  private void about(Answers answers) throws IOException {
    var pen = new WorkbookPen(workbook, WorkbookForm.ABOUT, 22, 54);
    var rows =
        List.of(
            List.of(WorkbookForm.CRITERIA_KEY, set.id()),
            List.of(WorkbookForm.YEAR_KEY, String.valueOf(set.year())),
            List.of(WorkbookForm.NOTE_KEY, answers.note()),
            List.of(WorkbookForm.NOT_HELD_KEY, String.join(", ", answers.notHeld())));
    for (int row = 0; row < rows.size(); row++) {
      pen.text(row, 0, rows.get(row).get(0));
      pen.text(row, 1, rows.get(row).get(1));
      pen.row(WorkbookPen.Look.PLAIN, row);
      pen.look(WorkbookPen.Look.BOLD, row, 0);
    }
    pen.printed("portrait", 0, "");
    pen.finish();
  }

  private void units(List<UnitAnswers> units) throws IOException {
    var pen =
        table(
            WorkbookForm.UNITS,
            new int[] {30, 44, 14, 30, 12, 28},
            WorkbookColumn.UNIT,
            WorkbookColumn.NAME,
            WorkbookColumn.GROUP,
            WorkbookColumn.SHEET,
            WorkbookColumn.REPORTED,
            WorkbookColumn.SENT);
    boolean empty = units.stream().noneMatch(UnitAnswers::reported);
    var names = WorkbookForm.sheetNames(units);
    for (int i = 0; i < units.size(); i++) {
      var unit = units.get(i);
      line(
          pen,
          i + 1,
          unit.unit(),
          unit.name(),
          unit.group(),
          aSheetEach(units) ? names.get(i) : WorkbookForm.FACTS,
          empty ? "" : unit.reported() ? WorkbookForm.YES : WorkbookForm.NO,
          unit.submittedAt().map(OffsetDateTime::toString).orElse(""));
    }
    end(pen);
  }

  private void claims(List<UnitAnswers> units, Map<String, Map<String, String>> reasons)
      throws IOException {
    var pen =
        table(
            WorkbookForm.NOT_APPLICABLE,
            new int[] {34, 20, 60},
            WorkbookColumn.UNIT,
            WorkbookColumn.CRITERION,
            WorkbookColumn.REASON);
    int row = 1;
    for (var unit : units) {
      for (var code : unit.notApplicable()) {
        line(
            pen,
            row++,
            unit.unit(),
            code,
            reasons.getOrDefault(unit.unit(), Map.of()).getOrDefault(code, ""));
      }
    }
    end(pen);
  }

  private void deductions(List<UnitAnswers> units) throws IOException {
    var pen =
        table(
            WorkbookForm.DEDUCTIONS,
            new int[] {34, 22, 10, 24, 60},
            WorkbookColumn.UNIT,
            WorkbookColumn.KIND,
            WorkbookColumn.POINTS,
            WorkbookColumn.DECISION,
            WorkbookColumn.REASON);
    int row = 1;
    for (var unit : units) {
      for (var deduction : unit.deductions()) {
        int at = row++;
        line(
            pen,
            at,
            unit.unit(),
            deduction.kind(),
            "",
            deduction.decision().orElse(""),
            deduction.reason());
        deduction.points().ifPresent(points -> WorkbookEntries.amount(pen, at, 2, points.value()));
      }
    }
    end(pen);
  }

  private WorkbookPen table(String name, int[] widths, WorkbookColumn... columns) {
    var pen = new WorkbookPen(workbook, name, widths);
    pen.header(0, Stream.of(columns).map(WorkbookColumn::title).toList());
    pen.sheet().freezePane(0, 1);
    return pen;
  }

  private static void line(WorkbookPen pen, int row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      pen.text(row, i, texts[i]);
    }
    pen.row(WorkbookPen.Look.PLAIN, row);
  }

  private static void end(WorkbookPen pen) throws IOException {
    pen.printed("landscape", 0, "");
    pen.finish();
  }

  /** One row for each unit, one column for each fact: ids above, labels below them. */
  private void aRowEach(
      String name, List<UnitAnswers> units, Function<UnitAnswers, Map<String, Fact>> stated)
      throws IOException {
    var facts = List.copyOf(set.facts().values());
    var widths = new int[facts.size() + 2];
    Arrays.fill(widths, 16);
    widths[0] = 30;
    widths[1] = 40;
    var pen = new WorkbookPen(workbook, name, widths);
    var ids = new ArrayList<>(List.of(WorkbookColumn.UNIT.title(), WorkbookColumn.NAME.title()));
    for (int i = 0; i < facts.size(); i++) {
      ids.add(facts.get(i).id());
    }
    pen.header(0, ids);
    for (int i = 0; i < facts.size(); i++) {
      var fact = facts.get(i);
      pen.text(
          1, i + 2, fact.unit().isEmpty() ? fact.label() : fact.label() + " (" + fact.unit() + ")");
    }
    pen.row(WorkbookPen.Look.GROUP, 1);
    int last = Math.max(units.size(), 1) + 1;
    pen.style(WorkbookPen.Look.PLAIN, 2, 0, last, 1).wrapText(false).set();
    for (int i = 0; i < facts.size(); i++) {
      entries.ask(pen, 2, last, i + 2, facts.get(i));
    }
    for (int i = 0; i < units.size(); i++) {
      pen.text(i + 2, 0, units.get(i).unit());
      pen.text(i + 2, 1, units.get(i).name());
      var own = stated.apply(units.get(i));
      for (int column = 0; column < facts.size(); column++) {
        var value = own.get(facts.get(column).id());
        if (value != null) {
          WorkbookEntries.value(pen, i + 2, column + 2, facts.get(column), value);
        }
      }
    }
    pen.sheet().freezePane(2, 2);
    pen.printed("landscape", 0, "");
    pen.finish();
  }

  private static String say(String key, Object... arguments) {
    return WORDS.say("workbook." + key, arguments);
  }
}
