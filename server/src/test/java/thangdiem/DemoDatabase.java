package thangdiem;

import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import thangdiem.database.Home;
import thangdiem.database.PreparedDatabase;

/** A second database for tests, in which the demo's province lives at the demo's clock. */
final class DemoDatabase implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Home HOME = TestDatabase.home();
  private static final PreparedDatabase DATABASE =
      PreparedDatabase.embedded(HOME, Path.of("target", "postgres").toAbsolutePath());

  @Override
  public void initialize(GenericApplicationContext context) {
    TestDatabase.lend(context, HOME, DATABASE, true);
  }
}
