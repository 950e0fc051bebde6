package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thangdiem.words.VietnamTime;

class PaceOfReportsTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2017, 12, 14);

  private static List<LocalDate> on(String... instants) {
    return Stream.of(instants).map(one -> Pace.dayOf(VietnamTime.read(one).orElseThrow())).toList();
  }

  @Test
  void countsTheDaysInVietnamBesideAsManyDaysBeforeLastYearsDeadline() {
    var pace =
        Pace.of(
            VietnamTime.read("12/12/2017 09:15").orElseThrow(),
            new Pace.Sent(2017, LAST_DAY, 32, on("12/12/2017 00:01", "11/12/2017 23:59")),
            Optional.of(
                new Pace.Sent(
                    2016,
                    LocalDate.of(2016, 12, 14),
                    31,
                    on("12/12/2016 10:00", "12/12/2016 11:00"))));

    assertThat(pace.days()).hasSize(11);
    assertThat(pace.days().getLast()).isEqualTo(new Pace.Day(LocalDate.of(2017, 12, 12), 1, 2));
    assertThat(pace.days().get(9)).isEqualTo(new Pace.Day(LocalDate.of(2017, 12, 11), 1, 0));
    assertThat(pace.earlierYear()).hasValue(2016);
    assertThat(pace.height(2)).isEqualTo(2 * pace.height(1));
  }

  @Test
  void endsWithTheDeadlineOnceItHasPassed() {
    var pace =
        Pace.of(
            VietnamTime.read("20/01/2018").orElseThrow(),
            new Pace.Sent(2017, LAST_DAY, 32, on("14/12/2017 16:00")),
            Optional.empty());

    assertThat(pace.days().getLast().day()).isEqualTo(LAST_DAY);
    assertThat(pace.isEmpty()).isFalse();
  }
}
