package thangdiem.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Fact;
import thangdiem.words.Words;

/**
 * The cells in which units enter facts (ô kê khai): what each asks for, what its drop-down offers,
 * and values written so that reading them gives them again.
 */
final class WorkbookEntries {

  private static final Words WORDS = Words.VIETNAMESE;

  private final List<List<String>> lists = new ArrayList<>();

  /** Makes the cells of a column ask for what the fact is. */
  void ask(WorkbookPen pen, int top, int bottom, int column, FactDefinition fact) {
    var style = pen.style(WorkbookPen.Look.ENTRY, top, column, bottom, column);
    switch (fact.type()) {
      case COUNT -> style.format("#,##0").horizontalAlignment("right").set();
      case DECIMAL -> style.format("#,##0.###").horizontalAlignment("right").set();
      // As text: 11/12/2016 would be the 12th of November to a spreadsheet set to English.
      case DATE -> style.format("@").horizontalAlignment("right").set();
      case BOOLEAN, CHOICE, TEXT -> style.set();
    }
    check(pen.sheet().range(top, column, bottom, column), fact);
  }

  private void check(Range range, FactDefinition fact) {
    var cell = range.toString().substring(0, range.toString().indexOf(':'));
    var none = cell + "=\"" + WorkbookForm.NONE + "\"";
    switch (fact.type()) {
      case BOOLEAN -> list(range, List.of(WorkbookForm.YES, WorkbookForm.NO));
      case CHOICE ->
          list(
              range,
              Stream.concat(fact.options().stream().map(FactOption::label), Stream.of(none(fact)))
                  .distinct()
                  .toList());
      case COUNT ->
          custom(
              range,
              "OR("
                  + none
                  + ",IF(ISNUMBER("
                  + cell
                  + "),AND("
                  + cell
                  + ">=0,"
                  + cell
                  + "=INT("
                  + cell
                  + ")),FALSE))",
              "enterCount");
      case DECIMAL ->
          custom(
              range,
              "OR(" + none + ",IF(ISNUMBER(" + cell + ")," + cell + ">=0,FALSE))",
              "enterNumber");
      case DATE ->
          custom(
              range,
              "OR("
                  + none
                  + ",ISNUMBER("
                  + cell
                  + "),AND(LEN("
                  + cell
                  + ")>=8,LEN("
                  + cell
                  + ")<=10,ISNUMBER(VALUE(RIGHT("
                  + cell
                  + ",4)))))",
              "enterDate");
      case TEXT -> {}
    }
  }

  /** Makes cells offer those labels and take no others. */
  void list(Range range, List<String> labels) {
    range
        .validateWithListByFormula(offered(labels))
        .errorStyle(DataValidationErrorStyle.STOP)
        .showErrorMessage(true)
        .errorTitle(say("checkEntry"))
        .error(say("chooseOne"));
  }

  /** fastexcel writes a formula as it is given, so what XML does not allow is escaped here. */
  private static void custom(Range range, String formula, String said) {
    range
        .validateWithFormula(formula.replace("<", "&lt;"))
        .errorStyle(DataValidationErrorStyle.STOP)
        .showErrorMessage(true)
        .errorTitle(say("checkEntry"))
        .error(say(said));
  }

  /** Where the list of those labels stands; each list once. */
  private String offered(List<String> labels) {
    int column = lists.indexOf(labels);
    if (column < 0) {
      column = lists.size();
      lists.add(labels);
    }
    var letters = WorkbookCell.letters(column);
    return WorkbookForm.CHOICES + "!$" + letters + "$1:$" + letters + "$" + labels.size();
  }

  /**
   * The lists behind the drop-downs, on a hidden last sheet: labels may hold commas and are longer
   * than Excel allows in a validation.
   */
  void lists(Workbook workbook) throws IOException {
    var sheet = workbook.newWorksheet(WorkbookForm.CHOICES);
    for (int column = 0; column < lists.size(); column++) {
      for (int row = 0; row < lists.get(column).size(); row++) {
        sheet.value(row, column, lists.get(column).get(row));
      }
    }
    sheet.setVisibilityState(VisibilityState.HIDDEN);
    sheet.finish();
  }

  /** "There is none", which an option of the fact may be called too. */
  static String none(FactDefinition fact) {
    var none = WorkbookColumn.folded(WorkbookForm.NONE);
    return fact.options().stream()
            .anyMatch(option -> WorkbookColumn.folded(option.label()).equals(none))
        ? WorkbookForm.NONE_AT_ALL
        : WorkbookForm.NONE;
  }

  /** Writes a value so that reading it gives the same one. */
  static void value(WorkbookPen pen, int row, int column, FactDefinition fact, Fact value) {
    switch (value) {
      case Fact.Amount(var amount) -> amount(pen, row, column, amount);
      case Fact.YesNo(var yes) -> pen.text(row, column, yes ? WorkbookForm.YES : WorkbookForm.NO);
      case Fact.Day(var date) -> pen.text(row, column, Words.date(date));
      case Fact.Chosen(var option) -> pen.text(row, column, label(fact, option));
      case Fact.Words(var words) -> pen.text(row, column, words);
      case Fact.None _ -> pen.text(row, column, none(fact));
    }
  }

  /** The label of an option, or its id where another option would answer to the label. */
  static String label(FactDefinition fact, String option) {
    var label = fact.option(option).map(FactOption::label).orElse(option);
    boolean another =
        fact.options().stream()
            .filter(other -> !other.id().equals(option))
            .anyMatch(other ->
                other.id().equals(label)
                    || WorkbookColumn.folded(other.label()).equals(WorkbookColumn.folded(label)));
    return another ? option : label;
  }

  /** As a number where Excel's digits say it exactly, otherwise as text. */
  static void amount(WorkbookPen pen, int row, int column, Rational amount) {
    var decimal = new BigDecimal(amount.numerator()).divide(new BigDecimal(amount.denominator()));
    if (decimal.precision() <= WorkbookForm.DIGITS) {
      pen.number(row, column, decimal);
    } else {
      pen.text(row, column, decimal.toPlainString().replace('.', ','));
    }
  }

  private static String say(String key) {
    return WORDS.say("workbook." + key);
  }
}
