package thangdiem.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The server as people start it, by the launcher, on a port of its own. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final Path log;
  private final int port;

  private ServerProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts it; its temporary folders are made in scratch. */
  static ServerProcess start(Path root, Path scratch, String command, String... arguments)
      throws IOException {
    return startWith("", root, scratch, command, arguments);
  }

  /** The same with options for the JVM, as docs/operate.md tells of them. */
  static ServerProcess startWith(
      String options, Path root, Path scratch, String command, String... arguments)
      throws IOException {
    int port = freePort();
    var line = new ArrayList<>(List.of(root.resolve("thangdiem").toString(), command));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--port", String.valueOf(port)));
    var log = Files.createTempFile(scratch, "server", ".log");
    var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .put("THANGDIEM_JAVA_OPTIONS", ("-Djava.io.tmpdir=" + scratch + " " + options).strip());
    builder.environment().remove("THANGDIEM_BASE_URL");
    return new ServerProcess(builder.start(), log, port);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** Waits until the sign-in page is answered. */
  ServerProcess awaitPage() throws Exception {
    while (true) {
      check();
      try (var http = new Http(port)) {
        if (http.ask(Http.get("/sign-in", "")).status() == 200) {
          return this;
        }
      } catch (IOException e) {
        Thread.sleep(5);
      }
    }
  }

  /** Waits until it says that it is ready: a demo is filled by then. */
  ServerProcess awaitReady() throws Exception {
    while (Files.readAllLines(log).stream().noneMatch(line -> line.startsWith("ready "))) {
      check();
      Thread.sleep(50);
    }
    return this;
  }

  private void check() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server has ended: " + Files.readString(log));
    }
  }

  /** Megabytes of the application now. */
  long applicationMegabytes() throws IOException {
    return kilobytes(process.pid(), "status", "VmRSS:") >> 10;
  }

  /** Megabytes of PostgreSQL now; what its processes share is counted once. */
  long databaseMegabytes() throws IOException {
    long sum = 0;
    for (var child : process.descendants().toList()) {
      sum += kilobytes(child.pid(), "smaps_rollup", "Pss:");
    }
    return sum >> 10;
  }

  /** Seconds of processor time that the application has taken. */
  double applicationSeconds() {
    return seconds(process.toHandle());
  }

  /** Seconds of processor time that the processes of PostgreSQL have taken that still run. */
  double databaseSeconds() {
    return process.descendants().mapToDouble(ServerProcess::seconds).sum();
  }

  private static double seconds(ProcessHandle one) {
    return one.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
  }

  private static long kilobytes(long pid, String file, String line) throws IOException {
    var path = Path.of("/proc", String.valueOf(pid), file);
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .filter(text -> text.startsWith(line))
          .mapToLong(text -> Long.parseLong(text.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (java.nio.file.NoSuchFileException e) {
      return 0; // It has just ended.
    }
  }

  /** Whether something listens there. */
  static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
