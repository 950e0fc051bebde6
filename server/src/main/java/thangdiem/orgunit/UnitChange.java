package thangdiem.orgunit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import thangdiem.words.Words;

/** A unit before and after a change (thay đổi), field by field. */
record UnitChange(OrgUnit before, OrgUnit after, List<Field> fields) {

  /**
   * A field that differs.
   *
   * @param name of its label in the message files
   * @param before as people read it; empty where there was nothing
   */
  record Field(String name, String before, String after) {}

  /**
   * Compares two states of a unit.
   *
   * @param codes the code of a unit's id, for the unit above
   */
  static UnitChange of(OrgUnit before, OrgUnit after, Function<UUID, String> codes) {
    var fields = new ArrayList<Field>();
    add(fields, "name", before.name(), after.name());
    add(fields, "officialName", before.officialName(), after.officialName());
    add(fields, "parent", parent(before, codes), parent(after, codes));
    add(fields, "kind", before.kind().text(), after.kind().text());
    add(fields, "group", before.rankingGroup().orElse(""), after.rankingGroup().orElse(""));
    add(fields, "ordinal", "" + before.ordinal(), "" + after.ordinal());
    add(fields, "vertical", "" + before.vertical(), "" + after.vertical());
    add(fields, "portal", before.portal().orElse(""), after.portal().orElse(""));
    add(fields, "from", day(before.validFrom()), day(after.validFrom()));
    add(fields, "to", day(before.validTo()), day(after.validTo()));
    return new UnitChange(before, after, List.copyOf(fields));
  }

  private static void add(List<Field> fields, String name, String before, String after) {
    if (!before.equals(after)) {
      fields.add(new Field(name, before, after));
    }
  }

  private static String parent(OrgUnit unit, Function<UUID, String> codes) {
    return unit.parent().map(codes).orElse("");
  }

  private static String day(Optional<java.time.LocalDate> day) {
    return day.map(Words::date).orElse("");
  }

  boolean any() {
    return !fields.isEmpty();
  }

  /** Whether one of its names becomes another. */
  boolean renames() {
    return fields.stream()
        .anyMatch(field -> field.name().equals("name") || field.name().equals("officialName"));
  }

  /** For the ledger: "ordinal: 3 → 4; name: … → …". */
  String told() {
    return fields.stream()
        .map(field -> field.name() + ": " + field.before() + " → " + field.after())
        .collect(Collectors.joining("; "));
  }
}
