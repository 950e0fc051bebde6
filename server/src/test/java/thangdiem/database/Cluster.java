package thangdiem.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import thangdiem.database.DatabaseAccess.Credential;

/**
 * A PostgreSQL that somebody else runs (cụm PostgreSQL bên ngoài), made by the system's programs.
 */
final class Cluster implements AutoCloseable {

  private static final Credential ADMINISTRATOR = new Credential("postgres", "");

  private final Path bin;
  private final Path folder;
  private final ServerUser user;
  private final int port;

  /** A new cluster in a new folder, made with those options of {@code initdb}. */
  Cluster(Path folder, String... options) throws IOException {
    this.bin = InstalledPostgres.bin();
    this.folder = folder;
    try (var home = Home.take(folder)) {
      this.user = ServerUser.of(home);
    }
    this.port = freePort();
    var data = Files.createDirectories(folder.resolve("data"));
    user.own(data);
    var make = new ArrayList<>(List.of("-D", data.toString(), "-U", "postgres", "-E", "UTF8"));
    make.addAll(List.of("--locale=C.UTF-8", "-A", "trust", "--no-sync"));
    make.addAll(List.of(options));
    run("initdb", make);
    start();
  }

  /** Starts it, after {@link #stop()} too. */
  void start() {
    run(
        "pg_ctl",
        List.of(
            "start",
            "-w",
            "-D",
            folder.resolve("data").toString(),
            "-l",
            folder.resolve("data").resolve("log").toString(),
            "-o",
            "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="));
  }

  /** Makes roles and database by the script that administrators are given. */
  DatabaseAccess prepared() {
    run(
        "psql",
        List.of(
            "-h",
            "127.0.0.1",
            "-p",
            String.valueOf(port),
            "-U",
            "postgres",
            "-v",
            "ON_ERROR_STOP=1",
            "-v",
            "migrator=m",
            "-v",
            "application=a",
            "-v",
            "pages=p",
            "-f",
            Path.of("..", "docs", "external-postgresql.sql")
                .toAbsolutePath()
                .normalize()
                .toString()));
    return new DatabaseAccess(
        url("thangdiem"),
        new Credential("thangdiem_migrator", "m"),
        new Credential("thangdiem_app", "a"),
        new Credential("thangdiem_pages", "p"));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Runs a statement as the administrator of this PostgreSQL. */
  void administer(String sql) throws SQLException {
    try (var connection = administrator("thangdiem");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Connection administrator(String database) throws SQLException {
    return PreparedDatabase.connect(url(database), ADMINISTRATOR);
  }

  /** Sets a setting for all and waits until it holds. */
  void set(String setting, String value) throws SQLException {
    administer("alter system set " + setting + " = " + value);
    administer("select pg_reload_conf()");
    await(value::equals, setting);
  }

  private void await(Predicate<String> holds, String setting) throws SQLException {
    for (int tries = 0; tries < 400; tries++) {
      try (var connection = administrator("thangdiem");
          var statement = connection.createStatement();
          var row = statement.executeQuery("show " + setting)) {
        row.next();
        if (holds.test(row.getString(1))) {
          return;
        }
      }
      EmbeddedPostgres.pause();
    }
    throw new AssertionError(setting + " did not change");
  }

  private void run(String program, List<String> arguments) {
    var command = new ArrayList<>(user.wrapper());
    command.add(bin.resolve(program).toString());
    command.addAll(arguments);
    try {
      // To a file: the server that pg_ctl leaves behind would keep a pipe open.
      var said = folder.resolve(program + ".said").toFile();
      var process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
      if (process.waitFor() != 0) {
        throw new AssertionError(program + ": " + Files.readString(said.toPath()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Stops it at once, as a power cut does. */
  void stop() {
    run(
        "pg_ctl",
        List.of("stop", "-w", "-D", folder.resolve("data").toString(), "-m", "immediate"));
  }

  @Override
  public void close() {
    stop();
  }
}
