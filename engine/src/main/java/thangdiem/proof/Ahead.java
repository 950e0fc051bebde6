package thangdiem.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on many things with every processor (làm trước), while the next ones are still being read,
 * and hands over what comes of them in the order of the things. Whoever adds them also takes, and
 * helps where the others have not begun.
 *
 * @param <T> the things
 * @param <R> what comes of them
 */
public final class Ahead<T, R> implements AutoCloseable {

  private static final int AT_ONCE = 500;
  private static final int MOST_WAITING = 8;

  private final Function<T, R> work;
  private final Consumer<R> taker;
  private final ExecutorService helpers =
      Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  private final Queue<FutureTask<List<R>>> waiting = new ArrayDeque<>();
  private List<T> gathered = new ArrayList<>(AT_ONCE);

  /**
   * Begins.
   *
   * @param work what is done with each thing; on any thread
   * @param taker is handed the results in order; on the thread of the caller
   */
  public Ahead(Function<T, R> work, Consumer<R> taker) {
    this.work = work;
    this.taker = taker;
  }

  /** The next thing. */
  public void add(T thing) {
    gathered.add(thing);
    if (gathered.size() == AT_ONCE) {
      begin();
      if (waiting.size() > MOST_WAITING) {
        take();
      }
    }
  }

  /** There are no more: hands over all the rest. */
  public void end() {
    begin();
    while (!waiting.isEmpty()) {
      take();
    }
  }

  private void begin() {
    var things = gathered;
    gathered = new ArrayList<>(AT_ONCE);
    var task = new FutureTask<>(() -> things.stream().map(work).toList());
    waiting.add(task);
    helpers.execute(task);
  }

  private void take() {
    var oldest = waiting.remove();
    oldest.run(); // does nothing where a helper has begun it
    try {
      oldest.get().forEach(taker);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the helpers, whatever they were doing. */
  @Override
  public void close() {
    helpers.shutdownNow();
  }
}
