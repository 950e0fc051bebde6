package thangdiem;

import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import thangdiem.account.DemoAccount;

/** The demo's province for tests in a browser: empty at first, as on a first start, then filled. */
@Component
public class DemoProvince {

  private final Demo demo;
  private final List<DemoAccount> accounts;
  private boolean filled;

  DemoProvince(Demo demo, List<DemoAccount> accounts) {
    this.demo = demo;
    this.accounts = accounts;
  }

  /** Whether nobody has an account yet. */
  public boolean isNew() {
    return !filled;
  }

  /** Fills the province, once. */
  public void fill() {
    if (!filled) {
      System.setProperty("thangdiem.criteria", Path.of("../criteria").toAbsolutePath().toString());
      demo.fill();
      filled = true;
    }
  }

  /** One account for each role. */
  public List<DemoAccount> accounts() {
    return accounts;
  }
}
