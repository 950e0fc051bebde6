package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import thangdiem.words.VietnamTime;

class SubmissionWindowTest {

  private static final TimeZone USUAL = TimeZone.getDefault();
  private static final List<String> ZONES =
      List.of("Asia/Ho_Chi_Minh", "UTC", "America/New_York", "Pacific/Kiritimati");
  private static final Duration[] AWAY = {
    Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofHours(1)
  };

  @AfterEach
  void isBackInItsOwnZone() {
    TimeZone.setDefault(USUAL);
  }

  /** "trước ngày 15 tháng 12": the first late instant is midnight in Vietnam. */
  private static OffsetDateTime theDeadline() {
    return VietnamTime.read("15/12/2017 00:00").orElseThrow();
  }

  private static SubmissionWindow open(Optional<OffsetDateTime> extendedUntil) {
    return new SubmissionWindow(Phase.OPEN, theDeadline(), extendedUntil);
  }

  static Stream<Arguments> zonesAndDistances() {
    return ZONES.stream().flatMap(zone -> Stream.of(AWAY).map(away -> Arguments.of(zone, away)));
  }

  @ParameterizedTest
  @MethodSource("zonesAndDistances")
  void isInTimeUntilTheDeadlineAndLateFromItWhereverTheServerStands(String zone, Duration away) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
    var window = open(Optional.empty());

    assertThat(window.at(theDeadline().minus(away))).isEqualTo(SubmissionWindow.Standing.IN_TIME);
    assertThat(window.at(theDeadline())).isEqualTo(SubmissionWindow.Standing.LATE);
    assertThat(window.at(theDeadline().plus(away))).isEqualTo(SubmissionWindow.Standing.LATE);
    assertThat(theDeadline()).isEqualTo(OffsetDateTime.parse("2017-12-14T17:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("zonesAndDistances")
  void hasItsOwnLimitWhereItWasGivenMoreTime(String zone, Duration away) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
    var until = VietnamTime.read("21/12/2017 11:30").orElseThrow();
    var window = open(Optional.of(until));

    assertThat(window.at(theDeadline().plus(away))).isEqualTo(SubmissionWindow.Standing.IN_TIME);
    assertThat(window.at(until.minus(away))).isEqualTo(SubmissionWindow.Standing.IN_TIME);
    assertThat(window.at(until)).isEqualTo(SubmissionWindow.Standing.LATE);
    assertThat(window.isExtended()).isTrue();
  }

  @Test
  void losesNoTimeByAnExtensionThatIsEarlierThanTheDeadline() {
    var window = open(Optional.of(theDeadline().minusDays(3)));

    assertThat(window.lateFrom()).isEqualTo(theDeadline());
    assertThat(window.isExtended()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void takesReportsOnlyWhileTheRoundIsOpen(Phase phase) {
    var window = new SubmissionWindow(phase, theDeadline(), Optional.empty());

    assertThat(window.at(theDeadline().minusDays(1)))
        .isEqualTo(
            switch (phase) {
              case DRAFT -> SubmissionWindow.Standing.NOT_YET;
              case OPEN -> SubmissionWindow.Standing.IN_TIME;
              case VERIFYING, EXPLAINING, COUNCIL, ADOPTED, PUBLISHED ->
                  SubmissionWindow.Standing.CLOSED;
            });
  }

  /**
   * Terms of up to ten working days, with holidays and worked weekends, set as extensions: the
   * reckoning here knows no zones, only that Vietnam is seven hours ahead all year.
   */
  @ParameterizedTest
  @MethodSource("zones")
  void endsWithTheLastWorkingDayOfATermAtTenThousandInstantsInEveryZone(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
    var random = new SplittableRandom(47);
    for (int i = 0; i < 10_000; i++) {
      var from = LocalDate.of(2017, 1, 1).plusDays(random.nextInt(3 * 365));
      var special = special(random, from);
      int term = random.nextInt(11);
      var last = new WorkingDays(special).after(from, term);
      var until = last.plusDays(1).atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
      var window =
          new SubmissionWindow(
              Phase.OPEN, VietnamTime.read("01/01/2017 00:00").orElseThrow(), Optional.of(until));
      long limit = (lastByHand(special, from, term) + 1) * 86_400 - 7 * 3_600;
      var at =
          OffsetDateTime.ofInstant(
              Instant.ofEpochSecond(limit + near(random)), ZoneId.systemDefault());

      assertThat(window.isLate(at))
          .as("%s, %d working days from %s, sent at %s", zone, term, from, at)
          .isEqualTo(at.toEpochSecond() >= limit);
    }
  }

  static Stream<String> zones() {
    return ZONES.stream();
  }

  /** Within a second, an hour, a day or a month of the limit, on both sides and on it. */
  private static long near(SplittableRandom random) {
    long[] within = {1, 3_600, 86_400, 2_592_000};
    long most = within[random.nextInt(within.length)];
    return random.nextLong(-most, most + 1);
  }

  private static Map<LocalDate, WorkingDays.SpecialDay> special(
      SplittableRandom random, LocalDate from) {
    var special = new HashMap<LocalDate, WorkingDays.SpecialDay>();
    for (int i = 0; i < 5; i++) {
      var day = from.plusDays(random.nextInt(20));
      special.put(day, new WorkingDays.SpecialDay(day, "ngày riêng", random.nextBoolean()));
    }
    return special;
  }

  /** The number of the last day since 1970, counted day by day: 01/01/1970 was a Thursday. */
  private static long lastByHand(
      Map<LocalDate, WorkingDays.SpecialDay> special, LocalDate from, int term) {
    long day = from.toEpochDay();
    for (int left = term; left > 0; ) {
      day++;
      var own = special.get(LocalDate.ofEpochDay(day));
      long sinceMonday = Math.floorMod(day + 3, 7);
      if (own == null ? sinceMonday < 5 : own.working()) {
        left--;
      }
    }
    return day;
  }

  @Test
  void isLateExactlyFromItsLimitAtTenThousandInstants() {
    var random = new SplittableRandom(1663);
    for (int i = 0; i < 10_000; i++) {
      var extended =
          random.nextBoolean()
              ? Optional.of(theDeadline().plusSeconds(random.nextLong(-100_000, 1_000_000)))
              : Optional.<OffsetDateTime>empty();
      var window = open(extended);
      var at =
          theDeadline().plusNanos(random.nextLong(-2_000_000_000_000_000L, 2_000_000_000_000_000L));

      long deadline = theDeadline().toInstant().toEpochMilli();
      long limit =
          Math.max(deadline, extended.map(one -> one.toInstant().toEpochMilli()).orElse(deadline));
      assertThat(window.isLate(at)).isEqualTo(at.toInstant().toEpochMilli() >= limit);
    }
  }
}
