package thangdiem.scoring;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.words.Words;

/** Shows facts, expressions and numbers to people as they stand in a unit's answers: "110 máy / 120 người". */
final class Shown {

  private static final Words WORDS = Words.VIETNAMESE;
  private static final Rational HUNDRED = Rational.of(100);
  private static final int FEWEST_DECIMALS = 2;
  private static final int MOST_DECIMALS = 8;

  private final CriteriaSet set;
  private final UnitAnswers answers;

  Shown(CriteriaSet set, UnitAnswers answers) {
    this.set = set;
    this.answers = answers;
  }

  /** A fact as "label: value unit". */
  String fact(String id) {
    return definition(id).label() + ": " + value(id, false);
  }

  String label(String id) {
    return definition(id).label();
  }

  private FactDefinition definition(String id) {
    return java.util.Objects.requireNonNull(set.facts().get(id));
  }

  String value(String id, boolean lastYear) {
    var fact = (lastYear ? answers.previous() : answers.facts()).get(id);
    if (fact == null) {
      return WORDS.say("scoring.unanswered");
    }
    return switch (fact) {
      case Fact.Amount(var amount) -> withUnit(number(amount), definition(id).unit());
      case Fact.YesNo(var yes) -> WORDS.say(yes ? "scoring.yes" : "scoring.no");
      case Fact.Day(var date) -> Words.date(date);
      case Fact.Chosen(var option) -> definition(id).option(option).map(FactOption::label).orElse(option);
      case Fact.Words(var text) -> text;
      case Fact.None _ -> WORDS.say("scoring.none");
    };
  }

