package thangdiem.scoring;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.words.Words;

/**
 * Shows facts, expressions and numbers to people as they stand in a unit's answers: "110 máy / 120
 * người".
 */
final class Shown {

  private static final Rational HUNDRED = Rational.of(100);
  private static final String PERCENT = "%";
  private static final int FEWEST_DECIMALS = 2;
  private static final int MOST_DECIMALS = 8;

  private final CriteriaSet set;
  private final UnitAnswers answers;
  private final Words words;
  private final Points max;
  private final Rational measure;

  Shown(CriteriaSet set, UnitAnswers answers, Words words) {
    this(set, answers, words, Points.NONE, Rational.ZERO);
  }

  private Shown(CriteriaSet set, UnitAnswers answers, Words words, Points max, Rational measure) {
    this.set = set;
    this.answers = answers;
    this.words = words;
    this.max = max;
    this.measure = measure;
  }

  /** The same where expressions speak of that maximum. */
  Shown within(Points max) {
    return within(max, Rational.ZERO);
  }

  /** The same where expressions speak of that maximum and of that measure. */
  Shown within(Points max, Rational measure) {
    return new Shown(set, answers, words, max, measure);
  }

  /** A fact as "label: value unit". */
  String fact(String id) {
    return fact(id, false);
  }

  private String fact(String id, boolean lastYear) {
    return label(id) + ": " + value(id, lastYear);
  }

  String label(String id) {
    return definition(id).label();
  }

  private FactDefinition definition(String id) {
    return java.util.Objects.requireNonNull(set.facts().get(id));
  }

  String value(String id, boolean lastYear) {
    var fact = facts(lastYear).get(id);
    if (fact == null) {
      return words.say("scoring.unanswered");
    }
    return switch (fact) {
      case Fact.Amount(var amount) -> withUnit(number(amount), definition(id).unit());
      case Fact.YesNo(var yes) -> words.say(yes ? "scoring.yes" : "scoring.no");
      case Fact.Day(var date) -> Words.date(date);
      case Fact.Chosen(var option) -> optionLabel(id, option);
      case Fact.Words(var text) -> text;
      case Fact.None _ -> words.say("scoring.none");
    };
  }

  private String optionLabel(String fact, String option) {
    return definition(fact).option(option).map(FactOption::label).orElse(option);
  }

  private Map<String, Fact> facts(boolean lastYear) {
    return lastYear ? answers.previous() : answers.facts();
  }

