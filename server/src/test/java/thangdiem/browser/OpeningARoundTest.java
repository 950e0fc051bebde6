package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/** The organiser signs in, sets up a round and opens it (chủ trì mở đợt), in three ways. */
@BrowserTest
class OpeningARoundTest {

  private static final String LOGIN = "chutri";
  private static final String PASSWORD = "thu-nghiem";
  private static final String OPEN = "button:has-text('Mở đợt')";

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;

  @BeforeEach
  void theProvinceIsThere() {
    FirstStart.over(base(), province);
  }

  @Test
  void isDoneByKeyboardAlone() {
    try (var window = Chromium.window(1440, ColorScheme.LIGHT)) {
      var page = window.newPage();
      var keys = new Keys(page);
      page.navigate(base() + "/sign-in");
      keys.to("#login").type(LOGIN).to("#password").type(PASSWORD).press("Enter");
      page.waitForURL("**/rounds");
      keys.press("Tab"); // The skip link is the first place.
      assertThat(page.locator(".skip").evaluate("one => one === document.activeElement"))
          .isEqualTo(true);
      keys.press("Enter").to("summary:has-text('Lập đợt mới')").press("Space");
      keys.to("#year").press("Control+A").type("2021");
      keys.to("main form[action='/rounds'] button").press("Enter");
      page.waitForURL("**/setup/**");
      keys.to("a[href$='/setup/policy']").press("Enter");
      page.waitForURL("**/setup/policy");
      keys.to("input[type=radio]").press("ArrowDown").to("main form button").press("Enter");
      page.waitForURL("**/setup/units");
      keys.to("input[type=checkbox]").press("Space").to("main form button").press("Enter");
      page.waitForURL("**/setup/calendar");
      keys.to("a[href$='/setup/open']").press("Enter");
      page.waitForURL("**/setup/open");
      keys.to(OPEN).press("Enter");
      page.waitForURL("**/rounds/2021");
      assertThat(page.locator("h1").innerText()).contains("trên 31 đơn vị");
    }
  }

  @Test
  void isDoneOnAPhone() {
    var phone =
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true);
    try (var window = Chromium.window(phone)) {
      open(window.newPage(), 2022, Locator::tap);
    }
  }

  @Test
  void isDoneWithoutJavaScript() {
    var plain =
        new Browser.NewContextOptions().setViewportSize(1440, 900).setJavaScriptEnabled(false);
    try (var window = Chromium.window(plain)) {
      open(window.newPage(), 2023, Locator::click);
    }
  }

  /** How somebody presses what they see. */
  private interface Pressing {
    void press(Locator place);
  }

  private void open(Page page, int year, Pressing finger) {
    page.navigate(base() + "/sign-in");
    page.locator("#login").fill(LOGIN);
    page.locator("#password").fill(PASSWORD);
    finger.press(page.locator("form:has(#password) button").first());
    page.waitForURL("**/rounds");
    finger.press(page.locator("summary:has-text('Lập đợt mới')"));
    page.locator("#year").fill(String.valueOf(year));
    finger.press(page.locator("main form[action='/rounds'] button"));
    page.waitForURL("**/setup/**");
    finger.press(page.locator("a[href$='/setup/units']").first());
    page.waitForURL("**/setup/units");
    finger.press(page.locator("main form button").first());
    page.waitForURL("**/setup/calendar");
    finger.press(page.locator("a[href$='/setup/open']").first());
    page.waitForURL("**/setup/open");
    finger.press(page.locator(OPEN));
    page.waitForURL("**/rounds/" + year);
    assertThat(page.locator("h1").innerText()).contains("trên 32 đơn vị");
  }

  private String base() {
    return "http://localhost:" + port;
  }
}
