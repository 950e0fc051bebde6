package thangdiem.account;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import thangdiem.search.Folded;

/** The logins that are taken (tên đăng nhập), and new ones made of names. */
final class Logins {

  private static final int SHORTEST = 3;
  private static final int LONGEST_MADE = 30;

  private final Set<String> taken;

  Logins(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Takes a login; false when somebody has it. */
  boolean take(String login) {
    return taken.add(Person.folded(login));
  }

  /** Makes and takes one as officials are used to: "Trần Thị Mai" is maitt, the next one maitt2. */
  String made(String name) {
    var words =
        Arrays.stream(Folded.of(name).split(" "))
            .map(word -> word.replaceAll("[^a-z0-9]", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    var start =
        words.isEmpty()
            ? ""
            : words.getLast()
                + words.subList(0, words.size() - 1).stream()
                    .map(word -> word.substring(0, 1))
                    .collect(Collectors.joining());
    var base = start.length() < SHORTEST ? "nguoidung" : start;
    base = base.substring(0, Math.min(base.length(), LONGEST_MADE));
    var login = base;
    for (int i = 2; !taken.add(login); i++) {
      login = base + i;
    }
    return login;
  }
}