  static String withUnit(String number, String unit) {
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /** Points as printed: two decimals, or up to ten where the exact points need more. */
  String points(Points points) {
    return words.number(points.decimal());
  }

  /**
   * A number as short as it exactly is: 15, 0,5; a fraction such as 61/66 where no short decimal is
   * exact.
   */
  String number(Rational value) {
    if (value.isWhole()) {
      return words.number(value.toDecimal(0));
    }
    return value.isDecimal(MOST_DECIMALS)
        ? words.number(plain(value.toDecimal(MOST_DECIMALS)))
        : value.toString().replace('-', '−');
  }

  /** A number where it is taken away or divided by: (−50). */
  String bracketed(Rational value) {
    return value.signum() < 0 ? "(" + number(value) + ")" : number(value);
  }

  private static BigDecimal plain(BigDecimal decimal) {
    var stripped = decimal.stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale()));
  }

  /** A percentage with two decimals: "91,67 %". */
  String percent(Rational value) {
    return words.number(value.times(HUNDRED).toDecimal(FEWEST_DECIMALS)) + " %";
  }

  /** Whether two decimals of a percentage say it exactly. */
  static boolean percentIsExact(Rational value) {
    return value.times(HUNDRED).isDecimal(FEWEST_DECIMALS);
  }

  /**
   * A measured value with as many decimals as it takes to lie on the right side of every threshold:
   * 19,999 % is never shown as 20,00 %.
   */
  String measure(Rational value, String unit, Collection<Rational> thresholds) {
    return measure(scaled(value, unit), unit, decimals(value, unit, thresholds));
  }

  private String measure(Rational scaled, String unit, int decimals) {
    boolean whole = !unit.equals(PERCENT) && scaled.rounded(decimals).isWhole();
    return withUnit(words.number(scaled.toDecimal(whole ? 0 : decimals)), unit);
  }

  /** {@link #measure} after "=" where it says the value exactly, and after "≈" otherwise. */
  String equalsMeasure(Rational value, String unit, Collection<Rational> thresholds) {
    var scaled = scaled(value, unit);
    int decimals = decimals(value, unit, thresholds);
    return (scaled.isDecimal(decimals) ? " = " : " ≈ ") + measure(scaled, unit, decimals);
  }

  private static int decimals(Rational value, String unit, Collection<Rational> thresholds) {
    var scaled = scaled(value, unit);
    int decimals = FEWEST_DECIMALS;
    while (!onTheSameSide(scaled, scaled.rounded(decimals), unit, thresholds)) {
      decimals++;
    }
    return decimals;
  }

  private static boolean onTheSameSide(
      Rational value, Rational shown, String unit, Collection<Rational> thresholds) {
    return thresholds.stream()
        .map(threshold -> scaled(threshold, unit))
        .allMatch(threshold ->
            Integer.signum(shown.compareTo(threshold))
                == Integer.signum(value.compareTo(threshold)));
  }

  private static Rational scaled(Rational value, String unit) {
    return unit.equals(PERCENT) ? value.times(HUNDRED) : value;
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
      case Expr.Given(var name) ->
          name == Expr.Given.Name.MAX_POINTS ? number(max.value()) : number(measure);
      case Expr.Answered(var fact) ->
          label(fact)
              + ": "
              + words.say(
                  facts(lastYear).containsKey(fact) ? "scoring.answered" : "scoring.unanswered");
      case Expr.Negated(var operand) -> "−" + tight(operand, lastYear);
      case Expr.Arithmetic(var operator, var left, var right) ->
          arithmetic(operator, left, right, lastYear);
      case Expr.Comparison(var relation, var left, var right) ->
          compared(relation, left, right, lastYear);
      case Expr.And(var left, var right) ->
          words.say("scoring.and", tight(left, lastYear), tight(right, lastYear));
      case Expr.Or(var left, var right) ->
          words.say("scoring.or", tight(left, lastYear), tight(right, lastYear));
      case Expr.Not(var operand) -> words.say("scoring.not", tight(operand, lastYear));
      case Expr.If(var condition, var then, var otherwise) ->
          words.say(
              "scoring.if",
              expression(condition, lastYear),
              expression(then, lastYear),
              expression(otherwise, lastYear));
      case Expr.Least(var of) -> words.say("scoring.least", list(of, lastYear));
      case Expr.Greatest(var of) -> words.say("scoring.greatest", list(of, lastYear));
      case Expr.Previous(var operand) -> words.say("scoring.previous", expression(operand, true));
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
    return (loose ? counted(left, lastYear) : tight(left, lastYear))
        + sign
        + tight(right, lastYear);
  }

  /**
   * A condition; a computed side shows its value too: "399 văn bản / 500 văn bản = 79,80 % ≥ 80 %".
   */
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
    if (left instanceof Expr.Arithmetic(var operator, _, _)
        && right instanceof Expr.Number(var threshold)) {
      boolean percent =
          operator == Expr.Operator.DIVIDED_BY && threshold.compareTo(Rational.ONE) <= 0;
      var evaluation = new Evaluation(answers);
      var value = evaluation.number(lastYear ? new Expr.Previous(left) : left);
      var unit = percent ? PERCENT : "";
      var limit = percent ? number(threshold.times(HUNDRED)) + " %" : number(threshold);
      var equals =
          evaluation.obstacle().isPresent() ? "" : equalsMeasure(value, unit, List.of(threshold));
      return expression(left, lastYear) + equals + sign + limit;
    }
    if (left instanceof Expr.FactValue(var fact) && right instanceof Expr.Quoted(var option)) {
      return side(left, lastYear) + sign + "“" + optionLabel(fact, option) + "”";
    }
    return side(left, lastYear) + sign + side(right, lastYear);
  }

  private String side(Expr expr, boolean lastYear) {
    return expr instanceof Expr.FactValue(var fact)
        ? label(fact) + " (" + value(fact, lastYear) + ")"
        : expression(expr, lastYear);
  }

  private String tight(Expr expr, boolean lastYear) {
    var text =
        expr instanceof Expr.FactValue(var fact)
                && definition(fact).type() == thangdiem.criteria.FactType.BOOLEAN
            ? fact(fact, lastYear)
            : counted(expr, lastYear);
    return switch (expr) {
      case Expr.Arithmetic _,
          Expr.Comparison _,
          Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Negated _ ->
          "(" + text + ")";
      default -> text.startsWith("−") ? "(" + text + ")" : text;
    };
  }

  /** An operand of a calculation; "there is none" counts as 0 there, and the text says so. */
  private String counted(Expr expr, boolean lastYear) {
    return expr instanceof Expr.FactValue(var fact)
            && facts(lastYear).get(fact) instanceof Fact.None
        ? words.say("scoring.noneAsZero")
        : expression(expr, lastYear);
  }

  private String list(List<Expr> of, boolean lastYear) {
    return String.join("; ", of.stream().map(expr -> counted(expr, lastYear)).toList());
  }
}
