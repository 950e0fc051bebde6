package thangdiem.round;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Scorer;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** The instants of a round, in Vietnam time (lịch của đợt). */
public record RoundCalendar(Map<Milestone, OffsetDateTime> instants) {

  private static final int EXPLANATION_DAYS = 5;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final List<Milestone> IN_ORDER =
      List.of(
          Milestone.OPENS,
          Milestone.DEADLINE,
          Milestone.TOP_UP_FROM,
          Milestone.TOP_UP_UNTIL,
          Milestone.VERIFIED_BY,
          Milestone.EXPLAIN_FROM,
          Milestone.EXPLAIN_UNTIL,
          Milestone.COUNCIL_ON,
          Milestone.PUBLISHED_BY);

  /**
   * What is proposed for a criteria set: the deadline that the decision states, the rest moved to
   * days that are worked, so it steps around Tết by itself.
   */
  static RoundCalendar proposed(CriteriaSet set, int year, WorkingDays days) {
    var instants = new EnumMap<Milestone, OffsetDateTime>(Milestone.class);
    instants.put(Milestone.OPENS, begin(days.onOrAfter(LocalDate.of(year, 10, 15))));
    instants.put(Milestone.REMINDER_1, morning(days.onOrAfter(LocalDate.of(year, 11, 15))));
    instants.put(Milestone.REMINDER_2, morning(days.onOrAfter(LocalDate.of(year, 12, 1))));
    instants.put(Milestone.REMINDER_3, morning(days.onOrAfter(LocalDate.of(year, 12, 8))));
    instants.put(Milestone.REMINDER_4, morning(days.onOrAfter(LocalDate.of(year, 12, 12))));
    instants.put(Milestone.DEADLINE, Scorer.deadline(set).plusYears((long) year - set.year()));
    instants.put(Milestone.TOP_UP_FROM, begin(days.onOrAfter(LocalDate.of(year + 1, 1, 2))));
    instants.put(
        Milestone.TOP_UP_UNTIL, begin(days.onOrAfter(LocalDate.of(year + 1, 1, 10)).plusDays(1)));
    var verified = days.onOrAfter(LocalDate.of(year + 1, 1, 20));
    instants.put(Milestone.VERIFIED_BY, begin(verified.plusDays(1)));
    var explain = days.onOrAfter(verified.plusDays(1));
    instants.put(Milestone.EXPLAIN_FROM, begin(explain));
    var explained = days.after(explain.minusDays(1), EXPLANATION_DAYS);
    instants.put(Milestone.EXPLAIN_UNTIL, begin(explained.plusDays(1)));
    instants.put(Milestone.COUNCIL_ON, morning(days.onOrAfter(LocalDate.of(year + 1, 2, 20))));
    instants.put(
        Milestone.PUBLISHED_BY, begin(days.onOrAfter(LocalDate.of(year + 1, 2, 28)).plusDays(1)));
    return new RoundCalendar(instants);
  }

  /** What does not fit together, by the instant that is to be mended; empty when all holds. */
  Map<Milestone, Sentence> contradictions() {
    var found = new EnumMap<Milestone, Sentence>(Milestone.class);
    Milestone before = null;
    for (var milestone : IN_ORDER) {
      if (!instants.containsKey(milestone)) {
        found.put(milestone, Sentence.of("calendar.missing", name(milestone)));
      } else {
        if (before != null && at(before).isAfter(at(milestone))) {
          found.put(milestone, Sentence.of("calendar.order", name(before), name(milestone)));
        }
        before = milestone;
      }
    }
    return found;
  }

  private static Sentence name(Milestone milestone) {
    return Sentence.of("milestone." + milestone);
  }

  private OffsetDateTime at(Milestone milestone) {
    return find(milestone).orElseThrow();
  }

  public Optional<OffsetDateTime> find(Milestone milestone) {
    return Optional.ofNullable(instants.get(milestone));
  }

  /** The first instant at which a report is late. */
  public OffsetDateTime deadline() {
    return at(Milestone.DEADLINE);
  }

  /**
   * How an exclusive instant is said: 15/12 00:00 is "hết ngày 14/12", any other "trước 11:30 ngày
   * 15/12".
   */
  public static Sentence until(OffsetDateTime exclusive) {
    var there = exclusive.atZoneSameInstant(VietnamTime.ZONE);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Sentence.of("until.day", lastDay(exclusive))
        : Sentence.of("until.instant", CLOCK.format(there), there.toLocalDate());
  }

  /** The last day before an exclusive instant: of 15/12 00:00 it is 14/12. */
  public static LocalDate lastDay(OffsetDateTime exclusive) {
    return exclusive.atZoneSameInstant(VietnamTime.ZONE).minusNanos(1).toLocalDate();
  }

  /** Whole days left until an instant; 0 on the last one. */
  public static long daysLeft(OffsetDateTime now, OffsetDateTime until) {
    return Math.max(0, Duration.between(now, until).toDays());
  }

  private static OffsetDateTime begin(LocalDate day) {
    return day.atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
  }

  private static OffsetDateTime morning(LocalDate day) {
    return day.atTime(8, 0).atZone(VietnamTime.ZONE).toOffsetDateTime();
  }

  /** The settings with the round's own deadline, where it is not the one that the set states. */
  Policy inForce(Policy policy, CriteriaSet set) {
    var deadline = deadline().toInstant();
    return deadline.equals(Scorer.deadline(set).toInstant())
        ? policy
        : policy.with("deadline", deadline.atZone(VietnamTime.ZONE).toOffsetDateTime().toString());
  }
}
