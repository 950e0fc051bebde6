package thangdiem.law;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The verifier in Python, run as whoever doubts a result runs it. */
final class SecondVerifier {

  static final Path ROOT = root();

  private SecondVerifier() {}

  static boolean pythonIsThere() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Path root() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("verifier"))) {
        return at;
      }
    }
    throw new IllegalStateException("no verifier folder above " + Path.of("").toAbsolutePath());
  }

  /** Its exit code, and all that it said. */
  record Outcome(int exit, List<String> lines) {}

  static Outcome of(List<String> arguments) throws IOException, InterruptedException {
    return python(ROOT.resolve("verifier/kiemchung.py").toString(), arguments);
  }

  /** Of a script that imports it. */
  static Outcome script(String script) throws IOException, InterruptedException {
    return python(
        "-c", List.of("import sys; sys.path.insert(0, 'verifier')\nimport kiemchung\n" + script));
  }

  private static Outcome python(String first, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("python3", "-B", first));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said.lines().toList());
  }
}
