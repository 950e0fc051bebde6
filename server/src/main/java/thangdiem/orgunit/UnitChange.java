package thangdiem.orgunit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.audit.Event;
import thangdiem.words.Words;

/**
 * A unit before and after a change (thay đổi), field by field.
 *
 * @param since from which day its new name or parent holds; absent where a mistake is corrected,
 *     which leaves no former name behind
 */
public record UnitChange(OrgUnit before, OrgUnit after, List<Field> fields, Optional<Since> since) {

  /**
   * A field that differs.
   *
   * @param before as forms write it; empty where there was nothing
   */
  public record Field(UnitField field, String before, String after) {}

  /** Compares two states of a unit; the index knows what stands above. */
  static UnitChange of(OrgUnit before, OrgUnit after, UnitIndex index, Optional<Since> since) {
    var then = UnitForm.of(before, index);
    var now = UnitForm.of(after, index);
    var fields = new ArrayList<Field>();
    for (var field : UnitField.COMPARED) {
      if (!then.text(field).equals(now.text(field))) {
        fields.add(new Field(field, then.text(field), now.text(field)));
      }
    }
    return new UnitChange(before, after, List.copyOf(fields), since);
  }

  boolean any() {
    return !fields.isEmpty();
  }

  private boolean changes(UnitField field) {
    return fields.stream().anyMatch(changed -> changed.field() == field);
  }

  /** Whether one of its names becomes another. */
  public boolean renames() {
    return changes(UnitField.NAME) || changes(UnitField.OFFICIAL_NAME);
  }

  /** Whether something else stands above it afterwards. */
  public boolean moves() {
    return changes(UnitField.PARENT);
  }

  /** Whether a name or a parent is corrected without a trace of the old one outside the ledger. */
  public boolean corrects() {
    return since.isEmpty() && (renames() || moves());
  }

  public String sinceDay() {
    return since.map(one -> Words.date(one.day())).orElse("");
  }

  public String sinceDocument() {
    return since.map(Since::document).orElse("");
  }

  /** Says in the event of this one unit which field became what. */
  void tell(Event event) {
    for (var field : fields) {
      event.with(field.field().key(), field.after());
      event.with(field.field().key() + ".before", field.before());
    }
    since.ifPresent(day ->
        event
            .with(UnitField.SINCE.key(), day.day())
            .with(UnitField.DOCUMENT.key(), day.document()));
  }

  /** For the event of many: "ordinal: 3 → 4; name: … → …". */
  String told() {
    var told =
        fields.stream()
            .map(field -> field.field().key() + ": " + field.before() + " → " + field.after())
            .collect(Collectors.joining("; "));
    return since
        .map(day -> told + "; since: " + day.day() + "; document: " + day.document())
        .orElse(told);
  }
}
