package thangdiem.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Somebody who opens pages in a window and notices everything that is wrong with them. */
final class Reader implements AutoCloseable {

  private static final String LOOK = script("look.js");
  private static final String STOPS = script("stops.js");
  private static final String WHERE = script("where.js");
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int APPEARING_ON_THE_WAY = 20;
  private static final int SMALLEST_PHONE = 320;
  private static final int DESKTOP_AT_200_PERCENT = 720;

  private final BrowserContext window;
  private final Page page;
  private final String base;
  private final List<String> noticed = new ArrayList<>();

  Reader(BrowserContext window, String base) {
    this.window = window;
    this.base = base;
    this.page = window.newPage();
    page.onConsoleMessage(message -> {
      boolean statusOfAnErrorPage = message.text().startsWith("Failed to load resource");
      if (!statusOfAnErrorPage && List.of("error", "warning").contains(message.type())) {
        noticed.add("console: " + message.text());
      }
    });
    page.onPageError(error -> noticed.add("script: " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
        noticed.add("asks elsewhere: " + request.url());
      }
    });
    page.onResponse(response -> {
      boolean ofOurs = response.url().startsWith(base + "/assets/");
      if (ofOurs && response.status() != 200) {
        noticed.add("missing: " + response.url());
      }
    });
  }

  Page page() {
    return page;
  }

  Reader open(String path) {
    page.navigate(base + path);
    page.evaluate("document.fonts.ready.then(() => true)");
    return this;
  }

  Reader signIn(String login, String password) {
    open("/sign-in");
    page.locator("#login").fill(login);
    page.locator("#password").fill(password);
    page.locator("form.fields[action='/sign-in'] button").first().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return this;
  }

  /** Reads in that language from now on, as anybody or as somebody with an account. */
  Reader speak(String language, boolean anybody) {
    open(anybody ? "/language/" + language : "/me");
    var choice = page.locator("button[name=language][value=" + language + "]");
    if (!anybody && !"true".equals(choice.getAttribute("aria-pressed"))) {
      choice.click();
      page.waitForURL("**/me");
    }
    return this;
  }

  /** What is wrong with the open page, everything unfolded, as it stands on this screen. */
  List<String> look(String language) {
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
    var wrong = new ArrayList<>(noticed);
    noticed.clear();
    wrong.addAll(strings(page.evaluate(LOOK, language)));
    return wrong;
  }

  /** The same where it is narrow: on a small phone, or on a desktop at 200 %. */
  List<String> lookNarrowly(String language) {
    var usual = page.viewportSize();
    int width = usual.width > DESKTOP_AT_200_PERCENT ? DESKTOP_AT_200_PERCENT : SMALLEST_PHONE;
    page.setViewportSize(width, usual.height);
    var wrong = look(language).stream().map(one -> width + " px: " + one).toList();
    page.setViewportSize(usual.width, usual.height);
    return wrong;
  }

  /** What axe finds: contrast, names, roles, order. */
  List<String> axe() {
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .flatMap(violation ->
                violation.getNodes().stream()
                    .map(node -> "axe " + violation.getId() + ": " + node.getHtml()))
            .toList();
  }

  /**
   * What is wrong with the page for whoever has no mouse: an entry that Tab does not reach, a focus
   * that one does not see or that something covers, a skip link that does not skip.
   */
  List<String> walkByTab() {
    var wrong = new ArrayList<String>();
    int stops = ((Number) page.evaluate(STOPS)).intValue();
    for (int i = 0; i < stops + APPEARING_ON_THE_WAY; i++) {
      page.keyboard().press("Tab");
      var here = String.valueOf(page.evaluate(WHERE));
      if (here.equals("out")) {
        break;
      }
      if (!here.isEmpty()) {
        wrong.add(here);
      }
    }
    wrong.addAll(strings(page.evaluate("window.notReached()")));
    return wrong;
  }

  Reader photograph(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    return this;
  }

  private static List<String> strings(Object answer) {
    return ((List<?>) answer).stream().map(String::valueOf).toList();
  }

  private static String script(String name) {
    try (var file = Reader.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    window.close();
  }
}
