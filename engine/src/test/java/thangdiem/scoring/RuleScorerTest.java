package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/** Every kind of rule and its boundaries. The criterion is always worth 100. */
class RuleScorerTest {

  private static ScoreLine line(CriteriaSet set, SmallSet.Unit... units) {
    var answers = java.util.Arrays.stream(units).map(SmallSet.Unit::answers).toList();
    return new Scorer(set, Policy.DEFAULT.with("rounding", "none"), List.of())
        .score(answers)
        .getFirst()
        .lines()
        .getFirst();
  }

  private static void earns(ScoreLine line, String points, Flag... flags) {
    assertThat(line.points().value()).hasToString(points);
    assertThat(line.flags()).isEqualTo(Set.of(flags));
  }

  @Nested
  class YesNo {

    private final CriteriaSet yes = SmallSet.withRule("{yesNo: yes}");
    private final CriteriaSet two = SmallSet.withRule("{yesNo: a >= 2}");

    @Test
    void givesAllOrNothing() {
      earns(line(yes, unit("u").with("yes", true)), "100");
      earns(line(yes, unit("u").with("yes", false)), "0");
      earns(line(yes, unit("u").none("yes")), "0");
      assertThat(line(yes, unit("u").with("yes", true)).step()).isEqualTo(new Step.Held(true));
      assertThat(line(yes, unit("u").with("yes", false)).step()).isEqualTo(new Step.Held(false));
    }

    @Test
    void flagsWhatIsNotAnswered() {
      earns(line(yes, unit("u")), "0", Flag.UNANSWERED);
      assertThat(line(yes, unit("u")).step()).isEqualTo(new Step.NotMeasured(Flag.UNANSWERED));
    }

    @Test
    void takesAnyCondition() {
      earns(line(two, unit("u").with("a", 2)), "100");
      earns(line(two, unit("u").with("a", 1)), "0");
    }
  }

  @Nested
  class Proportional {

    private final CriteriaSet set = SmallSet.withRule("{proportional: a / b}");

    @ParameterizedTest
    @CsvSource({"0, 3, 0", "1, 3, 100/3", "2, 3, 200/3", "3, 3, 100"})
    void isTheRatioTimesTheMaximum(long a, long b, String points) {
      earns(line(set, unit("u").with("a", a).with("b", b)), points);
    }

    @Test
    void countsARatioAboveOneAsOneAndFlagsIt() {
      var line = line(set, unit("u").with("a", 4).with("b", 3));

      earns(line, "100", Flag.OVER_100_PERCENT);
      assertThat(line.step()).isEqualTo(new Step.Share(Rational.of(4, 3), Rational.ONE));
    }

    @Test
    void countsTheWholeRatioWhereThePolicyHasNoCap() {
      var sheet =
          unit("u")
              .with("a", 4)
              .with("b", 3)
              .sheet(set, Policy.DEFAULT.with("ratioCap", "none").with("rounding", "none"));

      earns(sheet.lines().getFirst(), "400/3", Flag.OVER_100_PERCENT);
      assertThat(sheet.lines().getFirst().step())
          .isEqualTo(new Step.Share(Rational.of(4, 3), Rational.of(4, 3)));
    }

    @Test
    void isNothingAndFlaggedOverADenominatorOfZero() {
      earns(line(set, unit("u").with("a", 4).with("b", 0)), "0", Flag.ZERO_DENOMINATOR);
      earns(line(set, unit("u").with("a", 0).none("b")), "0", Flag.ZERO_DENOMINATOR);
    }

    @Test
    void isUnansweredBeforeItIsADenominatorOfZero() {
      earns(line(set, unit("u").with("b", 0)), "0", Flag.UNANSWERED);
      earns(line(set, unit("u").with("a", 1)), "0", Flag.UNANSWERED);
    }

    @Test
    void neverFallsBelowZero() {
      var line =
          line(SmallSet.withRule("{proportional: c / b}"), unit("u").with("c", "-1").with("b", 2));

      earns(line, "0");
      assertThat(line.step()).isEqualTo(new Step.Share(Rational.ZERO, Rational.ZERO));
    }
  }

  @Nested
  class Tiers {

    private final CriteriaSet set =
        SmallSet.withRule(
            "{tiers: {of: a / b, unit: \"%\", steps: [{atLeast: 20%, points: 100}, {above: 10%, points: maxPoints / 2}, {above: 0%, points: measure * 100}]}}");

