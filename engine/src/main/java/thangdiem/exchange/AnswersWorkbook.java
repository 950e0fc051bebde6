package thangdiem.exchange;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.DeductionKind;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Suggestion;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/**
 * Answers out of a workbook (biểu mẫu Excel): a sheet for each unit, named by its id, or one sheet
 * «Số liệu» with a row for each unit; beside it metadata, units, last year's facts, not-applicable
 * claims and deductions. Everything wrong is named at once, by sheet and cell.
 */
public final class AnswersWorkbook {

  private static final int MOST_MISTAKES = 500;
  private static final int MOST_UNITS = 20_000;
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter TYPED_INSTANT =
      DateTimeFormatter.ofPattern("d/M/uuuu H:mm");

  /** What the sheet «Đơn vị» says of a unit. */
  private record Described(
      Optional<String> name,
      Optional<String> group,
      Optional<Boolean> reported,
      Consumer<AnswersBuilder.UnitBuilder> sent) {
    private static final Described NOT =
        new Described(Optional.empty(), Optional.empty(), Optional.empty(), _ -> {});
  }

  private final String file;
  private final CriteriaSet set;
  private final AnswersBuilder builder;
  private final WorkbookReader reader;
  private final WorkbookFacts facts;
  private final Set<String> codes;
  private final Map<String, Described> described = new HashMap<>();
  private final Map<String, String> unitOfSheet = new HashMap<>();
  private final Map<String, Map<String, String>> reasons = new HashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private int units;

  private AnswersWorkbook(
      String file, byte[] bytes, CriteriaSet set, Optional<List<ListedUnit>> only) {
    this.file = file;
    this.set = set;
    this.builder = new AnswersBuilder(set, only);
    this.codes = set.codes();
    this.reader = WorkbookReader.of(file, bytes);
    this.facts = new WorkbookFacts(reader.since1904(), this::mistake);
  }

  /**
   * Reads a workbook of answers.
   *
   * @param file how mistakes name it
   * @param only where given, the only units accepted
   * @throws BadInput with everything wrong, each with sheet and cell
   */
  public static Answers read(
      String file, byte[] bytes, CriteriaSet set, Optional<List<ListedUnit>> only) {
    return stated(file, bytes, set, only).answers();
  }

  /**
   * What a workbook states: answers, and what beside them no points come from.
   *
   * @param reasons why something does not apply, by unit and code; "" where no reason is given
   */
  public record Stated(Answers answers, Map<String, Map<String, String>> reasons) {}

  /** The same with the reasons of what does not apply. */
  public static Stated stated(
      String file, byte[] bytes, CriteriaSet set, Optional<List<ListedUnit>> only) {
    var workbook = new AnswersWorkbook(file, bytes, set, only);
    workbook.read();
    return new Stated(workbook.builder.build(), workbook.reasons);
  }

  private void read() {
    var byName = new LinkedHashMap<String, WorkbookReader.Sheet>();
    for (var sheet : reader.sheets()) {
      if (byName.putIfAbsent(sheet.name(), sheet) != null) {
        mistake(sheet.name(), Sentence.of("workbook.sheetTwice"));
      }
    }
    Optional.ofNullable(byName.get(WorkbookForm.ABOUT))
        .ifPresent(sheet -> reader.rows(sheet, this::about));
    beside(byName, WorkbookForm.UNITS, this::described);
    for (var sheet : byName.values()) {
      if (sheet.name().equals(WorkbookForm.FACTS)) {
        aRowEach(sheet, this::unitRow);
      } else if (!WorkbookForm.BESIDE.contains(sheet.name())) {
        aSheetEach(sheet);
      }
    }
    Optional.ofNullable(byName.get(WorkbookForm.PREVIOUS))
        .ifPresent(sheet -> aRowEach(sheet, this::previousRow));
    beside(byName, WorkbookForm.NOT_APPLICABLE, this::notApplicable);
    beside(byName, WorkbookForm.DEDUCTIONS, this::deduction);
  }

  private void beside(
      Map<String, WorkbookReader.Sheet> sheets, String name, Consumer<WorkbookTable.Entry> each) {
    var sheet = sheets.get(name);
    if (sheet != null
        && !WorkbookTable.read(reader, sheet, WorkbookColumn.UNIT, facts::text, _ -> {}, each)) {
      mistake(name, Sentence.of("workbook.noHeader", WorkbookColumn.UNIT.title()));
    }
  }

