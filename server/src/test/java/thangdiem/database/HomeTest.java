package thangdiem.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir Path parent;

  @Test
  void isReadableToItsOwnerOnlyAndStaysSoAfterACopyThatForgotThat() throws IOException {
    var folder = parent.resolve("nhà");
    try (var home = Home.take(folder)) {
      home.secret("một");
    }
    var secrets = folder.resolve("secrets");
    for (var path : new Path[] {folder, secrets, secrets.resolve("một")}) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    Home.take(folder).close();

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(secrets)).isEqualTo("rwx------");
    assertThat(permissions(secrets.resolve("một"))).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void keepsASecretTheSame() {
    try (var home = Home.take(parent)) {
      assertThat(home.secret("một")).hasSize(64).isEqualTo(home.secret("một"));
      assertThat(home.secret("hai")).isNotEqualTo(home.secret("một"));
    }
  }

  @Test
  void isHeldByOneAtATime() {
    try (var home = Home.take(parent)) {
      refuses(parent, "home.inUse", home.folder());
    }
    Home.take(parent).close();
  }

  @Test
  void isNotAFile() throws IOException {
    var file = Files.createFile(parent.resolve("tệp"));

    refuses(file, "home.notAFolder", file);
    assertThatThrownBy(() -> Home.take(file.resolve("bên trong"))).isInstanceOf(StartRefusal.class);
  }

  @Test
  void isNotTakenFromAnotherUser() {
    // The root of the file system is root's; who runs as root takes one of somebody else.
    var others = "root".equals(System.getProperty("user.name")) ? ofNobody() : Path.of("/");

    assertThatThrownBy(() -> Home.take(others))
        .isInstanceOfSatisfying(
            StartRefusal.class, refusal -> assertThat(refusal.key()).isEqualTo("home.otherOwner"));
  }

  private Path ofNobody() {
    try {
      var folder = Files.createDirectory(parent.resolve("của người khác"));
      Files.setAttribute(folder, "unix:uid", 65_534);
      return folder;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isRemovedWhenItWasToBeThrownAway() throws IOException {
    Path folder;
    try (var home = Home.throwAway()) {
      folder = home.folder();
      Files.createDirectories(home.resolve("data").resolve("một"));
      Files.writeString(home.resolve("data").resolve("một").resolve("tệp"), "x");
    }
    assertThat(folder).doesNotExist();
  }

  private static void refuses(Path folder, String key, Object... arguments) {
    assertThatThrownBy(() -> Home.take(folder))
        .isInstanceOfSatisfying(
            StartRefusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(key);
              assertThat(refusal.arguments()).containsExactly(arguments);
            });
  }
}
