package thangdiem.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thangdiem.audit.Role;
import thangdiem.exchange.TextTable;
import thangdiem.orgunit.Typed;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * The sheets of people (bảng người dùng): the one in which people who are to be invited are listed,
 * one a row, and the one in which their codes are handed out. Vietnamese, as the offices are.
 */
final class GuestSheet {

  /** Rows in one file; more come in a second one. */
  static final int MOST = 1000;

  private static final Words WORDS = Words.VIETNAMESE;
  private static final Map<String, String> TITLES = titles();

  private GuestSheet() {}

  /** The columns: the field of the form, and its title. */
  private static Map<String, String> titles() {
    var titles = new LinkedHashMap<String, String>();
    for (var field : List.of("name", "post", "unit", "role", "email", "phone", "login")) {
      titles.put(field, WORDS.say("people.column." + field));
    }
    return titles;
  }

  static String title(String field) {
    return TITLES.getOrDefault(field, "");
  }

  private static List<TextTable.Column> columns(UnitChoice units, Collection<Role> roles) {
    return List.of(
        TextTable.Column.of(title("name"), 28),
        TextTable.Column.of(title("post"), 24),
        TextTable.Column.of(
            title("unit"), 40, units.all().stream().map(UnitChoice::offered).toList()),
        TextTable.Column.of(
            title("role"), 20, roles.stream().map(role -> WORDS.say("role." + role)).toList()),
        TextTable.Column.of(title("email"), 28),
        TextTable.Column.of(title("phone"), 18),
        TextTable.Column.of(title("login"), 20));
  }

  /** The empty sheet, with drop-downs for units and for the roles that the reader may give. */
  static byte[] empty(UnitChoice units, Collection<Role> roles) {
    return TextTable.write(
        WORDS.say("people.sheet"),
        WORDS.say("people.sheet.title"),
        WORDS.say("people.sheet.remark", MOST),
        columns(units, roles),
        List.of());
  }

  /**
   * Reads a filled sheet.
   *
   * @throws thangdiem.words.BadInput when the file is none
   */
  static TextTable.Content read(
      String file, byte[] bytes, UnitChoice units, Collection<Role> roles) {
    return TextTable.read(file, bytes, columns(units, roles), title("name"), MOST);
  }

  static PersonForm form(TextTable.Row row) {
    var typed = new LinkedHashMap<String, String>();
    TITLES.forEach((field, title) -> typed.put(field, row.text(title)));
    return PersonForm.of(typed);
  }

  /** The rows between preview and confirmation: a line each, its fields apart by tabs. */
  static String kept(List<PersonForm> forms) {
    return String.join("\n", forms.stream().map(GuestSheet::line).toList());
  }

  private static String line(PersonForm form) {
    return String.join(
        "\t",
        form.name(),
        form.post(),
        form.unit(),
        form.role(),
        form.email(),
        form.phone(),
        form.login());
  }

  /** The rows again; what was tampered with meanwhile is checked like any other input. */
  static List<PersonForm> keptRows(String kept) {
    return kept.lines().limit(MOST).map(GuestSheet::form).toList();
  }

  private static PersonForm form(String line) {
    var parts = Arrays.asList(line.split("\t", -1));
    var typed = new LinkedHashMap<String, String>();
    int at = 0;
    for (var field : TITLES.keySet()) {
      typed.put(field, at < parts.size() ? Typed.text(parts.get(at)) : "");
      at++;
    }
    return PersonForm.of(typed);
  }

  /** The sheet of codes, to be handed out; there is no second chance to make it. */
  static byte[] codes(InvitationSheet sheet) {
    return TextTable.write(
        WORDS.say("people.codes.sheet"),
        WORDS.say("people.codes.title"),
        WORDS.say("people.codes.remark", sheet.address()),
        List.of(
            TextTable.Column.of(title("name"), 28),
            TextTable.Column.of(title("unit"), 36),
            TextTable.Column.of(title("login"), 20),
            TextTable.Column.of(WORDS.say("people.codes.code"), 16),
            TextTable.Column.of(WORDS.say("people.codes.until"), 18),
            TextTable.Column.of(WORDS.say("people.codes.link"), 50)),
        sheet.slips().stream()
            .map(slip ->
                List.of(
                    slip.name(),
                    slip.unitName(),
                    slip.login(),
                    slip.code(),
                    VietnamTime.show(slip.expiresAt()),
                    slip.link()))
            .toList());
  }

  /** What is wrong with a row that says the same as another one. */
  static Sentence twice(int row) {
    return Sentence.of("people.twice", row);
  }
}
