package thangdiem.orgunit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.exchange.TextTable;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/**
 * Reads a workbook of units from outside (nhập bảng đơn vị): what it would change, or everything
 * that is wrong in it, by cell. Units that it does not name stay; columns that it does not have say
 * nothing.
 */
final class UnitSheetReader {

  private static final int MOST_MISTAKES = 200;
  private static final String CODE = UnitSheet.title(UnitField.CODE);

  private final UnitRegister register;
  private final TextTable.Content content;
  private final List<Mistake> mistakes;
  private final Map<UUID, TextTable.Row> rowOf = new HashMap<>();
  private final Map<String, UUID> newIds = new HashMap<>();
  private final List<OrgUnit> added = new ArrayList<>();
  private final List<UnitChange> changed = new ArrayList<>();
  private final List<OrgUnit> untouched = new ArrayList<>();

  private UnitSheetReader(UnitRegister register, TextTable.Content content) {
    this.register = register;
    this.content = content;
    this.mistakes = new ArrayList<>(content.mistakes());
  }

  /**
   * What the workbook would change.
   *
   * @throws BadInput telling everything that is wrong in it
   */
  static UnitPlan plan(UnitRegister register, String file, byte[] bytes) {
    var columns = UnitSheet.columns(register.groups());
    var content = TextTable.read(file, bytes, columns, CODE, UnitSheet.MOST_UNITS);
    return new UnitSheetReader(register, content).plan();
  }

  private UnitPlan plan() {
    var rows = rowsByCode();
    var index = register.index().with(newcomers(rows));
    rows.forEach((code, row) -> check(code, row, index));
    var after = register.index().with(added);
    after = after.with(changed.stream().map(UnitChange::after).toList());
    for (var id : rowOf.keySet()) {
      var unit = after.withId(id);
      if (unit.filter(after::inCircle).isPresent()) {
        mistake(
            rowOf.get(id), UnitField.PARENT, Sentence.of("unit.wrong.circle", unit.get().name()));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(atMost(mistakes));
    }
    var tree = after;
    added.sort(Comparator.comparingInt(unit -> tree.above(unit).size()));
    return new UnitPlan(
        List.copyOf(added), List.copyOf(changed), List.copyOf(untouched), unnamed(rows));
  }

  private static List<Mistake> atMost(List<Mistake> mistakes) {
    if (mistakes.size() <= MOST_MISTAKES) {
      return mistakes;
    }
    var first = new ArrayList<>(mistakes.subList(0, MOST_MISTAKES));
    first.add(Mistake.at("", "unit.wrong.andMore", mistakes.size() - MOST_MISTAKES));
    return first;
  }

  private List<OrgUnit> unnamed(Map<String, TextTable.Row> rows) {
    return register.index().all().stream()
        .filter(unit -> unit.kind() != OrgUnit.Kind.PROVINCE && !rows.containsKey(unit.code()))
        .toList();
  }

  private Map<String, TextTable.Row> rowsByCode() {
    var rows = new LinkedHashMap<String, TextTable.Row>();
    for (var row : content.rows()) {
      var code = Typed.text(row.text(CODE));
      if (code.isEmpty()) {
        mistake(row, UnitField.CODE, Sentence.of("unit.wrong.noCode"));
      } else if (rows.putIfAbsent(code, row) != null) {
        mistake(row, UnitField.CODE, Sentence.of("unit.wrong.codeTwice", code));
      }
    }
    return rows;
  }

  /** Units that the sheet adds, so that others of its rows can stand below them. */
  private List<OrgUnit> newcomers(Map<String, TextTable.Row> rows) {
    var newcomers = new ArrayList<OrgUnit>();
    rows.forEach((code, row) -> {
      if (register.index().coded(code).isEmpty()) {
        newcomers.add(
            new OrgUnit(
                newId(code),
                code,
                Optional.empty(),
                OrgUnit.Kind.AGENCY,
                Optional.empty(),
                false,
                Typed.text(row.text(UnitSheet.title(UnitField.NAME))),
                "",
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                1));
      }
    });
    return newcomers;
  }

  private UUID newId(String code) {
    return newIds.computeIfAbsent(code, _ -> UUID.randomUUID());
  }

  private void check(String code, TextTable.Row row, UnitIndex index) {
    var before = register.index().coded(code);
    var form = form(row, before);
    var checked = UnitCheck.of(register, index, form, before);
    checked.wrong().forEach((field, sentence) -> mistake(row, field, sentence));
    if (checked.unit().isEmpty()) {
      return;
    }
    if (before.isPresent()) {
      var change = UnitChange.of(before.get(), checked.unit().get(), index, checked.since());
      rowOf.put(before.get().id(), row);
      if (!change.any()) {
        untouched.add(before.get());
      } else {
        changed.add(change);
        requireNew(row, form, change);
      }
    } else {
      var unit = checked.unit().get().as(newId(code));
      rowOf.put(unit.id(), row);
      added.add(unit);
      if (!row.text(UnitSheet.title(UnitField.VERSION)).isEmpty()) {
        mistake(row, UnitField.CODE, Sentence.of("unit.wrong.unknownCode", code));
      }
    }
  }

  /** The unit as the row has it; a column that the sheet does not have leaves it as it is. */
  private UnitForm form(TextTable.Row row, Optional<OrgUnit> before) {
    var form =
        before.map(unit -> UnitForm.of(unit, register.index())).orElse(new UnitForm(Map.of()));
    for (var field : UnitField.values()) {
      if (content.titles().contains(UnitSheet.title(field))) {
        form = form.with(field, Typed.text(row.text(UnitSheet.title(field))));
      } else if (field == UnitField.VERSION) {
        form = form.with(field, "");
      }
    }
    return form;
  }

  /** A row that changes a unit says which version it has seen. */
  private void requireNew(TextTable.Row row, UnitForm form, UnitChange change) {
    var seen = form.text(UnitField.VERSION);
    var now = Integer.toString(change.before().version());
    if (seen.isEmpty()) {
      mistake(row, UnitField.VERSION, Sentence.of("unit.wrong.noVersion", now));
    } else if (!seen.equals(now)) {
      mistake(
          row,
          UnitField.VERSION,
          Sentence.of("unit.wrong.stale", change.before().name(), seen, now, differences(change)));
    }
  }

  private static String differences(UnitChange change) {
    var text = new StringBuilder();
    for (var field : change.fields()) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(UnitSheet.title(field.field()))
          .append(": ")
          .append(field.before())
          .append(" → ")
          .append(field.after());
    }
    return text.toString();
  }

  private void mistake(TextTable.Row row, UnitField field, Sentence what) {
    mistakes.add(new Mistake(content.place(row.number(), UnitSheet.title(field)), what, List.of()));
  }
}
