package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/** What is left out, tried and advised, in sets of a few lines. */
class TrialTest {

  private static final CriteriaSet SET =
      SmallSet.of(
          """
          checks:
            - {id: within, require: a <= b, message: A lớn hơn B}
          gates:
            - {id: gate, name: Cổng, failsWhen: also, gradeAtMost: Yếu}
          sections:
            - code: I
              name: Một
              maxPoints: 60
              criteria:
                - {code: I.1, name: A, maxPoints: 40, rule: {proportional: a / b}}
                - {code: I.2, name: B, maxPoints: 20, rule: {yesNo: yes}}
            - code: II
              name: Hai
              maxPoints: 40
              criteria:
                - {code: II.1, name: C, maxPoints: 40, rule: {choice: {of: colour, options: [{option: red, points: 10}, {option: blue, points: 40}]}}}
            - {code: III, name: Thưởng, bonus: true, maxPoints: 10, criteria: [{code: III.1, name: D, maxPoints: 10, rule: {yesNo: also}}]}
          """);

  private static final SmallSet.Unit HALF =
      unit("u")
          .with("a", 5)
          .with("b", 10)
          .with("yes", true)
          .with("also", false)
          .chose("colour", "red");

  private static Scorer scorer(Policy policy) {
    return new Scorer(SET, policy, List.of());
  }

  private static Fact amount(long value) {
    return new Fact.Amount(Rational.of(value));
  }

  // ----- leaving out

  @Test
  void leavingOutIsAsIfTheRoundHadNotHeldIt() {
    for (var code : List.of("I.1", "I.2", "II.1", "III.1")) {
      var left =
          scorer(Policy.DEFAULT).leavingOut(Set.of(code), HALF.with("also", true).sheet(SET));
      var notHeld =
          new Scorer(SET, Policy.DEFAULT, List.of(code))
              .score(HALF.with("also", true).answers(), Peers.NONE);
      assertThat(left).isEqualTo(notHeld);
      assertThat(left.failedGates()).hasSize(1);
    }
  }

  @Test
  void leavingOutNothingChangesNothing() {
    var sheet = HALF.with("a", 11).sheet(SET);
    assertThat(scorer(Policy.DEFAULT).leavingOut(Set.of(), sheet)).isEqualTo(sheet);
    assertThat(sheet.failedChecks()).hasSize(1);
  }

  // ----- changing

  private static ScoreSheet changed(
      Policy policy, SmallSet.Unit from, SmallSet.Unit to, String... facts) {
    return scorer(policy).changed(from.sheet(SET, policy), to.answers(), Peers.NONE, Set.of(facts));
  }

  @Test
  void aChangeIsScoredAsIfItHadAlwaysBeen() {
    for (var policy : List.of(Policy.DEFAULT, Policy.DEFAULT.with("notApplicable", "full"))) {
      for (var start : List.of(HALF, HALF.without("I.1"), HALF.without("III.1"))) {
        for (var to :
            List.of(
                start.with("a", 11).with("b", 10),
                start.with("a", 8),
                start.chose("colour", "blue"),
                start.with("also", true))) {
          assertThat(changed(policy, start, to, "a", "b", "colour", "also").lines())
              .isEqualTo(to.sheet(SET, policy).lines());
        }
      }
      assertThat(changed(policy, HALF, HALF.with("also", true), "also"))
          .isEqualTo(HALF.with("also", true).sheet(SET, policy));
      assertThat(changed(policy, HALF, HALF.with("a", 11), "a"))
          .isEqualTo(HALF.with("a", 11).sheet(SET, policy));
    }
  }

  @Test
  void onlyCriteriaThatReadAChangedFactAreLookedAtAgain() {
    assertThat(changed(Policy.DEFAULT, HALF, HALF.with("a", 8), "b").lines().getFirst().points())
        .isEqualTo(Points.of(32));
    assertThat(changed(Policy.DEFAULT, HALF, HALF.with("a", 8), "yes").lines().getFirst().points())
        .isEqualTo(Points.of(20));
  }

  @Test
  void whereNothingMovesTheSheetIsTheOneBefore() {
    var before = HALF.sheet(SET);
    assertThat(
            scorer(Policy.DEFAULT)
                .changed(before, HALF.with("a", 5).answers(), Peers.NONE, Set.of("a")))
        .isSameAs(before);
  }

  @ParameterizedTest
  @CsvSource({"6, 10, true", "5, 10, false", "4, 10, false", "4, 8, false", "4, 7, true"})
  void pointsMayRiseOnlyWhereACriterionEarnsMore(long a, long b, boolean mayRise) {
    assertThat(
            scorer(Policy.DEFAULT)
                .mayRise(
                    HALF.sheet(SET),
                    HALF.with("a", a).with("b", b).answers(),
                    Peers.NONE,
                    Set.of("a", "b")))
        .isEqualTo(mayRise);
  }

