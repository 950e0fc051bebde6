package thangdiem;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server in a process of its own, with what it says and what becomes of it. */
final class StartedServer {

  private static final Pattern READY = Pattern.compile("(?m)^ready (\\S+)$");
  private static final int SECONDS = 240;

  /**
   * A build server may start us with Ctrl+C ignored, which children inherit and a shell cannot
   * undo.
   */
  private static final List<String> HEEDING_CTRL_C =
      List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV or die", "--");

  private final Process process;
  private final Path out;
  private final Path err;
  private final Path temporary;

  private StartedServer(Process process, Path out, Path err, Path temporary) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.temporary = temporary;
  }

  static StartedServer with(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    return within(List.of(), folder, environment, arguments);
  }

  /** Starts it by another program, which sets up where it runs. */
  static StartedServer within(
      List<String> by, Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    var temporary = Files.createTempDirectory(folder, "tmp");
    var command = new ArrayList<>(HEEDING_CTRL_C);
    command.addAll(by);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath(),
            "-Djava.io.tmpdir=" + temporary,
            "-Dthangdiem.criteria=" + Path.of("..", "criteria").toAbsolutePath().normalize(),
            "-Dthangdiem.postgres=" + Path.of("target", "postgres").toAbsolutePath(),
            ThangDiemApplication.class.getName()));
    command.addAll(List.of(arguments));
    var out = Files.createTempFile(folder, "out", "");
    var err = Files.createTempFile(folder, "err", "");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("THANGDIEM_"));
    builder.environment().putAll(environment);
    return new StartedServer(builder.start(), out, err, temporary);
  }

  /** As the launcher starts it: without what belongs to tests. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits until it says that the first page can be asked for. */
  void awaitReady() throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!READY.matcher(out()).find()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        process.destroyForcibly();
        throw new AssertionError("not ready: " + out() + err());
      }
      Thread.sleep(20);
    }
  }

  /** The address that it says it is ready at. */
  String address() throws IOException {
    var ready = READY.matcher(out());
    if (!ready.find()) {
      throw new AssertionError("it is not ready: " + out());
    }
    return ready.group(1);
  }

  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Ends it as Ctrl+C does, and gives its exit code. */
  int interrupted() throws Exception {
    return told("INT");
  }

  /** Ends it as a service manager does, and gives its exit code. */
  int terminated() throws Exception {
    return told("TERM");
  }

  private int told(String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    return ended();
  }

  /** Its exit code, once it has ended. */
  int ended() throws Exception {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end: " + out() + err());
    }
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  Path temporary() {
    return temporary;
  }
}
