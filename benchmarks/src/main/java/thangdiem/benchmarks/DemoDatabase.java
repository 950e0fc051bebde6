package thangdiem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL that a demo runs, for measuring beside the application and with its rights. */
final class DemoDatabase {

  private DemoDatabase() {}

  /** Connects as the application does; the demo's home is in scratch. */
  static Connection connect(Path scratch) throws IOException, SQLException {
    return connect(scratch, "thangdiem_app", "application.password");
  }

  /** Connects as who owns the whole cluster, with every rule and trigger off. */
  static Connection owner(Path scratch) throws IOException, SQLException {
    var owner = connect(scratch, "postgres", "postgres.password");
    try (var statement = owner.createStatement()) {
      statement.execute("set session_replication_role = replica");
    }
    return owner;
  }

  private static Connection connect(Path scratch, String user, String password)
      throws IOException, SQLException {
    try (var homes = Files.newDirectoryStream(scratch, "thangdiem-*")) {
      for (var home : homes) {
        var pid = home.resolve("data").resolve("postmaster.pid");
        if (Files.exists(pid)) {
          return DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:"
                  + Files.readAllLines(pid).get(3).strip()
                  + "/thangdiem",
              user,
              Files.readString(home.resolve("secrets").resolve(password)).strip());
        }
      }
    }
    throw new IllegalStateException("no demo runs in " + scratch);
  }
}
