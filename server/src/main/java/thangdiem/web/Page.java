package thangdiem.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * What every template is given: the reader's language, who they are, where our files are (khung
 * trang).
 *
 * @param weak whether a strong role stands behind a password alone, which every page then says
 * @param path of the request, by which the menu knows where one is
 * @param back where one comes back to from choosing an appearance
 */
public record Page(
    Words words,
    Optional<Actor> actor,
    String assets,
    String csrf,
    boolean demo,
    boolean weak,
    Appearance appearance,
    String path,
    String back) {

  /** Fonts of every page's first lines, asked for before the stylesheets have been read. */
  public static final List<String> FIRST_FONTS =
      List.of(
          "be-vietnam-pro-latin-400-normal.woff2",
          "be-vietnam-pro-vietnamese-400-normal.woff2",
          "be-vietnam-pro-latin-600-normal.woff2",
          "be-vietnam-pro-vietnamese-600-normal.woff2");

  /** An entry of the menu. */
  public record Entry(String href, String key, String icon, boolean current) {}

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  public String say(Sentence sentence) {
    return sentence.in(words);
  }

  /** dd/MM/yyyy HH:mm in Vietnam. */
  public String instant(OffsetDateTime at) {
    return VietnamTime.show(at);
  }

  /** A whole number with its thousands apart. */
  public String number(long number) {
    return words.number(java.math.BigDecimal.valueOf(number));
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
    return entries(Menu.ENTRIES, "");
  }

  /** The pages of a round that this person may open, beside its own. */
  public List<Entry> menuOfRound(String round) {
    return entries(Menu.OF_ROUND, "/rounds/" + round);
  }

  private List<Entry> entries(List<Menu.Entry> all, String below) {
    return actor
        .map(somebody ->
            all.stream()
                .filter(entry ->
                    entry.roles().isEmpty() || somebody.isAny(entry.roles().toArray(Role[]::new)))
                .map(entry ->
                    new Entry(
                        below + entry.href(),
                        entry.key(),
                        entry.icon(),
                        path.startsWith(below + entry.href())))
                .toList())
        .orElse(List.of());
  }
}
