package thangdiem.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import thangdiem.words.BadInput;
import thangdiem.words.FileTrouble;

/**
 * Writes files whole, and all of them or none: beside their places first, then moved there. A disk
 * that fills up halfway leaves what was there before.
 */
final class OutputFiles implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  /** Where each file is kept until all are written. */
  private final Map<Path, Path> halves = new ConcurrentHashMap<>();

  /** What fills a file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** One file alone. */
  static void write(Path file, Content content) {
    try (var files = new OutputFiles()) {
      files.add(file, content);
      files.keep();
    }
  }

  /**
   * Writes a file beside its place; several threads may add at once.
   *
   * @throws BadInput where it cannot be written
   */
  void add(Path file, Content content) {
    var half = file.resolveSibling(file.getFileName() + ".part");
    try {
      var parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      try (var out = new BufferedOutputStream(Files.newOutputStream(half), BUFFER)) {
        halves.put(file, half);
        content.writeTo(out);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Moves all to their places.
   *
   * @throws BadInput where one cannot be moved
   */
  void keep() {
    halves.forEach((file, half) -> {
      try {
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw unwritable(file, e);
      }
    });
  }

  /** Takes away what was not moved. */
  @Override
  public void close() {
    halves.forEach((file, half) -> {
      try {
        Files.deleteIfExists(half);
      } catch (IOException e) {
        throw unwritable(file, e);
      }
    });
  }

  private static BadInput unwritable(Path file, IOException why) {
    return BadInput.at(file.toString(), "cli.outputUnwritable", FileTrouble.explained(why));
  }
}
