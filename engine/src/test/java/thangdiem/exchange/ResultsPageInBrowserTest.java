package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.ranking.Robustness;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reasons;
import thangdiem.words.Words;

/**
 * The result page of the sample round as people open it: in a real browser, from a file, on a
 * desktop and on a phone.
 */
class ResultsPageInBrowserTest {

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  @TempDir private static Path folder;

  private static Playwright playwright;
  private static Browser browser;
  private static String address;
  private static String fourUnits;

  @BeforeAll
  static void writeThePages() throws IOException {
    var sample =
        Files.readString(Given.criteriaFolder().resolve("hau-giang-ict/2017/sample/answers.json"));
    address = write("sample.html", Given.answers(sample));
    fourUnits = write("four.html", Given.fourUnits());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var executable =
        BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update")));
  }

  @AfterAll
  static void closeTheBrowser() {
    browser.close();
    playwright.close();
  }

  private static String write(String name, Answers answers) throws IOException {
    var source = Given.decision1663();
    var set = source.file().set();
    var standings = Round.of(source, answers, Policy.DEFAULT).standings();
    var robustness = Robustness.of(set, answers, Policy.DEFAULT, 100, 2017);
    var file = folder.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      ResultsPage.write(
          out,
          standings,
          new Reasons(set, Policy.DEFAULT),
          Optional.of(robustness),
          answers.note(),
          Sha256.of(source.file().text()),
          Words.VIETNAMESE);
    }
    return file.toUri().toString();
  }

  private static Page open(int width, ColorScheme colours) {
    var page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                .setBypassCSP(true));
    page.navigate(address);
    return page;
  }

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
  void fitsTheScreenLoadsNothingAndIsAccessible(int width, ColorScheme colours) {
    try (var page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                .setBypassCSP(true))) {
      var elsewhere = new ArrayList<String>();
      page.onRequest(request -> {
        if (Stream.of("file:", "data:").noneMatch(request.url()::startsWith)) {
          elsewhere.add(request.url());
        }
      });
      var errors = new ArrayList<String>();
      page.onPageError(errors::add);
      // The same parts as the sample round with an eighth of its lines: axe looks at every one of
      // them.
      page.navigate(fourUnits);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(elsewhere).isEmpty();
      assertThat(errors).isEmpty();
      var violations = new AxeBuilder(page).analyze().getViolations();
      assertThat(violations)
          .extracting(
              violation -> violation.getId() + " " + violation.getNodes().getFirst().getHtml())
          .isEmpty();
    }
  }

  @Test
  void sortsByKeyboardAndSaysInWhichDirection() {
    try (var page = open(1440, ColorScheme.LIGHT)) {
      var first = page.locator("table.rank").first().locator("tbody tr td.name a").first();
      assertThat(first.textContent()).isEqualTo("Sở Thông tin và Truyền thông");
      var byTotal = page.locator("table.rank").first().locator("th .sort").nth(2);
      byTotal.focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Enter");
      assertThat(
              page.locator("table.rank").first().locator("th[aria-sort]").getAttribute("aria-sort"))
          .isEqualTo("ascending");
      assertThat(first.textContent()).isEqualTo("Cục Thống kê tỉnh");
    }
  }

  @Test
  void unfoldsAScoreToItsFactsRuleArithmeticAndBasis() {
    try (var page = open(1440, ColorScheme.LIGHT)) {
      page.locator("#u-so-cong-thuong > summary").focus();
      page.keyboard().press("Enter");
      var line = page.locator("[id='u-so-cong-thuong-I.1']");
      line.locator("summary").focus();
      page.keyboard().press("Enter");
      assertThat(line.locator(".why").isVisible()).isTrue();
      assertThat(line.locator(".why").innerText())
          .contains("153 máy / 149 người")
          .contains("vượt 100 %")
          .contains("Phụ lục 2, mục I.1");
    }
  }

  @Test
  void opensAUnitThatALinkPointsAt() {
    try (var page = open(390, ColorScheme.LIGHT)) {
      page.locator("td.name a").first().click();
      assertThat(page.locator("#u-so-thong-tin-va-truyen-thong").getAttribute("open")).isNotNull();
    }
  }

  @Test
  void findsAUnitTypedWithoutDiacritics() {
    try (var page = open(1440, ColorScheme.LIGHT)) {
      page.locator("#find").fill("y te");
      assertThat(page.locator("table.rank tbody tr:visible").count()).isEqualTo(1);
      assertThat(page.locator("table.rank tbody tr:visible").textContent()).contains("Sở Y tế");
    }
  }

  @Test
  void readsWithoutScript() {
    try (var context =
            browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        var page = context.newPage()) {
      page.navigate(address);
      assertThat(page.locator("table.rank tbody tr").count()).isEqualTo(32);
      assertThat(page.locator("input#find").isVisible()).isFalse();
      assertThat(page.locator("details.crit").count()).isEqualTo(32 * 72);
    }
  }
}
