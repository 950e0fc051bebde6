package thangdiem.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that the application runs itself (PostgreSQL nhúng), on 127.0.0.1 only, with SCRAM
 * passwords and everything durable. It ends with us, and is started again when it ends without us.
 * What an even harder death left behind is stopped or cleared at the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** The superuser; used to prepare roles and for nothing else. */
  static final String SUPERUSER = "postgres";

  /** The name of its password among the home's secrets. */
  static final String PASSWORD = "postgres.password";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
  private static final List<String> SETTINGS =
      List.of(
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

  private final Home home;
  private final PostgresData data;
  private final int port;
  private Lifeline lifeline;
  private boolean closed;

  private EmbeddedPostgres(Home home, PostgresData data, int port) throws IOException {
    this.home = home;
    this.data = data;
    this.port = port;
    this.lifeline = serve();
  }

  /**
   * Starts the server of a home, making its data at the first start.
   *
   * @param binaries where the server's programs are unpacked; may be shared between homes
   * @throws StartRefusal with what to do, when it cannot be started
   */
  public static EmbeddedPostgres start(Home home, Path binaries) {
    var bin = PostgresBinaries.below(binaries).resolve("bin");
    try {
      var data = new PostgresData(home, bin, ServerUser.of(home));
      data.make();
      var server = new EmbeddedPostgres(home, data, freePort());
      Thread.ofPlatform().daemon().name("postgres").start(server::keepServing);
      return server;
    } catch (IOException e) {
      throw Failures.explained(e, home.folder());
    }
  }

  private Lifeline serve() throws IOException {
    data.stopWhatIsLeft();
    var command = new ArrayList<>(data.user().wrapper());
    command.add(data.bin().resolve("postgres").toString());
    command.addAll(List.of("-D", data.folder().toString(), "-p", String.valueOf(port)));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    var log = PostgresLog.in(home);
    var started = Lifeline.start(command, log.file());
    long until = System.nanoTime() + START.toNanos();
    while (!data.isReady(port)) {
      if (!started.isAlive()) {
        throw log.reason(home);
      }
      if (System.nanoTime() > until) {
        started.close();
        throw new StartRefusal("postgres.slow", START.toSeconds(), log.file());
      }
      pause();
    }
    return started;
  }

  /** Somebody may kill it, the system may: then it starts again, and so do its connections. */
  private void keepServing() {
    try {
      while (true) {
        int status = current().await();
        synchronized (this) {
          if (closed) {
            return;
          }
          LOG.error("PostgreSQL has ended with status {}; starting it again", status);
          lifeline.close();
          startAgain();
        }
        Thread.sleep(BETWEEN_TRIES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Lifeline current() {
    return lifeline;
  }

  private void startAgain() {
    try {
      lifeline = serve();
    } catch (IOException | StartRefusal e) {
      LOG.error("PostgreSQL does not start again: {}", e.getMessage());
    }
  }

  static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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
    return home.secret(PASSWORD);
  }

  /** Stops the server cleanly; committed changes are on disk either way. */
  @Override
  public synchronized void close() {
    closed = true;
    lifeline.close();
  }
}
