package thangdiem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/** A unit assesses itself in real browsers: nothing that was typed is lost (tự đánh giá). */
@BrowserTest
class AssessingTest {

  private static final String SHEET = "/rounds/2017/assessments/so-y-te";
  private static final String CLERK = "canbo";
  private static final String HEAD = "thutruong";
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

  private BrowserContext desk(String login) {
    return signedIn(Chromium.window(1440, ColorScheme.LIGHT), login);
  }

  private BrowserContext signedIn(BrowserContext window, String login) {
    var page = window.newPage();
    signIn(page, login);
    page.close();
    return window;
  }

  private void signIn(Page page, String login) {
    page.navigate(base() + "/sign-in");
    page.locator("#login").fill(login);
    page.locator("#password").fill("thu-nghiem");
    page.locator("form.fields[action='/sign-in'] button").first().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  private Page section(BrowserContext window, String code) {
    var page = window.newPage();
    page.navigate(base() + SHEET + "/sections/" + code);
    return page;
  }

  private static Locator entry(Page page, String fact) {
    return page.locator("#v-" + fact);
  }

  private static Locator state(Page page, String fact) {
    return page.locator("#s-" + fact);
  }

  private static void saved(Page page, String fact) {
    assertThat(state(page, fact)).containsText("Đã lưu", PATIENTLY);
  }

  @Test
  void showsThePointsOfWhatIsTypedWithoutLeavingTheKeyboard() {
    try (var window = desk(CLERK)) {
      var page = section(window, "I");
      entry(page, "computers").focus();
      page.keyboard().press("Control+A");
      page.keyboard().type("61");
      page.keyboard().press("Enter");
      saved(page, "computers");
      assertThat(entry(page, "computers_internet")).isFocused();
      page.keyboard().press("Control+A");
      page.keyboard().type("60");
      page.keyboard().press("ArrowDown");
      saved(page, "computers_internet");
      page.keyboard().type("c");
      saved(page, "one_stop_scanner");

      assertThat(page.locator("[id='c-I.2'] .pts")).containsText("14,75", PATIENTLY);
      assertThat(page.locator("[id='c-I.5'] .pts")).containsText("15,00", PATIENTLY);
      page.keyboard().press("Control+S");
      assertThat(page.locator(".fact:focus-within .fact-save")).containsText("Mọi số đã lưu");
    }
  }

  @Test
  void takesAColumnThatWasCopiedFromASpreadsheet() {
    try (var window = desk(CLERK)) {
      var page = section(window, "I");
      entry(page, "computers").focus();
      page.evaluate(
          """
          () => {
            const data = new DataTransfer();
            data.setData("text", "62\\n59\\nCó\\n40\\n");
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
          }
          """);

      assertThat(entry(page, "computers")).hasValue("62");
      assertThat(entry(page, "computers_internet")).hasValue("59");
      assertThat(page.locator("#f-one_stop_scanner input[value=yes]")).isChecked();
      assertThat(entry(page, "computers_backup")).hasValue("40");
      saved(page, "computers_backup");
      saved(page, "computers");
    }
  }

  @Test
  void letsAPersonChooseWhenTwoHaveAnsweredTheSame() {
    try (var one = desk(CLERK);
        var other = desk(HEAD)) {
      var clerk = section(one, "I");
      var head = section(other, "I");
      entry(clerk, "staff").fill("66");
      entry(clerk, "staff").blur();
      saved(clerk, "staff");
      entry(head, "staff").fill("64");
      entry(head, "staff").blur();

      assertThat(state(head, "staff")).containsText("Có hai giá trị", PATIENTLY);
      assertThat(head.locator("#n-staff")).containsText("Trần Thị Mai vừa lưu 66");
      head.locator("#n-staff button")
          .filter(new Locator.FilterOptions().setHasText("Giữ 64"))
          .click();
      saved(head, "staff");
      clerk.reload();
      assertThat(entry(clerk, "staff")).hasValue("64");
    }
  }

  @Test
  void keepsWhatIsTypedWithoutNetworkThroughAClosedTab() {
    try (var window = desk(CLERK)) {
      var page = section(window, "I");
      window.setOffline(true);
      entry(page, "computers_windows7").fill("47");
      entry(page, "computers_windows7").blur();
      assertThat(page.locator("#n-computers_windows7")).containsText("Mất kết nối", PATIENTLY);
      assertThat(state(page, "computers_windows7")).containsText("Chưa lưu");
      page.close();
      window.setOffline(false);

      var again = section(window, "I");

      assertThat(entry(again, "computers_windows7")).hasValue("47");
      saved(again, "computers_windows7");
      again.reload();
      assertThat(entry(again, "computers_windows7")).hasValue("47");
      Assertions.assertThat(kept(again)).as("gone once it is acknowledged").isZero();
    }
  }

  @Test
  void anEndedSignInDoesNotEatTheForm() {
    try (var window = desk(CLERK)) {
      var page = section(window, "I");
      window.clearCookies();
      entry(page, "computers_backup").fill("33");
      entry(page, "computers_backup").blur();
      assertThat(page.locator("#n-computers_backup"))
          .containsText("Phiên làm việc đã hết", PATIENTLY);
      signIn(page, CLERK);

      page.navigate(base() + SHEET + "/sections/I");

      assertThat(entry(page, "computers_backup")).hasValue("33");
      saved(page, "computers_backup");
    }
  }

  @Test
  void leavesNothingBehindOnASharedComputer() {
    try (var window = desk(CLERK)) {
      var page = section(window, "I");
      window.setOffline(true);
      entry(page, "computers_windows7").fill("48");
      entry(page, "computers_windows7").blur();
      assertThat(state(page, "computers_windows7")).containsText("Chưa lưu", PATIENTLY);
      window.setOffline(false);
      page.locator(".me summary").click();
      page.locator("form[action='/sign-out'] button").click();
      page.waitForURL("**/sign-in");

      Assertions.assertThat(kept(page)).isZero();
      Assertions.assertThat(page.evaluate("localStorage.length + sessionStorage.length"))
          .isEqualTo(0);
    }
  }

  /** How many answers this browser still holds back. */
  private static int kept(Page page) {
    return (Integer)
        page.evaluate(
            """
            () => new Promise(done => {
              const open = indexedDB.open("thangdiem", 1);
              open.onupgradeneeded = () => open.result.createObjectStore("typed");
              open.onsuccess = () => {
                const count = open.result.transaction("typed").objectStore("typed").count();
                count.onsuccess = () => done(count.result);
              };
            })
            """);
  }

  @Test
  void isFilledInAndSentAndTakenBack() {
    var phone =
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true);
    try (var clerks = signedIn(Chromium.window(phone), CLERK);
        var heads = desk(HEAD)) {
      for (var code : new String[] {"I", "II", "III", "IV", "V", "VII"}) {
        fill(section(clerks, code));
      }
      var clerk = section(clerks, "I");
      clerk.locator("#tally button").tap();
      clerk.waitForURL("**/signing");

      var head = heads.newPage();
      head.navigate(base() + SHEET + "/signing");
      assertThat(head.locator("main")).containsText("đã trình thủ trưởng");
      head.locator("form[action$='/reports'] button").click();
      head.waitForURL(Pattern.compile(".*/reports/\\d+$"));
      assertThat(head.locator("h1")).containsText("Sở Y tế đã gửi báo cáo lúc");
      clerk.navigate(base() + SHEET + "/sections/I");
      assertThat(entry(clerk, "staff")).not().isEditable();

      head.locator("main details summary").last().click();
      head.locator("form[action$='/taken-back'] button").click();
      head.waitForURL("**/sections/*");
      clerk.reload();
      assertThat(entry(clerk, "staff")).isEditable();
    }
  }

  /** Answers what has no answer: yes, or a small number, or that there is none. */
  private static void fill(Page page) {
    var unanswered =
        page.locator("form.fact:has(.fact-save .st-none)").all().stream()
            .map(fact -> fact.getAttribute("data-fact"))
            .toList();
    for (var fact : unanswered) {
      var yes = page.locator("#f-" + fact + " label:has(input[value=yes])");
      var entry = entry(page, fact);
      if (yes.count() > 0) {
        yes.tap();
      } else if ("SELECT".equals(entry.evaluate("one => one.tagName"))) {
        entry.selectOption(new SelectOption().setIndex(1));
      } else {
        entry.fill("text".equals(entry.getAttribute("inputmode")) ? "không có" : "1");
        entry.blur();
      }
      saved(page, fact);
    }
    page.close();
  }
}
