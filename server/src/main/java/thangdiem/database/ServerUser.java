package thangdiem.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * As whom PostgreSQL runs (người dùng chạy PostgreSQL). It refuses to run as root; where we are
 * root, it is put into a user namespace of its own, in which it is nobody, or where the system does
 * not allow that, as in many containers, it becomes the user nobody, who then owns the data.
 *
 * @param wrapper what stands before each of its commands
 * @param uid the other user; absent where the data stay ours
 */
record ServerUser(List<String> wrapper, OptionalInt uid) {

  private static final int NOBODY = 65_534;
  private static final ServerUser WE = new ServerUser(List.of(), OptionalInt.empty());
  private static final ServerUser NAMESPACE =
      new ServerUser(List.of("unshare", "-U"), OptionalInt.empty());

  static ServerUser of(Home home) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return WE;
    }
    var data = home.resolve("data");
    int owner = Files.exists(data) ? (int) Files.getAttribute(data, "unix:uid") : 0;
    if (owner == 0 && NAMESPACE.can("true")) {
      return NAMESPACE;
    }
    var other = another(owner == 0 ? NOBODY : owner);
    Home.ownerOnly(
        home.folder(), "rwx--x--x"); // Its way to the data; it sees nothing else of ours.
    if (!other.can("true")) {
      throw new StartRefusal("postgres.root", home.folder());
    }
    if (!other.can("test", "-x", home.folder().toString())) {
      throw new StartRefusal("postgres.noWay", home.folder());
    }
    return other;
  }

  private static ServerUser another(int uid) {
    return new ServerUser(
        List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"),
        OptionalInt.of(uid));
  }

  private boolean can(String... command) {
    try {
      var whole = new java.util.ArrayList<>(wrapper);
      whole.addAll(List.of(command));
      return new ProcessBuilder(whole)
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

  /** Lets that user own a path and all below it. */
  void own(Path root) throws IOException {
    if (uid.isEmpty() || (int) Files.getAttribute(root, "unix:uid") == uid.getAsInt()) {
      return;
    }
    try (var paths = Files.walk(root)) {
      for (var path : paths.toList()) {
        Files.setAttribute(path, "unix:uid", uid.getAsInt());
        Files.setAttribute(path, "unix:gid", uid.getAsInt());
      }
    }
  }
}
