package thangdiem.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thangdiem.database.DatabaseAccess.Credential;

/** The PostgreSQL that we run ourselves, through the deaths and moves that a home may see. */
class EmbeddedPostgresTest {

  private static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();

  @TempDir Path parent;

  /** Letters and spaces as people name folders. */
  private Path folder() {
    return parent.resolve("Dữ liệu của Sở");
  }

  @Test
  void keepsWhatWasWrittenAndIsDurableWhateverItsConfigurationSays() throws Exception {
    try (var home = Home.take(folder())) {
      try (var server = EmbeddedPostgres.start(home, BINARIES)) {
        write(server);
      }
      Files.writeString(
          home.resolve("data").resolve("postgresql.auto.conf"),
          "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n",
          StandardOpenOption.APPEND);

      try (var server = EmbeddedPostgres.start(home, BINARIES)) {
        assertThat(written(server)).isTrue();
        for (var setting :
            List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
          assertThat(value(server, "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(value(server, "show listen_addresses")).isEqualTo("127.0.0.1");
      }
    }
  }

  @Test
  void isNotServedWhenTheApplicationsRoleWaitsForNothing() throws Exception {
    try (var home = Home.take(folder())) {
      try (var prepared = PreparedDatabase.embedded(home, BINARIES);
          var superuser = superuser(home, prepared.access().url());
          var statement = superuser.createStatement()) {
        statement.execute("alter role thangdiem_app set synchronous_commit = off");
      }

      refuses(() -> PreparedDatabase.embedded(home, BINARIES), "gate.off", "synchronous_commit");
    }
  }

  @Test
  void isNotServedFromDataWithoutChecksums() throws Exception {
    try (var home = Home.take(folder())) {
      var data = home.resolve("data");
      Files.createDirectories(data);
      home.secret(EmbeddedPostgres.PASSWORD);
      program(
          home,
          "initdb",
          "-D",
          data.toString(),
          "-U",
          EmbeddedPostgres.SUPERUSER,
          "--auth=scram-sha-256",
          "--pwfile=" + home.resolve("secrets").resolve(EmbeddedPostgres.PASSWORD),
          "--no-data-checksums");

      refuses(() -> PreparedDatabase.embedded(home, BINARIES), "gate.off", "data_checksums");
    }
  }

  @Test
  void startsAgainWhenItWasKilled() throws Exception {
    try (var home = Home.take(folder());
        var server = EmbeddedPostgres.start(home, BINARIES)) {
      write(server);

      kill(numberOf(home));

      assertThat(writtenOnceItIsBack(server)).isTrue();
    }
  }

  @Test
  void startsAgainWhenItsLifelineWasCut() throws Exception {
    try (var home = Home.take(folder());
        var server = EmbeddedPostgres.start(home, BINARIES)) {
      write(server);
      long first = numberOf(home);

      kill(ProcessHandle.of(first).flatMap(ProcessHandle::parent).orElseThrow().pid());
      ProcessHandle.of(first).ifPresent(process -> process.onExit().join());

      assertThat(writtenOnceItIsBack(server)).isTrue();
    }
  }

  @Test
  void stopsAServerThatOutlivedEverythingEvenWhenItsHomeWasMoved() throws Exception {
    Process outlived;
    try (var home = Home.take(folder())) {
      try (var server = EmbeddedPostgres.start(home, BINARIES)) {
        write(server);
      }
      outlived = serverOfItsOwn(home);
    }
    var moved = Files.move(folder(), parent.resolve("Chỗ mới"));

    try (var home = Home.take(moved);
        var server = EmbeddedPostgres.start(home, BINARIES)) {
      assertThat(written(server)).isTrue();
      assertThat(outlived.onExit().join().isAlive()).isFalse();
    }
  }

  @Test
  void startsAfterTheWholeMachineDied() throws Exception {
    try (var home = Home.take(folder())) {
      try (var server = EmbeddedPostgres.start(home, BINARIES)) {
        write(server);
      }
      serverOfItsOwn(home);
      kill(numberOf(home));

      try (var server = EmbeddedPostgres.start(home, BINARIES)) {
        assertThat(written(server)).isTrue();
      }
    }
  }

  @Test
  void leavesAloneAProgramThatGotTheNumberOfADeadServer() throws Exception {
    try (var home = Home.take(folder())) {
      EmbeddedPostgres.start(home, BINARIES).close();
      var sleeper = new ProcessBuilder("sleep", "600").start();
      Files.writeString(
          home.resolve("data").resolve("postmaster.pid"),
          sleeper.pid() + "\n" + home.resolve("data") + "\n0\n1\n\n127.0.0.1\n0 0\nready\n");

      try (var server = EmbeddedPostgres.start(home, BINARIES)) {
        assertThat(value(server, "select 1")).isEqualTo("1");
        assertThat(sleeper.isAlive()).isTrue();
      } finally {
        sleeper.destroy();
      }
    }
  }

  @Test
  void saysThatDataAreDamagedAndLeavesThemAsTheyAre() throws Exception {
    try (var home = Home.take(folder())) {
      EmbeddedPostgres.start(home, BINARIES).close();
      var control = home.resolve("data").resolve("global").resolve("pg_control");
      Files.delete(control);

      assertThatThrownBy(() -> EmbeddedPostgres.start(home, BINARIES))
          .isInstanceOfSatisfying(
              StartRefusal.class,
              refusal -> assertThat(refusal.key()).isEqualTo("postgres.damaged"));
      assertThat(home.resolve("data").resolve("PG_VERSION")).exists();
    }
  }

  @Test
  void saysThatAnotherVersionMadeTheData() throws Exception {
    try (var home = Home.take(folder())) {
      EmbeddedPostgres.start(home, BINARIES).close();
      Files.writeString(home.resolve("data").resolve("PG_VERSION"), "16\n");

      refuses(
          () -> EmbeddedPostgres.start(home, BINARIES),
          "postgres.otherVersion",
          home.folder(),
          "16",
          "");
    }
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable start, String key, Object... why) {
    assertThatThrownBy(start)
        .isInstanceOfSatisfying(
            StartRefusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(key);
              assertThat(refusal.arguments()).containsExactly(why);
            });
  }

  // ── What happens to a server ──

  private static void write(EmbeddedPostgres server) throws SQLException {
    try (var connection = connection(server);
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 'còn đây' as what");
    }
  }

  private static boolean written(EmbeddedPostgres server) throws SQLException {
    return value(server, "select what from kept").equals("còn đây");
  }

  private static boolean writtenOnceItIsBack(EmbeddedPostgres server) {
    for (int tries = 0; ; tries++) {
      try {
        return written(server);
      } catch (SQLException e) {
        if (tries > 6_000) {
          throw new AssertionError("it did not come back", e);
        }
        EmbeddedPostgres.pause();
      }
    }
  }

  private static String value(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = connection(server);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connection(EmbeddedPostgres server) throws SQLException {
    return PreparedDatabase.connect(
        server.url("postgres"),
        new Credential(EmbeddedPostgres.SUPERUSER, server.superuserPassword()));
  }

  private static Connection superuser(Home home, String url) throws SQLException {
    return PreparedDatabase.connect(
        url, new Credential(EmbeddedPostgres.SUPERUSER, home.secret(EmbeddedPostgres.PASSWORD)));
  }

  private static long numberOf(Home home) throws IOException {
    return Long.parseLong(
        Files.readAllLines(home.resolve("data").resolve("postmaster.pid")).getFirst().strip());
  }

  private static void kill(long number) {
    var process = ProcessHandle.of(number).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** A server without a lifeline, as one is whose lifeline died before it. */
  private static Process serverOfItsOwn(Home home) throws Exception {
    var data = home.resolve("data");
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    var command = command(home, "postgres", "-D", data.toString(), "-h", "127.0.0.1");
    command.addAll(List.of("-p", Cluster.freePort() + "", "-c", "unix_socket_directories="));
    var log = home.resolve("own.log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    var pid = data.resolve("postmaster.pid");
    while (!Files.exists(pid) || Files.readAllLines(pid).size() < 8) {
      assertThat(process.isAlive()).as(() -> log + " tells why").isTrue();
      EmbeddedPostgres.pause();
    }
    return process;
  }

  private static void program(Home home, String... command) throws Exception {
    var process = new ProcessBuilder(command(home, command)).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static List<String> command(Home home, String... command) throws IOException {
    var whole = new ArrayList<>(ServerUser.of(home).wrapper());
    whole.add(PostgresBinaries.below(BINARIES).resolve("bin").resolve(command[0]).toString());
    whole.addAll(List.of(command).subList(1, command.length));
    return whole;
  }
}
