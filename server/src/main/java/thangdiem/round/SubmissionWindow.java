package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When a unit may send its report, and when that is late (thời hạn nộp của một đơn vị). The one
 * place that says so: a late report is taken and marked while the round is open (Đ6.4), more time
 * is this unit's own, and neither is a phase of the round.
 *
 * @param deadline the round's deadline, exclusive: the first instant at which a report is late
 * @param extendedUntil this unit's own, where it was given more time
 */
public record SubmissionWindow(
    Phase phase, OffsetDateTime deadline, Optional<OffsetDateTime> extendedUntil) {

  /** What sending a report at some instant is. */
  public enum Standing {
    NOT_YET,
    IN_TIME,
    LATE,
    CLOSED
  }

  /** The window of a unit of that round. */
  static SubmissionWindow of(
      Round round, RoundCalendar calendar, List<Extension> extensions, UUID unit) {
    return new SubmissionWindow(
        round.phase(),
        calendar.deadline(),
        extensions.stream()
            .filter(extension -> extension.unit().equals(unit))
            .map(Extension::until)
            .max(OffsetDateTime::compareTo));
  }

  /** The first instant at which this unit is late; an extension never takes time away. */
  public OffsetDateTime lateFrom() {
    return extendedUntil.filter(until -> until.isAfter(deadline)).orElse(deadline);
  }

  /** Whether this unit has more time than the others. */
  public boolean isExtended() {
    return lateFrom().isAfter(deadline);
  }

  /** What a report sent at that instant is. */
  public Standing at(OffsetDateTime instant) {
    if (phase == Phase.DRAFT) {
      return Standing.NOT_YET;
    }
    if (!phase.takesAnswers()) {
      return Standing.CLOSED;
    }
    return isLate(instant) ? Standing.LATE : Standing.IN_TIME;
  }

  /** Whether a report that was sent at that instant was late, whatever the phase is now. */
  public boolean isLate(OffsetDateTime sent) {
    return !sent.isBefore(lateFrom());
  }
}
