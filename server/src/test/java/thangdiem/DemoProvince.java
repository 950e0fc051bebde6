package thangdiem;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.account.DemoAccount;

/** The demo's province for tests in a browser: empty at first, as on a first start, then filled. */
@Component
public class DemoProvince {

  private final Demo demo;
  private final JdbcClient sql;
  private final List<DemoAccount> accounts;
  private boolean filled;

  DemoProvince(Demo demo, JdbcClient sql, List<DemoAccount> accounts) {
    this.demo = demo;
    this.sql = sql;
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

  /** Makes everybody read in that language. */
  public void speak(String language) {
    sql.sql("update account set language = :language").param("language", language).update();
  }
}
