package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thangdiem.scoring.SmallSet.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/** What is asked of kernels before they are trusted with columns: room, limits, zeros below. */
class KernelTest {

  private static final int LIMIT = 1_000_000;

  private static Kernel kernel(String rule, String ratioCap, SmallSet.Unit... units) {
    var set = SmallSet.withRule(rule);
    return compiler(set, Policy.DEFAULT.with("ratioCap", ratioCap), units)
        .kernel(set.scored().findFirst().orElseThrow(), Points.of(100))
        .orElseThrow();
  }

  private static KernelCompiler compiler(CriteriaSet set, Policy policy, SmallSet.Unit... units) {
    var answers =
        BulkAnswers.of(set, Stream.of(units).map(SmallSet.Unit::answers).toList()).cohorts();
    return new KernelCompiler(set, policy, answers.getFirst(), Peers.NONE, LIMIT);
  }

  private static SmallSet.Unit over(long part, long whole) {
    return unit("u").with("a", part).with("b", whole);
  }

  @Test
  void sayTheMostThatAUnitCanHave() {
    assertThat(kernel("{yesNo: yes}", "1", unit("u")).most()).isEqualTo(10_000);
    assertThat(new Kernel.YesNo(List.of(new byte[1], new byte[1]), 25).most()).isEqualTo(50);
    assertThat(kernel("{proportional: a / b}", "1", over(7, 2)).most()).isEqualTo(10_000);
    // 7 of 1 and what rounding may add.
    assertThat(kernel("{proportional: a / b}", "none", over(7, 2)).most()).isEqualTo(70_001);
    assertThat(
            kernel(
                    "{tiers: {of: a, steps: [{atLeast: 9, points: 40}, {atLeast: 1, points: 60}]}}",
                    "1",
                    over(1, 1))
                .most())
        .isEqualTo(6_000);
    assertThat(
            kernel(
                    "{choice: {of: colour, options: [{option: red, points: 10}, {option: blue, points: 2.5}]}}",
                    "1",
                    unit("u"))
                .most())
        .isEqualTo(1_000);
    assertThat(kernel("{formula: a}", "1", over(1, 1)).most()).isZero();
  }

  @Test
  void sayWhereADenominatorIsZero() {
    for (var rule : List.of("{proportional: a / b}", "{yesNo: a / b > 1}", "{formula: a / b}")) {
      var kernel =
          kernel(
              rule,
              "1",
              over(0, 0),
              over(5, 0),
              over(5, 1),
              unit("u").with("b", 0),
              unit("u").with("a", 0),
              unit("u"));
      assertThat(Stream.of(0, 1, 2, 3, 4, 5).map(kernel::overZero))
          .as(rule)
          .containsExactly(true, true, false, false, false, false);
    }
    for (var rule :
        List.of(
            "{yesNo: yes}",
            "{yesNo: a >= 1}",
            "{formula: a}",
            "{choice: {of: colour, options: [{option: red, points: 10}]}}")) {
      assertThat(kernel(rule, "1", over(0, 0).with("yes", false)).overZero(0)).as(rule).isFalse();
    }
  }

  @Test
  void sharesFitWhereTheFractionStaysExact() {
    // 2 × max × 2^24 + 4 × 2^24 < 2^53: below 2^28 hundredths.
    assertThat(share((1 << 28) - 3, true, 0).fits()).isTrue();
    assertThat(share((1 << 28) - 2, true, 0).fits()).isFalse();
    // Not capped, the largest part counts: 2 × 2^28 × 2^24 is too much, one less is not.
    assertThat(share(1 << 28, false, (1 << 24) - 1).fits()).isTrue();
    assertThat(share(1 << 28, false, 1 << 24).fits()).isFalse();
    // Beyond 2^29 twice the maximum is no int any more.
    assertThat(share((1 << 29) - 1, false, 1).fits()).isTrue();
    assertThat(share(1 << 29, false, 1).fits()).isFalse();
  }

  private static Kernel.Share share(int max, boolean capped, int largest) {
    return new Kernel.Share(new int[0], new int[0], max, capped, largest);
  }

  @ParameterizedTest
  @CsvSource({
    "127, 0, 16777215, true",
    "127, 0, 16777216, false",
    "-127, 0, -16777215, true",
    "-127, 0, -16777216, false",
    "64, 63, 16777215, true",
    "64, -63, 16777215, true",
    "64, 64, 0, false",
    "-64, -64, 0, false",
    "0, 0, 2147483647, true",
    "0, 0, 2147483648, false"
  })
  void boundsFitWhereNoSumOverflows(long a, long b, long c, boolean fits) {
    assertThat(Kernel.Cases.Bound.fits(a, b, c)).isEqualTo(fits);
  }

