package thangdiem.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.GradeScale;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.SmallSet;
import thangdiem.scoring.UnitAnswers;

/**
 * How firm ranks are, each figure counted a second time the slow way: every ranking made by itself,
 * in fractions, and kept in a list.
 */
class RobustnessTest {

  private static final CriteriaSet SET =
      SmallSet.of(
          """
          sections:
            - code: I
              name: Một
              maxPoints: 50
              criteria:
                - {code: I.1, name: A, maxPoints: 30, rule: {proportional: a / b}}
                - {code: I.2, name: B, maxPoints: 20, rule: {yesNo: also}}
            - {code: II, name: Hai, maxPoints: 30, criteria: [{code: II.1, name: C, maxPoints: 30, rule: {formula: c}}]}
            - {code: III, name: Ba, maxPoints: 20, criteria: [{code: III.1, name: D, maxPoints: 20, rule: {proportional: b / 7}}]}
            - {code: IV, name: Thưởng, bonus: true, maxPoints: 10, criteria: [{code: IV.1, name: E, maxPoints: 10, rule: {yesNo: yes}}]}
          gates:
            - {id: gate, name: Điều kiện, failsWhen: colour = 'red', gradeAtMost: Khá}
            - {id: worse, name: Điều kiện nặng, failsWhen: paint = 'red', gradeAtMost: Trung bình}
          """);

  private static final int DRAWS = 300;
  private static final long SEED = 1663;

  private static UnitAnswers randomUnit(int i, SplittableRandom random) {
    var unit =
        unit("u" + i)
            .in(List.of("department", "department", "district", "guest").get(random.nextInt(4)))
            .with("a", random.nextInt(9))
            .with("b", random.nextInt(7))
            .with(
                "c",
                new BigDecimal(random.nextInt(9000))
                    .movePointLeft(random.nextInt(2, 4))
                    .toPlainString())
            .with("yes", random.nextInt(3) == 0)
            .with("also", random.nextBoolean());
    if (random.nextInt(4) == 0) {
      unit = unit.chose("colour", "red");
    }
    if (random.nextInt(8) == 0) {
      unit = unit.chose("paint", "red");
    }
    if (random.nextInt(4) == 0) {
      unit = unit.without(random.nextBoolean() ? "II" : "I.1");
    }
    if (random.nextInt(5) == 0) {
      unit = unit.less("incident", Optional.of("17.25"), Optional.of("12/QĐ"));
    }
    return unit.answers();
  }

  @Test
  void measuresAGroupWithAScaleOfItsOwnByThatScale() {
    var set =
        SmallSet.ofTwoScales(
            """
            sections:
              - {code: I, name: Một, maxPoints: {department: 60, district: 30, guest: 60}, criteria: [{code: I.1, name: A, maxPoints: {department: 60, district: 30, guest: 60}, rule: {yesNo: yes}}]}
              - {code: II, name: Hai, maxPoints: {department: 40, district: 10, guest: 40}, criteria: [{code: II.1, name: B, maxPoints: {department: 40, district: 10, guest: 40}, rule: {yesNo: also}}]}
            """);
    var answers =
        round(
            unit("all").in("district").with("yes", true).with("also", true),
            unit("most").in("district").with("yes", true).with("also", false),
            unit("same").with("yes", false).with("also", true));
    var firm = Robustness.of(set, answers, Policy.DEFAULT, DRAWS, SEED).units();
    assertThat(firm.get(0).weights().gradeShares()).containsEntry("Tốt", Rational.ONE);
    assertThat(firm.get(0).sections().gradeShares()).containsEntry("Tốt", Rational.ONE);
    assertThat(firm.get(1).weights().gradeShares().get("Tốt")).isEqualTo(Rational.ZERO);
    assertThat(firm.get(1).weights().gradeShares().get("Yếu")).isEqualTo(Rational.ZERO);
    assertThat(firm.get(2).weights().gradeShares()).containsEntry("Yếu", Rational.ONE);
  }

  private static Answers round(long seed, int units) {
    var random = new SplittableRandom(seed);
    return round(IntStream.range(0, units).mapToObj(i -> randomUnit(i, random)).toList());
  }

  private static Answers round(List<UnitAnswers> units) {
    return new Answers("vi-du/2017", 2017, "", List.of(), units);
  }

