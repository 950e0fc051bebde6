package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
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
