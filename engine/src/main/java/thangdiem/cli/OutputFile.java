package thangdiem.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import thangdiem.words.BadInput;
import thangdiem.words.FileTrouble;

/** Writes a file whole or not at all: beside its place first, then moved there. */
final class OutputFile {

  private static final int BUFFER = 1 << 16;

  private OutputFile() {}

  /** What fills the file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(Path file, Content content) {
    var parent = file.toAbsolutePath().getParent();
    try {
      if (parent != null) {
        Files.createDirectories(parent);
      }
      var half = file.resolveSibling(file.getFileName() + ".part");
      try (var out = new BufferedOutputStream(Files.newOutputStream(half), BUFFER)) {
        content.writeTo(out);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(half);
        throw e;
      }
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw BadInput.at(file.toString(), "cli.outputUnwritable", FileTrouble.explained(e));
    }
  }
}
