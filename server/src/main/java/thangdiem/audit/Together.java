package thangdiem.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Serves together what has arrived while others were being served (gộp những gì đến cùng lúc).
 * Nobody waits for company: whoever comes alone is served alone, on their own thread. Under load
 * many share one question to the database, or one transaction and one wait for the disk. When a
 * group fails, each of it is served again by itself, so nobody fails for another's sake.
 *
 * @param <A> what is asked for
 * @param <R> what becomes of it
 */
public final class Together<A, R> {

  /** More share no more: what a group costs by itself is spread thin long before. */
  private static final int MOST = 64;

  private static final int LEAST = 16;

  private record Waiting<A, R>(A asked, CompletableFuture<R> answer) {}

  private final Function<A, ?> apart;
  private final Function<List<A>, List<R>> serving;
  private final Queue<Waiting<A, R>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  /**
   * A way to serve several at once.
   *
   * @param apart two for which this is equal are never in one group, and are served in their order
   * @param serving all or nothing; its results stand in the order of what was asked
   */
  public Together(Function<A, ?> apart, Function<List<A>, List<R>> serving) {
    this.apart = apart;
    this.serving = serving;
  }

  /** A way to serve whoever comes, in any company. */
  public static <A, R> Together<A, R> all(Function<List<A>, List<R>> serving) {
    return new Together<>(_ -> new Object(), serving);
  }

  /**
   * Waits until it has been served; throws what serving it has thrown. Within a transaction it is
   * served in that transaction, which alone sees what it has changed.
   */
  public R serve(A asked) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return serving.apply(List.of(asked)).getFirst();
    }
    var mine = new Waiting<A, R>(asked, new CompletableFuture<>());
    waiting.add(mine);
    if (busy.compareAndSet(false, true)) {
      serve(next());
      if (waiting.isEmpty()) {
        rest();
      } else {
        Thread.startVirtualThread(this::work);
      }
    }
    try {
      return mine.answer().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw e;
    }
  }

  /**
   * What each of a group says, as an array for the database. It is never short: of a question with
   * short arrays PostgreSQL would make a new plan each time, for it reckons a plan for arrays of
   * any length with ten, and prefers one for the three that are there.
   */
  public static <T> T[] padded(Stream<T> said, IntFunction<T[]> array) {
    var all = said.toArray(array);
    return all.length < LEAST ? Arrays.copyOf(all, LEAST) : all;
  }

  /** Goes on while anybody waits. */
  private void work() {
    for (var group = next(); !group.isEmpty(); group = next()) {
      serve(group);
    }
    rest();
  }

  /** Somebody may have come between the last look and the end of the work. */
  private void rest() {
    busy.set(false);
    if (!waiting.isEmpty() && busy.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::work);
    }
  }

  private List<Waiting<A, R>> next() {
    var group = new ArrayList<Waiting<A, R>>();
    var taken = new HashSet<Object>();
    for (var first = waiting.peek();
        first != null && group.size() < MOST && taken.add(apart.apply(first.asked()));
        first = waiting.peek()) {
      group.add(waiting.remove());
    }
    return group;
  }

  private void serve(List<Waiting<A, R>> group) {
    try {
      var answers = serving.apply(group.stream().map(Waiting::asked).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer().complete(answers.get(i));
      }
    } catch (Throwable reason) {
      if (group.size() == 1) {
        group.getFirst().answer().completeExceptionally(reason);
      } else {
        group.forEach(one -> serve(List.of(one)));
      }
    }
  }
}
