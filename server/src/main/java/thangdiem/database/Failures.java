package thangdiem.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** What failed below, in words for whoever starts the program (lý do không khởi động được). */
public final class Failures {

  private static final String DISK_FULL = "53100";

  private Failures() {}

  /** The refusal that a failure comes to, if it is one that somebody can do something about. */
  public static Optional<StartRefusal> known(Throwable failure, Path folder) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var says = String.valueOf(cause.getMessage());
      if (cause instanceof StartRefusal refusal) {
        return Optional.of(refusal);
      }
      if (says.contains("No space left on device")
          || says.contains("Disk quota exceeded")
          || (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()))) {
        return Optional.of(new StartRefusal("postgres.diskFull", folder, folder, says));
      }
      if (cause instanceof AccessDeniedException) {
        return Optional.of(new StartRefusal("home.notWritable", folder, says));
      }
    }
    return Optional.empty();
  }

  static StartRefusal explained(IOException failure, Path folder) {
    return known(failure, folder)
        .orElseGet(
            () -> new StartRefusal("postgres.io", folder, String.valueOf(failure.getMessage())));
  }
}
