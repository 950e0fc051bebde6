package thangdiem;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import thangdiem.database.Home;
import thangdiem.database.PreparedDatabase;

/** The database of the tests that walk over all routes; nobody else writes to it. */
public final class QuietDatabase
    implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Home HOME = TestDatabase.home();
  private static final PreparedDatabase DATABASE =
      PreparedDatabase.embedded(HOME, Path.of("target", "postgres").toAbsolutePath());
  private static final JdbcClient SUPERUSER =
      JdbcClient.create(
          new SingleConnectionDataSource(
              DATABASE.access().url(), "postgres", HOME.secret("postgres.password"), true));

  static {
    DATABASE.setClock(OffsetDateTime.parse("2017-12-12T09:15:00+07:00"));
    SUPERUSER.sql("set session_replication_role = replica").update();
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    TestDatabase.lend(context, HOME, DATABASE, false);
  }

  public static PreparedDatabase database() {
    return DATABASE;
  }

  /** Who may do everything, past all triggers, always on the same connection. */
  public static JdbcClient superuser() {
    return SUPERUSER;
  }
}
