package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.CriteriaSource;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

class RoundCalendarTest {

  private static final TimeZone USUAL = TimeZone.getDefault();
  private static final CriteriaSet SET =
      CriteriaSource.read("hau-giang-ict/2017", List.of()).file().set();

  @AfterEach
  void isBackInItsOwnZone() {
    TimeZone.setDefault(USUAL);
  }

  /** Tết Mậu Tuất: from Wednesday 14/02 to Tuesday 20/02/2018. */
  private static WorkingDays aroundTet2018() {
    return days("2018-01-01", "2018-02-14", "2018-02-15", "2018-02-16", "2018-02-19", "2018-02-20");
  }

  private static WorkingDays days(String... off) {
    return new WorkingDays(
        Stream.of(off)
            .map(LocalDate::parse)
            .collect(
                Collectors.toMap(
                    day -> day, day -> new WorkingDays.SpecialDay(day, "nghỉ", false))));
  }

  private static Map<Milestone, String> shown(RoundCalendar calendar) {
    var shown = new EnumMap<Milestone, String>(Milestone.class);
    calendar.instants().forEach((milestone, at) -> shown.put(milestone, VietnamTime.show(at)));
    return shown;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Ho_Chi_Minh", "UTC", "America/New_York", "Australia/Lord_Howe"})
  void proposesTheDaysOf2017AroundTetWhereverTheServerStands(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));

    assertThat(shown(RoundCalendar.proposed(SET, 2017, aroundTet2018())))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(Milestone.OPENS, "16/10/2017 00:00"),
                Map.entry(Milestone.REMINDER_1, "15/11/2017 08:00"),
                Map.entry(Milestone.REMINDER_2, "01/12/2017 08:00"),
                Map.entry(Milestone.REMINDER_3, "08/12/2017 08:00"),
                Map.entry(Milestone.REMINDER_4, "12/12/2017 08:00"),
                Map.entry(Milestone.DEADLINE, "15/12/2017 00:00"),
                Map.entry(Milestone.TOP_UP_FROM, "02/01/2018 00:00"),
                Map.entry(Milestone.TOP_UP_UNTIL, "11/01/2018 00:00"),
                Map.entry(Milestone.VERIFIED_BY, "23/01/2018 00:00"),
                Map.entry(Milestone.EXPLAIN_FROM, "23/01/2018 00:00"),
                Map.entry(Milestone.EXPLAIN_UNTIL, "30/01/2018 00:00"),
                Map.entry(Milestone.COUNCIL_ON, "21/02/2018 08:00"),
                Map.entry(Milestone.PUBLISHED_BY, "01/03/2018 00:00")));
  }

  @Test
  void movesTheCouncilOnlyBecauseOfTet() {
    var without = RoundCalendar.proposed(SET, 2017, days());

    assertThat(shown(without)).containsEntry(Milestone.COUNCIL_ON, "20/02/2018 08:00");
  }

  @Test
  void contradictsNothingInAnyProposedYear() {
    for (int year = 2016; year < 2060; year++) {
      assertThat(RoundCalendar.proposed(SET, year, aroundTet2018()).contradictions()).isEmpty();
    }
  }

  @Test
  void saysOfEachInstantThatComesTooEarlyAndOfEachThatIsMissing() {
    var instants = new EnumMap<>(RoundCalendar.proposed(SET, 2017, days()).instants());
    instants.put(Milestone.TOP_UP_UNTIL, VietnamTime.read("01/01/2018").orElseThrow());
    instants.remove(Milestone.COUNCIL_ON);

    assertThat(new RoundCalendar(instants).contradictions())
        .containsOnlyKeys(Milestone.TOP_UP_UNTIL, Milestone.COUNCIL_ON);
  }

  @ParameterizedTest
  @CsvSource({
    "15/12/2017 00:00, hết ngày 14/12/2017",
    "15/12/2017 11:30, trước 11:30 ngày 15/12/2017",
    "01/01/2018 00:00, hết ngày 31/12/2017",
    "01/03/2018 00:00, hết ngày 28/02/2018",
    "14/12/2017 23:59, trước 23:59 ngày 14/12/2017"
  })
  void saysALimitAsPeopleDo(String limit, String said) {
    var at = VietnamTime.read(limit).orElseThrow();

    assertThat(RoundCalendar.until(at).in(Words.VIETNAMESE)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "12/12/2017 09:15, 2",
    "13/12/2017 00:00, 2",
    "13/12/2017 00:01, 1",
    "14/12/2017 08:00, 0",
    "16/12/2017 08:00, 0"
  })
  void countsWholeDaysLeft(String now, long days) {
    OffsetDateTime deadline = VietnamTime.read("15/12/2017").orElseThrow();

    assertThat(RoundCalendar.daysLeft(VietnamTime.read(now).orElseThrow(), deadline))
        .isEqualTo(days);
  }
}
