package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thangdiem.words.VietnamTime;

class UnitStateTest {

  private static final OffsetDateTime NOW = VietnamTime.read("12/12/2017 09:15").orElseThrow();

  private static SubmissionWindow window(Phase phase) {
    return new SubmissionWindow(
        phase, VietnamTime.read("15/12/2017").orElseThrow(), Optional.empty());
  }

  private static UnitState state(String last, int left) {
    return UnitState.of(window(Phase.OPEN), NOW, VietnamTime.read(last), left);
  }

  @Test
  void hasNotBegunWithoutAnAnswer() {
    assertThat(state("", 77)).isEqualTo(UnitState.NOT_BEGUN);
  }

  @Test
  void hasStoppedExactlyAfterAWeekWithoutAChangeIfSomethingIsLeft() {
    assertThat(state("05/12/2017 09:15", 40)).isEqualTo(UnitState.STALLED);
    assertThat(state("05/12/2017 09:16", 40)).isEqualTo(UnitState.BEGUN);
  }

  @Test
  void isCompleteHoweverLongAgoTheLastAnswerWas() {
    assertThat(state("01/11/2017 09:00", 0)).isEqualTo(UnitState.COMPLETE);
  }

  @Test
  void isLateFromItsDeadlineAndHasMissedOnceTheRoundIsClosed() {
    var deadline = window(Phase.OPEN).lateFrom();
    assertThat(UnitState.of(window(Phase.OPEN), deadline, Optional.of(NOW), 0))
        .isEqualTo(UnitState.LATE);
    assertThat(UnitState.of(window(Phase.VERIFYING), deadline, Optional.of(NOW), 0))
        .isEqualTo(UnitState.MISSED);
  }

  @Test
  void countsAsEndangeredWhatWillBeLateUnlessSomethingHappens() {
    assertThat(UnitState.values())
        .filteredOn(UnitState::endangered)
        .containsExactly(UnitState.MISSED, UnitState.LATE, UnitState.NOT_BEGUN, UnitState.STALLED);
  }
}
