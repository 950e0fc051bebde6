package thangdiem.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL that the application runs itself (PostgreSQL nhúng), on 127.0.0.1 only, with SCRAM
 * passwords and everything durable. It dies with us: a small shell holds its lifeline, and when our
 * end of the pipe closes, by whatever death, it stops the server cleanly. What an even harder death
 * left behind is stopped or cleared at the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** The superuser; used to prepare roles and for nothing else. */
  static final String SUPERUSER = "postgres";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  /** In a session of its own: Ctrl+C is for us, and we still need the database while we end. */
  private static final String LIFELINE =
      "\"$@\" </dev/null & p=$!; cat >/dev/null; kill -INT $p 2>/dev/null; wait $p";

  private static final int STATUS_LINE = 7;

  private final Process lifeline;
  private final int port;
  private final String password;

  private EmbeddedPostgres(Process lifeline, int port, String password) {
    this.lifeline = lifeline;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the server of a home, making its data at the first start.
   *
   * @param binaries where the server's programs are unpacked; may be shared between homes
   * @throws StartRefusal with what to do, when it cannot be started
   */
  public static EmbeddedPostgres start(Home home, Path binaries) {
    var bin = PostgresBinaries.below(binaries).resolve("bin");
    var data = home.resolve("data");
    var password = home.secret("postgres.password");
    var user = ServerUser.of(home);
    try {
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        initialise(user, bin, home, data);
      }
      stopWhatIsLeft(user, bin, data);
      int port = freePort();
      var command = new ArrayList<>(List.of("setsid", "sh", "-c", LIFELINE, "lifeline"));
      command.addAll(user.wrapper());
      command.addAll(List.of(bin + "/postgres", "-D", data.toString(), "-p", String.valueOf(port)));
      settings().forEach(setting -> command.addAll(List.of("-c", setting)));
      var log = home.resolve("postgres.log");
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      awaitReady(process, data, port, log);
      return new EmbeddedPostgres(process, port, password);
    } catch (IOException e) {
      throw new StartRefusal("postgres.io", home.folder(), String.valueOf(e.getMessage()));
    }
  }

  private static List<String> settings() {
    return List.of(
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=60",
        "shared_buffers=128MB",
        "jit=off",
        "fsync=on",
        "full_page_writes=on",
        "synchronous_commit=on",
        "password_encryption=scram-sha-256",
        "timezone=UTC",
        "log_timezone=UTC",
        "idle_in_transaction_session_timeout=60s");
  }

  private static void initialise(ServerUser user, Path bin, Home home, Path data)
      throws IOException {
    var fresh = home.resolve("data.new");
    Folders.remove(fresh);
    Files.createDirectories(fresh);
    var passwordFile = home.resolve("secrets").resolve("postgres.password");
    user.own(fresh);
    user.own(passwordFile);
    var command = new ArrayList<>(user.wrapper());
    command.addAll(
        List.of(
            bin + "/initdb",
            "-D",
            fresh.toString(),
            "-U",
            SUPERUSER,
            "-E",
            "UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--auth=scram-sha-256",
            "--pwfile=" + passwordFile,
            "--data-checksums",
            "--no-instructions"));
    run(command, "postgres.initdb");
    Files.move(fresh, data);
  }

  /**
   * A server that outlived both us and its lifeline still holds the data: it is stopped. A pid file
   * of a server that is gone is removed, lest another program that got its number stand for it.
   */
  private static void stopWhatIsLeft(ServerUser user, Path bin, Path data) throws IOException {
    var file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    var alive =
        Files.readAllLines(file).stream()
            .findFirst()
            .map(String::strip)
            .filter(line -> line.matches("\\d{1,10}"))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
            .filter(ProcessHandle::isAlive)
            .filter(process -> isPostgres(process, data));
    if (alive.isPresent()) {
      var command = new ArrayList<>(user.wrapper());
      command.addAll(
          List.of(bin + "/pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
      run(command, "postgres.orphan");
    } else {
      Files.deleteIfExists(file);
    }
  }

  private static boolean isPostgres(ProcessHandle process, Path data) {
    try {
      var command = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
      return command.contains("postgres") && command.contains(data.toString());
    } catch (IOException e) {
      return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
    }
  }

  private static void awaitReady(Process process, Path data, int port, Path log)
      throws IOException {
    var file = data.resolve("postmaster.pid");
    long until = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < until) {
      if (!process.isAlive()) {
        throw new StartRefusal("postgres.died", log, lastLines(log));
      }
      if (isReady(file, port)) {
        return;
      }
      pause();
    }
    process.destroy();
    throw new StartRefusal("postgres.slow", START.toSeconds(), log);
  }

  private static boolean isReady(Path file, int port) {
    try {
      var lines = Files.readAllLines(file);
      return lines.size() > STATUS_LINE
          && lines.get(3).strip().equals(String.valueOf(port))
          && lines.get(STATUS_LINE).startsWith("ready");
    } catch (IOException e) {
      return false; // Not written yet.
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void run(List<String> command, String refusal) throws IOException {
    var process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new StartRefusal(refusal, said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String lastLines(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** How to reach a database of this server. */
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String superuserPassword() {
    return password;
  }

  /** Stops the server cleanly; committed changes are on disk either way. */
  @Override
  public void close() {
    try {
      lifeline.getOutputStream().close();
      if (!lifeline.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        lifeline.descendants().forEach(ProcessHandle::destroyForcibly);
        lifeline.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
