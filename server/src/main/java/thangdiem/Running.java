package thangdiem;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * What this process has started (những gì đang chạy), ended in the opposite order: the application
 * finishes the requests it has, then the database stops, then the home is let go or, in a demo,
 * removed. However the process is told to end, it ends like this.
 */
final class Running {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Thread onSignal = new Thread(this::stopped, "stop");
  private boolean complete;
  private boolean stopping;

  /** From now on ends all when the process is told to end. */
  void heedSignals() {
    Runtime.getRuntime().addShutdownHook(onSignal);
  }

  /** Notes what has just been started; what comes after the end was asked for is ended at once. */
  synchronized <T extends AutoCloseable> T with(T part) {
    if (stopping) {
      close(part);
    } else {
      started.push(part);
    }
    return part;
  }

  /** Notes that everything there is has been noted. */
  synchronized void complete() {
    complete = true;
  }

  /** Whether we were told to end: what fails then is no fault. */
  synchronized boolean stopping() {
    return stopping;
  }

  /** Ends all before this process goes on to end by itself. */
  void end() {
    endAll();
    Runtime.getRuntime().removeShutdownHook(onSignal);
  }

  /** Ends all when the process was told to; that is how a server ends, so it says 0. */
  private void stopped() {
    endAll();
    Runtime.getRuntime().halt(Start.SERVING);
  }

  private synchronized void endAll() {
    stopping = true;
    // What was only half started, a database in the making for instance, is in nobody's hands yet.
    if (!complete) {
      // What is being started loses the ground under it and would say so at length.
      System.setErr(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      var children = ProcessHandle.current().descendants().toList();
      children.forEach(ProcessHandle::destroy);
      children.forEach(Running::await);
    }
    while (!started.isEmpty()) {
      close(started.pop());
    }
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println(e); // The rest ends all the same.
    }
  }
}
