package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thangdiem.scoring.SmallSet.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.ranking.BulkComparison;

/** Scoring by columns, held against the scorer of one unit wherever a column could go wrong. */
class BulkScorerTest {

  private static final CriteriaSet ALL_KINDS =
      SmallSet.of(
          """
          sections:
            - code: I
              name: Một
              maxPoints: 60
              criteria:
                - {code: I.1, name: A, maxPoints: 7, rule: {proportional: a / b}}
                - {code: I.2, name: B, maxPoints: 8, rule: {yesNo: yes}}
                - {code: I.3, name: C, maxPoints: 5, rule: {yesNo: also}}
                - {code: I.4, name: D, maxPoints: 10, rule: {tiers: {of: a / b, steps: [{atLeast: 1, points: 10}, {above: 30%, below: 0.65, points: 5.125}, {atMost: 25%, points: maxPoints / 3}]}}}
                - {code: I.5, name: E, maxPoints: 10, rule: {tiers: {of: c, steps: [{atLeast: 0.5, points: 10}, {above: 0.05, points: 4}, {otherwise: 1}]}}}
                - {code: I.6, name: F, maxPoints: 10, rule: {choice: {of: colour, options: [{option: red, points: 10}, {option: blue, points: 2.5}]}}}
                - {code: I.7, name: G, maxPoints: 10, rule: {dateWindow: {of: day, windows: [{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {to: 31/03 year, points: 5}, {otherwise: 1}]}}}
            - code: II
              name: Hai
              maxPoints: 40
              criteria:
                - {code: II.1, name: H, maxPoints: 4, rule: {yesNo: a / b >= 80%}}
                - {code: II.2, name: I, maxPoints: 4, rule: {yesNo: 3 < a}}
                - {code: II.3, name: J, maxPoints: 4, rule: {yesNo: a = 2}}
                - {code: II.4, name: K, maxPoints: 4, rule: {yesNo: b != 2}}
                - {code: II.5, name: L, maxPoints: 4, rule: {formula: a + b}}
                - {code: II.6, name: M, maxPoints: 4, rule: {change: {of: a, as: percent, target: 10%}}}
                - {code: II.7, name: N, maxPoints: 4, rule: {relativeToBest: {of: b, better: higher, among: group}}}
                - {code: II.8, name: O, maxPoints: 4, rule: {byGroup: {department: {yesNo: yes and also}, district: {proportional: c / b}}}}
                - {code: II.9, name: P, maxPoints: 4, rule: {yesNo: c < 0.5}}
                - {code: II.10, name: Q, maxPoints: 4, rule: {yesNo: b <= 3}}
            - {code: III, name: Thưởng, bonus: true, maxPoints: 10, criteria: [{code: III.1, name: R, maxPoints: 10, rule: {yesNo: a > 4}}]}
          gates:
            - {id: gate, name: Điều kiện, failsWhen: paint = 'red', gradeAtMost: Khá}
            - {id: worse, name: Điều kiện nặng, failsWhen: until = day, gradeAtMost: Trung bình}
            - {id: worst, name: Điều kiện số, failsWhen: a > 7, gradeAtMost: Yếu}
          """);

  /** What goes beyond a column: large, long, negative, with a deduction. */
  private static SmallSet.Unit beyond(SmallSet.Unit unit, SplittableRandom random) {
    return switch (random.nextInt(30)) {
      case 0 -> unit.with("a", 1L << 24).with("b", 1_000_000);
      case 1 -> unit.with("b", 1_000_000_000_000L);
      case 2 -> unit.with("c", "0.125");
      case 3 -> unit.with("c", "-3");
      case 4 -> unit.less("incident", Optional.of("3.25"), Optional.of("12/QĐ"));
      case 5 -> unit.on("day", "9999-12-31").on("until", "9999-12-31");
      default -> unit;
    };
  }

  private static UnitAnswers randomUnit(int i, SplittableRandom random) {
    var unit = unit("u" + i).in(List.of("department", "district", "guest").get(random.nextInt(3)));
    for (var fact : List.of("a", "b")) {
      unit =
          random.nextInt(12) == 0
              ? unit
              : random.nextInt(12) == 0 ? unit.none(fact) : unit.with(fact, random.nextInt(9));
    }
    unit =
        random.nextInt(12) == 0
            ? unit
            : random.nextInt(12) == 0
                ? unit.none("c")
                : unit.with(
                    "c", List.of("0", "0.05", "0.06", "0.5", "0.49", "3").get(random.nextInt(6)));
    for (var fact : List.of("yes", "also")) {
      unit =
          random.nextInt(12) == 0
              ? unit
              : random.nextInt(12) == 0 ? unit.none(fact) : unit.with(fact, random.nextBoolean());
    }
    for (var fact : List.of("colour", "paint")) {
      unit =
          random.nextInt(8) == 0
              ? unit
              : random.nextInt(8) == 0
                  ? unit.none(fact)
                  : unit.chose(fact, random.nextBoolean() ? "red" : "blue");
    }
    for (var fact : List.of("day", "until")) {
      var days =
          List.of(
              "2016-09-30",
              "2016-10-01",
              "2016-12-31",
              "2017-01-01",
              "2017-03-31",
              "2017-04-01",
              "1901-01-01");
      unit =
          random.nextInt(8) == 0
              ? unit
              : random.nextInt(8) == 0
                  ? unit.none(fact)
                  : unit.on(fact, days.get(random.nextInt(days.size())));
    }
    if (random.nextBoolean()) {
      unit = unit.lastYear("a", random.nextInt(5));
    }
    if (random.nextInt(4) == 0) {
      unit = unit.without(List.of("I.1", "II", "I.4").get(random.nextInt(3)));
    }
    return beyond(unit, random).answers();
  }

