package thangdiem.words;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a file could not be read or written (lỗi khi đọc, ghi tệp), in our words and with what to do,
 * where the system's own are those of its programmers.
 */
public final class FileTrouble {

  /** By what systems say, in the order asked. */
  private static final List<Map.Entry<String, String>> SAID =
      List.of(
          Map.entry("no space left", "file.why.full"),
          Map.entry("not enough space", "file.why.full"),
          Map.entry("disk quota", "file.why.full"),
          Map.entry("read-only", "file.why.readOnly"),
          Map.entry("directory", "file.why.folder"),
          Map.entry("too long", "file.why.name"),
          Map.entry("another process", "file.why.open"));

  private FileTrouble() {}

  /** The reason. */
  public static Sentence explained(IOException problem) {
    var said = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
    return switch (problem) {
      case AccessDeniedException _ -> Sentence.of("file.why.denied");
      case NoSuchFileException _ -> Sentence.of("file.why.gone");
      case FileAlreadyExistsException _ -> Sentence.of("file.why.folder");
      default ->
          SAID.stream()
              .filter(known -> said.contains(known.getKey()))
              .findFirst()
              .map(known -> Sentence.of(known.getValue()))
              .orElseGet(() -> Sentence.of("file.why.other"));
    };
  }
}