  private static Answers round(SmallSet.Unit... units) {
    return round(Stream.of(units).map(SmallSet.Unit::answers).toList());
  }

  static Stream<Policy> policies() {
    return Stream.of(
        Policy.DEFAULT,
        Policy.DEFAULT.with("bonusInTotal", "false"),
        Policy.DEFAULT.with("notApplicable", "rescale-section"),
        Policy.DEFAULT
            .with("notApplicable", "rescale-section")
            .with("overall", "mean-of-section-percentages"),
        Policy.DEFAULT
            .with("rounding", "none")
            .with("ratioCap", "none")
            .with("zeroDenominator", "not-applicable"));
  }

  /** Ranks and grades, ranking by ranking, unit by unit. */
  private record SlowTally(
      List<UnitAnswers> units,
      List<List<Integer>> ranks,
      List<List<Integer>> inGroup,
      List<List<String>> grades) {

    static SlowTally of(List<UnitAnswers> units) {
      return new SlowTally(units, lists(units), lists(units), lists(units));
    }

    private static <T> List<List<T>> lists(List<UnitAnswers> units) {
      return units.stream().<List<T>>map(_ -> new ArrayList<>()).toList();
    }

    void count(List<Rational> values, List<String> gradeOf) {
      for (int i = 0; i < values.size(); i++) {
        grades.get(i).add(gradeOf.get(i));
        if (ranked(i)) {
          ranks.get(i).add(1 + better(i, values, false));
          inGroup.get(i).add(1 + better(i, values, true));
        }
      }
    }

    private int better(int unit, List<Rational> values, boolean inGroup) {
      return (int)
          IntStream.range(0, values.size())
              .filter(i ->
                  ranked(i) && (!inGroup || units.get(i).group().equals(units.get(unit).group())))
              .filter(i -> values.get(i).compareTo(values.get(unit)) > 0)
              .count();
    }

    private boolean ranked(int unit) {
      return !units.get(unit).group().equals("guest");
    }

    Spread spread(int unit) {
      var shares = new LinkedHashMap<String, Rational>();
      for (var grade : List.of("Tốt", "Khá", "Trung bình", "Yếu")) {
        shares.put(grade, share(grades.get(unit), grade));
      }
      var own = ranks.get(unit);
      var among = inGroup.get(unit);
      return new Spread(
          quantile(own, 5),
          quantile(own, 95),
          quantile(among, 5),
          quantile(among, 95),
          share(own, 1),
          share(among, 1),
          shares);
    }

    private <T> Rational share(List<T> all, T one) {
      return Rational.of(all.stream().filter(one::equals).count(), grades.getFirst().size());
    }

    private static int quantile(List<Integer> ranks, int percent) {
      return ranks.isEmpty()
          ? 0
          : ranks.stream().sorted().toList().get((ranks.size() * percent + 99) / 100 - 1);
    }
  }

  private static List<ScoreSheet> sheets(Answers answers, Policy policy, String... notHeld) {
    return new Scorer(SET, policy, List.of(notHeld)).score(answers.units());
  }

