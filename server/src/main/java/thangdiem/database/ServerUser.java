package thangdiem.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * As whom PostgreSQL runs (người dùng chạy PostgreSQL). It refuses to run as root; where we are
 * root, it is put into a user namespace of its own, in which it is nobody.
 */
record ServerUser(List<String> wrapper) {

  static ServerUser of(Home home) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new ServerUser(List.of());
    }
    if (works("unshare", "-U", "true")) {
      return new ServerUser(List.of("unshare", "-U"));
    }
    throw new StartRefusal("postgres.root", home.folder());
  }

  private static boolean works(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets that user own a path; in a namespace of our own it already does. */
  void own(Path path) {}
}
