package thangdiem.browser;

import com.microsoft.playwright.Page;

/** Somebody's keyboard, who has no mouse: what they want they reach with Tab. */
final class Keys {

  private static final int MORE_THAN_ANY_PAGE_HAS = 300;
  private static final String IS_FOCUSED = "one => one === document.activeElement";

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  /** Presses Tab until the first such element has the focus. */
  Keys to(String place) {
    var wanted = page.locator(place).first();
    for (int i = 0; i < MORE_THAN_ANY_PAGE_HAS; i++) {
      if (Boolean.TRUE.equals(wanted.evaluate(IS_FOCUSED))) {
        return this;
      }
      press("Tab");
    }
    throw new AssertionError("Tab does not reach " + place + " on " + page.url());
  }

  Keys press(String key) {
    page.keyboard().press(key);
    return this;
  }

  Keys type(String text) {
    page.keyboard().type(text);
    return this;
  }
}
