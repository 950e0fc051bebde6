package thangdiem.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.FactType;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * Answers out of a workbook (biểu mẫu Excel): a sheet for each unit, named by its id, or one sheet «Số liệu» with a row for each unit; beside it metadata,
 * units, not-applicable claims and deductions. No formula is evaluated and no cached value believed; everything wrong is named by sheet and cell.
 */
public final class AnswersWorkbook {

  private static final Set<String> BESIDE =
      Set.of(WorkbookForm.GUIDE, WorkbookForm.ABOUT, WorkbookForm.UNITS, WorkbookForm.NOT_APPLICABLE, WorkbookForm.DEDUCTIONS, WorkbookForm.CHOICES);
  private static final Set<String> YES = Set.of("có", "x", "✓", "true", "yes", "1", "đúng");
  private static final Set<String> NO = Set.of("không", "false", "no", "0", "sai");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final MathContext EXCEL_DIGITS = new MathContext(15);
  private static final int MOST_MISTAKES = 500;

  private final String file;
  private final CriteriaSet set;
  private final AnswersBuilder builder;
  private final Map<String, Described> described = new LinkedHashMap<>();
  private boolean since1904;
  private int mistakes;

  private record Described(Optional<String> name, Optional<String> group) {}

  private AnswersWorkbook(String file, CriteriaSet set, Optional<List<ListedUnit>> only) {
    this.file = file;
    this.set = set;
    this.builder = new AnswersBuilder(set, only);
  }

