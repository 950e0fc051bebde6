package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thangdiem.scoring.SmallSet.unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.Expr;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoringRule;

/** What expressions mean, as docs/criteria-language.md promises. */
class EvaluationTest {

  private static final SmallSet.Unit SOMEBODY =
      unit("u")
          .with("a", 7)
          .with("b", 2)
          .with("c", "-0.5")
          .with("yes", true)
          .with("also", false)
          .chose("colour", "red")
          .chose("paint", "blue")
          .on("day", "2017-03-31")
          .on("until", "2017-04-01")
          .lastYear("a", 5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 12",
        "0.5 | 1/2",
        "20% | 1/5",
        "a | 7",
        "-a | -7",
        "a + b | 9",
        "a - b | 5",
        "a * b | 14",
        "a / b | 7/2",
        "a + b * 2 | 11",
        "(a + b) * 2 | 18",
        "a - b - 1 | 4",
        "min(a, b, c) | -1/2",
        "max(a, b, c) | 7",
        "if(yes, a, b) | 7",
        "if(also, a, b) | 2",
        "previous(a) | 5",
        "a - previous(a) | 2",
        "previous(a + 1) + a | 13",
      })
  void numbersAreExact(String expression, String value) {
    var evaluation = new Evaluation(SOMEBODY.answers());

    assertThat(evaluation.number(numeric(expression))).hasToString(value);
    assertThat(evaluation.obstacle()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | true",
        "also | false",
        "not yes | false",
        "not also | true",
        "yes and also | false",
        "also and yes | false",
        "yes and yes | true",
        "yes or also | true",
        "also or yes | true",
        "also or also | false",
        "a = 7 | true",
        "a = 8 | false",
        "a != 7 | false",
        "a != 8 | true",
        "a < 7 | false",
        "a < 7.1 | true",
        "a <= 7 | true",
        "a <= 6.9 | false",
        "a > 7 | false",
        "a > 6.9 | true",
        "a >= 7 | true",
        "a >= 7.1 | false",
        "day < until | true",
        "until < day | false",
        "day <= day | true",
        "day > until | false",
        "until >= day | true",
        "day = until | false",
        "day != until | true",
        "colour = 'red' | true",
        "colour = 'blue' | false",
        "colour != 'red' | false",
        "colour != 'blue' | true",
        "colour = paint | false",
        "colour != paint | true",
        "yes = also | false",
        "yes != also | true",
        "yes = (a > b) | true",
        "(a > b) = (yes and yes) | true",
        "(not yes) = also | true",
        "(yes or also) = yes | true",
        "answered(a) = yes | true",
        "answered(a) | true",
        "answered(remark) | false",
        "if(yes, also, yes) | false",
        "if(also, also, yes) | true",
        "if(yes, colour, paint) = 'red' | true",
        "if(also, colour, paint) = 'red' | false",
        "previous(a) = 5 | true",
        "previous(a) > a | false",
        "previous(a > 4) | true",
        "previous(a > 5) | false",
        "min(a, b) = 2 | true",
        "max(a, b) = 7 | true",
        "-a < 0 | true",
      })
  void conditionsHoldOrNot(String expression, boolean holds) {
    var evaluation = new Evaluation(SOMEBODY.answers());

    assertThat(evaluation.holds(condition(expression))).isEqualTo(holds);
    assertThat(evaluation.obstacle()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | 0",
        "a + 3 | 3",
        "if(yes, 1, 2) | 2",
        "previous(a) | 0",
      })
  void thereIsNoneIsAnAnswerThatCountsAsNothing(String expression, String value) {
    var evaluation =
        new Evaluation(unit("u").none("a").none("yes").lastYear("a", new Fact.None()).answers());

    assertThat(evaluation.number(numeric(expression))).hasToString(value);
    assertThat(evaluation.obstacle()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | false",
        "not yes | true",
        "a = 0 | true",
        "a < 1 | true",
        "answered(a) | true",
        "colour = 'red' | false",
        "colour != 'red' | true",
        "yes = also | true",
        "also = yes | true",
        "yes != also | false",
        "yes = (1 = 1) | false",
        "yes = (not also) | false",
        "day = until | false",
        "day != until | true",
        "day < until | false",
        "day <= until | false",
        "day > until | false",
        "day >= until | false",
        "previous(day) = day | true",
        "until = until | true",
      })
  void thereIsNoneIsZeroAndNoAndNoOptionAndNoDate(String expression, boolean holds) {
    var nothing =
        unit("u")
            .none("a")
            .none("yes")
            .with("also", false)
            .none("colour")
            .none("day")
            .on("until", "2017-04-01")
            .lastYear("day", new Fact.None());
    var evaluation = new Evaluation(nothing.answers());

    assertThat(evaluation.holds(condition(expression))).isEqualTo(holds);
    assertThat(evaluation.obstacle()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | UNANSWERED",
        "b / a | UNANSWERED",
        "a / b | UNANSWERED",
        "b / 0 + a | UNANSWERED",
        "a + b / 0 | UNANSWERED",
        "b / 0 | ZERO_DENOMINATOR",
        "0 / 0 | ZERO_DENOMINATOR",
        "b / (b - b) | ZERO_DENOMINATOR",
        "min(b, a) | UNANSWERED",
        "previous(b) | UNANSWERED",
        "if(yes, 1, 2) | UNANSWERED",
        "if(b > 0, b, a) | ",
        "if(b > 9, a, b) | ",
        "if(b > 0, a, b) | UNANSWERED",
        "if(b = 0, 0, 1 / b) | ",
        "if(answered(a), a, 0) | ",
      })
  void whatStandsInTheWayOfAValueIsRemembered(String expression, Flag obstacle) {
    var evaluation = new Evaluation(unit("u").with("b", 2).answers());

    evaluation.number(numeric(expression));

    assertThat(evaluation.obstacle()).isEqualTo(java.util.Optional.ofNullable(obstacle));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a > 0 and b > 0 | UNANSWERED",
        "b > 9 and a > 0 | ",
        "b > 0 and a > 0 | UNANSWERED",
        "b > 0 or a > 0 | ",
        "b > 9 or a > 0 | UNANSWERED",
        "colour = 'red' | UNANSWERED",
        "b / 0 > 1 | ZERO_DENOMINATOR",
        "answered(a) | ",
        "answered(a) and a > 0 | ",
      })
  void aConditionLooksOnlyAsFarAsItNeedsTo(String expression, Flag obstacle) {
    var evaluation = new Evaluation(unit("u").with("b", 2).answers());

    evaluation.holds(condition(expression));

    assertThat(evaluation.obstacle()).isEqualTo(java.util.Optional.ofNullable(obstacle));
  }

  @Test
  void lastYearIsLeftAgainAfterLookingAtIt() {
    var evaluation = new Evaluation(SOMEBODY.answers());

    assertThat(evaluation.number(numeric("previous(a) * 100 + a"))).hasToString("507");
    assertThat(evaluation.holds(condition("previous(answered(b)) or not answered(b)"))).isFalse();
  }

  @Test
  void measureAndMaxPointsAreWhatTheyAreGivenAs() {
    var evaluation = new Evaluation(SOMEBODY.answers(), Rational.of(3), Rational.of(50));

    assertThat(evaluation.number(new Expr.Given(Expr.Given.Name.MEASURE))).hasToString("3");
    assertThat(evaluation.number(new Expr.Given(Expr.Given.Name.MAX_POINTS))).hasToString("50");
    assertThat(
            evaluation.holds(
                new Expr.Comparison(
                    Expr.Relation.LESS, measure(), new Expr.Number(Rational.of(4)))))
        .isTrue();
  }

  @Test
  void textIsTheSameOrNot() {
    var remarked = new Evaluation(unit("u").with("remark", new Fact.Words("x")).answers());

    assertThat(
            remarked.holds(
                new Expr.Comparison(
                    Expr.Relation.EQUAL, new Expr.FactValue("remark"), new Expr.Quoted("x"))))
        .isTrue();
    assertThat(
            remarked.holds(
                new Expr.Comparison(
                    Expr.Relation.EQUAL, new Expr.FactValue("remark"), new Expr.Quoted("y"))))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a > b", "yes and also", "yes or also", "not yes", "answered(a)"})
  void aConditionIsNoNumber(String expression) {
    var evaluation = new Evaluation(SOMEBODY.answers());

    assertThatThrownBy(() -> evaluation.number(condition(expression)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> evaluation.number(new Expr.Quoted("red")))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-a", "a + b", "min(a, b)", "max(a, b)"})
  void aNumberIsNoCondition(String expression) {
    var evaluation = new Evaluation(SOMEBODY.answers());

    assertThatThrownBy(() -> evaluation.holds(numeric(expression)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> evaluation.holds(new Expr.Quoted("red")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> evaluation.holds(measure())).isInstanceOf(IllegalStateException.class);
  }

  private static Expr measure() {
    return new Expr.Given(Expr.Given.Name.MEASURE);
  }

  /** The expression as the reader of criteria files understands it. */
  private static Expr numeric(String expression) {
    return ((ScoringRule.Proportional) rule("{proportional: \"" + expression + "\"}")).ratio();
  }

  private static Expr condition(String expression) {
    return ((ScoringRule.YesNo) rule("{yesNo: \"" + expression + "\"}")).holds();
  }

  private static ScoringRule rule(String yaml) {
    return SmallSet.withRule(yaml).scored().findFirst().orElseThrow().rule();
  }
}