  private void about(WorkbookRow row) {
    var key = row.cell(0).map(facts::text).map(WorkbookColumn::folded).orElse("");
    var value = row.cell(1).map(facts::text).orElse("");
    var where = file + " " + row.place(1);
    if (is(key, WorkbookForm.CRITERIA_KEY, "criteria")) {
      builder.header(where, value, set.year());
    } else if (is(key, WorkbookForm.YEAR_KEY, "year")) {
      builder.header(where, set.id(), value.matches("\\d{4}") ? Integer.parseInt(value) : 0);
    } else if (is(key, WorkbookForm.NOTE_KEY, "note")) {
      builder.note(value);
    } else if (is(key, WorkbookForm.NOT_HELD_KEY, "notHeld")) {
      codes(value).forEach(code -> builder.notHeld(where, code));
    }
  }

  private static boolean is(String key, String title, String otherTitle) {
    return key.equals(WorkbookColumn.folded(title))
        || key.equals(WorkbookColumn.folded(otherTitle));
  }

  private void described(WorkbookTable.Entry entry) {
    var id = text(entry, WorkbookColumn.UNIT);
    if (id.isEmpty()) {
      return;
    }
    if (described.put(id, description(entry)) != null) {
      mistake(entry.place(WorkbookColumn.UNIT), Sentence.of("answers.duplicateUnit", id));
    }
    given(text(entry, WorkbookColumn.SHEET)).ifPresent(sheet -> unitOfSheet.put(sheet, id));
  }

  private Described description(WorkbookTable.Entry entry) {
    var reported = WorkbookColumn.folded(text(entry, WorkbookColumn.REPORTED));
    return new Described(
        given(text(entry, WorkbookColumn.NAME)),
        given(text(entry, WorkbookColumn.GROUP)).map(this::group),
        reported.isEmpty()
            ? Optional.empty()
            : Optional.of(!reported.equals(WorkbookColumn.folded(WorkbookForm.NO))),
        entry
            .cell(WorkbookColumn.SENT)
            .filter(cell -> !facts.text(cell).isEmpty())
            .map(this::sent)
            .orElse(_ -> {}));
  }

  /** The id of the group that is meant by an id or a name. */
  private String group(String typed) {
    var folded = WorkbookColumn.folded(typed);
    return set.groups().stream()
        .filter(group ->
            Stream.of(group.id(), group.name(), group.shortName())
                .map(WorkbookColumn::folded)
                .anyMatch(folded::equals))
        .findFirst()
        .map(OrgUnitGroup::id)
        .orElse(typed);
  }

  private Consumer<AnswersBuilder.UnitBuilder> sent(WorkbookCell cell) {
    var instant = instant(cell);
    if (instant.isEmpty()) {
      mistake(cell.place(), Sentence.of("workbook.instant", facts.text(cell)));
    }
    return unit -> instant.ifPresent(moment -> unit.submittedAt(file + " " + cell.place(), moment));
  }

