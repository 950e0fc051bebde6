package thangdiem;

import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import thangdiem.database.Home;
import thangdiem.database.PreparedDatabase;

/**
 * A demo of its own for the test that plays a round to its end: others look at the demo as it is.
 */
public final class RoundDatabase
    implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Home HOME = TestDatabase.home();
  private static final PreparedDatabase DATABASE =
      PreparedDatabase.embedded(HOME, Path.of("target", "postgres").toAbsolutePath());

  @Override
  public void initialize(GenericApplicationContext context) {
    TestDatabase.lend(context, HOME, DATABASE, true);
  }
}