  /**
   * Reads a workbook of answers.
   *
   * @param file how mistakes name it
   * @param only where given, the only units accepted
   * @throws BadInput with everything wrong, each with sheet and cell
   */
  public static Answers read(String file, byte[] bytes, CriteriaSet set, Optional<List<ListedUnit>> only) {
    SafeZip.check(file, bytes);
    var reader = new AnswersWorkbook(file, set, only);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      reader.workbook(workbook);
    } catch (BadInput bad) {
      throw bad;
    } catch (IOException | RuntimeException e) {
      // Whatever a broken workbook makes the reader stumble over, people hear that it is broken.
      throw BadInput.at(file, "workbook.broken");
    }
    return reader.builder.build();
  }

  private void workbook(ReadableWorkbook workbook) throws IOException {
    since1904 = workbook.isDate1904();
    var sheets = workbook.getSheets().toList();
    var byName = new HashMap<String, Sheet>();
    sheets.forEach(sheet -> byName.put(nfc(sheet.getName()), sheet));
    if (byName.containsKey(WorkbookForm.ABOUT)) {
      about(table(byName.get(WorkbookForm.ABOUT)));
    }
    if (byName.containsKey(WorkbookForm.UNITS)) {
      units(table(byName.get(WorkbookForm.UNITS)));
    }
    for (var sheet : sheets) {
      var name = nfc(sheet.getName());
      if (name.equals(WorkbookForm.FACTS)) {
        wide(sheet, false);
      } else if (!BESIDE.contains(name) && !name.equals(WorkbookForm.PREVIOUS)) {
        unitSheet(sheet, name);
      }
    }
    if (byName.containsKey(WorkbookForm.PREVIOUS)) {
      wide(byName.get(WorkbookForm.PREVIOUS), true);
    }
    if (byName.containsKey(WorkbookForm.NOT_APPLICABLE)) {
      notApplicable(table(byName.get(WorkbookForm.NOT_APPLICABLE)));
    }
    if (byName.containsKey(WorkbookForm.DEDUCTIONS)) {
      deductions(table(byName.get(WorkbookForm.DEDUCTIONS)));
    }
  }

  /** The rows of a small sheet. */
  private static List<Row> rows(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.toList();
    }
  }

  private record Table(String sheet, List<Row> rows) {}

  private static Table table(Sheet sheet) throws IOException {
    return new Table(nfc(sheet.getName()), rows(sheet));
  }

  private void about(Table about) {
    var criteria = Optional.<String>empty();
    int year = set.year();
    for (var row : about.rows()) {
      var key = text(about.sheet(), row, 0);
      var value = text(about.sheet(), row, 1);
      switch (key) {
        case WorkbookForm.CRITERIA_KEY -> criteria = Optional.of(value);
        case WorkbookForm.YEAR_KEY -> year = value.matches("\\d{4}") ? Integer.parseInt(value) : 0;
        case WorkbookForm.NOTE_KEY -> builder.note(value);
        case WorkbookForm.NOT_HELD_KEY -> Stream.of(value.split("[,;]"))
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .forEach(code -> builder.notHeld(file + " " + about.sheet() + "!B" + row.getRowNum(), code));
        default -> {}
      }
    }
    builder.header(file + " " + about.sheet(), criteria.orElse(set.id()), year);
  }

  private void units(Table units) {
    for (var row : units.rows().stream().skip(1).toList()) {
      var id = text(units.sheet(), row, 0);
      if (!id.isEmpty()) {
        described.put(id, new Described(given(text(units.sheet(), row, 1)), given(text(units.sheet(), row, 2))));
      }
    }
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private AnswersBuilder.UnitBuilder unit(String where, String id) {
    var about = described.getOrDefault(id, new Described(Optional.empty(), Optional.empty()));
    return builder.unit(where, id, about.name(), about.group());
  }

  private void unitSheet(Sheet sheet, String name) throws IOException {
    var rows = rows(sheet);
    int header = 0;
    while (header < rows.size() && !text(name, rows.get(header), 0).equals(WorkbookForm.CODE)) {
      header++;
    }
    if (header == rows.size()) {
      mistake(name, "workbook.noHeader", WorkbookForm.CODE);
      return;
    }
    int declared = column(name, rows.get(header), WorkbookForm.DECLARED);
    if (declared < 0) {
      mistake(name, "workbook.noColumn", WorkbookForm.DECLARED);
      return;
    }
    var id = described.keySet().stream().filter(known -> sheetName(known).equals(name)).findFirst().orElse(name);
    var unit = unit(file + " " + name, id);
    for (var row : rows.subList(header + 1, rows.size())) {
      var code = text(name, row, 0);
      var definition = set.facts().get(code);
      if (definition != null) {
        cell(row, declared).ifPresent(cell -> fact(name, cell, definition).ifPresent(fact -> unit.fact(at(name, cell), code, fact)));
      } else if (!code.isEmpty() && set.scoredBelow(code).isEmpty()) {
        mistake(name + "!A" + row.getRowNum(), "answers.unknownFact", code, "");
      }
    }
  }

  /** The name of a unit's sheet: its id, cut where Excel would refuse it. */
  static String sheetName(String unit) {
    return unit.length() <= WorkbookForm.LONGEST_SHEET_NAME ? unit : unit.substring(0, WorkbookForm.LONGEST_SHEET_NAME);
  }

  private int column(String sheet, Row header, String title) {
    for (int i = 0; i < header.getCellCount(); i++) {
      if (text(sheet, header, i).equals(title)) {
        return i;
      }
    }
    return -1;
  }

  /** One row for each unit, one column for each fact. */
  private void wide(Sheet sheet, boolean lastYear) throws IOException {
    var name = nfc(sheet.getName());
    var columns = new ArrayList<Optional<FactDefinition>>();
    try (Stream<Row> rows = sheet.openStream()) {
      rows.forEach(
          row -> {
            if (columns.isEmpty()) {
              header(name, row, columns);
            } else {
              wideRow(name, row, columns, lastYear);
            }
          });
    }
    if (columns.isEmpty()) {
      mistake(name, "workbook.noHeader", WorkbookForm.UNIT_ID);
    }
  }

  private void header(String sheet, Row row, List<Optional<FactDefinition>> columns) {
    if (!text(sheet, row, 0).equals(WorkbookForm.UNIT_ID)) {
      return;
    }
    columns.add(Optional.empty());
    for (int i = 1; i < row.getCellCount(); i++) {
      var id = text(sheet, row, i);
      var fact = Optional.ofNullable(set.facts().get(id));
      if (fact.isEmpty() && !id.isEmpty()) {
        mistake(sheet + "!" + letters(i) + row.getRowNum(), "answers.unknownFact", id, "");
      }
      columns.add(fact);
    }
  }

  private void wideRow(String sheet, Row row, List<Optional<FactDefinition>> columns, boolean lastYear) {
    var id = text(sheet, row, 0);
    // The row below the header says in words what each column is; it has no unit.
    if (id.isEmpty()) {
      return;
    }
    var where = file + " " + sheet + "!A" + row.getRowNum();
    var unit = lastYear ? builder.known(id).orElseGet(() -> unit(where, id)) : unit(where, id);
    for (int i = 1; i < row.getCellCount(); i++) {
      var definition = i < columns.size() ? columns.get(i) : Optional.<FactDefinition>empty();
      var cell = cell(row, i);
      if (definition.isPresent() && cell.isPresent()) {
        var fact = fact(sheet, cell.get(), definition.get());
        if (fact.isPresent()) {
          var place = at(sheet, cell.get());
          if (lastYear) {
            unit.previous(place, definition.get().id(), fact.get());
          } else {
            unit.fact(place, definition.get().id(), fact.get());
          }
        }
      }
    }
  }

  private void notApplicable(Table claims) {
    for (var row : claims.rows().stream().skip(1).toList()) {
      var id = text(claims.sheet(), row, 0);
      if (!id.isEmpty()) {
        var where = file + " " + claims.sheet() + "!B" + row.getRowNum();
        answered(where, id).ifPresent(unit -> unit.notApplicable(where, text(claims.sheet(), row, 1)));
      }
    }
  }

  private Optional<AnswersBuilder.UnitBuilder> answered(String where, String id) {
    var unit = builder.known(id);
    if (unit.isEmpty()) {
      builder.mistake(Mistake.at(where, "workbook.unitWithoutAnswers", id));
    }
    return unit;
  }

  private void deductions(Table deductions) {
    var sheet = deductions.sheet();
    for (var row : deductions.rows().stream().skip(1).toList()) {
      var id = text(sheet, row, 0);
      if (!id.isEmpty()) {
        var where = file + " " + sheet + "!B" + row.getRowNum();
        var points = cell(row, 2).flatMap(cell -> number(sheet, cell, false)).map(Points::new);
        var deduction = new Deduction(text(sheet, row, 1), points, given(text(sheet, row, 3)), text(sheet, row, 4));
        answered(where, id).ifPresent(unit -> unit.deduction(where, deduction));
      }
    }
  }

  /** A cell with something in it. */
  private static Optional<Cell> cell(Row row, int column) {
    return row.getOptionalCell(column).filter(cell -> cell.getType() != CellType.EMPTY || cell.getFormula() != null);
  }

  /** The text of a cell, stripped; a formula is a mistake. */
  private String text(String sheet, Row row, int column) {
    return cell(row, column)
        .map(
            cell -> {
              if (hasFormula(sheet, cell)) {
                return "";
              }
              var raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
              return raw == null ? "" : nfc(raw).strip();
            })
        .orElse("");
  }

  private boolean hasFormula(String sheet, Cell cell) {
    boolean formula = cell.getType() == CellType.FORMULA || cell.getFormula() != null;
    if (formula) {
      mistake(at(sheet, cell).substring(file.length() + 1), "workbook.formula");
    }
    return formula;
  }

  /** What a cell states for a fact; nothing where it is empty or cannot be read, which is noted. */
  private Optional<Fact> fact(String sheet, Cell cell, FactDefinition definition) {
    if (hasFormula(sheet, cell)) {
      return Optional.empty();
    }
    if (cell.getType() == CellType.ERROR) {
      return wrong(sheet, cell, definition);
    }
    var typed = cell.getType() == CellType.STRING ? nfc(cell.asString()).strip() : "";
    if (cell.getType() == CellType.STRING && typed.isEmpty()) {
      return Optional.empty();
    }
    var lower = typed.toLowerCase(Locale.ROOT);
    if (lower.equals(WorkbookForm.NONE.toLowerCase(Locale.ROOT))) {
      return Optional.of(new Fact.None());
    }
    return switch (definition.type()) {
      case COUNT, DECIMAL -> number(sheet, cell, definition.type() == FactType.COUNT).map(Fact.Amount::new);
      case BOOLEAN -> {
        var word = cell.getType() == CellType.STRING ? lower : String.valueOf(cell.getRawValue()).toLowerCase(Locale.ROOT);
        yield YES.contains(word)
            ? Optional.of(new Fact.YesNo(true))
            : NO.contains(word) ? Optional.of(new Fact.YesNo(false)) : wrong(sheet, cell, definition);
      }
      case DATE -> date(typed, cell).<Fact>map(Fact.Day::new).or(() -> wrong(sheet, cell, definition));
      case CHOICE -> definition.options().stream()
          .filter(option -> option.id().equals(typed) || option.label().equalsIgnoreCase(typed))
          .findFirst()
          .map(FactOption::id)
          .<Fact>map(Fact.Chosen::new)
          .or(() -> wrong(sheet, cell, definition));
      case TEXT -> Optional.of(new Fact.Words(cell.getType() == CellType.STRING ? typed : String.valueOf(cell.getRawValue())));
    };
  }

  private <T> Optional<T> wrong(String sheet, Cell cell, FactDefinition definition) {
    var options = definition.options().stream().map(FactOption::label).toList();
    mistake(
        at(sheet, cell).substring(file.length() + 1),
        "workbook.expected." + definition.type(),
        definition.label(),
        options.isEmpty() ? "" : String.join("; ", options));
    return Optional.empty();
  }

  private Optional<Rational> number(String sheet, Cell cell, boolean count) {
    if (hasFormula(sheet, cell)) {
      return Optional.empty();
    }
    if (cell.getType() == CellType.NUMBER) {
      // Excel keeps binary fractions and shows 15 digits: what people saw is what they stated.
      var decimal = new BigDecimal(cell.getRawValue()).round(EXCEL_DIGITS);
      if (Math.abs((long) decimal.precision() - decimal.scale()) < 30 && decimal.scale() < 40) {
        return Optional.of(Rational.of(decimal));
      }
      mistake(at(sheet, cell).substring(file.length() + 1), "workbook.number", cell.getRawValue());
      return Optional.empty();
    }
    if (cell.getType() != CellType.STRING) {
      mistake(at(sheet, cell).substring(file.length() + 1), "workbook.number", String.valueOf(cell.getRawValue()));
      return Optional.empty();
    }
    var read = VietnameseNumber.of(nfc(cell.asString()), count);
    read.question().ifPresent(question -> mistake(at(sheet, cell).substring(file.length() + 1), question.key(), question.arguments().toArray()));
    return read.value();
  }

  private Optional<LocalDate> date(String typed, Cell cell) {
    try {
      if (cell.getType() == CellType.NUMBER) {
        long serial = new BigDecimal(cell.getRawValue()).longValue();
        if (serial < 1 || serial > 200_000) {
          return Optional.empty();
        }
        // The 1900 system counts a 29/02/1900 that never was.
        return Optional.of(since1904 ? LocalDate.of(1904, 1, 1).plusDays(serial) : LocalDate.of(1899, 12, serial < 60 ? 31 : 30).plusDays(serial));
      }
      var match = DAY.matcher(typed);
      if (match.matches()) {
        return Optional.of(LocalDate.of(Integer.parseInt(match.group(3)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1))));
      }
      return typed.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private String at(String sheet, Cell cell) {
    return file + " " + sheet + "!" + cell.getAddress();
  }

  /** The letters of a column: A, …, Z, AA. */
  static String letters(int column) {
    return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + (char) ('A' + column % 26);
  }

  private void mistake(String where, String key, Object... arguments) {
    if (++mistakes > MOST_MISTAKES) {
      builder.mistake(Mistake.at(file, "workbook.andMore", MOST_MISTAKES));
      builder.build();
    }
    builder.mistake(Mistake.at(file + " " + where, key, arguments));
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