  static String withUnit(String number, String unit) {
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /** Points as printed: two decimals, or up to ten where the exact points need more. */
  static String points(Points points) {
    return WORDS.number(points.decimal());
  }

  /** A number as short as it exactly is: 15, 0,5; a fraction such as 61/66 where no short decimal is exact. */
  static String number(Rational value) {
    var decimal = value.toDecimal(MOST_DECIMALS);
    if (!Rational.of(decimal).equals(value)) {
      return value.toString();
    }
    return WORDS.number(plain(decimal));
  }

  private static BigDecimal plain(BigDecimal decimal) {
    var stripped = decimal.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** A percentage with two decimals: "91,67 %". */
  static String percent(Rational value) {
    return WORDS.number(value.times(HUNDRED).toDecimal(FEWEST_DECIMALS)) + " %";
  }

  /** Whether two decimals of a percentage say it exactly. */
  static boolean percentIsExact(Rational value) {
    return value.times(HUNDRED).rounded(FEWEST_DECIMALS).equals(value.times(HUNDRED));
  }

  /**
   * A measured value with as many decimals as it takes to lie on the right side of every threshold: 19,999 % is never shown as 20,00 %. Where eight
   * are not enough, the fraction itself.
   */
  static String measure(Rational value, String unit, Collection<Rational> thresholds) {
    boolean percent = unit.equals("%");
    for (int decimals = FEWEST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
      var shown = (percent ? value.times(HUNDRED) : value).rounded(decimals);
      var back = percent ? shown.dividedBy(HUNDRED) : shown;
      if (thresholds.stream().allMatch(threshold -> Integer.signum(back.compareTo(threshold)) == Integer.signum(value.compareTo(threshold)))) {
        return withUnit(WORDS.number(shown.toDecimal(shown.isWhole() && !percent ? 0 : decimals)), unit);
      }
    }
    return percent ? value + "" : withUnit(value.toString(), unit);
  }

  /** Whether {@link #measure} says the value exactly. */
  static boolean measureIsExact(Rational value, String unit) {
    var scaled = unit.equals("%") ? value.times(HUNDRED) : value;
    return scaled.rounded(FEWEST_DECIMALS).equals(scaled);
  }

  /** An expression with the unit's own values in it. */
  String expression(Expr expr) {
    return expression(expr, false);
  }

  private String expression(Expr expr, boolean lastYear) {
    return switch (expr) {
      case Expr.Number(var value) -> number(value);
      case Expr.Quoted(var text) -> "“" + text + "”";
      case Expr.FactValue(var fact) -> value(fact, lastYear);
      case Expr.Given(var name) -> name.word();
      case Expr.Answered(var fact) -> label(fact) + ": " + WORDS.say(answers.facts().containsKey(fact) ? "scoring.answered" : "scoring.unanswered");
      case Expr.Negated(var operand) -> "−" + tight(operand, lastYear);
      case Expr.Arithmetic(var operator, var left, var right) -> arithmetic(operator, left, right, lastYear);
      case Expr.Comparison(var relation, var left, var right) -> compared(relation, left, right, lastYear);
      case Expr.And(var left, var right) -> WORDS.say("scoring.and", tight(left, lastYear), tight(right, lastYear));
      case Expr.Or(var left, var right) -> WORDS.say("scoring.or", tight(left, lastYear), tight(right, lastYear));
      case Expr.Not(var operand) -> WORDS.say("scoring.not", tight(operand, lastYear));
      case Expr.If(var condition, var then, var otherwise) -> WORDS.say(
          "scoring.if", expression(condition, lastYear), expression(then, lastYear), expression(otherwise, lastYear));
      case Expr.Least(var of) -> WORDS.say("scoring.least", list(of, lastYear));
      case Expr.Greatest(var of) -> WORDS.say("scoring.greatest", list(of, lastYear));
      case Expr.Previous(var operand) -> WORDS.say("scoring.previous", expression(operand, true));
    };
  }

  private String arithmetic(Expr.Operator operator, Expr left, Expr right, boolean lastYear) {
    boolean loose = operator == Expr.Operator.PLUS || operator == Expr.Operator.MINUS;
    var sign =
        switch (operator) {
          case PLUS -> " + ";
          case MINUS -> " − ";
          case TIMES -> " × ";
          case DIVIDED_BY -> " / ";
        };
    return (loose ? expression(left, lastYear) : tight(left, lastYear)) + sign + tight(right, lastYear);
  }

  /** A condition; a computed side shows its value too: "399 văn bản / 500 văn bản = 79,80 % ≥ 80 %". */
  private String compared(Expr.Relation relation, Expr left, Expr right, boolean lastYear) {
    var sign =
        switch (relation) {
          case EQUAL -> " = ";
          case NOT_EQUAL -> " ≠ ";
          case LESS -> " < ";
          case AT_MOST -> " ≤ ";
          case GREATER -> " > ";
          case AT_LEAST -> " ≥ ";
        };
    if (left instanceof Expr.Arithmetic(var operator, _, _) && right instanceof Expr.Number(var threshold)) {
      boolean percent = operator == Expr.Operator.DIVIDED_BY && threshold.compareTo(Rational.ONE) <= 0;
      var value = new Evaluation(answers).number(left);
      var unit = percent ? "%" : "";
      var equals = measureIsExact(value, unit) ? " = " : " ≈ ";
      var limit = percent ? number(threshold.times(HUNDRED)) + " %" : number(threshold);
      return expression(left, lastYear) + equals + measure(value, unit, List.of(threshold)) + sign + limit;
    }
    return side(left, lastYear) + sign + side(right, lastYear);
  }

  private String side(Expr expr, boolean lastYear) {
    return expr instanceof Expr.FactValue(var fact) ? label(fact) + " (" + value(fact, lastYear) + ")" : expression(expr, lastYear);
  }

  private String tight(Expr expr, boolean lastYear) {
    var text = expr instanceof Expr.FactValue(var fact) && definition(fact).type() == thangdiem.criteria.FactType.BOOLEAN
            ? fact(fact)
            : expression(expr, lastYear);
    return switch (expr) {
      case Expr.Arithmetic _, Expr.Comparison _, Expr.And _, Expr.Or _, Expr.Not _, Expr.Negated _ -> "(" + text + ")";
      default -> text;
    };
  }

  private String list(List<Expr> of, boolean lastYear) {
    return String.join("; ", of.stream().map(expr -> expression(expr, lastYear)).toList());
  }
}
