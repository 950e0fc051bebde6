package thangdiem.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses to serve from a database that could forget what it has acknowledged (cổng kiểm tra độ
 * bền): every setting that is off is named, with the way to turn it on.
 */
final class DurabilityGate {

  private static final List<String> SETTINGS =
      List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums");
  private static final int OLDEST_VERSION = 150_000;

  private DurabilityGate() {}

  /** Looks at the settings as the application's own role has them: roles can have their own. */
  static void check(DatabaseAccess access) {
    var off = new ArrayList<String>();
    try (var connection = PreparedDatabase.connect(access.url(), access.application());
        var statement = connection.createStatement()) {
      for (var setting : SETTINGS) {
        try (var value = statement.executeQuery("show " + setting)) {
          value.next();
          if (isOff(value.getString(1))) {
            off.add(setting + " = " + value.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new StartRefusal("postgres.unreachable", access.url(), String.valueOf(e.getMessage()));
    }
    if (!off.isEmpty()) {
      throw new StartRefusal("gate.off", String.join(", ", off));
    }
  }

  /** "local" does not wait for standbys, but for the disk; "off" waits for nothing. */
  private static boolean isOff(String value) {
    return value.equals("off");
  }

  static void checkVersion(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var version = statement.executeQuery("show server_version_num")) {
      version.next();
      if (version.getInt(1) < OLDEST_VERSION) {
        throw new StartRefusal("gate.tooOld", version.getInt(1) / 10_000);
      }
    }
  }
}
