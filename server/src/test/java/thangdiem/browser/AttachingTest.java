package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;
import thangdiem.Papers;

/** A clerk attaches documents in a browser (đính kèm minh chứng), also over a bad line. */
@BrowserTest
class AttachingTest {

  private static final String EVIDENCE = "/rounds/2017/assessments/so-y-te/evidence";
  private static final int MEGABYTE = 1 << 20;

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;

  @BeforeEach
  void theProvinceIsThere() {
    FirstStart.over(base(), province);
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private static FilePayload scan(String name, int bytes) {
    var noise = new char[bytes];
    var random = new Random(name.hashCode());
    for (int i = 0; i < bytes; i++) {
      noise[i] = (char) ('a' + random.nextInt(26));
    }
    return new FilePayload(
        name,
        "application/pdf",
        Papers.pdf(
            "1.4",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            "<< /Length " + bytes + " >>\nstream\n" + new String(noise) + "\nendstream"));
  }

  @Test
  void aLostConnectionCostsOnePieceAndTheFileArrivesWhole() {
    try (var reader = new Reader(Chromium.window(1440, ColorScheme.LIGHT), base())) {
      reader.signIn("canbo", "thu-nghiem").open(EVIDENCE);
      var sent = new ArrayList<String>();
      reader
          .page()
          .route(
              url -> url.endsWith("/pieces"),
              route -> {
                sent.add(route.request().method());
                if (sent.size() == 3) {
                  route.abort();
                } else {
                  route.resume();
                }
              });

      reader.page().locator("#file").setInputFiles(scan("Quét hợp đồng.pdf", 4 * MEGABYTE));
      reader.page().locator("form[data-upload] button.btn-main").click();
      reader.page().waitForSelector(".documents a:has-text('Quét hợp đồng.pdf')");

      assertThat(sent).as("five pieces, one of them twice").hasSize(6);
      reader.photograph("evidence");
    }
  }

  @Test
  void severalFilesAreTakenAtOnceAndOneThatIsNotTakenSaysWhy() {
    try (var reader = new Reader(Chromium.window(390, ColorScheme.LIGHT), base())) {
      reader.signIn("canbo", "thu-nghiem").open(EVIDENCE);

      reader
          .page()
          .locator("#file")
          .setInputFiles(
              new FilePayload[] {
                scan("Biên bản.pdf", 2000),
                new FilePayload("trang.pdf", "application/pdf", "<html>".getBytes())
              });
      reader.page().locator("form[data-upload] button.btn-main").click();
      reader.page().waitForSelector(".arriving .st-error");

      var lines = reader.page().locator(".arriving > li").allInnerTexts();
      assertThat(lines.get(0)).contains("Biên bản.pdf", "Đã thêm");
      assertThat(lines.get(1)).contains("trang.pdf", "Lưu hoặc in thành PDF");
      reader.photograph("evidence-phone");
      reader.open(EVIDENCE);
      assertThat(reader.page().locator(".documents").innerText())
          .contains("Biên bản.pdf")
          .doesNotContain("trang.pdf");
    }
  }

  @Test
  void aPageOfTheDocumentStandsBesideWhatItProves() {
    try (var reader = new Reader(Chromium.window(1440, ColorScheme.LIGHT), base())) {
      reader.signIn("canbo", "thu-nghiem").open(EVIDENCE);
      reader.page().locator(".documents a:has-text('Báo cáo hạ tầng')").first().click();
      shown(reader.page());

      assertThat(reader.page().locator(".preview").innerText()).contains("Trang 2 trên 2");
      assertThat(
              reader
                  .page()
                  .locator("img.paper")
                  .evaluate("one => one.decode().then(() => one.naturalWidth)"))
          .isEqualTo(1240);
      reader.photograph("evidence-item");
      assertThat(List.of(reader.axe())).isEqualTo(List.of(List.of()));
    }
  }

  /** Loads the page again until the pages have been drawn. */
  private static void shown(Page page) {
    while (page.locator("img.paper").count() == 0) {
      assertThat(page.locator(".preview").innerText()).contains("Đang vẽ");
      page.reload();
    }
  }
}
