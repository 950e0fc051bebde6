package thangdiem.round;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thangdiem.words.VietnamTime;

/**
 * How many units sent their report on each of the last days (nhịp gửi), beside as many days before
 * the deadline a year earlier.
 *
 * @param earlierYear the year compared with; absent where there is none
 */
public record Pace(List<Day> days, Optional<Integer> earlierYear) {

  private static final int DAYS = 11;
  private static final int PERMILLE = 1000;
  private static final int TALLEST = 30;

  /** What was sent on a day, and on the day as far from the deadline a year earlier. */
  public record Day(LocalDate day, int sent, int earlier) {}

  /**
   * When the reports of a round came.
   *
   * @param lastDay the last day on which they were in time
   * @param units that took part, whether they sent one or not
   * @param on the day of each report
   */
  record Sent(int year, LocalDate lastDay, int units, List<LocalDate> on) {

    /** How many had come by the end of a day. */
    int by(LocalDate day) {
      return (int) on.stream().filter(one -> !one.isAfter(day)).count();
    }

    private int on(LocalDate day) {
      return (int) on.stream().filter(day::equals).count();
    }
  }

  /** The days up to today, or up to the deadline where that has passed. */
  static Pace of(OffsetDateTime now, Sent round, Optional<Sent> earlier) {
    var end = dayOf(now).isBefore(round.lastDay()) ? dayOf(now) : round.lastDay();
    long toDeadline = end.until(round.lastDay(), java.time.temporal.ChronoUnit.DAYS);
    var days =
        IntStream.range(0, DAYS)
            .mapToObj(i -> {
              int back = DAYS - 1 - i;
              return new Day(
                  end.minusDays(back),
                  round.on(end.minusDays(back)),
                  earlier
                      .map(other -> other.on(other.lastDay().minusDays(toDeadline + back)))
                      .orElse(0));
            })
            .toList();
    return new Pace(days, earlier.map(Sent::year));
  }

  static LocalDate dayOf(OffsetDateTime instant) {
    return instant.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return days.stream().allMatch(day -> day.sent() == 0 && day.earlier() == 0);
  }

  /** Where the bar of a day begins, of the drawing's width: "8.6%". */
  public String x(int day, boolean second) {
    int slot = PERMILLE / DAYS;
    return percent(day * slot + (second ? slot * 2 / 5 : 0));
  }

  /** How wide a bar is. */
  public String width() {
    return percent(PERMILLE / DAYS * 2 / 5);
  }

  /** How tall a bar is in pixels, of the tallest's {@value #TALLEST}. */
  public int height(int reports) {
    int most = days.stream().mapToInt(day -> Math.max(day.sent(), day.earlier())).max().orElse(1);
    return reports * TALLEST / Math.max(1, most);
  }

  private static String percent(int permille) {
    return permille / 10 + "." + permille % 10 + "%";
  }
}