    @ParameterizedTest
    @CsvSource({"20, 100", "19, 50", "11, 50", "10, 10", "1, 1", "0, 0", "100, 100", "101, 100"})
    void giveThePointsOfTheFirstStepMet(long a, String points) {
      earns(line(set, unit("u").with("a", a).with("b", 100)), points);
    }

    @Test
    void tellWhichWasMet() {
      var met = (Step.TierMet) line(set, unit("u").with("a", 20).with("b", 100)).step();
      var none = (Step.TierMet) line(set, unit("u").with("a", 0).with("b", 100)).step();

      assertThat(met.measure()).isEqualTo(Rational.of(1, 5));
      assertThat(met.tier().orElseThrow().lower().orElseThrow().value())
          .isEqualTo(Rational.of(1, 5));
      assertThat(none.tier()).isEmpty();
    }

    @Test
    void flagObstacles() {
      earns(line(set, unit("u").with("a", 1).with("b", 0)), "0", Flag.ZERO_DENOMINATOR);
      earns(line(set, unit("u").with("a", 1)), "0", Flag.UNANSWERED);
    }

    @Test
    void mayHavePointsThatCannotBeComputed() {
      var set = SmallSet.withRule("{tiers: {of: a, steps: [{atLeast: 1, points: 10 / b}]}}");

      earns(line(set, unit("u").with("a", 1).with("b", 2)), "5");
      earns(line(set, unit("u").with("a", 1).with("b", 0)), "0", Flag.ZERO_DENOMINATOR);
      earns(line(set, unit("u").with("a", 0).with("b", 0)), "0");
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "120, 100", "50, 50", "49, 0"})
    void neverEarnMoreThanTheMaximumNorLessThanNothing(long a, String points) {
      var set =
          SmallSet.withRule(
              "{tiers: {of: a / b, steps: [{atLeast: 50%, points: maxPoints * measure}, {otherwise: 49 - 100 * measure - 1}]}}");

      earns(line(set, unit("u").with("a", a).with("b", 100)), points);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 30", "4, 40"})
    void mayBeIntervals(long a, String points) {
      var set =
          SmallSet.withRule(
              "{tiers: {of: a, steps: [{atMost: 1, points: 10}, {above: 1, below: 3, points: 20}, {atLeast: 3, atMost: 3, points: 30}, {otherwise: 40}]}}");

      earns(line(set, unit("u").with("a", a)), points);
    }
  }

  @Nested
  class Choice {

    private final CriteriaSet set =
        SmallSet.withRule(
            "{choice: {of: colour, options: [{option: red, points: maxPoints / 4}]}}");

    @Test
    void givesThePointsOfTheOption() {
      earns(line(set, unit("u").chose("colour", "red")), "25");
    }

    @Test
    void givesNothingForAnOptionThatIsNotListed() {
      earns(line(set, unit("u").chose("colour", "blue")), "0");
      assertThat(line(set, unit("u").chose("colour", "blue")).step())
          .isEqualTo(new Step.OptionChosen(Optional.empty()));
    }

    @Test
    void tellsNoneFromUnanswered() {
      earns(line(set, unit("u").none("colour")), "0");
      earns(line(set, unit("u")), "0", Flag.UNANSWERED);
    }
  }

  @Nested
  class DateWindow {

    private final CriteriaSet set =
        SmallSet.withRule(
            "{dateWindow: {of: day, windows: [{from: 01/10 year-1, to: 31/12 year-1, points: 100}, {from: 01/01 year, to: 31/03 year, points: 50},"
                + " {otherwise: 7}]}}");

    @ParameterizedTest
    @CsvSource({
      "2016-09-30, 7",
      "2016-10-01, 100",
      "2016-12-31, 100",
      "2017-01-01, 50",
      "2017-03-31, 50",
      "2017-04-01, 7",
      "2018-02-01, 7",
      "2015-11-01, 7"
    })
    void includesBothEnds(String day, String points) {
      earns(line(set, unit("u").on("day", day)), points);
    }

    @Test
    void takesNoDateForAnyOtherCase() {
      var line = line(set, unit("u").none("day"));

      earns(line, "7");
      assertThat(((Step.WindowMet) line.step()).date()).isEmpty();
      earns(line(set, unit("u")), "0", Flag.UNANSWERED);
    }

    @ParameterizedTest
    @CsvSource({
      "2017-05-31, 0",
      "2017-06-01, 10",
      "2019-01-01, 10",
      "2016-01-01, 20",
      "2016-01-02, 0"
    })
    void mayBeOpenAtOneEnd(String day, String points) {
      var set =
          SmallSet.withRule(
              "{dateWindow: {of: day, windows: [{from: 01/06 year, points: 10}, {to: 01/01 2016, points: 20}]}}");

      earns(line(set, unit("u").on("day", day)), points);
    }

