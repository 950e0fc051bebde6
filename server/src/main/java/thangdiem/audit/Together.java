package thangdiem.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Serves together what has arrived while others were being served (gộp những gì đến cùng lúc).
 * Nobody waits for company: whoever comes alone is served alone. Under load many share one
 * transaction and one wait for the disk. When a group fails, each of it is served again by itself,
 * so nobody fails for another's sake.
 *
 * @param <A> what is asked for
 * @param <R> what becomes of it
 */
public final class Together<A, R> {

  /** More share no more: what a group costs by itself is spread thin long before. */
  private static final int MOST = 64;

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

  /** Waits until it has been served; throws what serving it has thrown. */
  public R serve(A asked) {
    var mine = new Waiting<A, R>(asked, new CompletableFuture<>());
    waiting.add(mine);
    if (busy.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::work);
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

  /** Goes on while anybody waits. */
  private void work() {
    do {
      for (var group = next(); !group.isEmpty(); group = next()) {
        serve(group);
      }
      busy.set(false);
    } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
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
