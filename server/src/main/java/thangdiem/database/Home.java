package thangdiem.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The one folder in which an installation keeps everything (thư mục dữ liệu): the database, the
 * secrets and the logs, readable by their owner only. One process at a time holds it.
 */
public final class Home implements AutoCloseable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  private final Path folder;
  private final FileChannel channel;

  @SuppressWarnings("unused") // Held until the process ends: the lock is the point.
  private final FileLock lock;

  private final boolean thrownAway;

  private Home(Path folder, FileChannel channel, FileLock lock, boolean thrownAway) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
    this.thrownAway = thrownAway;
  }

  /**
   * Takes the home, making it where there is none.
   *
   * @throws StartRefusal when another process holds it, or it cannot be written
   */
  public static Home take(Path wanted) {
    return take(wanted, false);
  }

  /** A new home that is removed when it is closed. */
  public static Home throwAway() {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      return take(Files.createTempDirectory(temporary, "thangdiem-"), true);
    } catch (IOException e) {
      throw notWritable(temporary, e);
    }
  }

  private static Home take(Path wanted, boolean thrownAway) {
    var folder = wanted.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      refuseOthers(folder);
      ownerOnly(folder, "rwx------");
      tighten(folder.resolve("secrets"));
      var file = folder.resolve("owner.lock");
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StartRefusal("home.inUse", folder);
      }
      return new Home(folder, channel, lock, thrownAway);
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new StartRefusal("home.notAFolder", folder);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  private static StartRefusal notWritable(Path folder, IOException problem) {
    return Failures.known(problem, folder)
        .orElseGet(() ->
            new StartRefusal("home.notWritable", folder, String.valueOf(problem.getMessage())));
  }

  /** Files of two users in one home would lock out both. */
  private static void refuseOthers(Path folder) throws IOException {
    var owner = Files.getOwner(folder).getName();
    var user = System.getProperty("user.name");
    if (!owner.equals(user)) {
      throw new StartRefusal("home.otherOwner", folder, owner, user);
    }
  }

  /** Secrets that a copy or a restore has left open to others are closed again. */
  private static void tighten(Path secrets) throws IOException {
    if (Files.isDirectory(secrets)) {
      ownerOnly(secrets, "rwx------");
      try (var files = Files.list(secrets)) {
        for (var file : files.toList()) {
          ownerOnly(file, "rw-------");
        }
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  public Path folder() {
    return folder;
  }

  public Path resolve(String name) {
    return folder.resolve(name);
  }

  /**
   * A random secret that the home keeps under this name: made at first use, the same ever after.
   */
  public String secret(String name) {
    var file = folder.resolve("secrets").resolve(name);
    try {
      if (!Files.exists(file)) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        keep(name, HexFormat.of().formatHex(bytes));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a secret under this name, whole or not at all; one that exists is left as it is. */
  public void keep(String name, String secret) {
    var secrets = folder.resolve("secrets");
    var file = secrets.resolve(name);
    try {
      Files.createDirectories(secrets);
      ownerOnly(secrets, "rwx------");
      var fresh = Files.createTempFile(secrets, name, ".new");
      ownerOnly(fresh, "rw-------");
      try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8)));
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void ownerOnly(Path path, String permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      if (thrownAway) {
        Folders.remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
