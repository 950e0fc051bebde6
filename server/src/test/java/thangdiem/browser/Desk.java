package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;

/** Somebody at a desk of their own (bàn làm việc): one browser context, one page, one sign-in. */
final class Desk implements AutoCloseable {

  private static final int WIDTH = 1440;

  private final String base;
  private final BrowserContext window;
  private final Page page;
  private int loaded;
  private int status;

  Desk(String base) {
    this.base = base;
    this.window = Chromium.window(WIDTH, ColorScheme.LIGHT);
    this.page = window.newPage();
    page.onLoad(_ -> loaded++);
    page.onResponse(response -> {
      if (response.request().isNavigationRequest()) {
        status = response.status();
      }
    });
  }

  Desk signIn(String login, String password) {
    open("/sign-in").fill("#login", login).fill("#password", password);
    press("form.fields[action='/sign-in'] button");
    assertThat(page.url()).as(login + " is in").doesNotContain("/sign-in");
    return this;
  }

  Page page() {
    return page;
  }

  Locator see(String place) {
    return page.locator(place).first();
  }

  /** Opens a page, which must be there. */
  Desk open(String path) {
    page.navigate(base + path);
    assertThat(status).as(path).isEqualTo(200);
    return this;
  }

  Desk fill(String entry, String text) {
    see(entry).fill(text);
    return this;
  }

  /** Chooses what begins with those words in a list, or has them as its value. */
  Desk choose(String list, String words) {
    var option =
        see(list).locator("option[value='%s'], option:has-text('%s')".formatted(words, words));
    see(list).selectOption(option.first().getAttribute("value"));
    return this;
  }

  Desk check(String box) {
    see(box).check();
    return this;
  }

  /** Unfolds what hides a place. */
  Desk unfold(String place) {
    see("details:has(" + place + ") > summary").click();
    return this;
  }

  /** Presses a button, and waits for the page that it leads to; nothing may be refused. */
  Desk press(String button) {
    assertThat(pressed(button)).as(button + " at " + page.url()).isEqualTo(200);
    return this;
  }

  /** The status of the page that a button leads to. */
  int pressed(String button) {
    return led(() -> see(button).click());
  }

  /** Types a letter that decides, and waits for the page that it leads to. */
  Desk type(String letter) {
    assertThat(led(() -> page.keyboard().press(letter))).as(letter).isEqualTo(200);
    return this;
  }

  private int led(Runnable hand) {
    int before = loaded;
    hand.run();
    page.waitForCondition(() -> loaded > before);
    return status;
  }

  /** The status with which a form is answered that no page offers to this person. */
  int forced(String path, Map<String, String> fields) {
    var form = FormData.create().set("_csrf", see("input[name=_csrf]").getAttribute("value"));
    fields.forEach(form::set);
    var answer =
        window
            .request()
            .post(base + path, RequestOptions.create().setForm(form).setMaxRedirects(0));
    return answer.status();
  }

  byte[] download(String path) {
    var answer = window.request().get(base + path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  @Override
  public void close() {
    window.close();
  }
}
