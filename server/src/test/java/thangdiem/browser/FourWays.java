package thangdiem.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks at pages in four ways, so that every two of language, screen and colours meet once; with
 * axe and by keyboard in two of them. The pictures are in target/pictures, for people to look at.
 */
final class FourWays {

  static final int DESKTOP = 1440;
  static final int PHONE = 390;
  private static final int OK = 200;

  private final String base;
  private final List<String> wrong = new ArrayList<>();

  FourWays(String base) {
    this.base = base;
  }

  /** What was wrong, a sentence each: who, which page, in which way, what. */
  List<String> wrong() {
    return wrong;
  }

  /**
   * Looks at those pages.
   *
   * @param login of whom; empty: of somebody who is not signed in
   * @param signedIn the browser's state that says so
   * @param pages with the status that each answered
   */
  void lookAt(String login, String signedIn, Map<String, Integer> pages) {
    pages.forEach((page, status) -> {
      if (status != OK) {
        wrong.add(login + " a link leads to an error: " + page + " " + status);
      }
    });
    for (var language : pages.isEmpty() ? List.<String>of() : List.of("en", "vi")) {
      for (int width : List.of(DESKTOP, PHONE)) {
        boolean vietnamese = language.equals("vi");
        var scheme = vietnamese == (width == DESKTOP) ? ColorScheme.LIGHT : ColorScheme.DARK;
        try (var reader = new Reader(Chromium.window(width, scheme, signedIn), base)) {
          reader.speak(language, login.isEmpty());
          for (var page : pages.keySet()) {
            var where = String.join(" ", login, page, "" + width, language, "" + scheme) + ": ";
            look(reader.open(page), language, name(page, login, width, language, scheme))
                .forEach(one -> wrong.add(where + one));
          }
        }
      }
    }
  }

  private static Set<String> look(Reader reader, String language, String name) {
    boolean thoroughly = language.equals("vi");
    var found = new LinkedHashSet<String>();
    if (thoroughly) {
      found.addAll(reader.walkByTab());
    }
    found.addAll(reader.look(language));
    if (thoroughly) {
      reader.photograph(name);
      found.addAll(reader.axe());
      found.addAll(reader.lookNarrowly(language));
    }
    return found;
  }

  private static String name(
      String page, String login, int width, String language, ColorScheme scheme) {
    var safe = page.replaceAll("[^a-zA-Z0-9-]+", "_").replaceAll("^_|_$", "");
    return String.join(
        "-",
        safe.isEmpty() ? "home" : safe,
        login.isEmpty() ? "anybody" : login,
        String.valueOf(width),
        language,
        scheme.name().toLowerCase(Locale.ROOT));
  }
}
