package thangdiem.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import thangdiem.audit.Role;
import thangdiem.orgunit.Typed;
import thangdiem.search.Folded;

/**
 * Which accounts are looked for (điều kiện lọc); empty texts look for all.
 *
 * @param words in the name, the login, the post, the address or the unit, without diacritics
 * @param unit the code of a unit, which stands for everything below it too
 */
public record AccountQuery(String words, String unit, String role, String state, int skip) {

  static AccountQuery of(String words, String unit, String role, String state, int skip) {
    return new AccountQuery(
        Typed.text(words),
        Typed.text(unit),
        known(role, Role.values()),
        known(state, AccountState.values()),
        Math.max(0, skip));
  }

  /** A name that nothing bears looks for all. */
  private static String known(String name, Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).filter(name::equals).findFirst().orElse("");
  }

  /** One pattern for each word, all of which must be found. */
  String[] patterns() {
    return Stream.of(Folded.of(words).split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .toArray(String[]::new);
  }

  public boolean narrows() {
    return !(words.isEmpty() && unit.isEmpty() && role.isEmpty() && state.isEmpty());
  }

  /** The address of this list from another line on. */
  public String address(int from) {
    return "/accounts?"
        + String.join(
            "&",
            List.of(
                "words=" + encoded(words),
                "unit=" + encoded(unit),
                "role=" + role,
                "state=" + state,
                "skip=" + from));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
