package thangdiem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.inspection.GivenInspection;

/**
 * An inspection in aeroplane mode, with a change at the desk meanwhile (kiểm tra không có mạng).
 */
@ServerTest
class OnTheSpotTest {

  private static final LocatorAssertions.HasAttributeOptions PATIENTLY =
      new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);
  private static final LocatorAssertions.ContainsTextOptions PATIENT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @LocalServerPort private int port;
  @Autowired private GivenInspection given;

  private String base() {
    return "http://localhost:" + port;
  }

  private static BrowserContext phone() {
    return Chromium.window(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  private Page signedIn(BrowserContext window, Province.Somebody somebody) {
    var page = window.newPage();
    page.navigate(base() + "/sign-in");
    page.locator("#login").fill(somebody.login());
    page.locator("#password").fill(Province.PASSWORD);
    page.locator("form.fields[action='/sign-in'] button").first().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  private static void open(Page page, String base, String path) {
    page.navigate(base + "/inspect/app");
    page.locator("#visits a").first().waitFor();
    page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    page.locator("#visits a").first().click();
    page.locator("#v-began").waitFor();
    Assertions.assertThat(page.url()).contains(path.replace("/", "%2F"));
  }

  private static void sign(Page page, String side, String name, boolean drawn) {
    page.locator("#n-" + side).fill(name);
    page.locator("#o-" + side).fill("Giám đốc");
    var part = page.locator("section.side:has(#n-" + side + ")");
    if (drawn) {
      var canvas = part.locator("canvas");
      canvas.scrollIntoViewIfNeeded();
      var field = canvas.boundingBox();
      page.mouse().move(field.x + 30, field.y + 30);
      page.mouse().down();
      for (int step = 1; step <= 20; step++) {
        page.mouse().move(field.x + 30 + step * 12, field.y + 30 + (step % 2) * 40);
      }
      page.mouse().up();
    } else {
      part.locator("input[type=checkbox]").check();
    }
    part.getByText("Ký", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#s-side-" + side)).containsText("Đã ký: " + name);
  }

  private static int left(Page page) {
    return (Integer)
        page.evaluate(
            """
            () => new Promise(done => {
              const open = indexedDB.open("thangdiem-inspect");
              open.onsuccess = () => {
                const names = ["visits", "queue"];
                const counts = names.map(name => new Promise(told => {
                  const count = open.result.transaction(name).objectStore(name).count();
                  count.onsuccess = () => told(count.result);
                }));
                Promise.all(counts).then(all => done(all.reduce((a, b) => a + b)));
              };
            })
            """);
  }

  @Test
  void nothingIsLostWithoutNetworkAndAConflictIsAChoice() throws Exception {
    var people = given.planned(port);
    try (var window = phone()) {
      var page = signedIn(window, people.inspector());
      open(page, base(), people.path());

      window.setOffline(true);
      page.locator("#v-measured-computers").fill("98");
      page.locator("#v-remark-computers").fill("12 máy hỏng,\nđể trong kho");
      page.locator("#v-began").fill("08 giờ 30, ngày 09 tháng 01 năm 2018");
      page.locator("#v-present").fill("Nguyễn Thị Ngọc Ánh, Giám đốc");
      page.locator("#v-findings").fill("Số máy thấp hơn số khai.");
      page.locator("#v-ended").fill("11 giờ 15, ngày 09 tháng 01 năm 2018");
      page.locator("#i-computers").setInputFiles(photo(page));
      assertThat(page.locator("#p-computers img")).hasCount(1);
      page.locator("#p-computers input[maxlength]").fill("Máy hỏng trong kho");
      assertThat(page.locator("#net")).containsText("Không có mạng");

      // The tab is closed and opened again, still without network.
      page.close();
      page = window.newPage();
      page.navigate(base() + "/inspect/app");
      page.locator("#visits a").first().click();
      assertThat(page.locator("#v-measured-computers")).hasValue("98");
      assertThat(page.locator("#v-remark-computers")).hasValue("12 máy hỏng,\nđể trong kho");
      assertThat(page.locator("#p-computers img")).hasCount(1);
      sign(page, "TEAM", "Võ Minh Trí", true);
      sign(page, "UNIT", "Nguyễn Thị Ngọc Ánh", false);

      var desk = new Visitor(port).signedIn(people.other().login());
      desk.postForJson(
          people.path() + "/entries",
          Map.of(
              "id", UUID.randomUUID().toString(),
              "field", "measured:computers",
              "base", "0",
              "value", "105"));

      page.getByText("Kết thúc và lập biên bản").click();
      window.setOffline(false);
      var conflict = page.locator("#s-v-measured-computers");
      assertThat(conflict).containsText("“105”", PATIENT);
      assertThat(conflict).containsText("“98”");
      noViolations(page);
      look(page, "conflict-390");
      conflict.getByText("Giữ “98”").click();

      assertThat(page.locator("#told")).containsText("Đã lập biên bản", PATIENT);
      assertThat(page.locator("#net")).hasAttribute("data-waiting", "0", PATIENTLY);
      Assertions.assertThat(left(page)).as("left on the phone").isZero();

      var pdf = desk.download(people.path() + "/minutes.pdf");
      try (var read = Loader.loadPDF(pdf)) {
        var text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        Assertions.assertThat(text)
            .contains(
                "98",
                "12 máy hỏng",
                "Võ Minh Trí",
                "Nguyễn Thị Ngọc Ánh (đã xác nhận ký)",
                "Máy hỏng trong kho")
            .doesNotContain("105");
      }
      Assertions.assertThat(
              new Visitor(port)
                  .signedIn(people.clerk().login())
                  .download(people.path() + "/minutes.pdf"))
          .as("the same for everybody")
          .isEqualTo(pdf);
    }
  }

  /** Whoever takes what stood at the desk signs again, for something else was signed. */
  @Test
  void whatTheDeskWroteIsSignedAgain() {
    var people = given.planned(port);
    try (var window = phone()) {
      var page = signedIn(window, people.inspector());
      open(page, base(), people.path());
      window.setOffline(true);
      page.locator("#v-findings").fill("Đạt");
      sign(page, "TEAM", "Võ Minh Trí", false);
      new Visitor(port)
          .signedIn(people.other().login())
          .postForJson(
              people.path() + "/entries",
              Map.of(
                  "id", UUID.randomUUID().toString(),
                  "field", "findings",
                  "base", "0",
                  "value", "Chưa đạt"));
      window.setOffline(false);
      var conflict = page.locator("#s-v-findings");
      assertThat(conflict).containsText("“Chưa đạt”", PATIENT);
      conflict.getByText("Lấy “Chưa đạt”").click();

      assertThat(page.locator("#s-side-TEAM")).containsText("mời ký lại", PATIENT);
      assertThat(page.locator("#v-findings")).hasValue("Chưa đạt");
    }
  }

  @Test
  void aPhotographTakenByMistakeIsWithdrawnWithoutNetworkAndItsTraceStays() throws Exception {
    var people = given.planned(port);
    try (var window = phone()) {
      var page = signedIn(window, people.inspector());
      open(page, base(), people.path());
      page.locator("#i-computers").setInputFiles(photo(page));
      page.locator("#p-computers input[maxlength]").fill("Chụp nhầm phòng");
      page.locator("#p-computers input[maxlength]").blur();
      var sent = page.locator("#p-computers .st-equal");
      assertThat(sent).containsText("Chụp nhầm phòng", PATIENT);

      window.setOffline(true);
      page.locator("#p-computers details summary").click();
      page.getByText("Rút ảnh này").click();
      assertThat(page.locator("#p-computers")).containsText("Ghi vì sao rút ảnh");
      page.locator("#p-computers details input").fill("Phòng của đơn vị khác");
      page.getByText("Rút ảnh này").click();
      assertThat(page.locator("#p-computers")).containsText("Sẽ rút khi có mạng: Chụp nhầm phòng");
      sign(page, "TEAM", "Võ Minh Trí", false);
      noViolations(page);
      look(page, "withdrawing-390");

      window.setOffline(false);
      assertThat(page.locator("#p-computers")).containsText("Đã rút: Chụp nhầm phòng", PATIENT);
      assertThat(page.locator("#net")).hasAttribute("data-waiting", "0", PATIENTLY);
      assertThat(sent).hasCount(0);
      assertThat(page.locator("#s-side-TEAM")).containsText("Đã ký: Võ Minh Trí");
      var desk = new Visitor(port).signedIn(people.other().login());
      Assertions.assertThat(desk.get(people.path()).body())
          .contains("Đã rút", "Phòng của đơn vị khác");
    }
  }

  @Test
  void signingOutTakesEverythingFromThePhone() {
    var people = given.planned(port);
    try (var window = phone()) {
      var page = signedIn(window, people.inspector());
      open(page, base(), people.path());
      Assertions.assertThat(left(page)).isPositive();

      page.navigate(base() + people.path());
      page.locator("details.me summary").click();
      page.locator("form[action='/sign-out'] button").click();
      page.waitForURL(Pattern.compile(".*/sign-in.*"));
      Assertions.assertThat(left(page)).isZero();
      page.navigate(base() + "/inspect/app");
      assertThat(page.locator("#told")).containsText("Đăng nhập", PATIENT);
      assertThat(page.locator("#visits")).not().containsText(people.unit());
    }
  }

  @Test
  void pagesAreWellMadeOnADeskAndOnAPhone() {
    var people = given.planned(port);
    for (int width : new int[] {1440, 390}) {
      try (var desk = Chromium.window(width, ColorScheme.LIGHT)) {
        var page = signedIn(desk, people.organiser());
        for (var path :
            new String[] {
              "/rounds/" + people.round().key() + "/inspections",
              people.path(),
              people.path() + "/plan"
            }) {
          page.navigate(base() + path);
          noViolations(page);
          look(page, path.replaceAll(".*/", "") + "-" + width);
        }
      }
      try (var window = Chromium.window(width, ColorScheme.LIGHT)) {
        var page = signedIn(window, people.inspector());
        open(page, base(), people.path());
        noViolations(page);
        look(page, "phone-" + width);
        page.navigate(base() + people.path());
        noViolations(page);
        look(page, "team-" + width);
      }
    }
  }

  private static void noViolations(Page page) {
    Assertions.assertThat(new AxeBuilder(page).analyze().getViolations()).as(page.url()).isEmpty();
    Assertions.assertThat(
            page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("no sideways scrolling at " + page.url())
        .isEqualTo(true);
  }

  private static void look(Page page, String name) {
    var folder = System.getProperty("thangdiem.look");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
  }

  /** A photograph of 3,000 by 2,000 dots, as a camera takes it. */
  private static FilePayload photo(Page page) {
    var data =
        (String)
            page.evaluate(
                """
                () => {
                  const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 2000 });
                  const pen = canvas.getContext("2d");
                  for (let i = 0; i < 400; i++) {
                    pen.fillStyle = `hsl(${i * 37 % 360} 60% 50%)`;
                    pen.fillRect(i * 71 % 3000, i * 113 % 2000, 300, 200);
                  }
                  return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
                }
                """);
    return new FilePayload("camera.jpg", "image/jpeg", Base64.getDecoder().decode(data));
  }
}