    @Test
    void givesNothingWhereNoWindowHoldsTheDate() {
      var set =
          SmallSet.withRule(
              "{dateWindow: {of: day, windows: [{from: 01/06 year, to: 30/06 year, points: 10}]}}");

      earns(line(set, unit("u").none("day")), "0");
      var line = line(set, unit("u").on("day", "2017-07-01"));
      earns(line, "0");
      assertThat(line.step())
          .isEqualTo(new Step.WindowMet(Optional.of(LocalDate.of(2017, 7, 1)), Optional.empty()));
    }
  }

  @Nested
  class Sum {

    private static final String PARTS =
        "items: [{name: X, maxPoints: 60, rule: {yesNo: yes}}, {name: Y, maxPoints: 60, rule: {proportional: a / b}}]";
    private final CriteriaSet capped = SmallSet.withRule("{sum: {" + PARTS + ", cap: 80}}");
    private final CriteriaSet set = SmallSet.withRule("{sum: {" + PARTS + "}}");

    @Test
    void addsItsParts() {
      earns(line(set, unit("u").with("yes", true).with("a", 1).with("b", 2)), "90");
      earns(line(set, unit("u").with("yes", false).with("a", 1).with("b", 2)), "30");
    }

    @Test
    void isCappedAtTheMaximumOrItsOwnCap() {
      earns(line(set, unit("u").with("yes", true).with("a", 2).with("b", 2)), "100");
      earns(line(capped, unit("u").with("yes", true).with("a", 1).with("b", 2)), "80");
      assertThat(
              ((Step.Summed)
                      line(capped, unit("u").with("yes", true).with("a", 1).with("b", 2)).step())
                  .capped())
          .isTrue();
    }

    @Test
    void earnsNoMoreThanTheCriterionIsWorthWhateverItsCap() {
      var set = SmallSet.withRule("{sum: {" + PARTS + ", cap: 110}}");
      earns(line(set, unit("u").with("yes", true).with("a", 2).with("b", 2)), "100");
    }

    @Test
    void isNotCappedExactlyAtTheCap() {
      var line = line(capped, unit("u").with("yes", true).with("a", 1).with("b", 3));

      earns(line, "80");
      assertThat(((Step.Summed) line.step()).capped()).isFalse();
    }

    @Test
    void keepsWhatThePartsFlag() {
      earns(
          line(set, unit("u").with("a", 3).with("b", 2)),
          "60",
          Flag.UNANSWERED,
          Flag.OVER_100_PERCENT);
      earns(
          line(set, unit("u").with("yes", true).with("a", 3).with("b", 0)),
          "60",
          Flag.ZERO_DENOMINATOR);
    }
  }

  @Nested
  class PerUnit {

    private final CriteriaSet set = SmallSet.withRule("{perUnit: {of: a, points: 30}}");

    @Test
    void paysForEachUpToTheMaximum() {
      earns(line(set, unit("u").with("a", 0)), "0");
      earns(line(set, unit("u").with("a", 3)), "90");
      earns(line(set, unit("u").with("a", 4)), "100");
      assertThat(line(set, unit("u").with("a", 4)).step())
          .isEqualTo(new Step.Counted(Rational.of(4), Rational.of(30), true));
    }

    @Test
    void isNotCappedExactlyAtTheMaximum() {
      var line =
          line(
              SmallSet.withRule("{perUnit: {of: a, points: maxPoints / 4}}"),
              unit("u").with("a", 4));

      earns(line, "100");
      assertThat(line.step()).isEqualTo(new Step.Counted(Rational.of(4), Rational.of(25), false));
    }

    @Test
    void mayPayByTheCount() {
      earns(
          line(SmallSet.withRule("{perUnit: {of: a, points: measure}}"), unit("u").with("a", 5)),
          "25");
    }

    @Test
    void neverFallsBelowZero() {
      earns(
          line(SmallSet.withRule("{perUnit: {of: c, points: 1}}"), unit("u").with("c", "-3")), "0");
    }

    @Test
    void flagsObstaclesInCountAndPoints() {
      earns(line(set, unit("u")), "0", Flag.UNANSWERED);
      earns(
          line(
              SmallSet.withRule("{perUnit: {of: a, points: 1 / b}}"),
              unit("u").with("a", 1).with("b", 0)),
          "0",
          Flag.ZERO_DENOMINATOR);
    }
  }

