package thangdiem.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL of the system that the tests run on, as an administrator would bring it: the
 * launcher installs it where it is missing, and names it in {@code THANGDIEM_POSTGRES_BIN} where it
 * is elsewhere.
 */
final class InstalledPostgres {

  private InstalledPostgres() {}

  /** The folder of its programs. */
  static Path bin() {
    return Optional.ofNullable(System.getenv("THANGDIEM_POSTGRES_BIN"))
        .map(Path::of)
        .or(InstalledPostgres::newest)
        .orElseThrow(() ->
            new AssertionError(
                "These tests need a PostgreSQL of the system: apt install postgresql, or set"
                    + " THANGDIEM_POSTGRES_BIN"));
  }

  private static Optional<Path> newest() {
    return Stream.of("/usr/lib/postgresql", "/usr")
        .map(Path::of)
        .filter(Files::isDirectory)
        .flatMap(InstalledPostgres::versions)
        .filter(folder -> Files.isExecutable(folder.resolve("bin").resolve("initdb")))
        .max(Comparator.comparing(folder -> number(folder)))
        .map(folder -> folder.resolve("bin"));
  }

  private static Stream<Path> versions(Path below) {
    try (var folders = Files.list(below)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches("(pgsql-)?\\d+"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int number(Path folder) {
    return Integer.parseInt(folder.getFileName().toString().replaceAll("\\D", ""));
  }
}
