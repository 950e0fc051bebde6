package thangdiem.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.scoring.BulkAnswers;
import thangdiem.scoring.BulkScorer;
import thangdiem.scoring.Policy;
import thangdiem.scoring.SmallSet;

/** Ranks by counting and by sorting, each where the other would do, and where neither is easy. */
class BulkStandingsTest {

  /** A section as large as points can be, and one of a tenth of a point. */
  private static final CriteriaSet SET =
      SmallSet.of(
          """
          sections:
            - {code: I, name: Một, maxPoints: 7000000, criteria: [{code: I.1, name: X, maxPoints: 7000000, rule: {formula: a}}]}
            - {code: II, name: Hai, maxPoints: 0.1, criteria: [{code: II.1, name: Y, maxPoints: 0.1, rule: {formula: c}}]}
          """);

  private static final Policy BY_MEAN =
      Policy.DEFAULT.with("overall", "mean-of-section-percentages");

  private static BulkStandings standings(Policy policy, SmallSet.Unit... units) {
    var answers = Arrays.stream(units).map(SmallSet.Unit::answers).toList();
    return BulkStandings.of(
        new BulkScorer(SET, policy, List.of()).score(BulkAnswers.of(SET, answers)));
  }

  private static void agrees(Stream<SmallSet.Unit> units) {
    var answers = units.map(SmallSet.Unit::answers).toList();
    for (var policy : List.of(Policy.DEFAULT, BY_MEAN)) {
      assertThat(BulkComparison.differences(SET, policy, List.of(), answers)).isEmpty();
    }
  }

  @Test
  void fewUnitsWithTotalsFarApartShareRanksWhereTheyAreEqual() {
    var ranks =
        standings(
                Policy.DEFAULT,
                unit("u").with("a", 3),
                unit("v").with("a", 7_000_000),
                unit("w").with("a", 3).in("district"),
                unit("x").with("a", 6_999_999),
                unit("y").with("a", 7_000_000).in("guest"),
                unit("z"))
            .overall();

    assertThat(ranks.overAll()).containsExactly(3, 1, 3, 2, 0, 5);
    assertThat(ranks.inGroup()).containsExactly(3, 1, 1, 2, 0, 4);
  }

  @Test
  void aUnitToWhichASectionDoesNotApplyHasNoRankInItAndTakesNobodysPlace() {
    var standings =
        standings(
            Policy.DEFAULT,
            unit("u").with("c", "0.1").without("II"),
            unit("v").with("c", "0.05"),
            unit("w").with("c", "0.1"),
            unit("x").with("c", "0.1").in("guest"));

    assertThat(standings.sections().getFirst().overAll()).containsExactly(1, 1, 1, 0);
    assertThat(standings.sections().getLast().overAll()).containsExactly(0, 2, 1, 0);
    assertThat(standings.sections().getLast().inGroup()).containsExactly(0, 2, 1, 0);
  }

  @Test
  void theMeanOfSectionPercentagesIsRankedByItsLastDigit() {
    var ranks =
        standings(
                BY_MEAN,
                unit("u").with("a", 3_499_999).with("c", "0.01"),
                unit("v").with("a", 3_500_000).with("c", "0.01"),
                unit("w").with("a", 3_500_000).with("c", "0.01"),
                unit("x").with("a", 3_500_001).with("c", "0.01"))
            .overall();

    assertThat(ranks.overAll()).containsExactly(4, 2, 2, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 2_000})
  void agreesWithTheStandingsOfASmallRoundHoweverManyUnitsShareAValue(int units) {
    agrees(
        IntStream.range(0, units)
            .mapToObj(i ->
                unit("u" + i)
                    .in(List.of("department", "district", "guest").get(i % 7 % 3))
                    .with("a", i * 7919L % 1013)
                    .with("c", List.of("0", "0.01", "0.05", "0.09", "0.1").get(i % 5))));
  }

  @Test
  void agreesOnValuesOfEveryLength() {
    agrees(
        IntStream.range(0, 64)
            .mapToObj(i ->
                unit("u" + i)
                    .with("a", 7_000_000L >> i % 23)
                    .with("c", i % 2 == 0 ? "0.1" : "-3")));
  }
}
