package thangdiem.criteria;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Between which values expressions lie, from the limits of the facts alone. */
final class Ranges {

  private final Map<String, FactDefinition> facts;
  private final Range measure;
  private final Range maxPoints;

  Ranges(Map<String, FactDefinition> facts) {
    this(facts, Range.ANYTHING, Range.ANYTHING);
  }

  private Ranges(Map<String, FactDefinition> facts, Range measure, Range maxPoints) {
    this.facts = facts;
    this.measure = measure;
    this.maxPoints = maxPoints;
  }

  /** With what {@code measure} and {@code maxPoints} stand for. */
  Ranges with(Range measure, Points max) {
    return new Ranges(facts, measure, Range.exactly(max.value()));
  }

  Range of(Expr expr) {
    return switch (expr) {
      case Expr.Number(var value) -> Range.exactly(value);
      case Expr.FactValue(var fact) -> of(definition(fact));
      case Expr.Given(var name) -> name == Expr.Given.Name.MEASURE ? measure : maxPoints;
      case Expr.Negated(var operand) -> of(operand).negated();
      case Expr.Arithmetic(var operator, var left, var right) -> arithmetic(operator, of(left), of(right));
      case Expr.Least(var all) -> all.stream().map(this::of).reduce(Range::least).orElseThrow();
      case Expr.Greatest(var all) -> all.stream().map(this::of).reduce(Range::greatest).orElseThrow();
      case Expr.And(var left, var right) -> of(left).least(of(right));
      case Expr.Or(var left, var right) -> of(left).greatest(of(right));
      case Expr.Not(var operand) -> Range.YES.minus(of(operand));
      case Expr.Previous(var operand) -> of(operand);
      case Expr.Answered _ -> Range.YES_OR_NO;
      case Expr.Quoted _ -> Range.ANYTHING;
      case Expr.If(var condition, var then, var otherwise) -> of(then).or(of(otherwise));
      case Expr.Comparison(var relation, var left, var right) -> left.equals(right)
          ? yes(relation.holds(0))
          : compared(relation, of(left), of(right));
    };
  }

  private static Range of(FactDefinition fact) {
    return switch (fact.type()) {
      case COUNT, DECIMAL -> new Range(fact.min(), fact.max());
      case BOOLEAN -> Range.YES_OR_NO;
      case DATE, CHOICE, TEXT -> Range.ANYTHING;
    };
  }

  private static Range arithmetic(Expr.Operator operator, Range left, Range right) {
    return switch (operator) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDED_BY -> left.dividedBy(right);
    };
  }

  private static Range compared(Expr.Relation relation, Range left, Range right) {
    int lowest = left.low().compareTo(right.high());
    int highest = left.high().compareTo(right.low());
    boolean always = relation.holds(lowest) && relation.holds(highest);
    boolean touching = lowest <= 0 && highest >= 0;
    if (left.isExact() && right.isExact() || !touching || relation != Expr.Relation.EQUAL && relation != Expr.Relation.NOT_EQUAL && always) {
      return yes(always);
    }
    return relation.holds(lowest) || relation.holds(highest) || relation == Expr.Relation.EQUAL ? Range.YES_OR_NO : Range.NO;
  }

  private static Range yes(boolean holds) {
    return holds ? Range.YES : Range.NO;
  }

  /** Whether it is a whole number for every answer. */
  boolean whole(Expr expr) {
    return switch (expr) {
      case Expr.Number(var value) -> value.isWhole();
      case Expr.FactValue(var fact) -> definition(fact).type() == FactType.COUNT;
      case Expr.Arithmetic(var operator, var left, var right) -> operator != Expr.Operator.DIVIDED_BY && whole(left) && whole(right);
      case Expr.If(_, var then, var otherwise) -> whole(then) && whole(otherwise);
      case Expr.Negated _, Expr.Least _, Expr.Greatest _, Expr.Previous _ -> all(expr.operands());
      default -> false;
    };
  }

  private boolean all(List<Expr> operands) {
    return operands.stream().allMatch(this::whole);
  }

  private FactDefinition definition(String fact) {
    return Objects.requireNonNull(facts.get(fact));
  }
}