  private static List<UnitAnswers> units(long seed, int count) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, count).mapToObj(i -> randomUnit(i, random)).toList();
  }

  static Stream<Policy> policies() {
    return BulkComparison.policies().stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void agreesOnEveryKindOfRuleAndAnswer(Policy policy) {
    assertThat(BulkComparison.differences(ALL_KINDS, policy, List.of(), units(1, 500))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void agreesWhereAGroupHasAScaleOfItsOwn(Policy policy) {
    var set =
        SmallSet.ofTwoScales(
            """
            sections:
              - code: I
                name: Một
                maxPoints: {department: 60, district: 30, guest: 60}
                criteria:
                  - {code: I.1, name: A, maxPoints: {department: 50, district: 25, guest: 50}, rule: {proportional: a / b}}
                  - {code: I.4, name: B, maxPoints: {department: 10, district: 5, guest: 10}, rule: {yesNo: yes}}
              - code: II
                name: Hai
                maxPoints: {department: 40, district: 10, guest: 40}
                criteria: [{code: II.1, name: C, maxPoints: {department: 40, district: 10, guest: 40}, rule: {yesNo: also}}]
            """);
    assertThat(BulkComparison.differences(set, policy, List.of(), units(2, 300))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2047, 2048, 2049, 32_768, 33_000})
  void agreesAtTheEdgesOfBlocks(int count) {
    var set = SmallSet.withRule("{proportional: a / b}");
    var units =
        IntStream.range(0, count)
            .mapToObj(i -> unit("u" + i).with("a", i % 1013).with("b", i % 997).answers())
            .toList();

    assertThat(BulkComparison.differences(set, Policy.DEFAULT, List.of(), units)).isEmpty();
  }

  @Test
  void theGateThatAUnitFailsIsNotThatOfTheUnitABlockLater() {
    var set =
        SmallSet.of(
            """
            gates:
              - {id: gate, name: Điều kiện, failsWhen: a > 7, gradeAtMost: Yếu}
            sections:
              - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: A, maxPoints: 100, rule: {yesNo: yes}}]}
              - {code: II, name: Thưởng, bonus: true, maxPoints: 10, criteria: [{code: II.1, name: B, maxPoints: 10, rule: {yesNo: a > 7}}]}
            """);
    var units =
        IntStream.range(0, 2_100)
            .mapToObj(i -> unit("u" + i).with("yes", true).with("a", i == 5 ? 8 : 7).answers())
            .toList();

    assertThat(BulkComparison.differences(set, Policy.DEFAULT, List.of(), units)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void agreesWhereTheRoundLeftBlocksOut(Policy policy) {
    for (var notHeld : List.of(List.of("I.1", "II.2"), List.of("II"), List.of("I", "II", "III"))) {
      assertThat(BulkComparison.differences(ALL_KINDS, policy, notHeld, units(4, 60))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void agreesWhereAGroupLacksASectionACriterionOrHasABonusOverNothing(Policy policy) {
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: {department: 60, district: 50, guest: 60}
                criteria:
                  - {code: I.1, name: A, maxPoints: 50, rule: {proportional: a / b}}
                  - {code: I.2, name: B, maxPoints: {department: 10, guest: 10}, rule: {yesNo: yes}}
              - code: II
                name: Hai
                maxPoints: {department: 40}
                criteria: [{code: II.1, name: C, maxPoints: {department: 40}, rule: {yesNo: also}}]
              - {code: III, name: Thưởng, bonus: true, maxPoints: 10, criteria: [{code: III.1, name: R, maxPoints: 10, rule: {proportional: c / b}}]}
            """);
    assertThat(BulkComparison.differences(set, policy, List.of(), units(5, 200))).isEmpty();
    assertThat(BulkComparison.differences(set, policy, List.of("I"), units(6, 60))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2047, 2048, 2049, 3100})
  void agreesAtTheEdgesOfBlocksThatAreRescaledOrScoredOneByOne(int count) {
    var units =
        IntStream.range(0, count)
            .mapToObj(i ->
                unit("u" + i)
                    .without("I.1")
                    .with("a", i % 1013)
                    .with("b", i % 997)
                    .chose("colour", i % 3 == 0 ? "red" : "blue")
                    .answers())
            .toList();

    assertThat(
            BulkComparison.differences(
                ALL_KINDS,
                Policy.DEFAULT.with("notApplicable", "rescale-section"),
                List.of(),
                units))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void agreesOnASectionThatIsWorthNothingToAGroup(Policy policy) {
    var set =
        SmallSet.of(
            """
            sections:
              - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: A, maxPoints: 100, rule: {proportional: a / b}}]}
              - {code: II, name: Hai, maxPoints: 0, criteria: [{code: II.1, name: B, maxPoints: 0, rule: {information: [c]}}]}
            """);

    assertThat(BulkComparison.differences(set, policy, List.of(), units(3, 60))).isEmpty();
  }

  @Test
  void roundsHalfUpWhereverAHalfCanArise() {
    var set = SmallSet.withRule("{proportional: a / b}");
    var units = new ArrayList<UnitAnswers>();
    for (int whole : new int[] {1, 3, 7, 8, 16, 64, 4096, 20_000, 999_999, (1 << 24) - 1}) {
      for (int part = 0; part < 300; part++) {
        units.add(unit("u").with("a", part * 37L % (whole + 2)).with("b", whole).answers());
      }
    }

    for (var cap : List.of("1", "none")) {
      assertThat(
              BulkComparison.differences(
                  set, Policy.DEFAULT.with("ratioCap", cap), List.of(), units))
          .isEmpty();
    }
  }

  @Test
  void ratiosFarAboveOneAreScoredToo() {
    var set = SmallSet.withRule("{proportional: a / b}");
    var units =
        Stream.of(50_000L, 5_592L, 20_000L)
            .map(a -> unit("u").with("a", a).with("b", 1).answers())
            .toList();

    assertThat(
            BulkComparison.differences(
                set, Policy.DEFAULT.with("ratioCap", "none"), List.of(), units))
        .isEmpty();
  }

  @Test
  void refusesPointsThatNoSumCanHold() {
    var set = SmallSet.withRule("{proportional: a / b}");
    var answers =
        BulkAnswers.of(set, List.of(unit("u").with("a", 16_000_000).with("b", 1).answers()));
    var scorer = new BulkScorer(set, Policy.DEFAULT.with("ratioCap", "none"), List.of());

    assertThatThrownBy(() -> scorer.score(answers)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesToScoreInFractions() {
    assertThatThrownBy(
            () -> new BulkScorer(ALL_KINDS, Policy.DEFAULT.with("rounding", "none"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyQuestionsWithTheSamePointsAreCountedTogether() {
    var criteria = new StringBuilder();
    for (int i = 1; i <= 300; i++) {
      criteria.append(
          "      - {code: I.%d, name: X, maxPoints: 0.5, rule: {yesNo: %s}}\n"
              .formatted(i, i % 3 == 0 ? "also" : "yes"));
    }
    var set =
        SmallSet.of(
            "sections:\n  - code: I\n    name: Một\n    maxPoints: 150\n    criteria:\n"
                + criteria);
    var units =
        List.of(
            unit("u").with("yes", true).with("also", true).answers(),
            unit("v").with("also", true).answers(),
            unit("w").with("yes", true).answers());

    assertThat(BulkComparison.differences(set, Policy.DEFAULT, List.of(), units)).isEmpty();
  }

  @Test
  void everybodyMayClaimSomethingElse() {
    var criteria = new StringBuilder();
    for (int i = 1; i <= 11; i++) {
      criteria.append(
          "      - {code: I.%d, name: X, maxPoints: %d, rule: {yesNo: yes}}\n".formatted(i, i));
    }
    var set =
        SmallSet.of(
            "sections:\n  - code: I\n    name: Một\n    maxPoints: 66\n    criteria:\n" + criteria);
    var units =
        IntStream.range(0, 1_100)
            .mapToObj(claims ->
                unit("u" + claims)
                    .with("yes", true)
                    .without(
                        IntStream.range(0, 11)
                            .filter(bit -> (claims >> bit & 1) == 1)
                            .mapToObj(bit -> "I." + (bit + 1))
                            .toArray(String[]::new))
                    .answers())
            .toList();

    assertThat(
            BulkComparison.differences(
                set, Policy.DEFAULT.with("notApplicable", "rescale-section"), List.of(), units))
        .isEmpty();
  }

  @Test
  void theRulesOfDecreesAreCompiledAndNotLeftToTheScorer() {
    var cohort =
        new Cohort(
            "department",
            java.util.Set.of(),
            new java.util.LinkedHashSet<>(ALL_KINDS.facts().values()));
    var compiler =
        new KernelCompiler(ALL_KINDS, Policy.DEFAULT, cohort, Peers.NONE, Integer.MAX_VALUE);

    assertThat(
            ALL_KINDS
                .scored()
                .filter(criterion ->
                    compiler
                            .kernel(
                                criterion,
                                criterion.maxPoints().of("department").orElse(Points.NONE))
                            .orElseThrow()
                        instanceof Kernel.Singly)
                .map(criterion -> criterion.code()))
        .containsExactly("II.2", "II.4", "II.5", "II.6", "II.7", "II.8");
  }
}
