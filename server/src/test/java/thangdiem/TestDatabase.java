package thangdiem;

import elsewhere.IdentityProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import thangdiem.database.Home;
import thangdiem.database.PreparedDatabase;

/** A real database for tests: the application's own PostgreSQL, one for each test process. */
public final class TestDatabase
    implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Home HOME = home();
  private static final PreparedDatabase DATABASE =
      PreparedDatabase.embedded(HOME, Path.of("target", "postgres").toAbsolutePath());

  /** A home below target that no other test has. */
  static Home home() {
    try {
      Files.createDirectories(Path.of("target"));
      return Home.take(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection of whoever owns the database; its triggers see it. Close it. */
  public static SingleConnectionDataSource ofItsOwner() {
    return new SingleConnectionDataSource(
        DATABASE.access().url(), "postgres", HOME.secret("postgres.password"), true);
  }

  /** Changes rows as somebody does who has the database in their hands: no trigger sees it. */
  public static void pastTheRules(String change, Map<String, ?> values) {
    var source =
        new DriverManagerDataSource(
            DATABASE.access().url() + "?options=-c%20session_replication_role=replica",
            "postgres",
            HOME.secret("postgres.password"));
    JdbcClient.create(source).sql(change).params(values).update();
  }

  public static PreparedDatabase database() {
    return DATABASE;
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    TestPropertyValues.of(
            Map.of(
                // This database is never away, however busy the machine is with other things.
                "spring.datasource.hikari.connection-timeout", "300000",
                "thangdiem.oidc.issuer", IdentityProvider.ISSUER,
                "thangdiem.oidc.client-id", IdentityProvider.CLIENT,
                "thangdiem.oidc.client-secret", IdentityProvider.SECRET))
        .applyTo(context);
    lend(context, HOME, DATABASE, false);
  }

  /** Gives an application that home and that database; neither ends with the application. */
  static void lend(
      GenericApplicationContext context, Home home, PreparedDatabase database, boolean demo) {
    letTestsPutRows(home, database);
    var access = database.access();
    TestPropertyValues.of(
            Map.of(
                "spring.datasource.url", access.url(),
                "spring.datasource.username", access.application().user(),
                "spring.datasource.password", access.application().password(),
                "thangdiem.base-url", "http://localhost",
                "thangdiem.smtp-url", Mailbox.url(),
                "thangdiem.demo", String.valueOf(demo)))
        .applyTo(context);
    context.registerBean(Home.class, () -> home);
    // Not the context's to close: the next test uses it too, and it ends with this process.
    context.registerBean(
        PreparedDatabase.class, () -> database, definition -> definition.setDestroyMethodName(""));
  }

  /**
   * Tests put rows where they need them, without an event that says so. That the database refuses
   * this to everybody else is tried on an {@link Installation}.
   */
  private static void letTestsPutRows(Home home, PreparedDatabase database) {
    JdbcClient.create(
            new DriverManagerDataSource(
                database.access().url(), "postgres", home.secret("postgres.password")))
        .sql("alter table ledger_change disable trigger said")
        .update();
  }
}
