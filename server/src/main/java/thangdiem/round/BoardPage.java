package thangdiem.round;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import thangdiem.criteria.OrgUnitGroup;

/**
 * The organiser's board, as the page prints it.
 *
 * @param open units that have not sent their report, the most endangered first
 * @param sent those that have
 * @param perDay how many were sent on each day
 */
public record BoardPage(
    Round round,
    OffsetDateTime now,
    RoundCalendar calendar,
    List<SectionHead> sections,
    List<OrgUnitGroup> groups,
    List<Row> open,
    List<RoundUnit> sent,
    int units,
    Map<LocalDate, Integer> perDay,
    List<Extension> extensions) {

  /** A section as a column. */
  public record SectionHead(String code, String name) {}

  /** How a unit does, the most endangered first. */
  public enum State {
    LATE("diff", "clock"),
    NOT_BEGUN("diff", "circle-dashed"),
    STALLED("warn", "clock"),
    BEGUN("none", "pencil"),
    COMPLETE("answered", "user");

    private final String colour;
    private final String icon;

    State(String colour, String icon) {
      this.colour = colour;
      this.icon = icon;
    }

    public String colour() {
      return colour;
    }

    public String icon() {
      return icon;
    }
  }

  /** How far a unit is in a section. */
  public record Progress(String section, int facts, int of) {

    /** Whole percents, for a bar. */
    public int percent() {
      return of == 0 ? 100 : facts * 100 / of;
    }
  }

  /**
   * A unit that has not sent its report.
   *
   * @param signedIn whether one of its people has signed in since the round opened
   * @param daysIdle days since the last answer
   */
  public record Row(
      RoundUnit unit,
      List<FocalPoint> people,
      State state,
      boolean signedIn,
      long daysIdle,
      List<Progress> progress,
      Optional<OffsetDateTime> last,
      Optional<OffsetDateTime> nudged,
      boolean nudgedToday,
      OffsetDateTime deadline) {

    int answered() {
      return progress.stream().mapToInt(Progress::facts).sum();
    }

    /** Facts without an answer. */
    public int left() {
      return progress.stream().mapToInt(section -> section.of() - section.facts()).sum();
    }
  }

  /** Units of that state. */
  public long count(State state) {
    return open.stream().filter(row -> row.state() == state).count();
  }

  /** Units that will be late unless something happens. */
  public long endangered() {
    return open.stream().filter(row -> row.state().compareTo(State.STALLED) <= 0).count();
  }

  /** Units whose people were not nudged today. */
  public long toNudge() {
    return open.stream().filter(row -> !row.nudgedToday() && !row.people().isEmpty()).count();
  }

  public long daysLeft() {
    return RoundCalendar.daysLeft(now, calendar.deadline());
  }

  /** Every day from the first to the last on which units sent, those without any too. */
  public List<LocalDate> days() {
    var sent = new TreeSet<>(perDay.keySet());
    return sent.isEmpty() ? List.of() : sent.first().datesUntil(sent.last().plusDays(1)).toList();
  }

  /** The most units sent on one day; at least 1, for the height of bars. */
  public int busiest() {
    return Math.max(1, perDay.values().stream().mapToInt(Integer::intValue).max().orElse(1));
  }

  /** Units of a group that have not sent. */
  public long openOf(String group) {
    return open.stream().filter(row -> row.unit().group().equals(group)).count();
  }
}
