package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.criteria.Check;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Gate;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/**
 * From lines to the sheet: sections, what does not apply, what was not held, bonus, deductions,
 * grades, gates, flags.
 */
class ScorerTest {

  /**
   * I: 60 (two criteria and a group of two), II: 40 (one criterion and a question for information),
   * III: a bonus of 10.
   */
  private static final CriteriaSet SET =
      SmallSet.of(
          """
          sections:
            - code: I
              name: Một
              maxPoints: 60
              criteria:
                - {code: I.1, name: Tiêu chí, maxPoints: 20, rule: {yesNo: yes}}
                - {code: I.2, name: Tiêu chí, maxPoints: 10, rule: {proportional: a / b}}
                - code: I.3
                  name: Nhóm
                  maxPoints: 30
                  whenNotHeld: rescale
                  criteria:
                    - {code: I.3.1, name: Tiêu chí, maxPoints: 10, rule: {yesNo: also}}
                    - {code: I.3.2, name: Tiêu chí, maxPoints: 20, rule: {yesNo: yes}}
            - code: II
              name: Hai
              maxPoints: 40
              whenNotHeld: rescale
              criteria:
                - {code: II.1, name: Tiêu chí, maxPoints: 40, rule: {yesNo: yes}}
                - {code: II.2, name: Để biết, maxPoints: 0, rule: {information: [remark]}}
            - code: III
              bonus: true
              name: Thưởng
              maxPoints: 10
              criteria:
                - {code: III.1, name: Tiêu chí, maxPoints: 10, rule: {yesNo: yes}}
          """);

  /** Yes to everything but I.3.1, and one third of I.2: 20 + 3.33 + 0 + 20, 40, bonus 10. */
  private static final SmallSet.Unit SOMEBODY =
      unit("u").with("yes", true).with("also", false).with("a", 1).with("b", 3);

  private static final Policy RESCALE = Policy.DEFAULT.with("notApplicable", "rescale-section");
  private static final Policy FULL = Policy.DEFAULT.with("notApplicable", "full");
  private static final Policy EXACT = Policy.DEFAULT.with("rounding", "none");

  private static ScoreSheet notHeld(SmallSet.Unit unit, Policy policy, String... codes) {
    return new Scorer(SET, policy, List.of(codes)).score(List.of(unit.answers())).getFirst();
  }

