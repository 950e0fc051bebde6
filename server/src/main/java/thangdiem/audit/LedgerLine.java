package thangdiem.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * One thing that an event says, for reading (một dòng của sự kiện): which row, which column, what
 * value – with words, names and Vietnamese dates in place of how the database writes them.
 *
 * @param row as the ledger names it; empty for a remark of the act itself
 * @param column empty for the row as a whole
 * @param names of units, rounds and people, by identifier
 */
public record LedgerLine(String row, String column, String value, Map<String, String> names) {

  private static final Set<String> KEYS = Words.VIETNAMESE.keys();
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*(\\+00:00|Z)");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]+");
  private static final String DIGEST = "sha256:";
  private static final int DIGITS_SHOWN = 12;

  /** The line of a field as the payload names it. */
  static LedgerLine of(String field, String value, Map<String, String> names) {
    int column = field.lastIndexOf(ChangedRows.COLUMN);
    if (field.indexOf('/') < 0) {
      return new LedgerLine("", field, value, names);
    }
    return column < 0
        ? new LedgerLine(field, "", value, names)
        : new LedgerLine(field.substring(0, column), field.substring(column + 1), value, names);
  }

  private String table() {
    return row.substring(0, Math.max(0, row.indexOf('/')));
  }

  /** What kind of row it is; empty for a remark. */
  public String what(Words words) {
    return known(words, "kept." + table(), table());
  }

  /** Which row of that kind. */
  public String which(Words words) {
    if (row.isEmpty()) {
      return "";
    }
    var key = new StringBuilder();
    for (var part : row.substring(row.indexOf('/') + 1).split("/", -1)) {
      var shown = shown(words, part);
      // An identifier that names nothing tells nobody anything.
      if (!RowNames.isIdentifier(shown)) {
        key.append(key.isEmpty() ? "" : " · ").append(shown);
      }
    }
    return key.toString();
  }

  public String column(Words words) {
    return row.isEmpty()
        ? known(words, "fact." + column, column)
        : known(words, "kept." + table() + "." + column, column);
  }

  public String value(Words words) {
    return column.isEmpty()
        ? words.say(value.equals(ChangedRows.REMOVED) ? "kept.removed" : "kept.added")
        : shown(words, value);
  }

  private String shown(Words words, String value) {
    if (INSTANT.matcher(value).matches()) {
      return VietnamTime.show(OffsetDateTime.parse(value));
    }
    if (DAY.matcher(value).matches()) {
      return Words.date(LocalDate.parse(value));
    }
    if (value.startsWith(DIGEST)) {
      return value.substring(DIGEST.length(), DIGEST.length() + DIGITS_SHOWN) + "…";
    }
    return switch (value) {
      case "" -> "–";
      case "true" -> words.say("kept.yes");
      case "false" -> words.say("kept.no");
      default ->
          CONSTANT.matcher(value).matches() ? constant(words, value) : RowNames.value(value, names);
    };
  }

  private static String constant(Words words, String value) {
    for (var kind : new String[] {"role.", "phase.", "milestone."}) {
      if (KEYS.contains(kind + value)) {
        return words.say(kind + value);
      }
    }
    return value;
  }

  private static String known(Words words, String key, String otherwise) {
    return KEYS.contains(key) ? words.say(key) : otherwise;
  }
}