  private Optional<OffsetDateTime> instant(WorkbookCell cell) {
    if (cell.kind() == WorkbookCell.Kind.NUMBER) {
      return WorkbookFacts.moment(cell.text(), reader.since1904())
          .map(moment -> moment.atOffset(VIETNAM));
    }
    var typed = facts.text(cell);
    try {
      return Optional.of(
          typed.contains("T")
              ? OffsetDateTime.parse(typed)
              : LocalDateTime.parse(typed, TYPED_INSTANT).atOffset(VIETNAM));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static List<String> codes(String text) {
    return Stream.of(text.split("[,;\\n]"))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .toList();
  }

  private String text(WorkbookTable.Entry entry, WorkbookColumn column) {
    return entry.cell(column).map(facts::text).orElse("");
  }

  private AnswersBuilder.UnitBuilder unit(String place, String id, Described about) {
    if (++units > MOST_UNITS) {
      throw BadInput.at(file, "workbook.tooManyUnits", MOST_UNITS);
    }
    var unit = builder.unit(file + " " + place, id, about.name(), about.group());
    about.sent().accept(unit);
    return unit;
  }

  /**
   * A unit of which nothing is stated has not reported, unless the sheet «Đơn vị» says that it has.
   */
  private void reported(
      AnswersBuilder.UnitBuilder unit, String place, Described about, boolean stated) {
    if (stated && !about.reported().orElse(true)) {
      mistake(place, Sentence.of("workbook.reportedAfterAll", WorkbookForm.UNITS));
    }
    if (!stated && !about.reported().orElse(false)) {
      unit.noReport();
    }
  }

  private void aSheetEach(WorkbookReader.Sheet sheet) {
    var id = unitOfSheet.getOrDefault(sheet.name(), sheet.name());
    var about = described.getOrDefault(id, Described.NOT);
    var unit = new AnswersBuilder.UnitBuilder[1];
    var stated = new HashSet<String>();
    boolean read =
        WorkbookTable.read(
            reader,
            sheet,
            WorkbookColumn.CODE,
            facts::text,
            header -> {
              unit[0] = unit(sheet.name(), id, about);
              if (!header.columns().containsKey(WorkbookColumn.DECLARED)) {
                mistake(
                    sheet.name(),
                    Sentence.of("workbook.noColumn", WorkbookColumn.DECLARED.title()));
              }
            },
            entry -> declared(entry, unit[0], stated));
    if (!read) {
      mistake(sheet.name(), Sentence.of("workbook.unknownSheet", WorkbookColumn.CODE.title()));
    } else if (unit[0] != null) {
      reported(unit[0], sheet.name(), about, !stated.isEmpty());
    }
  }

  /**
   * A row of a unit's sheet: of a fact, or of a criterion or a printed line, where nothing is to be
   * declared.
   */
  private void declared(
      WorkbookTable.Entry entry, AnswersBuilder.UnitBuilder unit, Set<String> stated) {
    var code = text(entry, WorkbookColumn.CODE);
    var cell = entry.cell(WorkbookColumn.DECLARED);
    var definition = Optional.ofNullable(set.facts().get(code));
    if (definition.isEmpty() && !code.isEmpty() && !codes.contains(code)) {
      unknownFact(entry.place(WorkbookColumn.CODE), code);
    } else if (cell.isPresent() && definition.isEmpty()) {
      mistake(cell.get().place(), Sentence.of("workbook.notAnEntry"));
    } else if (cell.isPresent() && !stated.add(code)) {
      mistake(cell.get().place(), Sentence.of("answers.duplicate", code));
    } else if (cell.isPresent()) {
      facts
          .fact(cell.get(), definition.get())
          .ifPresent(fact -> unit.fact(() -> file + " " + cell.get().place(), code, fact));
    }
  }

  private void unknownFact(String place, String id) {
    mistake(
        place, Sentence.of("answers.unknownFact", id, Suggestion.among(id, set.facts().keySet())));
  }

  private interface UnitRow {
    void read(WorkbookTable.Entry entry, String id, Map<Integer, FactDefinition> columns);
  }

  /**
   * One row for each unit, one column for each fact. The row below the header may say in words what
   * each column is.
   */
  private void aRowEach(WorkbookReader.Sheet sheet, UnitRow each) {
    var columns = new LinkedHashMap<Integer, FactDefinition>();
    var below = new int[1];
    boolean read =
        WorkbookTable.read(
            reader,
            sheet,
            WorkbookColumn.UNIT,
            facts::text,
            header -> columns(header, columns),
            entry -> {
              var id = text(entry, WorkbookColumn.UNIT);
              boolean labels = below[0]++ == 0 && id.isEmpty();
              if (!id.isEmpty()) {
                each.read(entry, id, columns);
              } else if (!labels) {
                mistake(entry.place(WorkbookColumn.UNIT), Sentence.of("workbook.noUnit"));
              }
            });
    if (!read) {
      mistake(sheet.name(), Sentence.of("workbook.noHeader", WorkbookColumn.UNIT.title()));
    }
  }

  private void columns(WorkbookTable.Entry header, Map<Integer, FactDefinition> columns) {
    for (var cell : header.row().cells()) {
      var id = facts.text(cell);
      var definition = set.facts().get(id);
      if (definition == null) {
        if (WorkbookColumn.of(id).isEmpty()) {
          unknownFact(cell.place(), id);
        }
      } else if (columns.containsValue(definition)) {
        mistake(cell.place(), Sentence.of("answers.duplicate", id));
      } else {
        columns.put(cell.column(), definition);
      }
    }
  }

  private void unitRow(WorkbookTable.Entry entry, String id, Map<Integer, FactDefinition> columns) {
    var own = description(entry);
    var listed = described.getOrDefault(id, Described.NOT);
    var about =
        new Described(
            own.name().or(listed::name),
            own.group().or(listed::group),
            own.reported().or(listed::reported),
            listed.sent().andThen(own.sent()));
    var place = entry.place(WorkbookColumn.UNIT);
    var unit = unit(place, id, about);
    reported(unit, place, about, cells(entry, columns, unit::fact));
  }

  private void previousRow(
      WorkbookTable.Entry entry, String id, Map<Integer, FactDefinition> columns) {
    answered(entry, id).ifPresent(unit -> cells(entry, columns, unit::previous));
  }

  private interface Into {
    void put(Supplier<String> where, String id, Fact fact);
  }

  /** Reads the facts of a row, and says whether any is stated. */
  private boolean cells(
      WorkbookTable.Entry entry, Map<Integer, FactDefinition> columns, Into into) {
    boolean stated = false;
    for (var cell : entry.row().cells()) {
      var definition = columns.get(cell.column());
      if (definition != null) {
        stated = true;
        facts
            .fact(cell, definition)
            .ifPresent(fact -> into.put(() -> file + " " + cell.place(), definition.id(), fact));
      } else if (!entry.columns().containsValue(cell.column())) {
        mistake(cell.place(), Sentence.of("workbook.noTitle"));
      }
    }
    return stated;
  }

  private Optional<AnswersBuilder.UnitBuilder> answered(WorkbookTable.Entry entry, String id) {
    var unit = builder.known(id);
    if (unit.isEmpty()) {
      mistake(entry.place(WorkbookColumn.UNIT), Sentence.of("workbook.unitWithoutAnswers", id));
    }
    return unit;
  }

  private void notApplicable(WorkbookTable.Entry entry) {
    var id = text(entry, WorkbookColumn.UNIT);
    var codes = codes(text(entry, WorkbookColumn.CRITERION));
    if (!id.isEmpty() || !codes.isEmpty()) {
      var where = file + " " + entry.place(WorkbookColumn.CRITERION);
      answered(entry, id).ifPresent(unit -> codes.forEach(code -> unit.notApplicable(where, code)));
      var reason = text(entry, WorkbookColumn.REASON);
      var own = reasons.computeIfAbsent(id, _ -> new HashMap<>());
      codes.forEach(code -> own.put(code, reason));
    }
  }

  private void deduction(WorkbookTable.Entry entry) {
    var id = text(entry, WorkbookColumn.UNIT);
    var kind = text(entry, WorkbookColumn.KIND);
    if (!id.isEmpty() || !kind.isEmpty()) {
      var points =
          entry
              .cell(WorkbookColumn.POINTS)
              .flatMap(cell -> facts.number(cell, false))
              .map(Points::new);
      var decision = given(text(entry, WorkbookColumn.DECISION));
      var deduction =
          new Deduction(kind(kind), points, decision, text(entry, WorkbookColumn.REASON));
      answered(entry, id)
          .ifPresent(
              unit -> unit.deduction(file + " " + entry.place(WorkbookColumn.KIND), deduction));
    }
  }

  /** The case that is meant by its id or its name. */
  private String kind(String typed) {
    var folded = WorkbookColumn.folded(typed);
    return set.deductions().stream()
        .filter(kind -> WorkbookColumn.folded(kind.name()).equals(folded))
        .findFirst()
        .map(DeductionKind::kind)
        .orElse(typed);
  }

  private void mistake(String place, Sentence what) {
    var mistake = new Mistake(file + " " + place, what, List.of());
    builder.mistake(mistake);
    mistakes.add(mistake);
    if (mistakes.size() > MOST_MISTAKES) {
      mistakes.set(MOST_MISTAKES, Mistake.at(file, "workbook.andMore", MOST_MISTAKES));
      throw new BadInput(mistakes);
    }
  }
}
