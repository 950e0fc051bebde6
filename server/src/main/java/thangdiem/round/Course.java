package thangdiem.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How far all units together had come on each day of a round (diễn tiến của đợt), beside the round
 * a year earlier on the day as far from its deadline.
 *
 * @param units that take part
 * @param facts that they have to report together
 * @param earlierYear the year compared with; absent where there is none
 * @param earlierUnits that took part then
 */
public record Course(
    List<Day> days,
    LocalDate deadline,
    int units,
    int facts,
    Optional<Integer> earlierYear,
    int earlierUnits) {

  private static final int LONGEST = 400;
  private static final int PERMILLE = 1000;

  /**
   * A day's end.
   *
   * @param answered facts of which the present answer stood by then; absent on days to come
   * @param sent units that had sent their report by then; absent on days to come
   * @param earlier units that had sent theirs a year earlier; absent where there is nothing to
   *     compare with
   */
  public record Day(LocalDate day, OptionalInt answered, OptionalInt sent, OptionalInt earlier) {}

  /** From the day on which the round opened to its deadline, or to today where that has passed. */
  static Course of(
      OffsetDateTime now,
      LocalDate opens,
      Pace.Sent reports,
      Map<LocalDate, Integer> answered,
      int facts,
      Optional<Pace.Sent> earlier) {
    var today = Pace.dayOf(now);
    var end =
        Stream.concat(Stream.of(reports.lastDay()), reports.on().stream())
            .max(LocalDate::compareTo)
            .orElseThrow();
    var begin = opens.isBefore(end.minusDays(LONGEST)) ? end.minusDays(LONGEST) : opens;
    var days =
        begin
            .datesUntil(end.plusDays(1))
            .map(day -> {
              boolean known = !day.isAfter(today);
              return new Day(
                  day,
                  known ? OptionalInt.of(by(day, answered)) : OptionalInt.empty(),
                  known ? OptionalInt.of(reports.by(day)) : OptionalInt.empty(),
                  earlier
                      .map(other ->
                          OptionalInt.of(
                              other.by(
                                  other
                                      .lastDay()
                                      .plusDays(ChronoUnit.DAYS.between(reports.lastDay(), day)))))
                      .orElse(OptionalInt.empty()));
            })
            .toList();
    return new Course(
        days,
        reports.lastDay(),
        reports.units(),
        facts,
        earlier.map(Pace.Sent::year),
        earlier.map(Pace.Sent::units).orElse(0));
  }

  private static int by(LocalDate day, Map<LocalDate, Integer> answered) {
    return answered.entrySet().stream()
        .filter(count -> !count.getKey().isAfter(day))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return days.size() < 2
        || units == 0
        || facts == 0
        || days.stream().noneMatch(day -> day.sent().isPresent());
  }

  /** The last day of which something is known. */
  public Day latest() {
    return days.stream()
        .filter(day -> day.sent().isPresent())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  public Optional<BigDecimal> answered(Day day) {
    return percent(day.answered(), facts);
  }

  public Optional<BigDecimal> sent(Day day) {
    return percent(day.sent(), units);
  }

  public Optional<BigDecimal> earlier(Day day) {
    return percent(day.earlier(), earlierUnits);
  }

  private static Optional<BigDecimal> percent(OptionalInt part, int of) {
    return part.isEmpty() || of == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(100L * part.getAsInt())
                .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP));
  }

  /** Where a day stands, of the drawing's width: "42.5%". */
  public String x(LocalDate day) {
    return permille(day) / 10 + "." + permille(day) % 10 + "%";
  }

  private int permille(LocalDate day) {
    return (int)
        (PERMILLE * ChronoUnit.DAYS.between(days.getFirst().day(), day) / (days.size() - 1));
  }

  /** The line of a series in a square of a thousand: what stands on a day holds until the next. */
  public String line(List<Optional<BigDecimal>> shares) {
    var path = new StringBuilder();
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).isPresent()) {
        int x = permille(days.get(i).day());
        int y = PERMILLE - shares.get(i).get().movePointRight(1).intValue();
        path.append(path.isEmpty() ? "M" + x + " " + y : "H" + x + "V" + y);
      }
    }
    return path.toString();
  }

  public List<Optional<BigDecimal>> allAnswered() {
    return days.stream().map(this::answered).toList();
  }

  public List<Optional<BigDecimal>> allSent() {
    return days.stream().map(this::sent).toList();
  }

  public List<Optional<BigDecimal>> allEarlier() {
    return days.stream().map(this::earlier).toList();
  }
}