  @Nested
  class Best {

    private final CriteriaSet set =
        SmallSet.withRule(
            "{best: {cases: [{name: X, maxPoints: 40, rule: {yesNo: yes}}, {name: Y, maxPoints: 100, rule: {proportional: a / b}},"
                + " {name: Z, maxPoints: 40, rule: {yesNo: also}}]}}");

    @Test
    void takesTheCaseThatGivesMost() {
      earns(
          line(set, unit("u").with("yes", true).with("also", false).with("a", 1).with("b", 2)),
          "50");
      earns(
          line(set, unit("u").with("yes", true).with("also", false).with("a", 1).with("b", 4)),
          "40");
      earns(
          line(set, unit("u").with("yes", false).with("also", true).with("a", 1).with("b", 4)),
          "40");
    }

    @Test
    void earnsNoMoreThanTheCriterionIsWorthWhateverACaseIs() {
      var set =
          SmallSet.withRule(
              "{best: {cases: [{name: X, maxPoints: 150, rule: {proportional: a / b}}]}}");

      earns(line(set, unit("u").with("a", 1).with("b", 2)), "75");
      earns(line(set, unit("u").with("a", 2).with("b", 2)), "100");
    }

    @Test
    void takesTheFirstOfEqualCases() {
      var line =
          line(set, unit("u").with("yes", true).with("also", true).with("a", 2).with("b", 5));

      earns(line, "40");
      assertThat(((Step.BestCase) line.step()).best()).isZero();
    }

    @Test
    void keepsWhatTheCasesFlag() {
      earns(
          line(set, unit("u").with("yes", true).with("a", 1).with("b", 0)),
          "40",
          Flag.UNANSWERED,
          Flag.ZERO_DENOMINATOR);
    }
  }

  @Nested
  class RelativeToBest {

    private final CriteriaSet higher =
        SmallSet.withRule("{relativeToBest: {of: a, better: higher, among: group}}");
    private final CriteriaSet lower =
        SmallSet.withRule("{relativeToBest: {of: a, better: lower, among: group}}");
    private final CriteriaSet all =
        SmallSet.withRule("{relativeToBest: {of: a, better: higher, among: all}}");

    @Test
    void isTheValueOverTheHighest() {
      var line =
          line(higher, unit("u").with("a", 3), unit("v").with("a", 4), unit("w").with("a", 1));

      earns(line, "75");
      assertThat(line.step()).isEqualTo(new Step.AgainstBest(Rational.of(3), Rational.of(4)));
      earns(line(higher, unit("u").with("a", 4), unit("v").with("a", 3)), "100");
    }

    @Test
    void isTheLowestOverTheValueWhereFewerIsBetter() {
      earns(
          line(lower, unit("u").with("a", 4), unit("v").with("a", 3), unit("w").with("a", 8)),
          "75");
      earns(line(lower, unit("u").with("a", 3), unit("v").with("a", 4)), "100");
      earns(line(lower, unit("u").with("a", 3), unit("v").with("a", 0)), "0");
    }

    @Test
    void comparesWithinTheGroupOrAmongAll() {
      earns(line(higher, unit("u").with("a", 3), unit("v").with("a", 4).in("district")), "100");
      earns(line(all, unit("u").with("a", 3), unit("v").with("a", 4).in("district")), "75");
    }

    @Test
    void leavesOutUnitsWithoutAValueOrToWhichItDoesNotApply() {
      earns(line(higher, unit("u").with("a", 3), unit("v")), "100");
      earns(line(higher, unit("u").with("a", 3), unit("v").with("a", 4).without("I.1")), "100");
      earns(line(higher, unit("u").with("a", 3), unit("v").with("a", 4).without("I")), "100");
      earns(line(higher, unit("u")), "0", Flag.UNANSWERED);
    }

    @Test
    void isADenominatorOfZeroWhereNobodyHasAnything() {
      earns(
          line(higher, unit("u").with("a", 0), unit("v").with("a", 0)), "0", Flag.ZERO_DENOMINATOR);
    }

    @Test
    void givesAllPointsToAUnitThatHasNoneWhereFewerIsBetter() {
      var line = line(lower, unit("u").with("a", 0), unit("v").with("a", 3));

      earns(line, "100");
      assertThat(line.step()).isEqualTo(new Step.AgainstBest(Rational.ZERO, Rational.ZERO));
    }

