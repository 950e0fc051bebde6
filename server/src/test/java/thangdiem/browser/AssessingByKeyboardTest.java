package thangdiem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/** A clerk and a head without a mouse: from the sign-in to the report and back again. */
@BrowserTest
class AssessingByKeyboardTest {

  private static final String SHEET = "/rounds/2017/assessments/so-y-te";
  private static final List<String> SECTIONS = List.of("I", "II", "III", "IV", "V", "VII");
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;

  @BeforeEach
  void theProvinceIsThere() {
    FirstStart.over(base(), province);
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private Page signedIn(BrowserContext window, String login) {
    var page = window.newPage();
    page.navigate(base() + "/sign-in");
    new Keys(page).to("#login").type(login).to("#password").type("thu-nghiem").press("Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  /** Follows a link of the page. */
  private static void follow(Page page, String link, String to) {
    new Keys(page).to(link).press("Enter");
    page.waitForURL("**" + to);
  }

  @Test
  void aSheetIsFilledInHandedOverSignedTakenBackAndReturned() {
    try (var desk = Chromium.window(1440, ColorScheme.LIGHT);
        var office = Chromium.window(1440, ColorScheme.LIGHT)) {
      var clerk = signedIn(desk, "canbo");
      clerk.navigate(base() + SHEET);
      for (var section : SECTIONS) {
        var end = "/sections/" + section;
        if (!clerk.url().endsWith(end)) {
          follow(clerk, "#rail a[href$='" + end + "']", end);
        }
        fill(clerk);
      }
      new Keys(clerk).to("#tally button").press("Enter");
      clerk.waitForURL("**/signing");

      var head = signedIn(office, "thutruong");
      head.navigate(base() + SHEET + "/signing");
      new Keys(head).to("form[action$='/reports'] button").press("Enter");
      head.waitForURL(Pattern.compile(".*/reports/\\d+$"));
      assertThat(head.locator("h1")).containsText("đã gửi báo cáo");

      new Keys(head)
          .to("details:has(form[action$='/taken-back']) > summary")
          .press("Enter")
          .to("form[action$='/taken-back'] button")
          .press("Enter");
      head.waitForURL("**/sections/*");
      follow(head, "a[href$='/signing']", "/signing");
      new Keys(head)
          .to("details:has(form[action$='/returned']) > summary")
          .press("Enter")
          .to("form[action$='/returned'] textarea")
          .type("Xem lại mục IV trước khi ký.")
          .to("form[action$='/returned'] button")
          .press("Enter");
      assertThat(head.locator("main")).containsText("Xem lại mục IV trước khi ký.", PATIENTLY);

      clerk.navigate(base() + SHEET + "/sections/IV");
      assertThat(clerk.locator("main")).containsText("Xem lại mục IV trước khi ký.");
    }
  }

  /** Answers what has no answer, going on with Tab. */
  private static void fill(Page page) {
    var unanswered =
        page.locator("form.fact:has(.fact-save .st-none)").all().stream()
            .map(fact -> fact.getAttribute("data-fact"))
            .toList();
    var keys = new Keys(page);
    for (var fact : unanswered) {
      var entry = page.locator("#v-" + fact);
      if (entry.count() == 0) {
        keys.to("#f-" + fact + " input[value=yes]").press("Space");
      } else if ("SELECT".equals(entry.evaluate("one => one.tagName"))) {
        keys.to("#v-" + fact).press("ArrowDown");
      } else {
        keys.to("#v-" + fact)
            .type("text".equals(entry.getAttribute("inputmode")) ? "không có" : "1")
            .press("Tab");
      }
      assertThat(page.locator("#s-" + fact)).containsText("Đã lưu", PATIENTLY);
    }
  }
}
