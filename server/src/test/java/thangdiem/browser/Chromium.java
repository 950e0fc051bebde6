package thangdiem.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One browser for all tests of a process; each test opens a window of its own in it. */
final class Chromium {

  private static final List<String> FOUND_AT =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final int HEIGHT = 900;
  private static final int PATIENCE_ON_A_BUSY_MACHINE = 120_000;

  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final Browser BROWSER =
      PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(
                      FOUND_AT.stream()
                          .map(Path::of)
                          .filter(Files::isExecutable)
                          .findFirst()
                          .orElseThrow())
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update")));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
  }

  private Chromium() {}

  /** A window as wide as that, on a device that is light or dark. */
  static BrowserContext window(int width, ColorScheme scheme) {
    return window(
        new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
  }

  /** The same for somebody who is signed in there already. */
  static BrowserContext window(int width, ColorScheme scheme, String signedIn) {
    return window(
        new Browser.NewContextOptions()
            .setViewportSize(width, HEIGHT)
            .setColorScheme(scheme)
            .setStorageState(signedIn));
  }

  static BrowserContext window(Browser.NewContextOptions options) {
    var window = BROWSER.newContext(options);
    window.setDefaultTimeout(PATIENCE_ON_A_BUSY_MACHINE);
    return window;
  }
}
