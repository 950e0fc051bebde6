package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/**
 * The pace of a round as a chart (biểu đồ): drawn by the server, handled where there is a script.
 */
@BrowserTest
class ChartTest {

  private static final String BOARD = "/rounds/2017";
  private static final Path VENDORED =
      Path.of("src/main/resources/static/echarts/echarts.common.min.js");
  private static final Path DECISION =
      Path.of("../docs/decisions/charts-are-drawn-by-the-server-and-handled-with-echarts.md");

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;

  @BeforeEach
  void theProvinceIsThere() {
    FirstStart.over(base(), province);
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private Reader organiser(int width, ColorScheme scheme) {
    var reader = new Reader(Chromium.window(width, scheme), base()).signIn("chutri", "thu-nghiem");
    return reader.open(BOARD);
  }

  @Test
  void isHandledOnAPhoneAndADeskWithNothingInlineAndNothingFromElsewhere() {
    for (int width : new int[] {FourWays.DESKTOP, FourWays.PHONE}) {
      var scheme = width == FourWays.PHONE ? ColorScheme.DARK : ColorScheme.LIGHT;
      try (var reader = organiser(width, scheme)) {
        var page = reader.page();
        assertThat(page.locator(".chart canvas").count()).isZero(); // Not before it is looked at.

        page.locator(".chart").scrollIntoViewIfNeeded();
        page.locator(".chart canvas").waitFor();
        page.locator(".chart canvas").hover();

        assertThat(page.locator(".chart .drawn").isVisible()).isFalse();
        reader.photograph("pace-" + width);
        assertThat(reader.look("vi")).isEmpty();
        assertThat(reader.axe()).isEmpty();
      }
    }
  }

  @Test
  void isSavedAsAPictureThatSaysWhatItShows() throws IOException {
    try (var reader = organiser(FourWays.DESKTOP, ColorScheme.LIGHT)) {
      var page = reader.page();
      page.locator(".chart").scrollIntoViewIfNeeded();

      var drawing = page.waitForDownload(() -> page.locator("[data-do=svg]").click());
      var picture = page.waitForDownload(() -> page.locator("[data-do=png]").click());

      assertThat(new String(bytes(drawing), StandardCharsets.UTF_8))
          .startsWith("<svg")
          .contains("Nhịp của cả đợt", "Đơn vị đã gửi", "75 %");
      assertThat(bytes(picture)).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(10_000);
      assertThat(reader.look("vi")).isEmpty();
    }
  }

  private static byte[] bytes(Download download) throws IOException {
    return Files.readAllBytes(download.path());
  }

  @Test
  void isWhatTheServerDrewWithoutAScriptAndOnPaper() {
    var plain =
        new Browser.NewContextOptions()
            .setViewportSize(FourWays.DESKTOP, 900)
            .setJavaScriptEnabled(false);
    try (var reader =
        new Reader(Chromium.window(plain), base()).signIn("chutri", "thu-nghiem").open(BOARD)) {
      assertThat(reader.page().locator(".chart .drawn path.reports").isVisible()).isTrue();
    }
    try (var reader = organiser(FourWays.DESKTOP, ColorScheme.LIGHT)) {
      var page = reader.page();
      page.locator(".chart").scrollIntoViewIfNeeded();
      page.locator(".chart canvas").waitFor();

      page.emulateMedia(
          new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator(".chart .drawn").isVisible()).isTrue();
      assertThat(page.locator(".chart canvas").isVisible()).isFalse();
    }
  }

  @Test
  void isTheLibraryThatWasTaken() throws Exception {
    var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(VENDORED));

    assertThat(Files.readString(DECISION)).contains(HexFormat.of().formatHex(hash));
  }
}
