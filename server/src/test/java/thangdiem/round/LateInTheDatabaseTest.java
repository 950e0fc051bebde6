package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.audit.Role;

/** What is late, by the database's own words and its own clock. */
@ServerTest
class LateInTheDatabaseTest {

  @Autowired private GivenRounds given;
  @Autowired private Province province;
  @Autowired private Rounds rounds;
  @Autowired private Extensions extensions;
  @Autowired private JdbcClient sql;

  @AfterEach
  void isNowAgain() {
    TestDatabase.database().setClock(OffsetDateTime.now());
  }

  private boolean lateNow(Round round, RoundUnit unit) {
    return sql.sql("select late_now(:round, :unit)")
        .param("round", round.id())
        .param("unit", unit.unit())
        .query(Boolean.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Ho_Chi_Minh", "UTC", "America/New_York", "Pacific/Kiritimati"})
  void saysTheSameAsTheWindowAtEveryDistanceAndInEveryZone(String zone) {
    var clerk = province.somebody(Role.CLERK);
    var round = given.open(clerk);
    var unit = given.unit(round, clerk);
    var deadline = rounds.calendar(round).deadline();
    var window = extensions.window(round, unit.unit());

    for (var step : new ChronoUnit[] {ChronoUnit.MILLIS, ChronoUnit.SECONDS, ChronoUnit.HOURS}) {
      for (int away : new int[] {-1, 0, 1}) {
        var at = deadline.plus(away, step);
        var late =
            sql.sql(
                    """
                    select :at >= deadline_of(:round, :unit)
                      from (select set_config('TimeZone', :zone, true)) as inThatZone
                    """)
                .param("at", at)
                .param("round", round.id())
                .param("unit", unit.unit())
                .param("zone", zone)
                .query(Boolean.class)
                .single();
        assertThat(late).as("%s %s", away, step).isEqualTo(away >= 0);
        assertThat(window.isLate(at)).isEqualTo(late);
      }
    }
  }

  @Test
  void followsTheClockOfDecisions() {
    var clerk = province.somebody(Role.CLERK);
    var round = given.open(clerk);
    var unit = given.unit(round, clerk);
    var deadline = rounds.calendar(round).deadline();

    TestDatabase.database().setClock(deadline.minusHours(1));
    assertThat(lateNow(round, unit)).isFalse();
    TestDatabase.database().setClock(deadline);
    assertThat(lateNow(round, unit)).isTrue();
    TestDatabase.database().setClock(deadline.minusHours(1));
    assertThat(lateNow(round, unit)).isFalse();
  }

  @Test
  void givesAUnitItsOwnLimit() {
    var favoured = province.somebody(Role.CLERK);
    var other = province.somebody(Role.CLERK);
    var round = given.open(favoured, other);
    var deadline = rounds.calendar(round).deadline();
    var until = deadline.plusDays(6);
    var proposal =
        extensions.propose(
            given.organiser(), round, given.unit(round, favoured), until, "lũ lụt", "1/CV");
    extensions.confirm(given.secondOrganiser(), round, proposal);

    TestDatabase.database().setClock(deadline.plusHours(1));
    assertThat(lateNow(round, given.unit(round, favoured))).isFalse();
    assertThat(lateNow(round, given.unit(round, other))).isTrue();
    TestDatabase.database().setClock(until);
    assertThat(lateNow(round, given.unit(round, favoured))).isTrue();
  }
}
