package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/** What a page costs who opens it for the first time: bytes over the wire and requests. */
@BrowserTest
class PageCostTest {

  private static final int KILO = 1000;
  private static final int DOCUMENT = 20 * KILO;
  private static final int STYLES_SCRIPTS_AND_ICONS = 20 * KILO;
  private static final int FONTS = 110 * KILO;
  private static final int REQUESTS = 15;
  private static final Path TABLE = Path.of("target", "page-cost.md");
  private static final List<String> LINES =
      new ArrayList<>(
          List.of(
              "| page | requests | document | styles, script, icons | fonts |",
              "|---|---:|---:|---:|---:|"));

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;

  @BeforeEach
  void theProvinceIsThere() {
    FirstStart.over(base(), province);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/rounds", "/rounds/2017", "/rounds/2017/setup/policy"})
  void isSmallOnTheFirstVisit(String path) throws IOException {
    String signedIn;
    try (var reader =
        new Reader(Chromium.window(FourWays.DESKTOP, ColorScheme.DARK), base())
            .signIn("chutri", "thu-nghiem")) {
      signedIn = path.equals("/sign-in") ? "{}" : reader.page().context().storageState();
    }
    var answered = new ArrayList<Request>();
    try (var reader =
        new Reader(Chromium.window(FourWays.DESKTOP, ColorScheme.DARK, signedIn), base())) {
      reader.page().onRequestFinished(answered::add);
      reader.open(path).page().waitForLoadState(LoadState.NETWORKIDLE);
      var asked = List.copyOf(answered);
      int document = bytes(asked, "document");
      int fonts = bytes(asked, "font");
      int rest = asked.stream().mapToInt(PageCostTest::size).sum() - document - fonts;
      LINES.add("| %s | %d | %d | %d | %d |".formatted(path, asked.size(), document, rest, fonts));
      Files.write(TABLE, LINES);
      assertThat(asked).hasSizeLessThanOrEqualTo(REQUESTS);
      assertThat(document).isBetween(1, DOCUMENT);
      assertThat(rest).isBetween(1, STYLES_SCRIPTS_AND_ICONS);
      assertThat(fonts).isBetween(1, FONTS);
    }
  }

  @Test
  void costsOnlyItsDocumentOnTheNextVisit() {
    var kept = new ArrayList<String>();
    try (var reader = new Reader(Chromium.window(FourWays.DESKTOP, ColorScheme.LIGHT), base())) {
      reader
          .page()
          .onResponse(response -> {
            if (response.url().contains("/assets/")) {
              kept.add(response.headers().get("cache-control"));
            }
          });
      reader.open("/sign-in");
    }
    assertThat(kept).isNotEmpty().containsOnly("max-age=31536000, public, immutable");
  }

  private static int bytes(List<Request> asked, String type) {
    return asked.stream()
        .filter(request -> request.resourceType().equals(type))
        .mapToInt(PageCostTest::size)
        .sum();
  }

  private static int size(Request request) {
    return request.sizes().responseBodySize;
  }

  private String base() {
    return "http://localhost:" + port;
  }
}
