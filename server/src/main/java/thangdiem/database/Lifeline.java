package thangdiem.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL and the pipe that it hangs on (dây an toàn): a small shell starts it, and when our
 * end of the pipe closes, by whatever death of ours, stops it cleanly. It runs in a session of its
 * own: Ctrl+C is meant for us, and we still need the database while we end.
 */
final class Lifeline implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(30);
  private static final String SCRIPT =
      """
      exec 3<&0
      "$@" </dev/null 3<&- & server=$!
      { cat <&3 >/dev/null; kill -INT $server 2>/dev/null; } & watcher=$!
      wait $server
      status=$?
      kill $watcher 2>/dev/null
      exit $status
      """;

  private final Process shell;

  private Lifeline(Process shell) {
    this.shell = shell;
  }

  /** Starts that command; what it says is added to the log. */
  static Lifeline start(List<String> command, Path log) throws IOException {
    var whole = new ArrayList<>(List.of("setsid", "sh", "-c", SCRIPT, "lifeline"));
    whole.addAll(command);
    var builder =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("LC_ALL", "C"); // PostgresLog reads what it says.
    return new Lifeline(builder.start());
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  /** Waits until the server has ended, however it did. */
  int await() throws InterruptedException {
    return shell.waitFor();
  }

  /** Lets go of the server: it finishes what is committed and ends. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
