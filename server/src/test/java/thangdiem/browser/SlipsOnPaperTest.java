package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/** Codes on paper (phiếu mời), as an organiser prints and cuts them. */
@BrowserTest
class SlipsOnPaperTest {

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;

  @Test
  void fourFillAPageAsTheScreenSaysAlsoWithLongPosts() throws Exception {
    var base = "http://localhost:" + port;
    FirstStart.over(base, province);
    try (var window = Chromium.window(1440, ColorScheme.LIGHT)) {
      var page = window.newPage();
      page.navigate(base + "/sign-in");
      page.locator("#login").fill("chutri");
      page.locator("#password").fill("thu-nghiem");
      page.locator("#password").press("Enter");
      page.navigate(base + "/accounts/new");
      page.locator("#name").fill("Nguyễn Thị Phiếu Mời");
      page.locator("#post").fill("Phó Trưởng phòng Công nghệ thông tin và Chuyển đổi số");
      page.locator("#unit").selectOption("so-thong-tin-va-truyen-thong");
      page.locator("#role").selectOption("CLERK");
      page.locator("main form button").last().click();
      page.locator(".slip").waitFor();
      page.evaluate(
          "for (let i = 0; i < 7; i++) document.querySelector('.slips').append("
              + "document.querySelector('.slip').cloneNode(true))");

      var paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));

      try (var eight = Loader.loadPDF(paper)) {
        assertThat(eight.getNumberOfPages()).isEqualTo(2);
      }
    }
  }
}