  @Test
  void pointsMayRiseWhereACriterionCeasesToCount() {
    var policy = Policy.DEFAULT.with("zeroDenominator", "not-applicable");
    assertThat(
            scorer(policy)
                .mayRise(
                    HALF.with("a", 0).sheet(SET, policy),
                    HALF.with("a", 0).with("b", 0).answers(),
                    Peers.NONE,
                    Set.of("b")))
        .isTrue();
  }

  // ----- trying

  @Test
  void aTrialSaysWhatItBringsAndWhereItComesFrom() {
    var start = Trial.of(scorer(Policy.DEFAULT), Peers.NONE, HALF.answers());
    var tried = start.with(Map.of("a", amount(10), "yes", new Fact.YesNo(false)));

    assertThat(tried.gainOver(start)).isEqualTo(Points.NONE);
    assertThat(tried.effectsSince(start))
        .containsExactly(
            new Advice.Effect("I.1", Points.of(20)), new Advice.Effect("I.2", Points.of(-20)));
    assertThat(start.total()).isEqualTo(Points.of(50));
    assertThat(tried.answers().reported()).isTrue();
    assertThat(tried.answers().unit()).isEqualTo("u");
    assertThat(start.mayRise(Map.of("a", amount(6)))).isTrue();
    assertThat(start.mayRise(Map.of("a", amount(5)))).isFalse();
  }

  @Test
  void aTrialIsSoundWhereItRaisesNoNewQuestion() {
    var start = Trial.of(scorer(Policy.DEFAULT), Peers.NONE, HALF.answers());
    assertThat(start.with(Map.of("a", amount(10))).isSound()).isTrue();
    assertThat(start.with(Map.of("a", amount(11))).isSound()).isFalse();
    assertThat(start.with(Map.of("a", amount(6), "b", amount(5))).isSound()).isFalse();

    var questioned = Trial.of(scorer(Policy.DEFAULT), Peers.NONE, HALF.with("a", 11).answers());
    assertThat(questioned.isSound()).isTrue();
    assertThat(questioned.with(Map.of("a", amount(12))).isSound()).isTrue();
  }

  @Test
  void moreThanAllThereIsQuestionedEvenWithoutACheck() {
    var set = SmallSet.withRule("{proportional: a / b}");
    var start = Trial.of(new Scorer(set, Policy.DEFAULT, List.of()), Peers.NONE, HALF.answers());
    assertThat(start.with(Map.of("a", amount(10))).isSound()).isTrue();
    assertThat(start.with(Map.of("a", amount(11))).isSound()).isFalse();
  }

