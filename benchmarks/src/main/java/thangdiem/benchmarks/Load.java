package thangdiem.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * Clients that ask again as soon as they are answered, for some seconds.
 *
 * @param perSecond answers
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param wrong answers that were not what was asked for
 */
record Load(double perSecond, double p50, double p99, long wrong) {

  private static final double MILLI = 1e6;

  /** One client: does it once, and tells whether the answer was right. */
  interface Client extends AutoCloseable {
    boolean once() throws Exception;

    @Override
    default void close() throws Exception {}
  }

  static Load of(List<? extends Client> clients, int seconds) throws Exception {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(clients.size())) {
      var tasks = new ArrayList<Callable<Took>>();
      clients.forEach(client -> tasks.add(() -> run(client, until)));
      var took = new ArrayList<Took>();
      for (var done : threads.invokeAll(tasks)) {
        took.add(done.get());
      }
      double elapsed = (System.nanoTime() - start) / 1e9;
      var all =
          took.stream().flatMapToLong(one -> Arrays.stream(one.nanoseconds())).sorted().toArray();
      return new Load(
          all.length / elapsed,
          all[all.length / 2] / MILLI,
          all[(int) (all.length * 0.99)] / MILLI,
          took.stream().mapToLong(Took::wrong).sum());
    }
  }

  private record Took(long[] nanoseconds, long wrong) {}

  private static Took run(Client client, long until) throws Exception {
    var times = LongStream.builder();
    long wrong = 0;
    for (long begin = System.nanoTime(); begin < until; begin = System.nanoTime()) {
      if (!client.once()) {
        wrong++;
      }
      times.add(System.nanoTime() - begin);
    }
    return new Took(times.build().toArray(), wrong);
  }
}
