package thangdiem.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import thangdiem.words.BadInput;
import thangdiem.words.FileTrouble;

/** Files from outside: read whole, within a limit, as strict UTF-8. */
public final class TextFile {

  private static final int MEGABYTE = 1 << 20;

  private TextFile() {}

  /**
   * The path that a person typed.
   *
   * @throws BadInput when no file system has such a path
   */
  public static Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw BadInput.at(typed, "file.missing");
    }
  }

  /**
   * The path of a file that must be there.
   *
   * @throws BadInput when it is not
   */
  public static Path existing(String typed) {
    var file = path(typed);
    if (Files.isDirectory(file)) {
      throw BadInput.at(typed, "file.folder");
    }
    if (!Files.isRegularFile(file)) {
      throw BadInput.at(typed, "file.missing");
    }
    return file;
  }

  /**
   * The bytes of a file.
   *
   * @throws BadInput when it is missing, unreadable or larger than the limit
   */
  public static byte[] bytes(Path file, int megabytes) {
    existing(file.toString());
    try {
      if (Files.size(file) > (long) megabytes * MEGABYTE) {
        throw BadInput.at(file.toString(), "file.tooLarge", megabytes);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw BadInput.at(file.toString(), "file.unreadable", FileTrouble.explained(e));
    }
  }

  /**
   * The text of a UTF-8 file, without a byte order mark.
   *
   * @throws BadInput as {@link #bytes}, and when it is not UTF-8
   */
  public static String text(Path file, int megabytes) {
    return text(file.toString(), bytes(file, megabytes));
  }

  /**
   * The text that UTF-8 bytes mean, without a byte order mark.
   *
   * @throws BadInput when they are not UTF-8
   */
  static String text(String name, byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      // Letters of UTF-16 are letters of UTF-8 with a zero beside each.
      if (text.indexOf('\0') >= 0) {
        throw BadInput.at(name, "file.notUtf8");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw IntStream.range(0, bytes.length).anyMatch(i -> bytes[i] == 0)
          ? BadInput.at(name, "file.notUtf8")
          : BadInput.at(name, "file.notUtf8Line", lineAt(bytes, in.position()));
    }
  }

  private static long lineAt(byte[] bytes, int position) {
    return 1 + IntStream.range(0, position).filter(i -> bytes[i] == '\n').count();
  }
}
