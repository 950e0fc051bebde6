package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.ranking.BulkComparison;
import thangdiem.scoring.Policy;

/**
 * A million units are scored by columns, one is scored by itself: both say the same of every unit.
 */
class BulkAgreesTest {

  /** Rounds that crowd at thresholds, zeros, blanks and floors, all units in one. */
  @Test
  void onThousandsOfUnitsAtEveryBoundary() {
    var units =
        LongStream.rangeClosed(1, 1_500)
            .boxed()
            .flatMap(seed -> RandomRounds.round(seed).reports().stream())
            .map(Law::answers)
            .toList();

    assertThat(units).hasSizeGreaterThan(5_000);
    assertThat(BulkComparison.differences(Law.DECISION_1663, Policy.DEFAULT, List.of(), units))
        .isEmpty();
  }

  @Test
  void underEveryPolicy() {
    var units =
        LongStream.rangeClosed(1, 40)
            .boxed()
            .flatMap(seed -> RandomRounds.round(seed).reports().stream())
            .map(Law::answers)
            .toList();

    for (var policy : BulkComparison.policies()) {
      assertThat(BulkComparison.differences(Law.DECISION_1663, policy, List.of(), units)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hau-giang-ict/2017", "minh-hoa/2025", Law.DIGITAL_ECONOMY})
  void underEverySet(String ref) {
    var set = Law.read(ref);
    var units = new RandomAnswers(set, 3).units(150);

    for (var policy : BulkComparison.policies()) {
      assertThat(BulkComparison.differences(set, policy, List.of(), units)).isEmpty();
    }
  }

  @Test
  void whereTheRoundLeftBlocksOut() {
    var units = new RandomAnswers(Law.DECISION_1663, 4).units(100);

    for (var notHeld :
        List.of(List.of("II.3", "V.1"), List.of("IV"), List.of("I", "II", "III", "IV", "V"))) {
      for (var policy : BulkComparison.policies()) {
        assertThat(BulkComparison.differences(Law.DECISION_1663, policy, notHeld, units)).isEmpty();
      }
    }
  }
}
