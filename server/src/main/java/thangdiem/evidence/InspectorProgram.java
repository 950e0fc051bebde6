package thangdiem.evidence;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Starts the program that looks into files of others (tiến trình xem minh chứng): with little
 * memory, a time limit, an empty environment and, where the system allows it, no network at all. It
 * travels inside the server and is unpacked when it is first needed.
 */
@Component
class InspectorProgram {

  private static final Logger LOG = LoggerFactory.getLogger(InspectorProgram.class);
  private static final String JARS = "classpath*:/thangdiem/evidence/inspector/*.jar";
  private static final long PATIENCE_SECONDS = 20;
  private static final int LARGEST_ANSWER = 16 << 20;

  private final Semaphore seats = new Semaphore(2);
  private @Nullable Path folder;
  private List<String> alone = List.of();

  /** What the program answers; absent when it could not, for whatever reason. */
  Optional<byte[]> run(InputStream file, String... arguments) {
    try {
      seats.acquire();
      try {
        return answer(file, arguments);
      } finally {
        seats.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<byte[]> answer(InputStream file, String... arguments)
      throws InterruptedException {
    try {
      var process = start(arguments);
      try {
        Thread.startVirtualThread(() -> feed(file, process));
        var read = Thread.ofVirtual();
        var out = new ByteArrayOutputStream();
        var reader = read.start(() -> collect(process, out));
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          return Optional.empty();
        }
        reader.join();
        return process.exitValue() == 0 && out.size() <= LARGEST_ANSWER
            ? Optional.of(out.toByteArray())
            : Optional.empty();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      LOG.warn("a document cannot be looked into: {}", e.toString());
      return Optional.empty();
    }
  }

  private Process start(String... arguments) throws IOException, InterruptedException {
    var program = unpacked();
    var command = new ArrayList<>(alone);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + program,
            "-cp",
            program + "/*",
            "thangdiem.inspector.Inspector"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(program.toFile());
    builder.environment().clear();
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void feed(InputStream file, Process process) {
    try (var in = process.getOutputStream()) {
      file.transferTo(in);
    } catch (IOException e) {
      LOG.debug("the inspector ended before it had read all", e);
    }
  }

  private static void collect(Process process, ByteArrayOutputStream out) {
    try (var answer = process.getInputStream()) {
      out.writeBytes(answer.readNBytes(LARGEST_ANSWER + 1));
    } catch (IOException e) {
      LOG.debug("the inspector ended while it answered", e);
    }
  }

  private synchronized Path unpacked() throws IOException, InterruptedException {
    if (folder == null) {
      var jars = new PathMatchingResourcePatternResolver().getResources(JARS);
      if (jars.length == 0) {
        throw new IOException("this server was built without its inspector");
      }
      var fresh = Files.createTempDirectory("thang-diem-xem-");
      for (var jar : jars) {
        try (var bytes = jar.getInputStream()) {
          Files.copy(bytes, fresh.resolve(String.valueOf(jar.getFilename())));
        }
      }
      alone = withoutNetwork();
      folder = fresh;
    }
    return folder;
  }

  /** Linux gives a process a network of its own, with nothing in it, unless it was forbidden. */
  private static List<String> withoutNetwork() throws InterruptedException {
    var prefix = List.of("unshare", "--map-root-user", "--net");
    try {
      var trial = new ArrayList<>(prefix);
      trial.add("true");
      var process =
          new ProcessBuilder(trial)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0 ? prefix : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  @PreDestroy
  synchronized void remove() {
    if (folder == null) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
