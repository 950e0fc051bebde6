package thangdiem.audit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import thangdiem.proof.Hash;
import tools.jackson.databind.JsonNode;

/**
 * The rows that an act has changed (các dòng đã thay đổi), each as it was before the act and as it
 * is after it, whatever happened between. The event says what differs.
 */
final class ChangedRows {

  static final String ADDED = "added";
  static final String REMOVED = "removed";
  static final char COLUMN = '#';

  private record Change(KeptTable table, Optional<JsonNode> before, Optional<JsonNode> after) {}

  private final Map<String, Change> rows = new LinkedHashMap<>();

  /** What a trigger noted: of one row, or in lists of all rows that a statement has changed. */
  void addNote(KeptTable table, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before != null && before.isArray() || after != null && after.isArray()) {
      if (before != null) {
        before.forEach(row -> add(table, row, null));
      }
      if (after != null) {
        after.forEach(row -> add(table, null, row));
      }
    } else {
      add(table, before, after);
    }
  }

  /** A row of that table changed; one that gets another key is another row. */
  void add(KeptTable table, @Nullable JsonNode before, @Nullable JsonNode after) {
    var old = Optional.ofNullable(before);
    var fresh = Optional.ofNullable(after);
    var oldRow = old.map(table::row);
    var freshRow = fresh.map(table::row);
    if (oldRow.equals(freshRow)) {
      oldRow.ifPresent(row -> note(table, row, old, fresh));
    } else {
      oldRow.ifPresent(row -> note(table, row, old, Optional.empty()));
      freshRow.ifPresent(row -> note(table, row, Optional.empty(), fresh));
    }
  }

  private void note(
      KeptTable table, String row, Optional<JsonNode> before, Optional<JsonNode> after) {
    var first = rows.get(row);
    rows.put(row, new Change(table, first == null ? before : first.before(), after));
  }

  /** Says in the event what differs. */
  void tell(Event event) {
    tell(_ -> event);
  }

  /**
   * Says in the events what differs.
   *
   * @param whose the event of a row
   */
  void tell(Function<String, Event> whose) {
    rows.forEach((row, change) -> {
      if (!change.before().equals(change.after())) {
        tell(whose.apply(row), row, change);
      }
    });
  }

  private static void tell(Event event, String row, Change change) {
    if (change.after().isEmpty()) {
      if (change.before().isPresent()) {
        event.row(row, REMOVED);
      }
      return;
    }
    var after = change.after().get();
    if (change.before().isEmpty()) {
      event.row(row, ADDED);
    }
    for (var column : after.propertyNames()) {
      var value = KeptTable.text(after, column);
      var known = change.before().map(before -> KeptTable.text(before, column)).orElse("");
      if (!value.equals(known) && !change.table().key().contains(column)) {
        tell(event, change.table(), row + COLUMN + column, column, value);
      }
    }
  }

  /** That nothing stands there is said openly, whatever stood there. */
  private static void tell(
      Event event, KeptTable table, String field, String column, String value) {
    if (value.isEmpty() || table.open().contains(column)) {
      event.row(field, value);
    } else if (table.digested().contains(column)) {
      event.row(field, digest(value));
    } else {
      event.exactly(field, value);
    }
  }

  static String digest(String value) {
    return value.isEmpty()
        ? ""
        : "sha256:" + Hash.over(value.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