  private static ScoreLine line(ScoreSheet sheet, String code) {
    return sheet.lines().stream()
        .filter(line -> line.criterion().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static void sections(ScoreSheet sheet, String one, String two) {
    assertThat(sheet.sections())
        .extracting(section -> section.points().value().toString())
        .containsExactly(one, two);
  }

  private static void total(ScoreSheet sheet, String total, String rescaled) {
    assertThat(sheet.total()).hasToString(total);
    assertThat(sheet.rescaled().total()).hasToString(rescaled);
  }

  @Nested
  class Sums {

    @Test
    void addsWhatIsPrinted() {
      var sheet = SOMEBODY.sheet(SET);

      assertThat(line(sheet, "I.2").points()).hasToString("3.33");
      sections(sheet, "4333/100", "40");
      assertThat(sheet.bonus()).hasToString("10.00");
      total(sheet, "93.33", "93.33");
    }

    @Test
    void addsExactPointsWhereNothingIsRounded() {
      var sheet = SOMEBODY.sheet(SET, EXACT);

      sections(sheet, "130/3", "40");
      assertThat(sheet.total().value()).isEqualTo(Rational.of(280, 3));
    }

    @Test
    void leavesTheBonusOutOfTheTotalWhereThePolicySaysSo() {
      var sheet = SOMEBODY.sheet(SET, Policy.DEFAULT.with("bonusInTotal", "false"));

      assertThat(sheet.bonus()).hasToString("10.00");
      total(sheet, "83.33", "83.33");
      assertThat(sheet.byMean().value()).isEqualTo(sheet.meanPercent());
    }

    @Test
    void meansThePercentagesOfTheSections() {
      var sheet = SOMEBODY.sheet(SET);

      var mean = Rational.of(4333, 6000).plus(Rational.ONE).times(Rational.of(50));
      assertThat(sheet.meanPercent()).isEqualTo(mean);
      assertThat(sheet.byMean().value()).isEqualTo(mean.plus(Rational.of(10)));
      assertThat(sheet.rankedBy(Policy.Overall.TOTAL)).isEqualTo(sheet.total());
      assertThat(sheet.rankedBy(Policy.Overall.MEAN_OF_SECTION_PERCENTAGES))
          .isEqualTo(sheet.byMean());
    }

    @Test
    void leavesOutOfTheMeanASectionThatNobodyCanEarnPointsIn() {
      var set =
          SmallSet.of(
              """
              sections:
                - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: X, maxPoints: 100, rule: {proportional: a / b}}]}
                - {code: II, name: Hai, maxPoints: 0, criteria: [{code: II.1, name: Y, maxPoints: 0, rule: {information: [remark]}}]}
              """);
      var sheet = unit("u").with("a", 1).with("b", 4).sheet(set);

      assertThat(sheet.meanPercent()).isEqualTo(Rational.of(25));
      assertThat(sheet.sections()).extracting(SectionScore::applies).containsExactly(true, false);
      assertThat(unit("u").without("I").sheet(set, RESCALE).meanPercent()).isEqualTo(Rational.ZERO);
    }

    @Test
    void hasALineForEveryCriterionOfTheGroupInPrintedOrder() {
      var set =
          SmallSet.of(
              """
              sections:
                - code: I
                  name: Một
                  maxPoints: {department: 30, district: 20}
                  criteria:
                    - {code: I.2, name: X, maxPoints: {department: 10, district: 20}, rule: {yesNo: yes}}
                    - {code: I.1, name: Y, maxPoints: {department: 20}, rule: {yesNo: yes}}
                - {code: II, name: Hai, maxPoints: {district: 80}, criteria: [{code: II.1, name: Z, maxPoints: {district: 80}, rule: {yesNo: yes}}]}
                - {code: III, bonus: true, name: Ba, maxPoints: {district: 5}, criteria: [{code: III.1, name: Z, maxPoints: {district: 5}, rule: {yesNo: yes}}]}
              """);
      var department = unit("u").with("yes", true).sheet(set);
      var district = unit("u").with("yes", true).in("district").sheet(set);

      assertThat(department.lines())
          .extracting(line -> line.criterion().code())
          .containsExactly("I.2", "I.1");
      assertThat(department.lines())
          .extracting(ScoreLine::max)
          .containsExactly(Points.of(10), Points.of(20));
      assertThat(department.sections())
          .extracting(SectionScore::points)
          .containsExactly(Points.of(30));
      assertThat(department.bonus()).isEqualTo(Points.NONE);
      assertThat(district.lines())
          .extracting(line -> line.criterion().code())
          .containsExactly("I.2", "II.1", "III.1");
      assertThat(district.sections())
          .extracting(SectionScore::max)
          .containsExactly(Points.of(20), Points.of(80));
      assertThat(district.total()).hasToString("105.00");
    }
  }

  @Nested
  class WhatDoesNotApply {

    @Test
    void isWorthNothingByTheLetterOfTheDecisionWithTheRescaledFigureBeside() {
      var sheet = SOMEBODY.without("I.1").sheet(SET);

      assertThat(line(sheet, "I.1").points()).isEqualTo(Points.NONE);
      assertThat(line(sheet, "I.1").flags()).isEqualTo(Set.of(Flag.NOT_APPLICABLE));
      assertThat(line(sheet, "I.1").step()).isEqualTo(new Step.SetAside(Flag.NOT_APPLICABLE));
      assertThat(line(sheet, "I.1").counts()).isFalse();
      assertThat(line(sheet, "I.2").counts()).isTrue();
      // 23.33 of 40 that apply, × 60 = 34.995 → 35.00
      total(sheet, "73.33", "85.00");
      assertThat(sheet.grade().name()).isEqualTo("Khá");
      assertThat(sheet.rescaled().grade().name()).isEqualTo("Tốt");
    }

    @Test
    void isRescaledAndRoundedLikeACriterion() {
      var sheet = SOMEBODY.without("I.1").sheet(SET, RESCALE);

      sections(sheet, "35", "40");
      total(sheet, "85.00", "85.00");
    }

    @Test
    void isRescaledExactlyWhereNothingIsRounded() {
      var sheet = SOMEBODY.without("I.1").sheet(SET, RESCALE.with("rounding", "none"));

      sections(sheet, "35", "40");
      sections(SOMEBODY.without("I.3").sheet(SET, RESCALE.with("rounding", "none")), "140/3", "40");
    }

    @Test
    void isWorthTheMaximumWhereThePolicySaysSo() {
      var sheet = SOMEBODY.without("I.2", "I.3.1").sheet(SET, FULL);

      sections(sheet, "60", "40");
      total(sheet, "110.00", "110.00");
      assertThat(SOMEBODY.with("yes", false).without("I.2").sheet(SET, FULL).rescaled().total())
          .hasToString("0.00");
    }

    @Test
    void mayBeAGroupOrASection() {
      assertThat(SOMEBODY.without("I.3").sheet(SET).lines())
          .filteredOn(line -> !line.counts())
          .extracting(line -> line.criterion().code())
          .containsExactly("I.3.1", "I.3.2");
      assertThat(SOMEBODY.without("I").sheet(SET).lines())
          .filteredOn(line -> !line.counts())
          .hasSize(4);
    }

    @Test
    void rescalesTheTotalOverTheOtherSectionsWhereAWholeSectionDoesNotApply() {
      var sheet = SOMEBODY.without("II").sheet(SET, RESCALE);

      sections(sheet, "4333/100", "0");
      assertThat(sheet.sections()).extracting(SectionScore::applies).containsExactly(true, false);
      assertThat(sheet.sections()).extracting(SectionScore::counts).containsExactly(true, false);
      // 43.33 × 100 ÷ 60 = 72.2166… and the bonus as it is
      total(sheet, "82.22", "82.22");
      assertThat(sheet.meanPercent()).isEqualTo(Rational.of(4333, 60));
    }

    @Test
    void leavesASectionUnrankedWhereOnlyQuestionsForInformationApply() {
      var sheet = SOMEBODY.without("II.1").sheet(SET, RESCALE);

      assertThat(sheet.sections().get(1).applies()).isFalse();
      assertThat(sheet.sections().get(1).counts()).isFalse();
      total(sheet, "82.22", "82.22");
    }

    @Test
    void leavesASectionUnrankedUnderEveryPolicyButCountsItByTheLetter() {
      for (var policy : List.of(Policy.DEFAULT, FULL)) {
        var sheet = SOMEBODY.without("II").sheet(SET, policy);
        assertThat(sheet.sections()).extracting(SectionScore::applies).containsExactly(true, false);
        assertThat(sheet.sections()).extracting(SectionScore::counts).containsExactly(true, true);
      }
      total(SOMEBODY.without("II").sheet(SET), "53.33", "82.22");
      total(SOMEBODY.without("II").sheet(SET, FULL), "93.33", "82.22");
      assertThat(SOMEBODY.without("II").sheet(SET).meanPercent()).isEqualTo(Rational.of(4333, 120));
    }

    @Test
    void leavesNothingWhereNothingAppliesAtAll() {
      var sheet = SOMEBODY.without("I", "II").sheet(SET, RESCALE);

      total(sheet, "10.00", "10.00");
      assertThat(sheet.meanPercent()).isEqualTo(Rational.ZERO);
    }

    @Test
    void neverGivesNorRescalesTheBonus() {
      for (var policy : List.of(Policy.DEFAULT, FULL, RESCALE)) {
        var sheet = SOMEBODY.without("III.1").sheet(SET, policy);
        assertThat(sheet.bonus()).isEqualTo(Points.NONE);
        total(sheet, "83.33", "83.33");
      }
    }

    @Test
    void takesADenominatorOfZeroForItWhereThePolicySaysSo() {
      var nothing = SOMEBODY.with("b", 0);
      var notApplicable = Policy.DEFAULT.with("zeroDenominator", "not-applicable");

      assertThat(line(nothing.sheet(SET), "I.2").flags()).isEqualTo(Set.of(Flag.ZERO_DENOMINATOR));
      assertThat(line(nothing.sheet(SET), "I.2").counts()).isTrue();
      total(nothing.sheet(SET), "90.00", "90.00");
      var sheet = nothing.sheet(SET, notApplicable);
      assertThat(line(sheet, "I.2").flags())
          .isEqualTo(Set.of(Flag.ZERO_DENOMINATOR, Flag.NOT_APPLICABLE));
      assertThat(line(sheet, "I.2").step()).isEqualTo(new Step.SetAside(Flag.NOT_APPLICABLE));
      total(sheet, "90.00", "98.00");
      total(nothing.sheet(SET, notApplicable.with("notApplicable", "full")), "100.00", "98.00");
    }

    @Test
    void takesOnlyADenominatorOfZeroForIt() {
      var sheet =
          unit("u")
              .with("yes", true)
              .with("also", false)
              .sheet(SET, Policy.DEFAULT.with("zeroDenominator", "not-applicable"));

      assertThat(line(sheet, "I.2").flags()).isEqualTo(Set.of(Flag.UNANSWERED));
    }
  }

  @Nested
  class WhatWasNotHeld {

    @Test
    void rescalesTheSectionThatTheGroupBelongsTo() {
      var sheet = notHeld(SOMEBODY, Policy.DEFAULT, "I.3");

      assertThat(line(sheet, "I.3.1").flags()).isEqualTo(Set.of(Flag.NOT_HELD));
      assertThat(line(sheet, "I.3.1").step()).isEqualTo(new Step.SetAside(Flag.NOT_HELD));
      assertThat(line(sheet, "I.3.1").counts()).isFalse();
      // 23.33 of 30, × 60
      sections(sheet, "2333/50", "40");
      total(sheet, "96.66", "96.66");
    }

    @Test
    void rescalesTheTotalWhereItIsASection() {
      var sheet = notHeld(SOMEBODY, Policy.DEFAULT, "II");

      sections(sheet, "4333/100", "0");
      assertThat(sheet.sections()).extracting(SectionScore::applies).containsExactly(true, false);
      total(sheet, "82.22", "82.22");
    }

    @Test
    void comesBeforeWhatDoesNotApply() {
      var sheet = notHeld(SOMEBODY.without("I.3"), FULL, "I.3");

      assertThat(line(sheet, "I.3.2").flags()).isEqualTo(Set.of(Flag.NOT_HELD));
      assertThat(line(sheet, "I.3.2").points()).isEqualTo(Points.NONE);
    }

    @Test
    void standsBesideWhatDoesNotApply() {
      // Held and applicable: I.2 only, 3.33 of 10. By the letter I.1 counts with nothing: 3.33 of
      // 30, × 60.
      var sheet = notHeld(SOMEBODY.without("I.1"), Policy.DEFAULT, "I.3");

      sections(sheet, "333/50", "40");
      total(sheet, "56.66", "69.98");
    }
  }

  @Nested
  class Deductions {

    @Test
    void takeTheirPointsFromTheTotalOnly() {
      var sheet =
          SOMEBODY.less("incident", Optional.of("3.333"), Optional.of("12/QĐ-HĐ")).sheet(SET);

      sections(sheet, "4333/100", "40");
      assertThat(sheet.deductions()).hasToString("3.33");
      total(sheet, "90.00", "90.00");
      assertThat(sheet.byMean().plus(Points.of("3.33"))).isEqualTo(SOMEBODY.sheet(SET).byMean());
      assertThat(
              SOMEBODY
                  .less("incident", Optional.of("3.333"), Optional.of("1"))
                  .sheet(SET, EXACT)
                  .deductions()
                  .value())
          .isEqualTo(Rational.of("3.333"));
    }

    @Test
    void haveNoEffectWithoutADecision() {
      var sheet = SOMEBODY.less("incident", Optional.of("3"), Optional.empty()).sheet(SET);

      assertThat(sheet.deductions()).isEqualTo(Points.NONE);
      assertThat(sheet.deductionEffects())
          .extracting(DeductionEffect::effect)
          .containsExactly(Points.NONE);
      total(sheet, "93.33", "93.33");
    }

    @Test
    void takeTheAmountOfTheirKindWhereTheyNameNone() {
      assertThat(
              SOMEBODY
                  .less("late-report", Optional.empty(), Optional.of("1"))
                  .sheet(SET)
                  .deductions())
          .hasToString("5.00");
      assertThat(
              SOMEBODY
                  .less("late-report", Optional.of("2"), Optional.of("1"))
                  .sheet(SET)
                  .deductions())
          .hasToString("2.00");
      assertThat(
              SOMEBODY.less("incident", Optional.empty(), Optional.of("1")).sheet(SET).deductions())
          .hasToString("0.00");
      assertThat(
              SOMEBODY.less("another", Optional.empty(), Optional.of("1")).sheet(SET).deductions())
          .hasToString("0.00");
    }

    @Test
    void addUp() {
      var sheet =
          SOMEBODY
              .less("incident", Optional.of("3"), Optional.of("1"))
              .less("incident", Optional.of("4"), Optional.of("2"))
              .sheet(SET);

      assertThat(sheet.deductions()).hasToString("7.00");
      assertThat(sheet.deductionEffects()).hasSize(2);
    }

    @Test
    void neverBringATotalBelowZero() {
      var sheet = SOMEBODY.less("incident", Optional.of("1000"), Optional.of("1")).sheet(SET);

      total(sheet, "0.00", "0.00");
      assertThat(sheet.byMean()).isEqualTo(Points.NONE);
    }
  }

  @Nested
  class Grades {

    private static final CriteriaSet BY_POINTS = SmallSet.withRule("{formula: c}");

    @ParameterizedTest
    @CsvSource({
      "100, Tốt",
      "85, Tốt",
      "84.99, Khá",
      "84.996, Tốt",
      "70, Khá",
      "69.99, Trung bình",
      "55, Trung bình",
      "54.99, Yếu",
      "54.994, Yếu",
      "0, Yếu"
    })
    void areThoseOfThePrintedTotal(String points, String grade) {
      assertThat(unit("u").with("c", points).sheet(BY_POINTS).grade().name()).isEqualTo(grade);
    }

    @Test
    void areThoseOfTheExactTotalWhereNothingIsRounded() {
      assertThat(unit("u").with("c", "84.996").sheet(BY_POINTS, EXACT).grade().name())
          .isEqualTo("Khá");
    }

    @ParameterizedTest
    @CsvSource({
      "86.01, false",
      "86, true",
      "85, true",
      "84.5, true",
      "84, true",
      "83.99, false",
      "71.01, false",
      "71, true",
      "69, true",
      "68.99, false",
      "56, true",
      "54, true",
      "53.99, false",
      "0, false",
      "100, false"
    })
    void areMarkedWithinOnePointOfTheirFloor(String points, boolean near) {
      assertThat(unit("u").with("c", points).sheet(BY_POINTS).flags().contains(Flag.NEAR_BOUNDARY))
          .isEqualTo(near);
    }
  }

  @Nested
  class Gates {

    private static final CriteriaSet GATED =
        SmallSet.of(
            """
            gates:
              - {id: unlawful, name: Nội dung vi phạm, failsWhen: yes, gradeAtMost: Trung bình}
              - {id: empty, name: Không có gì, failsWhen: a / b < 1, gradeAtMost: Yếu}
            checks:
              - {id: within, require: a <= b, message: A lớn hơn B}
              - {id: ratio, require: a / b <= 1, message: A lớn hơn B}
            sections:
              - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: X, maxPoints: 100, rule: {formula: c}}]}
            """);

    private static final SmallSet.Unit LAWFUL =
        unit("u").with("c", 90).with("yes", false).with("a", 2).with("b", 2);

    @Test
    void leaveTheGradeToAUnitThatPasses() {
      var sheet = LAWFUL.sheet(GATED);

      assertThat(sheet.grade().name()).isEqualTo("Tốt");
      assertThat(sheet.failedGates()).isEmpty();
      assertThat(sheet.flags()).isEmpty();
    }

    @Test
    void capTheGradeWhateverThePoints() {
      var sheet = LAWFUL.with("yes", true).sheet(GATED);

      assertThat(sheet.total()).hasToString("90.00");
      assertThat(sheet.grade().name()).isEqualTo("Trung bình");
      assertThat(sheet.rescaled().grade().name()).isEqualTo("Trung bình");
      assertThat(sheet.failedGates()).extracting(Gate::id).containsExactly("unlawful");
      assertThat(sheet.flags()).isEqualTo(Set.of(Flag.GATE));
    }

    @Test
    void neverRaiseAGrade() {
      assertThat(LAWFUL.with("yes", true).with("c", 10).sheet(GATED).grade().name())
          .isEqualTo("Yếu");
    }

    @Test
    void takeTheLowestCapOfSeveral() {
      var sheet = LAWFUL.with("yes", true).with("a", 1).sheet(GATED);

      assertThat(sheet.grade().name()).isEqualTo("Yếu");
      assertThat(sheet.failedGates()).hasSize(2);
    }

    @Test
    void sayNothingWhereAFactIsMissingOrADenominatorIsZero() {
      assertThat(unit("u").with("c", 90).sheet(GATED).failedGates()).isEmpty();
      assertThat(LAWFUL.with("b", 0).sheet(GATED).failedGates()).isEmpty();
    }

    @Test
    void areNoChecksWhichOnlyWarn() {
      var sheet = LAWFUL.with("a", 3).sheet(GATED);

      assertThat(sheet.failedChecks()).extracting(Check::id).containsExactly("within", "ratio");
      assertThat(sheet.grade().name()).isEqualTo("Tốt");
      assertThat(LAWFUL.sheet(GATED).failedChecks()).isEmpty();
      assertThat(unit("u").with("c", 90).with("a", 3).sheet(GATED).failedChecks()).isEmpty();
      assertThat(LAWFUL.with("b", 0).sheet(GATED).failedChecks())
          .extracting(Check::id)
          .containsExactly("within");
    }
  }

  @Nested
  class Reports {

    @ParameterizedTest
    @CsvSource({
      "2017-12-14T23:59:59+07:00, false",
      "2017-12-15T00:00:00+07:00, true",
      "2017-12-15T00:00:01+07:00, true",
      "2017-12-14T17:00:00Z, true",
      "2017-12-14T16:59:59.999Z, false",
      "2017-12-15T00:00:00+09:00, false"
    })
    void areLateFromTheFirstInstantOfTheFifteenthOfDecember(String instant, boolean late) {
      assertThat(SOMEBODY.sentAt(instant).sheet(SET).flags().contains(Flag.LATE)).isEqualTo(late);
    }

    @Test
    void areLateFromTheInstantThatThePolicySets() {
      var later = Policy.DEFAULT.with("deadline", "2018-01-10T12:00:00+07:00");

      assertThat(SOMEBODY.sentAt("2018-01-10T11:59:59+07:00").sheet(SET, later).flags())
          .doesNotContain(Flag.LATE);
      assertThat(SOMEBODY.sentAt("2018-01-10T12:00:00+07:00").sheet(SET, later).flags())
          .contains(Flag.LATE);
    }

    @Test
    void withoutAnInstantAreNotLate() {
      assertThat(SOMEBODY.sheet(SET).flags()).isEmpty();
    }

    @Test
    void thatNeverCameAreFlagged() {
      var sheet =
          new Scorer(SET, Policy.DEFAULT, List.of())
              .score(List.of(UnitAnswers.noReport("u", "Sở U", "department")))
              .getFirst();

      assertThat(sheet.flags()).isEqualTo(Set.of(Flag.NO_REPORT));
      assertThat(sheet.total()).isEqualTo(Points.NONE);
      assertThat(sheet.answers().reported()).isFalse();
      assertThat(line(sheet, "I.1").flags()).isEqualTo(Set.of(Flag.UNANSWERED));
    }
  }

  @Test
  void keepsTheOrderOfTheUnits() {
    var sheets =
        new Scorer(SET, Policy.DEFAULT, List.of())
            .score(List.of(unit("v").answers(), unit("u").answers()));

    assertThat(sheets).extracting(sheet -> sheet.answers().unit()).containsExactly("v", "u");
  }
}
