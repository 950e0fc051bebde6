package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import thangdiem.ServerTest;

@ServerTest
class WorkingDaysTest {

  @Autowired private SpecialDayTable table;

  /** The public holidays that the installation comes with. */
  private WorkingDays asInstalled() {
    return table.workingDays();
  }

  /** A year in which a Saturday is worked instead of the day before a holiday. */
  private static WorkingDays withASaturdayMadeUp() {
    Map<LocalDate, WorkingDays.SpecialDay> days = new HashMap<>();
    days.put(
        LocalDate.of(2018, 4, 30),
        new WorkingDays.SpecialDay(LocalDate.of(2018, 4, 30), "nghỉ", false));
    days.put(
        LocalDate.of(2018, 5, 5),
        new WorkingDays.SpecialDay(LocalDate.of(2018, 5, 5), "làm bù 30/4", true));
    return new WorkingDays(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-02-13, 2018-02-13", // the last day before Tết
    "2018-02-14, 2018-02-21",
    "2018-02-17, 2018-02-21", // a Saturday within it
    "2018-02-20, 2018-02-21",
    "2017-12-16, 2017-12-18", // an ordinary Saturday
    "2018-01-01, 2018-01-02"
  })
  void stepsOverTetAndWeekends(LocalDate day, LocalDate worked) {
    assertThat(asInstalled().onOrAfter(day)).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-01-19, 5, 2018-01-26", // from Friday to Friday
    "2018-02-09, 5, 2018-02-23", // over the whole of Tết
    "2018-02-13, 1, 2018-02-21",
    "2018-02-13, 0, 2018-02-13"
  })
  void countsWorkingDaysOverTet(LocalDate from, int days, LocalDate last) {
    assertThat(asInstalled().after(from, days)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-02-09T09:00+07:00, 2018-02-24T00:00+07:00, 5", // over the whole of Tết
    "2018-02-10T09:00+07:00, 2018-02-24T00:00+07:00, 5", // a Saturday takes nothing away
    "2018-02-22T23:59+07:00, 2018-02-24T00:00+07:00, 1",
    "2018-02-23T09:00+07:00, 2018-02-24T00:00+07:00, 0", // the last day
    "2018-02-25T09:00+07:00, 2018-02-24T00:00+07:00, 0"
  })
  void countsWhatIsLeftAsTheTermWasCounted(OffsetDateTime now, OffsetDateTime until, long left) {
    assertThat(asInstalled().left(now, until)).isEqualTo(left);
  }

  @Test
  void worksOnASaturdayThatReplacesAnotherDay() {
    assertThat(withASaturdayMadeUp().isWorked(LocalDate.of(2018, 5, 5))).isTrue();
    assertThat(withASaturdayMadeUp().isWorked(LocalDate.of(2018, 4, 30))).isFalse();
    assertThat(withASaturdayMadeUp().holiday(LocalDate.of(2018, 4, 30))).hasValue("nghỉ");
    assertThat(withASaturdayMadeUp().holiday(LocalDate.of(2018, 5, 5))).isEmpty();
  }
}
