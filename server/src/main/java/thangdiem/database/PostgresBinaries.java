package thangdiem.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks the PostgreSQL that travels with the application (bộ chương trình PostgreSQL kèm theo).
 */
final class PostgresBinaries {

  static final String VERSION = "18.6.0";
  private static final String UNPACKING = "postgresql-new-";
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresBinaries() {}

  /**
   * The folder that holds {@code bin/postgres}, unpacked once below {@code parent}. A half unpacked
   * one is never seen: it is made beside and renamed.
   */
  static Path below(Path parent) {
    var ready = parent.resolve("postgresql-" + VERSION);
    if (Files.isDirectory(ready)) {
      return ready;
    }
    try {
      Files.createDirectories(parent);
      removeHalfUnpacked(parent);
      var fresh = Files.createTempDirectory(parent, UNPACKING).toAbsolutePath().normalize();
      try (var archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
        if (archive == null) {
          throw new StartRefusal("postgres.noBinaries", System.getProperty("os.arch", ""));
        }
        unpack(archive, fresh);
      }
      // Readable to the user that the server runs as, when that is another one.
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
      return ready;
    } catch (IOException e) {
      if (Files.isDirectory(ready)) {
        return ready; // Another process was quicker.
      }
      throw Failures.explained(e, parent);
    }
  }

  /**
   * What an earlier start did not finish, a full disk for instance; not what one does right now.
   */
  private static void removeHalfUnpacked(Path parent) throws IOException {
    try (var folders = Files.newDirectoryStream(parent, UNPACKING + "*")) {
      for (var folder : folders) {
        var age = System.currentTimeMillis() - Files.getLastModifiedTime(folder).toMillis();
        if (age > TimeUnit.MINUTES.toMillis(10)) {
          Folders.remove(folder);
        }
      }
    }
  }

  private static void unpack(InputStream archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException("outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          Files.setPosixFilePermissions(
              path,
              PosixFilePermissions.fromString(
                  (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