    @Test
    void staysBetweenNothingAndTheMaximum() {
      var ofC = SmallSet.withRule("{relativeToBest: {of: c, better: higher, among: group}}");

      earns(line(ofC, unit("u").with("c", "-1"), unit("v").with("c", 2)), "0");
    }

    @Test
    void comparesAUnitAloneWithItself() {
      var sheet =
          new Scorer(higher, Policy.DEFAULT, List.of())
              .score(unit("u").with("a", 3).answers(), Peers.NONE);

      earns(sheet.lines().getFirst(), "100");
    }

    @Test
    void countsNoMoreThanTheMaximumForAUnitAboveItsPeers() {
      var peers = Peers.of(higher, List.of(unit("v").with("a", 2).answers()));
      var sheet =
          new Scorer(higher, Policy.DEFAULT, List.of())
              .score(unit("u").with("a", 3).answers(), peers);

      earns(sheet.lines().getFirst(), "100");
    }
  }

  @Nested
  class MinMax {

    private final CriteriaSet higher =
        SmallSet.withRule("{minMax: {of: c, better: higher, among: group}}");
    private final CriteriaSet lower =
        SmallSet.withRule("{minMax: {of: c, better: lower, among: all}}");

    @Test
    void isThePlaceBetweenTheExtremes() {
      var line =
          line(higher, unit("u").with("c", 3), unit("v").with("c", 2), unit("w").with("c", 6));

      earns(line, "25");
      assertThat(line.step())
          .isEqualTo(new Step.BetweenExtremes(Rational.of(3), Rational.of(2), Rational.of(6)));
      earns(
          line(
              lower,
              unit("u").with("c", 3),
              unit("v").with("c", 2).in("district"),
              unit("w").with("c", 6)),
          "75");
    }

    @Test
    void givesTheMaximumToAllWhereAllAreEqual() {
      earns(line(higher, unit("u").with("c", 3), unit("v").with("c", 3)), "100");
      earns(line(lower, unit("u").with("c", 3)), "100");
      earns(line(higher, unit("u").none("c")), "100");
    }

    @Test
    void countsAUnitAmongItsPeersEvenWhenScoredAlone() {
      var peers =
          Peers.of(
              higher, List.of(unit("v").with("c", 1).answers(), unit("w").with("c", 2).answers()));
      var sheet =
          new Scorer(higher, Policy.DEFAULT, List.of())
              .score(unit("u").with("c", 3).answers(), peers);

      earns(sheet.lines().getFirst(), "100");
    }

    @Test
    void flagsWhatIsNotAnswered() {
      earns(line(higher, unit("u"), unit("v").with("c", 3)), "0", Flag.UNANSWERED);
    }
  }

  @Nested
  class Change {

    private final CriteriaSet percent =
        SmallSet.withRule("{change: {of: a, as: percent, target: 10%}}");
    private final CriteriaSet difference =
        SmallSet.withRule("{change: {of: a, as: difference, target: 4}}");
    private final CriteriaSet steps =
        SmallSet.withRule(
            "{change: {of: a, as: percent, steps: [{atLeast: 10%, points: 100}, {above: 0%, points: measure * 500}]}}");

