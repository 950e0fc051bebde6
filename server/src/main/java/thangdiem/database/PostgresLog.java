package thangdiem.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL itself says (nhật ký của PostgreSQL), read for the reason why it did not start.
 *
 * @param file where it writes
 * @param before how long the file was before this start
 */
record PostgresLog(Path file, long before) {

  private static final long TOO_LONG = 10_000_000;
  private static final int LINES_SHOWN = 5;
  private static final int READ_AT_MOST = 1_000_000;

  /** What the log says, and the message that tells what to do about it; the first that fits. */
  private static final List<Map.Entry<String, String>> REASONS =
      List.of(
          Map.entry("No space left on device", "postgres.diskFull"),
          Map.entry("Disk quota exceeded", "postgres.diskFull"),
          Map.entry("is not compatible with this version", "postgres.otherVersion"),
          Map.entry("incompatible with server", "postgres.otherVersion"),
          Map.entry("could not map anonymous shared memory", "postgres.memory"),
          Map.entry("Permission denied", "postgres.permission"),
          Map.entry("has wrong ownership", "postgres.permission"),
          Map.entry("has invalid permissions", "postgres.permission"),
          Map.entry("valid checkpoint record", "postgres.damaged"),
          Map.entry("control file", "postgres.damaged"),
          Map.entry("pg_control", "postgres.damaged"),
          Map.entry("could not open file", "postgres.damaged"),
          Map.entry("could not open directory", "postgres.damaged"),
          Map.entry("could not read file", "postgres.damaged"),
          Map.entry("invalid page in block", "postgres.damaged"),
          Map.entry("page verification failed", "postgres.damaged"));

  /** The log of a start that comes now; one that grew long is put aside first. */
  static PostgresLog in(Home home) throws IOException {
    var file = home.resolve("postgres.log");
    if (Files.exists(file) && Files.size(file) > TOO_LONG) {
      Files.move(file, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return new PostgresLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /** Why the server has ended, with what to do. */
  StartRefusal reason(Home home) throws IOException {
    var said = saidSince();
    for (var reason : REASONS) {
      if (said.contains(reason.getKey())) {
        return new StartRefusal(reason.getValue(), home.folder(), file, lastLines(said));
      }
    }
    return new StartRefusal("postgres.died", home.folder(), file, lastLines(said));
  }

  private String saidSince() throws IOException {
    try (var reader = new RandomAccessFile(file.toFile(), "r")) {
      reader.seek(before);
      var bytes = new byte[(int) Math.min(reader.length() - before, READ_AT_MOST)];
      reader.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static String lastLines(String said) {
    var lines = said.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }
}
