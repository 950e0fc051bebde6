package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/** The keys that the sheet names (phím tắt), and search over everything. */
@BrowserTest
class KeysOfThePageTest {

  private static final String FOCUSED = "document.activeElement.";

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;

  @BeforeEach
  void theProvinceIsThere() {
    FirstStart.over(base(), province);
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private Reader organiser() {
    return new Reader(Chromium.window(FourWays.DESKTOP, ColorScheme.LIGHT), base())
        .signIn("chutri", "thu-nghiem");
  }

  @Test
  void aSlashLeadsToTheSearchWhichFindsWithoutDiacritics() {
    try (var reader = organiser()) {
      var page = reader.open("/units").page();
      var keys = new Keys(page);

      keys.press("/").type("so y te").press("Enter");
      page.waitForURL("**/search?q=so+y+te");

      assertThat(page.locator(".hits a").first().innerText()).isEqualTo("Sở Y tế");
      keys.press("/").type("máy tính").press("Enter");
      page.waitForURL("**/search?q=m*");
      page.locator(".hits a:has-text('I.1 Tỷ')").click();
      page.waitForURL("**/rounds/2017/criteria#*");
      assertThat(page.locator("tr:target").innerText()).contains("Tỷ lệ máy tính");
    }
  }

  @Test
  void aQuestionMarkShowsTheKeysThatWorkHereAndEscapePutsThemAway() {
    try (var reader = organiser()) {
      var page = reader.open("/rights").page();
      var keys = new Keys(page);

      keys.press("?");

      assertThat(page.locator("dialog.sheet").isVisible()).isTrue();
      assertThat(page.locator("dialog.sheet kbd:has-text('↓')").isVisible()).isFalse();
      assertThat(reader.axe()).isEmpty();
      keys.press("Escape");
      assertThat(page.locator("dialog.sheet").isVisible()).isFalse();
      page.locator(".foot a").click();
      assertThat(page.locator("dialog.sheet").isVisible()).isTrue();
    }
  }

  @Test
  void arrowsGoFromRowToRow() {
    try (var reader = organiser()) {
      var page = reader.open("/units").page();
      var rows = page.locator("main tbody th a");
      rows.first().focus();

      new Keys(page).press("ArrowDown").press("ArrowDown").press("ArrowUp");

      assertThat(page.evaluate(FOCUSED + "textContent")).isEqualTo(rows.nth(1).textContent());
    }
  }

  @Test
  void whoHasTurnedLettersOffTypesThemInVain() {
    try (var reader = organiser()) {
      var page = reader.open("/units").page();
      var keys = new Keys(page);
      keys.press("?");
      page.locator(".letters").uncheck();
      keys.press("Escape");

      reader.open("/units");
      keys.press("?").press("/");

      assertThat(page.locator("dialog.sheet").isVisible()).isFalse();
      assertThat(page.evaluate(FOCUSED + "tagName")).isEqualTo("BODY");
    }
  }

  @Test
  void withoutJavaScriptTheKeysAreAPageAndTheSearchIsAForm() {
    var plain =
        new Browser.NewContextOptions()
            .setViewportSize(FourWays.DESKTOP, 900)
            .setJavaScriptEnabled(false);
    try (var window = Chromium.window(plain)) {
      Page page = window.newPage();
      page.navigate(base() + "/sign-in");
      page.locator(".foot a").click();
      page.waitForURL("**/keys");
      assertThat(page.locator("h1").innerText()).isEqualTo("Phím tắt");
    }
  }
}