    @ParameterizedTest
    @CsvSource({"200, 0", "210, 50", "220, 100", "230, 100", "190, 0"})
    void isTheGrowthTowardsATarget(long now, String points) {
      earns(line(percent, unit("u").with("a", now).lastYear("a", 200)), points);
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "11, 25", "14, 100", "15, 100", "9, 0"})
    void orTheDifference(long now, String points) {
      earns(line(difference, unit("u").with("a", now).lastYear("a", 10)), points);
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "210, 25", "220, 100", "100, 0"})
    void orBySteps(long now, String points) {
      earns(line(steps, unit("u").with("a", now).lastYear("a", 200)), points);
    }

    @Test
    void isADenominatorOfZeroWhereThereWasNothingLastYear() {
      earns(line(percent, unit("u").with("a", 3).lastYear("a", 0)), "0", Flag.ZERO_DENOMINATOR);
      earns(line(difference, unit("u").with("a", 1).lastYear("a", 0)), "25");
    }

    @Test
    void isUnansweredWithoutEitherYear() {
      earns(line(percent, unit("u").with("a", 3)), "0", Flag.UNANSWERED);
      earns(line(percent, unit("u").lastYear("a", 3)), "0", Flag.UNANSWERED);
    }

    @Test
    void tellsHowItChanged() {
      assertThat(line(percent, unit("u").with("a", 210).lastYear("a", 200)).step())
          .isEqualTo(
              new Step.Changed(
                  Rational.of(200), Rational.of(210), Rational.of(1, 20), Optional.empty()));
      assertThat(
              ((Step.Changed) line(steps, unit("u").with("a", 220).lastYear("a", 200)).step())
                  .tier())
          .isPresent();
    }
  }

  @Nested
  class Survey {

    private final CriteriaSet set = SmallSet.withRule("{survey: {of: c, from: 1, to: 5}}");

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 25", "5, 100", "6, 100", "0, 0", "1.5, 25/2"})
    void isThePlaceOnTheScale(String result, String points) {
      earns(line(set, unit("u").with("c", result)), points);
    }

    @Test
    void isNothingWhereThereIsNone() {
      earns(line(set, unit("u").none("c")), "0");
      earns(line(set, unit("u")), "0", Flag.UNANSWERED);
    }
  }

  @Nested
  class Formula {

    private final CriteriaSet set = SmallSet.withRule("{formula: maxPoints * c / b}");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 50", "2, 100", "3, 100", "-1, 0"})
    void isTheValueBetweenNothingAndTheMaximum(String c, String points) {
      earns(line(set, unit("u").with("c", c).with("b", 2)), points);
    }

    @Test
    void flagsObstacles() {
      earns(line(set, unit("u").with("c", 1).with("b", 0)), "0", Flag.ZERO_DENOMINATOR);
      earns(line(set, unit("u")), "0", Flag.UNANSWERED);
    }

    @Test
    void tellsTheValueItself() {
      assertThat(line(set, unit("u").with("c", 3).with("b", 2)).step())
          .isEqualTo(new Step.Computed(Rational.of(150)));
    }
  }

  @Test
  void informationIsWorthNothing() {
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: 0
                criteria:
                  - {code: I.1, name: Tiêu chí, maxPoints: 0, rule: {information: [remark]}}
            """);

    earns(line(set, unit("u")), "0");
    assertThat(line(set, unit("u")).step()).isEqualTo(new Step.ForInformation());
  }

  @Test
  void eachGroupHasItsOwnRule() {
    var set =
        SmallSet.withRule("{byGroup: {department: {yesNo: yes}, district: {proportional: a / b}}}");

    earns(line(set, unit("u").with("yes", true)), "100");
    earns(line(set, unit("u").with("a", 1).with("b", 2).in("district")), "50");
    earns(line(set, unit("u").with("yes", true).in("guest")), "0");
    assertThat(line(set, unit("u").in("guest")).step()).isEqualTo(new Step.ForInformation());
  }

  @Test
  void relativeRulesAreFoundWithinOtherRules() {
    var relative = "rule: {relativeToBest: {of: a, better: higher, among: group}}";
    var inSum = SmallSet.withRule("{sum: {items: [{name: X, maxPoints: 100, " + relative + "}]}}");
    var inBest =
        SmallSet.withRule("{best: {cases: [{name: X, maxPoints: 100, " + relative + "}]}}");
    var inGroup =
        SmallSet.withRule(
            "{byGroup: {department: {relativeToBest: {of: a, better: higher, among: group}}}}");

    for (var set : List.of(inSum, inBest, inGroup)) {
      earns(line(set, unit("u").with("a", 3), unit("v").with("a", 4)), "75");
    }
  }

  @Test
  void aUnitCountsAsAPeerOnlyWhereItsGroupHasTheCriterion() {
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: {department: 100}
                criteria:
                  - {code: I.1, name: Tiêu chí, maxPoints: {department: 100}, rule: {relativeToBest: {of: a, better: higher, among: all}}}
            """);

    earns(line(set, unit("u").with("a", 3), unit("v").with("a", 4).in("district")), "100");
  }

  @Test
  void oneCriterionThatDoesNotApplyLeavesTheUnitAPeerInAnotherOverTheSameMeasure() {
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: 100
                criteria:
                  - {code: I.1, name: Tiêu chí, maxPoints: 50, rule: {relativeToBest: {of: a, better: higher, among: group}}}
                  - {code: I.2, name: Tiêu chí, maxPoints: 50, rule: {relativeToBest: {of: a, better: higher, among: group}}}
            """);

    var sheets =
        new Scorer(set, Policy.DEFAULT, List.of())
            .score(
                List.of(
                    unit("u").with("a", 3).answers(),
                    unit("v").with("a", 4).without("I.1").answers()));

    assertThat(sheets.getFirst().lines())
        .extracting(ScoreLine::points)
        .containsExactly(Points.of(50), Points.of("37.5"));
  }
}
