package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thangdiem.words.VietnamTime;

class CourseTest {

  private static final LocalDate OPENS = LocalDate.of(2017, 12, 10);
  private static final LocalDate LAST_DAY = LocalDate.of(2017, 12, 14);

  private static Pace.Sent sent(int year, LocalDate lastDay, String... instants) {
    return new Pace.Sent(
        year,
        lastDay,
        8,
        Stream.of(instants).map(one -> Pace.dayOf(VietnamTime.read(one).orElseThrow())).toList());
  }

  private static Course course(String now, Optional<Pace.Sent> earlier) {
    return Course.of(
        VietnamTime.read(now).orElseThrow(),
        OPENS,
        sent(2017, LAST_DAY, "11/12/2017 23:59", "12/12/2017 00:00"),
        Map.of(OPENS, 3, LAST_DAY.minusDays(2), 4),
        16,
        earlier);
  }

  @Test
  void addsUpDayByDayInVietnamAndKnowsNothingOfDaysToCome() {
    var course = course("12/12/2017 09:00", Optional.empty());

    assertThat(course.allAnswered())
        .containsExactly(
            Optional.of(new BigDecimal("18.8")),
            Optional.of(new BigDecimal("18.8")),
            Optional.of(new BigDecimal("43.8")),
            Optional.empty(),
            Optional.empty());
    assertThat(course.days().stream().map(day -> day.sent().orElse(-1)))
        .containsExactly(0, 1, 2, -1, -1);
    assertThat(course.latest().day()).isEqualTo(LocalDate.of(2017, 12, 12));
    assertThat(course.line(course.allSent())).isEqualTo("M0 1000H250V875H500V750");
  }

  @Test
  void standsBesideTheYearBeforeOnTheDayAsFarFromItsDeadline() {
    var earlier = sent(2016, LocalDate.of(2016, 12, 20), "17/12/2016 08:00", "20/12/2016 08:00");

    var course = course("12/12/2017 09:00", Optional.of(earlier));

    assertThat(course.days().stream().map(day -> day.earlier().getAsInt()))
        .isEqualTo(List.of(0, 1, 1, 1, 2));
  }
}
