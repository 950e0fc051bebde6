package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;

/** The public site in a browser: in both languages, large and small, light and dark. */
@BrowserTest
class PublishedInBrowserTest {

  private static final String VERSION = "/published/2016/1/";
  private static final List<String> PAGES =
      List.of(
          "",
          "by/II",
          "groups/department",
          "units/so-y-te",
          "compare?units=so-y-te,so-tai-chinh,so-noi-vu",
          "compare?units=khong-co",
          "changes",
          "method",
          "method/calculator?criterion=I.1&fact.staff=x&fact.computers=61",
          "method/calculator?criterion=I.1&fact.staff=66&fact.computers=61",
          "data",
          "widget",
          "units/khong-co");

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;

  @BeforeEach
  void theProvinceIsThere() {
    FirstStart.over(base(), province);
  }

  private String base() {
    return "http://localhost:" + port;
  }

  @Test
  void isWellMadeForEverybodyEverywhere() {
    var wrong = new ArrayList<String>();
    for (var language : List.of("vi", "en")) {
      for (int width : List.of(FourWays.DESKTOP, FourWays.PHONE)) {
        var scheme =
            language.equals("vi") == (width == FourWays.DESKTOP)
                ? ColorScheme.LIGHT
                : ColorScheme.DARK;
        try (var reader = new Reader(Chromium.window(width, scheme), base())) {
          for (var page : pages(language)) {
            var where = String.join(" ", page, String.valueOf(width), scheme.name()) + ": ";
            reader.open(page).walkByTab().forEach(one -> wrong.add(where + one));
            reader.look(language).forEach(one -> wrong.add(where + one));
            reader.axe().forEach(one -> wrong.add(where + one));
            reader.lookNarrowly(language).forEach(one -> wrong.add(where + one));
            reader.photograph(
                page.replaceAll("[^a-zA-Z0-9-]+", "_") + "-" + width + "-" + scheme.name());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> pages(String language) {
    var pages = new ArrayList<String>();
    pages.add(language.equals("en") ? "/published/en" : "/published");
    PAGES.forEach(page -> pages.add(VERSION + language + "/" + page));
    return pages;
  }

  @Test
  void readsWithoutScript() {
    var plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (var window = Chromium.window(plain)) {
      var page = window.newPage();
      page.navigate(base() + VERSION + "vi/units/so-y-te");
      page.locator("details summary").first().click();

      assertThat(page.locator("details .why").first().isVisible()).isTrue();
      assertThat(page.locator("script").count()).isZero();
    }
  }
}
