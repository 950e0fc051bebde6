package thangdiem.browser;

import java.util.List;
import java.util.Map;
import thangdiem.DemoProvince;

/**
 * The page of the first start, which is there only until somebody has an account: so whichever
 * browser test comes first looks at it, and then fills the demo's province.
 */
final class FirstStart {

  private static List<String> wrong = List.of("nobody looked at the page of the first start");

  private FirstStart() {}

  static void over(String base, DemoProvince province) {
    if (province.isNew()) {
      var ways = new FourWays(base);
      ways.lookAt("", "{}", Map.of("/first", 200));
      wrong = ways.wrong();
      province.fill();
    }
  }

  /** What was wrong with it. */
  static List<String> wrong() {
    return wrong;
  }
}
