package thangdiem.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table whose rows the ledger keeps account of (bảng được theo dõi), and how it says each column.
 *
 * @param key the columns that name a row; said openly
 * @param open the columns said as they are
 * @param personal the columns said as salted commitments, which can be erased: personal data and
 *     what somebody wrote in their own words; so is any column that is in no list
 * @param digested the columns of which only the SHA-256 is said: secrets and long texts
 */
public record KeptTable(
    String name, List<String> key, Set<String> open, Set<String> personal, Set<String> digested) {

  /** A table with the columns that name its rows. */
  public static KeptTable of(String name, String... key) {
    return new KeptTable(name, List.of(key), Set.of(), Set.of(), Set.of());
  }

  public KeptTable openly(String... columns) {
    return new KeptTable(name, key, Set.of(columns), personal, digested);
  }

  public KeptTable personally(String... columns) {
    return new KeptTable(name, key, open, Set.of(columns), digested);
  }

  public KeptTable digested(String... columns) {
    return new KeptTable(name, key, open, personal, Set.of(columns));
  }

  /** Every column that is in a list. */
  Set<String> columns() {
    return Stream.of(key.stream(), open.stream(), personal.stream(), digested.stream())
        .flatMap(columns -> columns)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the ledger must have said the column's value, where it has one. */
  boolean says(String column) {
    return open.contains(column) || personal.contains(column) || digested.contains(column);
  }

  /** Of a whole row only the columns that are state. */
  JsonNode said(JsonNode row) {
    var said = JsonMapper.shared().createObjectNode();
    columns().stream().filter(row::has).forEach(column -> said.set(column, row.path(column)));
    return said;
  }

  /** How the ledger names a row: table and key. */
  String row(JsonNode columns) {
    return row(name, key.stream().map(column -> text(columns, column)).toList());
  }

  /** The same of a key that is known. */
  static String row(String table, List<?> key) {
    return table + key.stream().map(part -> "/" + part).collect(Collectors.joining());
  }

  /** A value as text; nothing and an empty text are the same to the ledger. */
  static String text(JsonNode columns, String column) {
    var value = columns.path(column);
    return value.isMissingNode() || value.isNull()
        ? ""
        : value.isString() ? value.stringValue() : value.toString();
  }
}
