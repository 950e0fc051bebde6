package thangdiem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.collection.Collections;
import thangdiem.round.GivenRounds;
import thangdiem.submission.Assessments;

/** A commune fills in its district's short sheet on a phone (phiếu số liệu của xã). */
@ServerTest
class CommuneOnAPhoneTest {

  private static final String RESOLVED = "dossiers_resolved";
  private static final String ON_TIME = "dossiers_on_time";
  private static final String REGULATION = "security_regulation";
  private static final LocatorAssertions.ContainsTextOptions PATIENT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private Assessments assessments;
  @Autowired private Collections collections;
  @Autowired private JdbcClient sql;

  /** A district that asks its one commune for two counts and a yes or no. */
  private record Asked(Somebody district, Somebody commune, String path) {}

  private Asked asked() {
    var district = province.somebody(Role.CLERK);
    var commune =
        province.somebody(Role.COMMUNE_CLERK, province.commune(district.unit(), "Xã Tân Phú"));
    var round = rounds.open(district);
    var actor = province.actor(district);
    collections.open(
        actor,
        assessments.of(actor, round.key(), code(district)),
        List.of(RESOLVED, ON_TIME, REGULATION),
        "Gọi số 123 nếu chưa rõ.");
    return new Asked(
        district, commune, "/rounds/" + round.key() + "/collections/" + code(district));
  }

  private String code(Somebody somebody) {
    return sql.sql("select code from org_unit where id = ?")
        .param(somebody.unit())
        .query(String.class)
        .single();
  }

  private BrowserContext phone() {
    return Chromium.window(
        new Browser.NewContextOptions()
            .setBaseURL("http://localhost:" + port)
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  private static Page signedIn(BrowserContext window, Somebody somebody) {
    var page = window.newPage();
    page.navigate("/sign-in");
    page.locator("#login").fill(somebody.login());
    page.locator("#password").fill(Province.PASSWORD);
    page.locator("form.fields[action='/sign-in'] button").first().tap();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  @Test
  void isFilledInByThumbThroughALostConnectionAndHandedIn() {
    var asked = asked();
    try (var window = phone()) {
      var page = signedIn(window, asked.commune());
      page.navigate("/sheets");
      page.locator("main a[href*='/sheets/']").first().tap();
      assertThat(page.locator(".todo")).containsText("Đã nhập 0 trên 3 số");
      fits(page);

      type(page, RESOLVED, "1.200");
      assertThat(page.locator("#s-" + RESOLVED)).containsText("Đã lưu", PATIENT);

      window.setOffline(true);
      type(page, ON_TIME, "1.150");
      assertThat(page.locator("#unsaved")).isVisible();
      look(page, "phieu-xa-mat-mang-390");
      fits(page);
      window.setOffline(false);
      assertThat(page.locator("#s-" + ON_TIME)).containsText("Đã lưu", PATIENT);
      assertThat(page.locator("#unsaved")).isHidden();

      page.locator("#f-" + REGULATION + " label").first().tap();
      assertThat(page.locator(".todo")).containsText("Đã nhập đủ 3 số", PATIENT);
      look(page, "phieu-xa-390");
      fits(page);
      page.locator(".hand-in button").tap();
      assertThat(page.locator("#todo")).containsText("Đã nộp lúc", PATIENT);
      look(page, "phieu-xa-da-nop-390");
    }
    Assertions.assertThat(
            new Visitor(port).signedIn(asked.district().login()).get(asked.path()).body())
        .as("the district has the sum")
        .contains("1.200", "1.150");
  }

  @Test
  void asksAgainForWhatIsNoNumberAndKeepsIt() {
    var asked = asked();
    try (var window = phone()) {
      var page = signedIn(window, asked.commune());
      page.navigate(asked.path() + "/sheets/" + code(asked.commune()));

      type(page, RESOLVED, "ba trăm");

      assertThat(page.locator("#n-" + RESOLVED)).not().isEmpty();
      assertThat(page.locator("#v-" + RESOLVED)).hasAttribute("aria-invalid", "true");
      assertThat(page.locator("#v-" + RESOLVED)).hasValue("ba trăm");
      fits(page);
    }
  }

  /** Typed by touch, and left by the keyboard's own stroke. */
  private static void type(Page page, String fact, String figure) {
    page.locator("#v-" + fact).tap();
    page.locator("#v-" + fact).fill(figure);
    page.keyboard().press("Tab");
  }

  /** Nothing stands beside the screen, a thumb hits what is to be hit, and axe finds nothing. */
  private static void fits(Page page) {
    Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    Assertions.assertThat(
            page.evaluate(
                """
                [...document.querySelectorAll("main .fact .entry input, main .fact .yesno label")]
                  .filter(hit => hit.getBoundingClientRect().height < 44).map(hit => hit.outerHTML)
                """))
        .as("less than a thumb")
        .isEqualTo(List.of());
    Assertions.assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  private static void look(Page page, String name) {
    var folder = System.getProperty("thangdiem.look");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
  }
}
