package thangdiem.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times things and prints their figures side by side: median, least, most, runs, and how many times
 * as long as ours.
 */
final class Figures {

  private static final double MILLI = 1e6;
  private static final long WARM_UP = 5_000_000_000L;

  private final PrintStream out;

  Figures(PrintStream out) {
    this.out = out;
  }

  /**
   * What was measured.
   *
   * @param milliseconds sorted
   * @param peakMegabytes the most memory that a process took; 0 where it was not measured
   */
  record Measured(double[] milliseconds, long peakMegabytes) {

    double median() {
      return milliseconds[milliseconds.length / 2];
    }
  }

  interface Process {
    Commands.Ran run() throws Exception;
  }

  void machine() {
    out.printf(
        Locale.ROOT,
        "JDK %s, %d processors, %d MB heap at most. Figures count only beside others of the same run.%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  void title(String what, String target) {
    out.printf("%n%s%n  mục tiêu: %s%n", what, target);
  }

  void note(String text) {
    out.println("  " + text);
  }

  Measured row(String who, Measured measured, Optional<Measured> ours) {
    var times = measured.milliseconds();
    var memory =
        measured.peakMegabytes() > 0 ? ", đỉnh bộ nhớ " + measured.peakMegabytes() + " MB" : "";
    var ratio =
        ours.map(own ->
                String.format(
                    Locale.ROOT, ", %.1f lần Thang Điểm", measured.median() / own.median()))
            .orElse("");
    out.printf(
        Locale.ROOT,
        "  %-58s %10.1f ms  (%.1f–%.1f, %d lần%s%s)%n",
        who,
        measured.median(),
        times[0],
        times[times.length - 1],
        times.length,
        memory,
        ratio);
    return measured;
  }

  /**
   * Rates of several turns: the median, least and most; waiting times are those of the median turn.
   */
  Load rate(String who, List<Load> turns, Optional<Load> ours) {
    var sorted = turns.stream().sorted(Comparator.comparingDouble(Load::perSecond)).toList();
    var median = sorted.get(sorted.size() / 2);
    var ratio =
        ours.map(own ->
                String.format(
                    Locale.ROOT, ", %.1f lần Thang Điểm", median.perSecond() / own.perSecond()))
            .orElse("");
    out.printf(
        Locale.ROOT,
        "  %-58s %10.0f /giây  (%.0f–%.0f, %d lần), p50 %.1f ms, p99 %.1f ms, lỗi %d%s%n",
        who,
        median.perSecond(),
        sorted.getFirst().perSecond(),
        sorted.getLast().perSecond(),
        sorted.size(),
        median.p50(),
        median.p99(),
        turns.stream().mapToLong(Load::wrong).sum(),
        ratio);
    return median;
  }

  /** Whole processes, after one that is not counted. */
  Measured processes(int runs, Process process) throws Exception {
    process.run();
    var times = new double[runs];
    long peak = 0;
    for (int i = 0; i < runs; i++) {
      var ran = process.run();
      times[i] = ran.nanoseconds() / MILLI;
      peak = Math.max(peak, ran.peakKilobytes() >> 10);
    }
    Arrays.sort(times);
    return new Measured(times, peak);
  }

  /**
   * Within this process, after a time of work that is not counted: the compiler has made its best
   * of it by then.
   */
  Measured inside(int runs, Runnable work) {
    long warm = System.nanoTime() + WARM_UP;
    do {
      work.run();
    } while (System.nanoTime() < warm);
    var times = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      work.run();
      times[i] = (System.nanoTime() - start) / MILLI;
    }
    Arrays.sort(times);
    return new Measured(times, 0);
  }
}
