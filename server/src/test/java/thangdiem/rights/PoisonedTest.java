package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.QuietDatabase;
import thangdiem.QuietTest;
import thangdiem.audit.Role;
import thangdiem.round.Phase;

/** A province in which people have typed the worst there is into every field that takes text. */
@QuietTest
class PoisonedTest {

  private static final int TEXTS_FOR_A_FIELD = 6;
  private static final int PAGES_FOR_A_ROLE = 80;
  private static final Pattern LIVE_MARKUP = Pattern.compile("<[a-zA-Z!/][^>\"]*__xss");
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");
  private static final Pattern UNSAFE_LINK =
      Pattern.compile("(?i)(?:href|action|src)=\"\\s*(?:javascript|data|vbscript):(?!image/)");

  @LocalServerPort private int port;
  @Autowired private Situation situation;

  private final JdbcClient sql = QuietDatabase.superuser();
  private Situation given;

  @BeforeEach
  void aProvinceFullOfPoison() {
    given = situation.begun(port);
    typeIntoEveryField();
    fillEveryName();
  }

  @AfterEach
  void asBefore() {
    given.rows().restore();
  }

  /** Through the forms, as far as they take it. */
  private void typeIntoEveryField() {
    int next = 0;
    for (var route : Route.all().stream().filter(Route::unsafe).toList()) {
      var phase = route.phases().stream().findFirst().orElse(Phase.OPEN);
      var caller =
          given.callers().stream().filter(one -> route.allows(one.role())).findFirst().get();
      var ordinary = Requests.form(route, given, caller, phase);
      for (var field : ordinary.keySet()) {
        for (int i = 0; i < TEXTS_FOR_A_FIELD; i++) {
          if (!ordinary.get(field).startsWith(Caller.FILE)) {
            var form = new TreeMap<>(ordinary);
            form.put(field, Poison.TEXTS.get(next++ % Poison.TEXTS.size()));
            Requests.of(route, given, caller, phase, form);
            given.rows().restoreSessions();
          }
        }
      }
    }
  }

  /**
   * What the forms refuse may have come in otherwise, or before they did: each row another text,
   * told by its spaces from what a form has taken, where two must not be alike. Of the steps of a
   * case only some have words, and the database holds the others to that.
   */
  private void fillEveryName() {
    given
        .rows()
        .freeTexts()
        .forEach((table, columns) -> {
          for (var column : columns) {
            sql.sql(
                    "with numbered as (select ctid as place, row_number() over () as n from "
                        + table
                        + ") update "
                        + table
                        + " set "
                        + column
                        + " = (:texts::text[])[1 + n % :count] || repeat(' ', 1 + (n / :count)::int)"
                        + " from numbered where ctid = numbered.place"
                        + (table.endsWith("_step") ? " and " + column + " <> ''" : ""))
                .param("texts", Poison.TEXTS.toArray(String[]::new))
                .param("count", Poison.TEXTS.size())
                .update();
          }
        });
  }

  @Test
  void everyPageShowsItAsTextToEverybody() {
    for (var caller : given.callers()) {
      int shown = 0;
      for (var path : everyPath(caller)) {
        var answer = caller.get(path);
        assertThat(answer.status()).as(path + " as " + caller).isLessThan(500);
        if (answer.isHtml()) {
          nothingLives(path + " as " + caller, answer.body());
          shown += answer.body().contains("__xss") ? 1 : 0;
        }
      }
      if (caller.role().isPresent()) {
        assertThat(shown).as("pages that show any of it to " + caller).isPositive();
      }
    }
  }

  private static void nothingLives(String what, String body) {
    for (var pattern : List.of(LIVE_MARKUP, UNSAFE_LINK)) {
      var found = pattern.matcher(body);
      assertThat(found.find() ? found.group() : "").as(what).isEmpty();
    }
  }

  /** The routes of the table, and what their pages link to. */
  private Set<String> everyPath(Caller caller) {
    var found = new LinkedHashSet<String>();
    for (var route : Route.all()) {
      for (var phase : List.of(Phase.DRAFT, Phase.OPEN, Phase.PUBLISHED)) {
        if (!route.unsafe() && route.allows(caller.role())) {
          found.add(Samples.fill(route.path(), given, caller, phase));
        }
      }
    }
    var next = new ArrayDeque<>(found);
    while (!next.isEmpty() && found.size() < PAGES_FOR_A_ROLE) {
      var answer = caller.get(next.poll());
      if (answer.isHtml()) {
        LINK.matcher(answer.body())
            .results()
            .map(link -> link.group(1).replace("&amp;", "&").replace("&#34;", "%22"))
            .filter(path -> path.matches("/[\\x21-\\x7e&&[^{}|\\\\^`\"<>]]*"))
            .filter(path -> !path.startsWith("/assets/") && !path.startsWith("/language/"))
            .filter(found::add)
            .forEach(next::add);
      }
    }
    return found;
  }

  @Test
  void noneOfItRunsInABrowser() {
    try (var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright.chromium().launch(chromium())) {
      for (var role : List.of(Role.ORGANISER, Role.ADMINISTRATOR, Role.AUDITOR, Role.CLERK)) {
        crawl(browser, given.of(role));
      }
    }
  }

  private static BrowserType.LaunchOptions chromium() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of("/usr/bin/chromium"))
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
  }

  private void crawl(Browser browser, Caller caller) {
    try (var window = browser.newContext()) {
      window.addCookies(
          List.of(
              new Cookie("phien", caller.cookie().substring(caller.cookie().indexOf('=') + 1))
                  .setUrl("http://localhost:" + port)));
      var page = window.newPage();
      var reports = new ArrayList<String>();
      page.onConsoleMessage(message -> {
        if (message.text().contains("Content Security Policy")) {
          reports.add(page.url() + ": " + message.text());
        }
      });
      for (var route : Route.all()) {
        var sample = Samples.fill(route.path(), given, caller, Phase.OPEN);
        if (!route.unsafe()
            && route.allows(caller.role())
            && route.answer() == 200
            && caller.get(sample).isHtml()) {
          page.navigate("http://localhost:" + port + sample);
          nothingHasRun(route + " as " + caller, page);
        }
      }
      assertThat(reports).as("what the browser refused to load or run").isEmpty();
    }
  }

  private static void nothingHasRun(String what, Page page) {
    assertThat(page.evaluate("window.__xss === undefined")).as(what).isEqualTo(true);
    assertThat(
            page.evaluate(
                """
                [...document.querySelectorAll('*')].flatMap(one => [...one.attributes]
                  .filter(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value) && a.name !== 'value' && !a.name.startsWith('data-'))
                  .map(a => one.tagName + ' ' + a.name + '=' + a.value)).join('; ')
                """))
        .as(what)
        .isEqualTo("");
  }
}
