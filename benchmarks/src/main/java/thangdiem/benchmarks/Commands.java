package thangdiem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs whole processes: our command line and LibreOffice. */
final class Commands {

  private static final Path TIME = Path.of("/usr/bin/time");
  private static final List<Path> OFFICE =
      List.of(Path.of("/usr/bin/soffice"), Path.of("/usr/bin/libreoffice"));

  private final Path root;
  private final Path scratch;

  Commands(Path root, Path scratch) {
    this.root = root;
    this.scratch = scratch;
  }

  /**
   * A process that has ended.
   *
   * @param peakKilobytes the most memory it took; 0 where {@code /usr/bin/time} is missing
   */
  record Ran(long nanoseconds, long peakKilobytes) {}

  /** A command as people run it: the launcher, with the AOT cache that it keeps. */
  Ran launcher(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(root.resolve("thangdiem").toString()));
    command.addAll(arguments);
    return run(command);
  }

  /** The jar alone, as on Windows. */
  Ran jar(List<String> arguments) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(java, "-jar", root.resolve("engine/target/thangdiem.jar").toString()));
    command.addAll(arguments);
    return run(command);
  }

  boolean hasLibreOffice() {
    return OFFICE.stream().anyMatch(Files::isExecutable);
  }

  /** Loads a workbook without cached values, recalculates it and saves it as CSV. */
  Ran libreOffice(Path workbook) throws IOException, InterruptedException {
    var office = OFFICE.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    return run(
        List.of(
            office.toString(),
            "-env:UserInstallation=" + scratch.resolve("office").toUri(),
            "--headless",
            "--convert-to",
            "csv",
            "--outdir",
            scratch.toString(),
            workbook.toString()));
  }

  /** The most memory that this process has had; 0 where the system does not tell. */
  static long ownPeakMegabytes() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readString(status)
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
        .findFirst()
        .orElse(0);
  }

  private Ran run(List<String> command) throws IOException, InterruptedException {
    var timed = new ArrayList<String>();
    var peak = scratch.resolve("peak.txt");
    if (Files.isExecutable(TIME)) {
      timed.addAll(List.of(TIME.toString(), "-f", "%M", "-o", peak.toString()));
    }
    timed.addAll(command);
    var log = scratch.resolve("log.txt").toFile();
    long start = System.nanoTime();
    int code =
        new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(log).start().waitFor();
    long end = System.nanoTime();
    if (code != 0) {
      throw new IllegalStateException(
          command + " ended with " + code + ": " + Files.readString(log.toPath()));
    }
    return new Ran(
        end - start,
        Files.exists(peak)
            ? Long.parseLong(
                Files.readString(peak).lines().reduce((_, last) -> last).orElse("0").strip())
            : 0);
  }
}
