package thangdiem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs whole processes: our command line and LibreOffice. */
final class Commands {

  private static final Path TIME = Path.of("/usr/bin/time");
  private static final List<Path> OFFICE = List.of(Path.of("/usr/bin/soffice"), Path.of("/usr/bin/libreoffice"));

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

  Ran engine(boolean cached, List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    var cache = root.resolve("engine/target/thangdiem.aot");
    if (cached && Files.exists(cache)) {
      command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    }
    command.addAll(List.of("-XX:+UseSerialGC", "-jar", root.resolve("engine/target/thangdiem.jar").toString()));
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

  private Ran run(List<String> command) throws IOException, InterruptedException {
    var timed = new ArrayList<String>();
    var peak = scratch.resolve("peak.txt");
    if (Files.isExecutable(TIME)) {
      timed.addAll(List.of(TIME.toString(), "-f", "%M", "-o", peak.toString()));
    }
    timed.addAll(command);
    var log = scratch.resolve("log.txt").toFile();
    long start = System.nanoTime();
    int code = new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(log).start().waitFor();
    long end = System.nanoTime();
    if (code != 0) {
      throw new IllegalStateException(command + " ended with " + code + ": " + Files.readString(log.toPath()));
    }
    return new Ran(end - start, Files.exists(peak) ? Long.parseLong(Files.readString(peak).lines().reduce((_, last) -> last).orElse("0").strip()) : 0);
  }
}
