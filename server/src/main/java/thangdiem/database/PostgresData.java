package thangdiem.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The data folder of the PostgreSQL that we run (thư mục dữ liệu của PostgreSQL): made at the first
 * start, cleared of what an unclean end left there at every other.
 *
 * @param bin the server's programs
 */
record PostgresData(Home home, Path bin, ServerUser user) {

  private static final Duration STOP = Duration.ofSeconds(60);
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  Path folder() {
    return home.resolve("data");
  }

  private Path pidFile() {
    return folder().resolve("postmaster.pid");
  }

  /** Makes the data if there is none; whole or not at all. */
  void make() throws IOException {
    if (Files.exists(folder().resolve("PG_VERSION"))) {
      refuseOtherVersion();
      user.own(folder());
      return;
    }
    if (Files.exists(folder())) {
      throw new StartRefusal("postgres.damaged", home.folder(), folder(), "PG_VERSION");
    }
    var fresh = home.resolve("data.new");
    var password = home.resolve("data.password");
    Folders.remove(fresh);
    Files.createDirectories(fresh);
    Files.writeString(password, home.secret(EmbeddedPostgres.PASSWORD));
    Home.ownerOnly(password, "rw-------");
    user.own(fresh);
    user.own(password);
    try {
      run(
          "postgres.initdb",
          "initdb",
          "-D",
          fresh.toString(),
          "-U",
          EmbeddedPostgres.SUPERUSER,
          "-E",
          "UTF8",
          "--locale-provider=builtin",
          "--locale=C.UTF-8",
          "--auth=scram-sha-256",
          "--pwfile=" + password,
          "--data-checksums",
          "--no-instructions");
      Files.move(fresh, folder());
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private void refuseOtherVersion() throws IOException {
    var made = Files.readString(folder().resolve("PG_VERSION")).strip();
    if (!PostgresBinaries.VERSION.startsWith(made + ".")) {
      throw new StartRefusal("postgres.otherVersion", home.folder(), made, "");
    }
  }

  /**
   * A server that outlived both us and its lifeline still holds the data: it is stopped. It is
   * known by the folder it works in, which stays true when the home is moved or copied. A pid file
   * that names another program, one that got the number since, is removed; any other stale one
   * PostgreSQL clears itself.
   */
  void stopWhatIsLeft() throws IOException {
    if (!Files.exists(pidFile())) {
      return;
    }
    var named =
        Files.readAllLines(pidFile()).stream()
            .findFirst()
            .map(String::strip)
            .filter(line -> line.matches("\\d{1,10}"))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
            .filter(ProcessHandle::isAlive);
    if (named.filter(this::worksHere).isPresent()) {
      stop(named.get());
    } else if (named.isPresent()) {
      awaitBackends();
      Files.deleteIfExists(pidFile());
    }
  }

  /** A fast shutdown, which waits for nobody's session. */
  private static void stop(ProcessHandle server) throws IOException {
    new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", String.valueOf(server.pid())).start();
    try {
      server.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new StartRefusal("postgres.orphan", "PID " + server.pid());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Processes of a server that was killed may still be writing for a moment. */
  private void awaitBackends() {
    long until = System.nanoTime() + LEFT_BEHIND.toNanos();
    Optional<ProcessHandle> left;
    while ((left = ProcessHandle.allProcesses().filter(this::worksHere).findAny()).isPresent()) {
      if (System.nanoTime() > until) {
        throw new StartRefusal("postgres.orphan", "PID " + left.get().pid());
      }
      EmbeddedPostgres.pause();
    }
  }

  private boolean worksHere(ProcessHandle process) {
    try {
      var works = Path.of("/proc", String.valueOf(process.pid()), "cwd").toRealPath();
      return works.equals(folder().toRealPath());
    } catch (IOException e) {
      return false; // Gone, or somebody else's.
    }
  }

  /** Whether the server on that port takes connections. */
  boolean isReady(int port) {
    try {
      var lines = Files.readAllLines(pidFile());
      return lines.size() > STATUS_LINE
          && lines.get(PORT_LINE).strip().equals(String.valueOf(port))
          && lines.get(STATUS_LINE).startsWith("ready");
    } catch (IOException e) {
      return false; // Not written yet.
    }
  }

  private void run(String refusal, String program, String... arguments) throws IOException {
    var command = new ArrayList<>(user.wrapper());
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw said.contains("No space left on device")
            ? new StartRefusal("postgres.diskFull", home.folder(), folder(), said.strip())
            : new StartRefusal(refusal, said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
