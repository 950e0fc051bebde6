package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import thangdiem.exchange.Bundle;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

/** The two programs that recompute a published bundle (hai chương trình kiểm chứng độc lập). */
final class BothVerifiers {

  private static final Path PYTHON = Path.of("..", "verifier", "kiemchung.py").toAbsolutePath();

  private BothVerifiers() {}

  /** What the engine finds wrong, in its own words; nothing where all holds. */
  static String engine(byte[] bundle) {
    try {
      return Bundle.verify("ket-qua.zip", bundle).differences().stream()
          .map(difference -> difference.in(Words.VIETNAMESE))
          .collect(Collectors.joining("\n"));
    } catch (BadInput unreadable) {
      return unreadable.getMessage();
    }
  }

  /** What the program in Python says of it. */
  static String python(byte[] bundle) {
    try {
      var file = Files.write(Files.createTempFile("ket-qua", ".zip"), bundle);
      var program =
          new ProcessBuilder("python3", PYTHON.toString(), file.toString())
              .redirectErrorStream(true);
      program.environment().put("PYTHONIOENCODING", "utf-8");
      var running = program.start();
      var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(running.waitFor()).as(said).isEqualTo(said.contains(": ĐẠT.") ? 0 : 1);
      Files.delete(file);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The bundle with one value of a file changed, of what stands after those words. */
  static byte[] changed(byte[] bundle, String file, String after, String value, String other) {
    var files = Bundle.files("ket-qua.zip", bundle);
    var text = new String(files.get(file), StandardCharsets.UTF_8);
    int place = text.indexOf(value, text.indexOf(after));
    assertThat(text.indexOf(after)).as(after).isNotNegative();
    assertThat(place).as(value).isNotNegative();
    files.put(
        file,
        (text.substring(0, place) + other + text.substring(place + value.length()))
            .getBytes(StandardCharsets.UTF_8));
    return zipped(files);
  }

  private static byte[] zipped(Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
