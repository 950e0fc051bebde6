package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.audit.Role;

/** A real browser with an authenticator that Chromium plays itself. */
@ServerTest
class PasskeyInBrowserTest {

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;

  /** Passkeys belong to the base URL, http://localhost: the browser is told where that is. */
  @BeforeEach
  void openTheBrowser() {
    if (browser != null) {
      return;
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        BROWSERS.stream()
                            .map(Path::of)
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--host-resolver-rules=MAP localhost 127.0.0.1:" + port)));
  }

  @AfterAll
  static void closeTheBrowser() {
    if (playwright != null) {
      playwright.close(); // And the browser with it.
    }
    browser = null;
  }

  /** A phone or PC that asks for a finger, and gets it or not. */
  private static String authenticator(CDPSession devtools, boolean finger) {
    devtools.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", finger);
    var arguments = new JsonObject();
    arguments.add("options", options);
    return devtools
        .send("WebAuthn.addVirtualAuthenticator", arguments)
        .get("authenticatorId")
        .getAsString();
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private Page signedIn(Province.Somebody somebody) {
    var page = browser.newPage();
    page.navigate("http://localhost/sign-in");
    page.getByLabel("Tên đăng nhập").fill(somebody.login());
    page.getByLabel("Mật khẩu").fill(Province.PASSWORD);
    button(page, "Đăng nhập");
    page.waitForURL("http://localhost/rounds");
    return page;
  }

  private List<String> events(Province.Somebody somebody) {
    return sql.sql("select kind from ledger_event where actor = :actor order by at")
        .param("actor", somebody.account())
        .query(String.class)
        .list();
  }

  @Test
  void makesAPasskeySignsInWithItAndTakesItAway() {
    var organiser = province.somebody(Role.ORGANISER);
    try (var page = signedIn(organiser)) {
      authenticator(page.context().newCDPSession(page), true);
      page.navigate("http://localhost/me/passkeys");
      page.getByLabel("Tên khoá").fill("Máy ở nhà của Mai");
      button(page, "Tạo khoá truy cập");
      page.getByText("Máy ở nhà của Mai").waitFor();

      page.navigate("http://localhost/me");
      page.context().clearCookies();
      page.navigate("http://localhost/sign-in?next=/me");
      button(page, "Đăng nhập bằng khoá truy cập");
      page.waitForURL("http://localhost/me");
      assertThat(page.content()).doesNotContain("callout st-warn").contains("Máy ở nhà của Mai");

      page.navigate("http://localhost/me/passkeys");
      button(page, "Bỏ khoá Máy ở nhà của Mai");
      page.getByText("Máy ở nhà của Mai")
          .waitFor(
              new com.microsoft.playwright.Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      page.context().clearCookies();
      page.navigate("http://localhost/sign-in");
      button(page, "Đăng nhập bằng khoá truy cập");
      page.getByText("Khoá truy cập này không mở tài khoản nào").waitFor();
    }
    assertThat(events(organiser))
        .containsExactly("SIGNED_IN", "PASSKEY_CHANGED", "SIGNED_IN", "PASSKEY_CHANGED");
  }

  @Test
  void takesNoPasskeyWithoutFingerOrPin() {
    var organiser = province.somebody(Role.ORGANISER);
    try (var page = signedIn(organiser)) {
      authenticator(page.context().newCDPSession(page), false);
      page.navigate("http://localhost/me/passkeys");
      button(page, "Tạo khoá truy cập");
      page.getByText("Chưa hoàn tất trên máy này").waitFor();
    }
    assertThat(events(organiser)).containsExactly("SIGNED_IN");
  }

  @Test
  void isNotSlowedDownByWhatOthersTryAtPasswords() {
    var organiser = province.somebody(Role.ORGANISER);
    try (var page = signedIn(organiser)) {
      authenticator(page.context().newCDPSession(page), true);
      page.navigate("http://localhost/me/passkeys");
      button(page, "Tạo khoá truy cập");
      page.locator("ul.list li").waitFor();
      page.context().clearCookies();
      sql.sql(
              """
              insert into sign_in_failure (login, address, at)
              select :login, '127.0.0.1', now() from generate_series(1, 30)
              """)
          .param("login", organiser.login())
          .update();

      page.navigate("http://localhost/sign-in");
      button(page, "Đăng nhập bằng khoá truy cập");
      page.waitForURL("http://localhost/rounds");
    }
  }
}
