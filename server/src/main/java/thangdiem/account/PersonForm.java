package thangdiem.account;

import java.util.Map;
import thangdiem.orgunit.Typed;

/**
 * Somebody as they are typed into a form or a row of a sheet (phiếu nhập người dùng).
 *
 * @param unit the code of the unit they work in, in a sheet its name too
 * @param role given with an invitation; empty when an account is changed
 * @param version of the account that is changed
 */
public record PersonForm(
    String name,
    String post,
    String unit,
    String role,
    String email,
    String phone,
    String login,
    String version) {

  static final PersonForm EMPTY = new PersonForm("", "", "", "", "", "", "", "");

  static PersonForm of(Map<String, String> typed) {
    return new PersonForm(
        text(typed, "name"),
        text(typed, "post"),
        text(typed, "unit"),
        text(typed, "role"),
        text(typed, "email"),
        text(typed, "phone"),
        text(typed, "login"),
        text(typed, "version"));
  }

  static PersonForm of(AccountLine line) {
    return new PersonForm(
        line.person().name(),
        line.person().post(),
        line.unit(),
        "",
        line.person().email().orElse(""),
        line.person().phone().orElse(""),
        line.person().login(),
        Integer.toString(line.version()));
  }

  private static String text(Map<String, String> typed, String field) {
    return Typed.text(typed.getOrDefault(field, ""));
  }
}