  private static void count(SlowTally tally, Policy policy, List<ScoreSheet> sheets) {
    tally.count(
        sheets.stream().map(sheet -> sheet.rankedBy(policy.overall()).value()).toList(),
        sheets.stream().map(sheet -> sheet.grade().name()).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyCombinationOfThePoliciesCountsOnce(long seed) {
    var answers = round(seed, 14);
    var slow = SlowTally.of(answers.units());
    int combinations = 0;
    for (var rounding : List.of("criterion-2", "none")) {
      for (var bonus : List.of("true", "false")) {
        for (var notApplicable : List.of("zero", "rescale-section", "full")) {
          for (var zeroDenominator : List.of("zero", "not-applicable")) {
            for (var ratioCap : List.of("1", "none")) {
              for (var overall : List.of("total", "mean-of-section-percentages")) {
                var policy =
                    Policy.DEFAULT
                        .with("rounding", rounding)
                        .with("bonusInTotal", bonus)
                        .with("notApplicable", notApplicable)
                        .with("zeroDenominator", zeroDenominator)
                        .with("ratioCap", ratioCap)
                        .with("overall", overall);
                count(slow, policy, sheets(answers, policy));
                combinations++;
              }
            }
          }
        }
      }
    }

    var robustness = Robustness.of(SET, answers, Policy.DEFAULT, 1, SEED);

    assertThat(robustness.policies()).isEqualTo(combinations).isEqualTo(96);
    for (int i = 0; i < answers.units().size(); i++) {
      assertThat(robustness.units().get(i).unit()).isEqualTo("u" + i);
      assertThat(robustness.units().get(i).policies()).isEqualTo(slow.spread(i));
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void anySinglePolicyThatMattersIsInTheGrid(Policy policy) {
    for (var only :
        List.of(
            unit("x").with("a", 9).with("b", 4),
            unit("x").with("yes", true),
            unit("x").without("I.2"),
            unit("x").with("a", 1).with("b", 1).without("I.2"),
            unit("x").with("a", 1).with("b", 0),
            unit("x").with("a", 1).with("b", 0).with("also", true))) {
      var answers =
          round(
              only.with("c", 20),
              unit("y").with("c", 20).with("a", 1).with("b", 1).with("also", true));
      var slow = SlowTally.of(answers.units());
      PolicyGrid.around(policy)
          .forEach(combination -> count(slow, combination, sheets(answers, combination)));

      var robustness = Robustness.of(SET, answers, policy, 1, SEED);

      assertThat(robustness.units())
          .extracting(UnitRobustness::policies)
          .containsExactly(slow.spread(0), slow.spread(1));
    }
  }

  /** Σ points × weight × scale ÷ Σ maximum × weight over what counts for the unit, in fractions. */
  private static Rational weighted(ScoreSheet sheet, Policy policy, int[] weights, boolean byMean) {
    var earned = Rational.ZERO;
    var possible = Rational.ZERO;
    for (int section = 0; section < weights.length; section++) {
      var score = sheet.sections().get(section);
      if (score.counts()) {
        var weight = Rational.of(weights[section]);
        var points =
            byMean
                ? score.points().value().times(Rational.of(100)).dividedBy(score.max().value())
                : score.points().value();
        earned = earned.plus(points.rounded(2).times(weight));
        possible = possible.plus((byMean ? Rational.of(100) : score.max().value()).times(weight));
      }
    }
    var share =
        possible.signum() == 0
            ? Rational.ZERO
            : earned.times(Rational.of(100)).dividedBy(possible).rounded(2);
    var bonus = policy.bonusInTotal() ? sheet.bonus().value() : Rational.ZERO;
    return share.plus(bonus.minus(sheet.deductions().value()).rounded(2)).max(Rational.ZERO);
  }

  private static String grade(ScoreSheet sheet, Rational total) {
    var grades = List.of("Tốt", "Khá", "Trung bình", "Yếu");
    int reached =
        total.compareTo(Rational.of(85)) >= 0
            ? 0
            : total.compareTo(Rational.of(70)) >= 0
                ? 1
                : total.compareTo(Rational.of(55)) >= 0 ? 2 : 3;
    int allowed =
        sheet.failedGates().stream()
            .mapToInt(gate -> grades.indexOf(gate.gradeAtMost()))
            .max()
            .orElse(0);
    return grades.get(Math.max(reached, allowed));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void disturbedWeightsAreCountedExactly(Policy policy) {
    var answers = round(5, 16);
    var sheets = sheets(answers, policy);
    var slow = SlowTally.of(answers.units());
    var random = new WeightDraws(SEED);
    var weights = new int[3];
    for (int draw = 0; draw < DRAWS; draw++) {
      random.into(weights);
      slow.count(
          sheets.stream()
              .map(sheet ->
                  weighted(
                      sheet,
                      policy,
                      weights,
                      policy.overall() == Policy.Overall.MEAN_OF_SECTION_PERCENTAGES))
              .toList(),
          sheets.stream()
              .map(sheet -> grade(sheet, weighted(sheet, policy, weights, false)))
              .toList());
    }

    var robustness = Robustness.of(SET, answers, policy, DRAWS, SEED);

    for (int i = 0; i < answers.units().size(); i++) {
      assertThat(robustness.units().get(i).weights()).isEqualTo(slow.spread(i));
    }
  }

  @Test
  void undisturbedWeightsGiveTheRanksAndGradesOfTheRoundItself() {
    var answers = round(6, 30);
    var policy = Policy.DEFAULT.with("notApplicable", "rescale-section");
    var sheets = sheets(answers, policy);
    var standings = Standings.of(SET, policy, sheets);
    var tally = new Tally(SET, sheets);

    new DisturbedWeights(SET, policy, sheets).count(new int[] {1000, 1000, 1000}, tally);

    var spreads = tally.spreads();
    for (int i = 0; i < sheets.size(); i++) {
      assertThat(new Rank(spreads.get(i).low(), spreads.get(i).lowInGroup()))
          .isEqualTo(standings.units().get(i).overall());
      assertThat(spreads.get(i).gradeShares())
          .containsEntry(sheets.get(i).grade().name(), Rational.ONE);
    }
  }

  @Test
  void numbersBeyondALongAreWeighedExactlyToo() {
    var uncapped = Policy.DEFAULT.with("ratioCap", "none");
    var answers =
        round(
            unit("x").with("a", 1_000_000_000_000L).with("b", 1),
            unit("y").with("a", 1_000_000_000_000L).with("b", 1).with("c", "0.01"),
            unit("z").with("a", 999_999_999_990L).with("b", 1).with("c", 30));

    var spreads = Robustness.of(SET, answers, uncapped, 50, SEED).units();

    assertThat(spreads).extracting(unit -> unit.weights().low()).containsExactly(2, 1, 3);
    assertThat(spreads).extracting(unit -> unit.weights().high()).containsExactly(2, 1, 3);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void eachSectionIsLeftOutInTurnAsIfItHadNotBeenHeld(Policy policy) {
    var answers = round(7, 16);
    var slow = SlowTally.of(answers.units());
    for (var section : List.of("I", "II", "III")) {
      count(slow, policy, sheets(answers, policy, section));
    }

    var robustness = Robustness.of(SET, answers, policy, 1, SEED);

    for (int i = 0; i < answers.units().size(); i++) {
      assertThat(robustness.units().get(i).sections()).isEqualTo(slow.spread(i));
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void theCriteriaOnWhichTheRankingHangsMostComeFirst(Policy policy) {
    var answers = round(8, 16);
    var before =
        Standings.of(SET, policy, sheets(answers, policy)).units().stream()
            .map(unit -> unit.overall().overall())
            .toList();
    var expected = new ArrayList<Influence>();
    for (var code : List.of("I.1", "I.2", "II.1", "III.1", "IV.1")) {
      var after =
          Standings.of(SET, policy, sheets(answers, policy, code)).units().stream()
              .map(unit -> unit.overall().overall())
              .toList();
      int turned = 0;
      int moved = 0;
      for (int i = 0; i < before.size(); i++) {
        moved += Math.abs(before.get(i) - after.get(i));
        for (int j = 0; j < before.size(); j++) {
          turned += before.get(i) < before.get(j) && after.get(i) > after.get(j) ? 1 : 0;
        }
      }
      expected.add(
          new Influence(
              code, turned, Rational.of(moved, before.stream().filter(rank -> rank > 0).count())));
    }
    expected.sort(
        Comparator.comparing(Influence::pairsTurned)
            .thenComparing(Influence::meanRankShift)
            .reversed());

    assertThat(Robustness.of(SET, answers, policy, 1, SEED).criteria()).isEqualTo(expected);
  }

  @Test
  void aRoundInWhichNobodyIsRankedHasNoInfluences() {
    var answers = round(unit("x").in("guest").with("c", 3), unit("y").in("guest"));

    assertThat(Robustness.of(SET, answers, Policy.DEFAULT, 1, SEED).criteria())
        .extracting(Influence::meanRankShift)
        .containsOnly(Rational.ZERO);
  }

  @Test
  void aBonusThatEverybodyHasIsLeftOutUnderHalfOfThePolicies() {
    var seventyNine =
        unit("x").with("a", 7).with("b", 7).with("also", true).with("c", 9).with("yes", true);
    var answers = round(seventyNine, seventyNine);

    assertThat(Robustness.of(SET, answers, Policy.DEFAULT, 1, SEED).units())
        .extracting(unit -> unit.policies().gradeShares())
        .allSatisfy(shares ->
            assertThat(shares)
                .containsEntry("Tốt", Rational.of(1, 2))
                .containsEntry("Khá", Rational.of(1, 2)));
  }

  @Test
  void aRoundInWhichNothingIsOpenIsScoredOnceForEachRounding() {
    var full = unit("x").with("a", 7).with("b", 7).with("also", true).with("c", 30);
    var matters = PolicyGrid.Matters.in(sheets(round(full, full), Policy.DEFAULT));

    assertThat(PolicyGrid.around(Policy.DEFAULT).stream().map(matters::simplest).distinct())
        .hasSize(2);
  }

  @Test
  void aPolicyOfARoundInWhichEverythingIsOpenStaysAsItIs() {
    var answers =
        round(
            unit("x").with("a", 9).with("b", 7).with("yes", true),
            unit("y").with("a", 1).with("b", 0),
            unit("z").with("a", 1).with("b", 1).without("I.2"));
    var matters = PolicyGrid.Matters.in(sheets(answers, Policy.DEFAULT));

    for (var policy : PolicyGrid.around(Policy.DEFAULT)) {
      assertThat(matters.simplest(policy)).isEqualTo(policy.with("overall", "total"));
    }
  }

  @Test
  void aFailedGateHoldsTheGradeDownUnderAllWeights() {
    var full = unit("x").with("a", 7).with("b", 7).with("also", true).with("c", 30);
    var answers =
        round(
            full,
            full.chose("colour", "red"),
            full.chose("paint", "red"),
            full.chose("colour", "red").chose("paint", "red"));

    var units = Robustness.of(SET, answers, Policy.DEFAULT, 20, SEED).units();

    for (int i = 0; i < 4; i++) {
      assertThat(units.get(i).weights().gradeShares())
          .containsEntry(List.of("Tốt", "Khá", "Trung bình", "Trung bình").get(i), Rational.ONE);
    }
  }

  @Test
  void pointsEndAtNothingAlsoWhereTheyAreWeighed() {
    var set =
        SmallSet.of(
            """
            sections:
              - {code: I, name: Một, maxPoints: 70, criteria: [{code: I.1, name: A, maxPoints: 70, rule: {tiers: {of: a, steps: [{otherwise: measure - 20}]}}}]}
              - {code: II, name: Hai, maxPoints: 30, criteria: [{code: II.1, name: B, maxPoints: 30, rule: {formula: c}}]}
              - {code: III, name: Thưởng, bonus: true, maxPoints: 10, criteria: [{code: III.1, name: E, maxPoints: 10, rule: {yesNo: yes}}]}
            """);

    assertThat(
            undisturbed(
                set,
                unit("x").with("a", 15).with("yes", true),
                unit("y").with("a", 20).with("c", 5),
                unit("z").with("a", 20).with("c", "5.01")))
        .extracting(Spread::low)
        .containsExactly(1, 3, 2);
  }

  @Test
  void aSectionThatIsWorthNothingToAGroupWeighsNothing() {
    var set =
        SmallSet.of(
            """
            sections:
              - {code: I, name: Một, maxPoints: 70, criteria: [{code: I.1, name: A, maxPoints: 70, rule: {formula: a}}]}
              - {code: II, name: Hai, maxPoints: {department: 30, district: 0}, criteria: [{code: II.1, name: B, maxPoints: {department: 30, district: 0}, rule: {formula: c}}]}
            """);

    assertThat(
            undisturbed(
                set,
                unit("x").with("a", 70),
                unit("y").with("a", 70).with("c", 30),
                unit("z").with("a", 70).in("district")))
        .extracting(Spread::low)
        .containsExactly(3, 1, 1);
  }

  @Test
  void aTotalBelowEveryFloorHasTheLastGrade() {
    var floors =
        new GradeScale(
            List.of(
                new Grade("Tốt", Optional.of(Points.of(80)), Map.of(), ""),
                new Grade("Yếu", Optional.of(Points.of(50)), Map.of(), "")));

    assertThat(undisturbed(graded(floors), unit("x").with("c", 10)).getFirst().gradeShares())
        .containsEntry("Yếu", Rational.ONE);
  }

  /** The one ranking by the weights of the decision itself. */
  private static List<Spread> undisturbed(CriteriaSet set, SmallSet.Unit... units) {
    var sheets = new Scorer(set, Policy.DEFAULT, List.of()).score(round(units).units());
    var tally = new Tally(set, sheets);
    var weights = new int[set.scoredSections().size()];
    Arrays.fill(weights, 1000);
    new DisturbedWeights(set, Policy.DEFAULT, sheets).count(weights, tally);
    return tally.spreads();
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775806, 9223372036854775807",
    "2305843009213693952, 4611686018427387904"
  })
  void valuesThatLeaveNoRoomInAKeyAreRankedByTheirPlace(long large, long largest) {
    var tally = new Tally(SET, sheets(round(unit("x"), unit("y"), unit("z")), Policy.DEFAULT));

    tally.count(new long[] {large, 0, largest}, new int[3]);

    assertThat(tally.spreads()).extracting(Spread::low).containsExactly(2, 3, 1);
    assertThat(tally.spreads()).extracting(Spread::highInGroup).containsExactly(2, 3, 1);
  }

  @Test
  void aRankingHasNoTiesWithTheOneBefore() {
    var tally = new Tally(SET, sheets(round(unit("x"), unit("y")), Policy.DEFAULT));

    tally.count(new long[] {9, 5}, new int[2]);
    tally.count(new long[] {1, 5}, new int[2]);

    assertThat(tally.spreads()).extracting(Spread::lowInGroup).containsExactly(1, 1);
    assertThat(tally.spreads()).extracting(Spread::highInGroup).containsExactly(2, 2);
  }

  @Test
  void withoutRankingsThereAreNoRanks() {
    var spread = Robustness.of(SET, round(unit("x")), Policy.DEFAULT, 0, SEED).units().getFirst();

    assertThat(spread.weights().low()).isZero();
    assertThat(spread.weights().highInGroup()).isZero();
    assertThat(spread.weights().firstShare()).isEqualTo(Rational.ZERO);
  }

  @Test
  void aRoundWithoutUnitsHasNoSpreads() {
    assertThat(Robustness.of(SET, round(), Policy.DEFAULT, 5, SEED).units()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameFiguresAndAnotherSeedOthers() {
    var answers = round(9, 20);

    var once = Robustness.of(SET, answers, Policy.DEFAULT, DRAWS, SEED);

    assertThat(Robustness.of(SET, answers, Policy.DEFAULT, DRAWS, SEED)).isEqualTo(once);
    assertThat(Robustness.of(SET, answers, Policy.DEFAULT, DRAWS, SEED + 1).units())
        .isNotEqualTo(once.units());
  }

  @Test
  void theDrawsAreThoseOfSplitMix64() {
    // The first numbers of SplitMix64 from 0 are e220a8397b1dcdaf, 6e789e6aa1b965f4,
    // 06c45d188009454f: their upper halves × 501 ÷ 2^32 are 442, 216 and 13.
    var weights = new int[3];

    new WeightDraws(0).into(weights);

    assertThat(weights).containsExactly(1192, 966, 763);
  }

  @Test
  void aGradeIsNotReachedBelowItsFloorThoughTheFloorHasAThirdDecimal() {
    var floors =
        new GradeScale(
            List.of(
                new Grade("Tốt", Optional.of(Points.of("79.991")), Map.of(), ""),
                new Grade("Yếu", Optional.empty(), Map.of(), "")));
    var seventy = unit("x").with("a", 7).with("b", 7).with("also", true);
    var answers = round(seventy.with("c", "9.99"), seventy.with("c", 10));
    var set = graded(floors);
    var sheets = new Scorer(set, Policy.DEFAULT, List.of()).score(answers.units());
    var tally = new Tally(set, sheets);

    new DisturbedWeights(set, Policy.DEFAULT, sheets).count(new int[] {1000, 1000, 1000}, tally);

    assertThat(tally.spreads())
        .extracting(spread -> spread.gradeShares().get("Tốt"))
        .containsExactly(Rational.ZERO, Rational.ONE);
  }

  private static CriteriaSet graded(GradeScale grades) {
    return new CriteriaSet(
        SET.id(),
        SET.name(),
        SET.year(),
        SET.illustration(),
        SET.scale(),
        SET.legalBasis(),
        SET.levels(),
        SET.period(),
        SET.deadline(),
        SET.groups(),
        grades,
        SET.deductions(),
        SET.notApplicable(),
        List.of(),
        SET.themes(),
        SET.facts(),
        SET.checks(),
        SET.sections(),
        SET.units());
  }
}
