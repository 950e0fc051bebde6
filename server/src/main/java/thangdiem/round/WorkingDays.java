package thangdiem.round;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thangdiem.words.VietnamTime;

/**
 * Which days are worked (ngày làm việc): weekdays that are no public holiday, and the weekends that
 * are worked instead of one.
 */
public final class WorkingDays {

  /**
   * A day that is not what its place in the week says.
   *
   * @param working a weekend day that is worked; otherwise a day off
   */
  public record SpecialDay(LocalDate day, String name, boolean working) {}

  private final Map<LocalDate, SpecialDay> exceptions;

  WorkingDays(Map<LocalDate, SpecialDay> exceptions) {
    this.exceptions = exceptions;
  }

  public boolean isWorked(LocalDate day) {
    var exception = exceptions.get(day);
    if (exception != null) {
      return exception.working();
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** Why a day is off, where it is a holiday. */
  public Optional<String> holiday(LocalDate day) {
    return Optional.ofNullable(exceptions.get(day))
        .filter(exception -> !exception.working())
        .map(SpecialDay::name);
  }

  /** The day itself, or the next one that is worked. */
  public LocalDate onOrAfter(LocalDate day) {
    var worked = day;
    while (!isWorked(worked)) {
      worked = worked.plusDays(1);
    }
    return worked;
  }

  /** The last of that many working days after a day: 5 after a Friday is the next Friday. */
  public LocalDate after(LocalDate day, int workingDays) {
    var end = day;
    for (int left = workingDays; left > 0; ) {
      end = end.plusDays(1);
      if (isWorked(end)) {
        left--;
      }
    }
    return end;
  }

  /**
   * How many working days are left at that time of a term that ends at an instant; 0 on its last
   * one. It counts what {@link #after} has counted.
   */
  public long left(OffsetDateTime now, OffsetDateTime until) {
    var today = now.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    var last = until.minusNanos(1).atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    return Stream.iterate(today.plusDays(1), day -> !day.isAfter(last), day -> day.plusDays(1))
        .filter(this::isWorked)
        .count();
  }
}
