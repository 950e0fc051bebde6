package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import thangdiem.criteria.Rational;
import thangdiem.ranking.Influence;
import thangdiem.ranking.Robustness;
import thangdiem.ranking.Spread;
import thangdiem.ranking.UnitRobustness;

/** The robustness of a ranking as other programs read it. */
class RobustnessJsonTest {

  private static Spread spread(int low, int high) {
    var grades = new LinkedHashMap<String, Rational>();
    grades.put("Tốt", Rational.of(2, 3));
    grades.put("Khá", Rational.of(1, 3));
    return new Spread(low, high, 1, 2, Rational.of(1, 8), Rational.ONE, grades);
  }

  private static final Robustness ROBUSTNESS =
      new Robustness(
          -7,
          1000,
          96,
          List.of(new UnitRobustness("so-y-te", spread(1, 2), spread(3, 4), spread(5, 6))),
          List.of(new Influence("II.3.1", 12, Rational.of(9, 16))));

  private static String written() {
    var out = new ByteArrayOutputStream();
    RobustnessJson.write(out, ROBUSTNESS);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameFiguresGiveTheSameBytes() {
    assertThat(written()).isEqualTo(written());
  }

  @Test
  void seedDrawsAndMeaningStandInTheFile() {
    assertThat(written().replaceAll("\\s", ""))
        .startsWith("{\"seed\":-7,\"draws\":1000,\"policyCombinations\":96,\"meaning\":{")
        .contains("SplitMix64");
  }

  @Test
  void sharesAreDecimalsOfFourDigits() {
    assertThat(written().replaceAll("\\s", ""))
        .contains(
            "{\"unit\":\"so-y-te\",\"policies\":{\"low\":1,\"high\":2,\"lowInGroup\":1,\"highInGroup\":2,\"first\":\"0.1250\",\"firstInGroup\":\"1.0000\","
                + "\"grades\":{\"Tốt\":\"0.6667\",\"Khá\":\"0.3333\"}},\"weights\":{\"low\":3,")
        .contains("\"sections\":{\"low\":5,")
        .contains("{\"criterion\":\"II.3.1\",\"pairsTurned\":12,\"meanRankShift\":\"0.5625\"}");
  }
}
