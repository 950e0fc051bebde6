package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/**
 * Every page that anybody can open, followed from the menu link by link: in both languages, on a
 * desktop and on a phone, on a light and on a dark device.
 */
@BrowserTest
class EveryPageTest {

  private static final int DESKTOP = 1440;
  private static final int PHONE = 390;
  private static final int OK = 200;
  private static final String NO_PAGE = "/khong-co-trang-nay";

  /** Pages that no link leads to, and what leads there instead. */
  private static final Set<String> NOT_LINKED =
      Set.of(
          "/first", // the console, on a first start; looked at before the province is filled
          "/language/{tag}" // sets the language and goes back
          );

  private final List<String> wrong = new ArrayList<>();

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void isWellMadeForEverybodyEverywhere() {
    if (province.isNew()) {
      lookAt("", "{}", Map.of("/first", OK));
      province.fill();
    }
    var walk = new Walk(this::handlerOf);
    try (var window = Chromium.window(DESKTOP, ColorScheme.LIGHT)) {
      lookAt("", "{}", walk.from(window, base(), List.of("/sign-in", "/style", NO_PAGE)));
    }
    for (var account : province.accounts()) {
      try (var reader =
          new Reader(Chromium.window(DESKTOP, ColorScheme.LIGHT), base())
              .signIn(account.login(), account.password())) {
        var window = reader.page().context();
        var pages = walk.from(window, base(), List.of("/", "/account"));
        lookAt(account.login(), window.storageState(), pages);
      }
    }
    var unopened = new TreeSet<>(pageHandlers());
    unopened.removeAll(walk.handlers());
    unopened.removeAll(NOT_LINKED);
    unopened.forEach(handler -> wrong.add("nobody's links lead to " + handler));
    assertThat(wrong).isEmpty();
  }

  /**
   * In four ways, so that every two of language, screen and colours meet once; with axe and by
   * keyboard in two of them.
   */
  private void lookAt(String login, String signedIn, Map<String, Integer> pages) {
    pages.entrySet().stream()
        .filter(page -> page.getValue() != OK && !page.getKey().equals(NO_PAGE))
        .forEach(page -> wrong.add(login + " a link leads to an error: " + page));
    for (var language : pages.isEmpty() ? List.<String>of() : List.of("vi", "en")) {
      province.speak(language);
      for (int width : List.of(DESKTOP, PHONE)) {
        boolean vietnamese = language.equals("vi");
        var scheme = vietnamese == (width == DESKTOP) ? ColorScheme.LIGHT : ColorScheme.DARK;
        try (var reader = new Reader(Chromium.window(width, scheme, signedIn), base())) {
          if (login.isEmpty()) {
            reader.open("/language/" + language);
          }
          for (var page : pages.keySet()) {
            var where = String.join(" ", login, page, "" + width, language, "" + scheme) + ": ";
            look(reader.open(page), language, name(page, login, width, language, scheme))
                .forEach(one -> wrong.add(where + one));
          }
        }
      }
    }
    province.speak("vi");
  }

  private static Set<String> look(Reader reader, String language, String name) {
    boolean thoroughly = language.equals("vi");
    var found = new LinkedHashSet<String>();
    if (thoroughly) {
      found.addAll(reader.walkByTab());
    }
    found.addAll(reader.look(language));
    reader.photograph(name);
    if (thoroughly) {
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

  private String base() {
    return "http://localhost:" + port;
  }

  private String handlerOf(String path) {
    var container = PathContainer.parsePath(path.replaceAll("\\?.*", ""));
    return patterns().stream()
        .filter(pattern -> pattern.matches(container))
        .sorted()
        .map(PathPattern::getPatternString)
        .findFirst()
        .orElse(path);
  }

  private Set<PathPattern> patterns() {
    return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
        .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
        .collect(Collectors.toSet());
  }

  private Set<String> pageHandlers() {
    return patterns().stream().map(PathPattern::getPatternString).collect(Collectors.toSet());
  }
}