  @Test
  void sumsAreRefusedBeyondTheLimitOnEitherSide() {
    assertThat(Kernel.within(5, 5)).isEqualTo(5);
    assertThat(Kernel.within(-5, 5)).isEqualTo(-5);
    assertThatThrownBy(() -> Kernel.within(6, 5)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Kernel.within(-6, 5)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void pointsAreWholeHundredths() {
    assertThat(Kernel.hundredths(Points.of("1.25"))).isEqualTo(125);
    assertThat(Kernel.hundredths(Points.of("21474836.47"))).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> Kernel.hundredths(Points.of("1.255")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Kernel.hundredths(Points.of("21474836.48")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void unitsScoredSinglyAddToTheSumAndKeepWithinTheLimit() {
    var kernel = kernel("{formula: a / 3}", "1", over(1, 1), over(2, 1));
    var sums = new int[] {5, LIMIT - 66, 7};
    var block = new Block();
    block.into(sums);
    block.at(0, 1);
    kernel.add(block);
    assertThat(sums).containsExactly(38, LIMIT - 66, 7);
    assertThat(block.end()).isEqualTo(1);

    block.at(1, 2);
    sums[0] = LIMIT - 67;
    kernel.add(block);
    assertThat(sums[0]).isEqualTo(LIMIT);
    assertThatThrownBy(() -> kernel.add(block)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void conditionsWithoutColumnsAreLookedAtUnitByUnit() {
    var set = SmallSet.withRule("{formula: a}");
    var kernel =
        compiler(
                SmallSet.of(
                    """
                    gates:
                      - {id: gate, name: Cổng, failsWhen: a + b > 3, gradeAtMost: Khá}
                    sections:
                      - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: X, maxPoints: 100, rule: {formula: a}}]}
                    """),
                Policy.DEFAULT,
                over(2, 2),
                over(2, 1),
                unit("u"))
            .condition(
                new thangdiem.criteria.Expr.Comparison(
                    thangdiem.criteria.Expr.Relation.GREATER,
                    new thangdiem.criteria.Expr.Arithmetic(
                        thangdiem.criteria.Expr.Operator.PLUS,
                        new thangdiem.criteria.Expr.FactValue("a"),
                        new thangdiem.criteria.Expr.FactValue("b")),
                    new thangdiem.criteria.Expr.Number(Rational.of(3))));
    assertThat(set.scored()).hasSize(1);
    var sums = new int[Block.SIZE];
    var block = new Block();
    block.into(sums);
    block.at(0, 3);
    kernel.add(block);
    assertThat(Arrays.copyOf(sums, 3)).containsExactly(100, 0, 0);
  }

  @Test
  void onlyLastYearsFactsThatCountAndDoNotFitSetAUnitApart() {
    var set = SmallSet.withRule("{change: {of: a, as: difference, target: 1}}");
    var answers =
        BulkAnswers.of(
            set,
            List.of(
                over(1, 1).lastYear("a", 5).answers(),
                over(1, 1).lastYear("a", 1 << 24).answers(),
                over(1, 1).lastYear("b", 1 << 24).answers()));

    assertThat(answers.cohorts().getFirst().apart().keySet()).containsExactly(1);
  }

  // ----- plans

  private static CohortPlan plan(
      CriteriaSet set, Policy policy, Set<String> notHeld, SmallSet.Unit... units) {
    var cohort =
        BulkAnswers.of(set, Stream.of(units).map(SmallSet.Unit::answers).toList()).cohorts();
    return new CohortPlan(set, policy, notHeld, cohort.getFirst(), Peers.NONE);
  }

  @Test
  void questionsWithTheSamePointsAreCountedTogetherAsFarAsAByteCounts() {
    var criteria = new StringBuilder();
    for (int i = 1; i <= 128; i++) {
      criteria.append(
          "      - {code: I.%d, name: X, maxPoints: 1, rule: {yesNo: yes}}\n".formatted(i));
    }
    var set =
        SmallSet.of(
            "sections:\n  - code: I\n    name: Một\n    maxPoints: 128\n    criteria:\n"
                + criteria
                + "      - {code: I.129, name: X, maxPoints: 2, rule: {yesNo: yes}}\n"
                + "      - {code: I.130, name: X, maxPoints: 2, rule: {proportional: a / b}}\n");

    assertThat(plan(set, Policy.DEFAULT, Set.of(), unit("u")).sections().getFirst().kernels())
        .extracting(kernel -> kernel instanceof Kernel.YesNo(var own, _) ? own.size() : 0)
        .containsExactly(0, 127, 1, 1);
  }

  @Test
  void columnsAreUsedAsLongAsAllOfThemTogetherHaveRoom() {
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: 300
                criteria:
                  - {code: I.1, name: A, maxPoints: 100, rule: {proportional: a / b}}
                  - {code: I.2, name: B, maxPoints: 100, rule: {proportional: a / b}}
                  - {code: I.3, name: C, maxPoints: 100, rule: {yesNo: yes}}
            """);
    var uncapped = Policy.DEFAULT.with("ratioCap", "none");
    // Of 2^30 − 1 hundredths one ratio may take 10,000 × 60,000, but not two.
    assertThat(plan(set, uncapped, Set.of(), over(60_000, 1)).limit()).isEqualTo((1 << 30) - 1);
    assertThat(plan(set, uncapped, Set.of(), over(60_000, 1)).sections().getFirst().kernels())
        .extracting(Object::getClass)
        .containsExactly(Kernel.Share.class, Kernel.Singly.class, Kernel.YesNo.class);
    assertThat(plan(set, uncapped, Set.of(), over(50_000, 1)).sections().getFirst().kernels())
        .extracting(Object::getClass)
        .containsExactly(Kernel.Share.class, Kernel.Share.class, Kernel.YesNo.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 100, 33",
    "1, 2, 1, 1",
    "1, 2, 3, 2",
    "2, 3, 1, 1",
    "1, 3, 1, 0",
    "1, 1, 5, 5",
    "0, 1, 5, 0"
  })
  void factorsRoundHalfUp(long numerator, long denominator, long hundredths, long result) {
    assertThat(new CohortPlan.Factor(numerator, denominator).times(hundredths)).isEqualTo(result);
  }
}
