package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.ServerTest;

@ServerTest
class PhaseTest {

  /** The whole life of a round, written down once more by hand. */
  private static final List<String> STEPS =
      List.of(
          "DRAFT→OPEN",
          "OPEN→VERIFYING",
          "VERIFYING→EXPLAINING",
          "EXPLAINING→COUNCIL",
          "COUNCIL→EXPLAINING",
          "COUNCIL→ADOPTED",
          "ADOPTED→PUBLISHED");

  @Autowired private JdbcClient sql;

  static Stream<Arguments> everyPair() {
    return Stream.of(Phase.values())
        .flatMap(from -> Stream.of(Phase.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void leadsOnlyWhereTheTableSays(Phase from, Phase to) {
    assertThat(from.leadsTo(to)).isEqualTo(STEPS.contains(from + "→" + to));
  }

  @Test
  void reachesEveryPhaseFromTheDraftAndNeverReturnsToIt() {
    var reached = EnumSet.of(Phase.DRAFT);
    var left = new ArrayDeque<>(reached);
    while (!left.isEmpty()) {
      left.remove().next().stream()
          .map(Phase.Transition::to)
          .filter(reached::add)
          .forEach(left::add);
    }

    assertThat(reached).containsExactlyInAnyOrder(Phase.values());
    assertThat(Phase.TRANSITIONS).noneMatch(step -> step.to() == Phase.DRAFT);
    assertThat(Phase.PUBLISHED.next()).isEmpty();
  }

  @Test
  void isTheSameTableInTheDatabase() {
    assertThat(
            sql.sql("select from_phase || '→' || to_phase from phase_transition")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(STEPS);
  }
}