  @Test
  void whatWasQuestionedElsewhereExcusesNothingHere() {
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: 100
                criteria:
                  - {code: I.1, name: X, maxPoints: 50, rule: {proportional: a / 10}}
                  - {code: I.2, name: Y, maxPoints: 50, rule: {proportional: b / 10}}
            """);
    var start =
        Trial.of(
            new Scorer(set, Policy.DEFAULT, List.of()),
            Peers.NONE,
            unit("u").with("a", 11).with("b", 5).answers());
    assertThat(start.with(Map.of("a", amount(12))).isSound()).isTrue();
    assertThat(start.with(Map.of("b", amount(11))).isSound()).isFalse();
  }

  // ----- advice

  private static Advice advice(CriteriaSet set, SmallSet.Unit unit, String today) {
    return Advice.of(
        set,
        new Scorer(set, Policy.DEFAULT, List.of()),
        Peers.NONE,
        unit.answers(),
        LocalDate.parse(today));
  }

  /** Every step as "fact: to (by, gain)", the most points for the least effort first. */
  private static List<String> steps(Advice advice) {
    return advice.opportunities().stream()
        .flatMap(one -> one.steps().stream().map(step -> said(one.fact(), step)))
        .toList();
  }

  private static String said(FactDefinition fact, Advice.Step step) {
    var to =
        switch (step.to()) {
          case Fact.Amount(var value) -> value.toString();
          case Fact.YesNo(var yes) -> yes ? "yes" : "no";
          case Fact.Chosen(var option) -> option;
          case Fact.Day(var day) -> day.toString();
          case Fact.Words(var words) -> words;
          case Fact.None _ -> "none";
        };
    return "%s: %s (%s, %s)".formatted(fact.id(), to, step.by(), step.gain());
  }

  private static List<String> steps(String rule, SmallSet.Unit unit) {
    return steps(advice(SmallSet.withRule(rule), unit, "2017-10-20"));
  }

  @Test
  void theMostPointsForTheLeastEffortComeFirst() {
    assertThat(steps(advice(SET, HALF.with("yes", false), "2017-10-20")))
        .containsExactly(
            "colour: blue (1, 30.00)",
            "yes: yes (1, 20.00)",
            "also: yes (1, 10.00)",
            "a: 6 (1, 4.00)",
            "a: 10 (5, 20.00)");
  }

  @Test
  void aCountIsAdvisedTheLeastThatEarnsAnythingAndTheLeastThatEarnsAll() {
    var rule =
        "{tiers: {of: a, steps: [{atLeast: 20, points: 100}, {atLeast: 5, points: 40}, {otherwise: 0}]}}";
    assertThat(steps(rule, unit("u").with("a", 2)))
        .containsExactly("a: 5 (3, 40.00)", "a: 20 (18, 100.00)");
    assertThat(steps(rule, unit("u").with("a", 5))).containsExactly("a: 20 (15, 60.00)");
    assertThat(steps(rule, unit("u").with("a", 20))).isEmpty();
    assertThat(steps(rule, unit("u"))).containsExactly("a: 5 (5, 40.00)", "a: 20 (20, 100.00)");
    assertThat(steps("{formula: -a}", unit("u").with("a", 2))).isEmpty();
  }

  @Test
  void aCountIsAdvisedNoFartherThanItsChecksAllow() {
    var set =
        SmallSet.of(
            """
            checks:
              - {id: within, require: a <= b, message: A lớn hơn B}
            sections:
              - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: X, maxPoints: 100, rule: {formula: a}}]}
            """);
    assertThat(steps(advice(set, HALF, "2017-10-20")))
        .containsExactly("a: 6 (1, 1.00)", "a: 10 (5, 5.00)");
    assertThat(steps(advice(set, HALF.with("a", 9), "2017-10-20")))
        .containsExactly("a: 10 (1, 1.00)");
    assertThat(steps(advice(set, HALF.with("a", 10), "2017-10-20"))).isEmpty();
  }

  @Test
  void whatEarnsHereAndCostsAsMuchThereIsNotAdvised() {
    assertThat(
            steps(
                "{sum: {items: [{name: x, maxPoints: 50, rule: {yesNo: yes}}, {name: y, maxPoints: 50, rule: {yesNo: not yes}}]}}",
                unit("u").with("yes", false)))
        .isEmpty();
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: 100
                criteria:
                  - {code: I.1, name: X, maxPoints: 50, rule: {yesNo: yes}}
                  - {code: I.2, name: Y, maxPoints: 50, rule: {yesNo: not yes}}
            """);
    assertThat(steps(advice(set, unit("u").with("yes", false), "2017-10-20"))).isEmpty();
  }

  @Test
  void aCountThatMayCostPointsTooIsTriedValueByValue() {
    assertThat(
            steps(
                "{tiers: {of: a, steps: [{atLeast: 53, points: 90}, {atLeast: 51, points: 0}, {above: 7, points: 60}, {atLeast: 5, points: 70}, {otherwise: 0}]}}",
                unit("u").with("a", 2)))
        .containsExactly("a: 5 (3, 70.00)");
    assertThat(
            steps(
                "{tiers: {of: a, steps: [{atLeast: 53, points: 0}, {atLeast: 52, points: 90}, {atLeast: 5, points: 70}, {otherwise: 0}]}}",
                unit("u").with("a", 2)))
        .containsExactly("a: 5 (3, 70.00)", "a: 52 (50, 90.00)");
    assertThat(
            steps(
                "{tiers: {of: a, steps: [{atLeast: 54, points: 0}, {atLeast: 53, points: 90}, {otherwise: 0}]}}",
                unit("u").with("a", 2)))
        .isEmpty();
    assertThat(steps("{yesNo: a = 0}", unit("u"))).containsExactly("a: 0 (0, 100.00)");
  }

  @Test
  void pointsThatHangOnTheFactOnlyThroughTheirWorthAreAdvisedToo() {
    assertThat(steps("{perUnit: {of: b, points: a}}", unit("u").with("b", 50).with("a", 0)))
        .containsExactly("a: 1 (1, 50.00)", "a: 2 (2, 100.00)");
  }

  @Test
  void aYesIsAdvisedToWhoHasNotSaidIt() {
    assertThat(steps("{yesNo: yes}", unit("u"))).containsExactly("yes: yes (1, 100.00)");
    assertThat(steps("{yesNo: yes}", unit("u").with("yes", false)))
        .containsExactly("yes: yes (1, 100.00)");
    assertThat(steps("{yesNo: yes}", unit("u").with("yes", true))).isEmpty();
    assertThat(steps("{yesNo: not yes}", unit("u").with("yes", false))).isEmpty();
  }

  @Test
  void theFirstOfTheBestOptionsIsAdvised() {
    var rule =
        "{choice: {of: colour, options: [{option: red, points: 50}, {option: blue, points: 50}]}}";
    assertThat(steps(rule, unit("u"))).containsExactly("colour: red (1, 50.00)");
    assertThat(steps(rule, unit("u").chose("colour", "blue"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2017-10-20, 2017-11-30, 60.00",
    "2017-11-30, 2017-11-30, 60.00",
    "2017-12-01, 2017-12-31, 20.00",
    "2017-12-31, 2017-12-31, 20.00",
    "2016-05-01, 2017-11-30, 60.00"
  })
  void aDayIsAdvisedThatHasNotPassed(String today, String day, String gain) {
    var set =
        SmallSet.withRule(
            "{dateWindow: {of: day, windows: [{to: 31/12 year-1, points: 100}, {to: 30/11 year, points: 60}, {otherwise: 20}]}}");
    assertThat(steps(advice(set, unit("u"), today)))
        .containsExactly("day: %s (1, %s)".formatted(day, gain));
    assertThat(steps(advice(set, unit("u").none("day"), "2017-10-20")))
        .containsExactly("day: 2017-11-30 (1, 40.00)");
    assertThat(steps(advice(set, unit("u").on("day", "2017-12-05"), today))).isEmpty();
  }

  @Test
  void noDayIsAdvisedAfterThePeriod() {
    var set = SmallSet.withRule("{dateWindow: {of: day, windows: [{otherwise: 20}]}}");
    assertThat(steps(advice(set, unit("u"), "2018-01-01"))).isEmpty();
  }

  // ----- plans

  private static List<String> plan(Advice.Plan plan) {
    return plan.actions().stream()
        .flatMap(one -> one.steps().stream().map(step -> said(one.fact(), step)))
        .toList();
  }

  private static Advice.Plan toWin(String points) {
    return advice(SET, HALF.with("yes", false), "2017-10-20").toWin(Points.of(points));
  }

  @Test
  void aPlanTakesTheCheapestUntilItIsEnough() {
    assertThat(plan(toWin("30"))).containsExactly("colour: blue (1, 30.00)");
    assertThat(plan(toWin("30.01")))
        .containsExactly("colour: blue (1, 30.00)", "yes: yes (1, 20.00)");
  }

  @Test
  void aPlanAsksForNoMoreThanItNeeds() {
    // All of it would be 80; also is idle beside all of a, and 5 more of a are 20.
    assertThat(plan(toWin("68")))
        .containsExactly("colour: blue (1, 30.00)", "yes: yes (1, 20.00)", "a: 10 (5, 20.00)");
    // 12 beside the other 60 are 3 more of a.
    assertThat(plan(toWin("72")))
        .containsExactly(
            "colour: blue (1, 30.00)",
            "yes: yes (1, 20.00)",
            "also: yes (1, 10.00)",
            "a: 8 (3, 12.00)");
    assertThat(toWin("72").gain()).isEqualTo(Points.of(72));
    assertThat(toWin("72").reaches(Points.of(72))).isTrue();
    assertThat(toWin("72").reaches(Points.of("72.01"))).isFalse();
  }

  @Test
  void aPlanAsksForNoMoreOfItsOnlyCount() {
    var advice = advice(SmallSet.withRule("{formula: a}"), unit("u"), "2017-10-20");
    assertThat(plan(advice.toWin(Points.of(5)))).containsExactly("a: 5 (5, 5.00)");
  }

  @Test
  void aPlanStopsWhereItIsExactlyEnoughAndTakesNothingThatBringsNothing() {
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: 100
                criteria:
                  - {code: I.1, name: X, maxPoints: 50, rule: {yesNo: %s}}
                  - {code: I.2, name: Y, maxPoints: 50, rule: {yesNo: %s}}
            """
                .formatted("yes", "also"));
    assertThat(plan(advice(set, unit("u"), "2017-10-20").toWin(Points.of(50))))
        .containsExactly("yes: yes (1, 50.00)");
    var either =
        advice(
            SmallSet.withRule("{yesNo: yes or also}"),
            unit("u").with("yes", false).with("also", false),
            "2017-10-20");
    assertThat(plan(either.toWin(Points.of(500)))).containsExactly("yes: yes (1, 100.00)");
  }

  @Test
  void aPlanThatIsNotEnoughIsAllThereIs() {
    assertThat(toWin("500").gain()).isEqualTo(Points.of(80));
    assertThat(toWin("500").reaches(Points.of(500))).isFalse();
    assertThat(plan(toWin("500"))).hasSize(4).contains("a: 10 (5, 20.00)");
  }
}
