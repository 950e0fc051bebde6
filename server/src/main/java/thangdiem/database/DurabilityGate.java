package thangdiem.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses to serve from a database that could forget what it has acknowledged (cổng kiểm tra độ
 * bền): every setting that is off is named, with the way to turn it on. Refuses one that could not
 * hold or order Vietnamese, too.
 */
final class DurabilityGate {

  private static final List<String> SETTINGS =
      List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums");
  private static final int OLDEST_VERSION = 150_000;

  private DurabilityGate() {}

  /** Looks at the settings as the application's own role has them: roles can have their own. */
  static void check(DatabaseAccess access) {
    var off = new ArrayList<String>();
    try (var connection = PreparedDatabase.connect(access.url(), access.application())) {
      for (var setting : SETTINGS) {
        // "local" does not wait for standbys, but for the disk; "off" waits for nothing.
        if (value(connection, "show " + setting).equals("off")) {
          off.add(setting);
        }
      }
    } catch (SQLException e) {
      throw new StartRefusal("postgres.unreachable", access.url(), String.valueOf(e.getMessage()));
    }
    if (!off.isEmpty()) {
      throw new StartRefusal("gate.off", String.join(", ", off));
    }
  }

  /** Looks at what the tables will need, before there are any. */
  static void checkServer(Connection connection) throws SQLException {
    int version = Integer.parseInt(value(connection, "show server_version_num"));
    if (version < OLDEST_VERSION) {
      throw new StartRefusal("gate.tooOld", version / 10_000);
    }
    if (!value(connection, "show server_encoding").equals("UTF8")) {
      throw new StartRefusal("gate.encoding", value(connection, "show server_encoding"));
    }
    if (value(connection, "select count(*) from pg_collation where collname = 'vi-x-icu'")
        .equals("0")) {
      throw new StartRefusal("gate.noVietnamese");
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var value = statement.executeQuery(sql)) {
      value.next();
      return value.getString(1);
    }
  }
}
