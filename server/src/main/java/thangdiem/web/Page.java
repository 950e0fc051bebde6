package thangdiem.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * What every template is given: the reader's language, who they are, where our files are (khung
 * trang).
 */
public record Page(
    Words words, Optional<Actor> actor, String assets, String csrf, boolean demo, String path) {

  /** The only zone of the decisions. */
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(VIETNAM);

  /** An entry of the menu. */
  public record Entry(String href, String key, boolean current) {}

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  public String say(Sentence sentence) {
    return sentence.in(words);
  }

  /** dd/MM/yyyy HH:mm in Vietnam. */
  public String instant(OffsetDateTime at) {
    return INSTANT.format(at);
  }

  public String language() {
    return words.language();
  }

  public String asset(String name) {
    return assets + name;
  }

  public String icon(String name) {
    return assets + "icons.svg#i-" + name;
  }

  /** The menu of this person: only what they may open. */
  public List<Entry> menu() {
    return actor
        .map(somebody ->
            Menu.ENTRIES.stream()
                .filter(entry ->
                    entry.roles().isEmpty() || somebody.isAny(entry.roles().toArray(Role[]::new)))
                .map(entry -> new Entry(entry.href(), entry.key(), path.startsWith(entry.href())))
                .toList())
        .orElse(List.of());
  }
}
