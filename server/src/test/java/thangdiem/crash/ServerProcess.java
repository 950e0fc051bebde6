package thangdiem.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, started as {@code ./thangdiem run} starts it. */
final class ServerProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Path home;
  private final int port;
  private Process process;

  ServerProcess(Path home, int port) throws IOException {
    this.home = home;
    this.port = port;
    this.process = start();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Dthangdiem.postgres=" + Path.of("target", "postgres").toAbsolutePath(),
            "-cp",
            System.getProperty("java.class.path"),
            "thangdiem.ThangDiemApplication",
            "--home",
            home.toString(),
            "--port",
            String.valueOf(port))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()))
        .start();
  }

  /** Waits until pages are served; returns how long it took from now. */
  Duration awaitReady() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    var page =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
            .timeout(Duration.ofSeconds(5))
            .build();
    while (true) {
      var waited = Duration.ofNanos(System.nanoTime() - begun);
      if (!process.isAlive() || waited.compareTo(PATIENCE) > 0) {
        throw new AssertionError(
            "the server is not ready after %s: %s"
                .formatted(waited, Files.readString(home.resolve("console.log"))));
      }
      try {
        if (HTTP.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return Duration.ofNanos(System.nanoTime() - begun);
        }
      } catch (IOException e) {
        Thread.sleep(20); // Not listening yet, or just gone.
      }
    }
  }

  /** Our PostgreSQL, if it runs: a descendant of the server, whatever runs beside it. */
  Optional<ProcessHandle> postgres() throws IOException {
    var file = home.resolve("data").resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var pid = Files.readAllLines(file).stream().findFirst().map(String::strip).orElse("");
    return process
        .descendants()
        .filter(child -> String.valueOf(child.pid()).equals(pid))
        .findFirst();
  }

  /** {@code kill -9} of the application alone. */
  void killApplication() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** {@code kill -9} of PostgreSQL alone. */
  void killPostgres() throws IOException {
    postgres().ifPresent(ProcessHandle::destroyForcibly);
  }

  /**
   * {@code kill -9} of both and of the shell between them, which so cannot stop anything cleanly.
   */
  void killBoth() throws IOException, InterruptedException {
    var all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  void startAgain() throws IOException {
    process = start();
  }

  /** Ends it as an operator does. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not end when asked to");
    }
  }
}
