package thangdiem.scoring;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.Expr;
import thangdiem.criteria.Rational;

/**
 * One evaluation of an expression over a unit's facts. What stands in the way of a value is
 * remembered: an unanswered fact before a denominator of 0. {@code and}, {@code or} and {@code if}
 * look only as far as they need to.
 */
final class Evaluation {

  private Map<String, Fact> facts;
  private final Map<String, Fact> previous;
  private final Rational measure;
  private final Rational maxPoints;
  private @Nullable Flag obstacle;

  Evaluation(UnitAnswers answers) {
    this(answers, Rational.ZERO, Rational.ZERO);
  }

  /** With what {@code measure} and {@code maxPoints} stand for. */
  Evaluation(UnitAnswers answers, Rational measure, Rational maxPoints) {
    this.facts = answers.facts();
    this.previous = answers.previous();
    this.measure = measure;
    this.maxPoints = maxPoints;
  }

  /**
   * {@link Flag#UNANSWERED} or {@link Flag#ZERO_DENOMINATOR} when the value just computed means
   * nothing.
   */
  Optional<Flag> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  /** The value of a numeric expression; look at {@link #obstacle} before using it. */
  Rational number(Expr expr) {
    return switch (expr) {
      case Expr.Number(var value) -> value;
      case Expr.FactValue(var fact) ->
          fact(fact) instanceof Fact.Amount(var value) ? value : Rational.ZERO;
      case Expr.Given(var name) -> name == Expr.Given.Name.MEASURE ? measure : maxPoints;
      case Expr.Negated(var operand) -> number(operand).negated();
      case Expr.Arithmetic(var operator, var left, var right) ->
          arithmetic(operator, number(left), number(right));
      case Expr.Least(var of) -> of.stream().map(this::number).reduce(Rational::min).orElseThrow();
      case Expr.Greatest(var of) ->
          of.stream().map(this::number).reduce(Rational::max).orElseThrow();
      case Expr.If(var condition, var then, var otherwise) ->
          number(holds(condition) ? then : otherwise);
      case Expr.Previous(var operand) -> lastYear(() -> number(operand));
      case Expr.Quoted _, Expr.Comparison _, Expr.And _, Expr.Or _, Expr.Not _, Expr.Answered _ ->
          throw new IllegalStateException("not a number: " + expr);
    };
  }

  /** Whether a condition holds; look at {@link #obstacle} before using it. */
  boolean holds(Expr expr) {
    return switch (expr) {
      case Expr.FactValue(var fact) -> fact(fact) instanceof Fact.YesNo(var yes) && yes;
      case Expr.Answered(var fact) -> facts.containsKey(fact);
      case Expr.And(var left, var right) -> holds(left) && holds(right);
      case Expr.Or(var left, var right) -> holds(left) || holds(right);
      case Expr.Not(var operand) -> !holds(operand);
      case Expr.If(var condition, var then, var otherwise) ->
          holds(holds(condition) ? then : otherwise);
      case Expr.Previous(var operand) -> lastYear(() -> holds(operand));
      case Expr.Comparison comparison -> compare(comparison);
      case Expr.Number _,
          Expr.Quoted _,
          Expr.Given _,
          Expr.Negated _,
          Expr.Arithmetic _,
          Expr.Least _,
          Expr.Greatest _ ->
          throw new IllegalStateException("not a condition: " + expr);
    };
  }

  private Rational arithmetic(Expr.Operator operator, Rational left, Rational right) {
    return switch (operator) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDED_BY -> {
        if (right.signum() == 0) {
          obstacle = obstacle == null ? Flag.ZERO_DENOMINATOR : obstacle;
          yield Rational.ZERO;
        }
        yield left.dividedBy(right);
      }
    };
  }

  private boolean compare(Expr.Comparison comparison) {
    var leftSide = comparable(comparison.left());
    var rightSide = comparable(comparison.right());
    var left = leftSide instanceof Fact.None ? noneBeside(rightSide) : leftSide;
    var right = rightSide instanceof Fact.None ? noneBeside(leftSide) : rightSide;
    if (left instanceof Rational a && right instanceof Rational b) {
      return comparison.relation().holds(a.compareTo(b));
    }
    if (left instanceof LocalDate a && right instanceof LocalDate b) {
      return comparison.relation().holds(a.compareTo(b));
    }
    boolean same = left.equals(right);
    return comparison.relation() == Expr.Relation.EQUAL
        ? same
        : comparison.relation() == Expr.Relation.NOT_EQUAL && !same;
  }

  /**
   * "There is none" is a no beside a condition and 0 beside a number; no option and no day equals
   * it, and no day is before or after it.
   */
  private static Object noneBeside(Object other) {
    return other instanceof Boolean ? (Object) false : Rational.ZERO;
  }

  /** What a side of a comparison is: a number, a date, an option, a yes, or that there is none. */
  private Object comparable(Expr expr) {
    return switch (expr) {
      case Expr.Quoted(var text) -> text;
      case Expr.FactValue(var fact) ->
          switch (fact(fact)) {
            case Fact.Amount(var value) -> value;
            case Fact.YesNo(var yes) -> yes;
            case Fact.Day(var date) -> date;
            case Fact.Chosen(var option) -> option;
            case Fact.Words(var text) -> text;
            case Fact.None none -> none;
          };
      case Expr.If(var condition, var then, var otherwise) ->
          comparable(holds(condition) ? then : otherwise);
      case Expr.Previous(var operand) -> lastYear(() -> comparable(operand));
      case Expr.Comparison _, Expr.And _, Expr.Or _, Expr.Not _, Expr.Answered _ -> holds(expr);
      case Expr.Number _,
          Expr.Given _,
          Expr.Negated _,
          Expr.Arithmetic _,
          Expr.Least _,
          Expr.Greatest _ ->
          number(expr);
    };
  }

  private Fact fact(String id) {
    var fact = facts.get(id);
    if (fact == null) {
      obstacle = Flag.UNANSWERED;
      return new Fact.None();
    }
    return fact;
  }

  private <T> T lastYear(java.util.function.Supplier<T> value) {
    var thisYear = facts;
    facts = previous;
    try {
      return value.get();
    } finally {
      facts = thisYear;
    }
  }
}
