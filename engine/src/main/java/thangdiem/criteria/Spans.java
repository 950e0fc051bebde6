package thangdiem.criteria;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Between which values an expression lies, as far as the limits of the facts say it (khoảng giá trị
 * của một biểu thức). What is said never leaves a value out; it may hold some that no unit has.
 *
 * @param believed checks between facts that are taken to hold, though a failed one is only a
 *     warning
 */
record Spans(CriteriaSet set, Collection<Check> believed) {

  /** Farther than any measure of facts that people report. */
  private static final Rational FAR = FactDefinition.LARGEST.times(FactDefinition.LARGEST);

  /** What a measure can be: everything from the least to the greatest. */
  record Span(Rational least, Rational greatest) {

    static final Span ANYTHING = new Span(FAR.negated(), FAR);

    static Span of(Stream<Rational> values) {
      var sorted = values.sorted().toList();
      return new Span(sorted.getFirst(), sorted.getLast());
    }

    Span plus(Span other) {
      return new Span(least.plus(other.least), greatest.plus(other.greatest));
    }

    Span negated() {
      return new Span(greatest.negated(), least.negated());
    }

    Span times(Span other) {
      return of(
          Stream.of(least, greatest)
              .flatMap(own -> Stream.of(own.times(other.least), own.times(other.greatest))));
    }

    /** A denominator of 0 is no value; however near it comes, nothing is farther than far. */
    Span dividedBy(Span other) {
      return other.least.signum() < 0
          ? ANYTHING
          : times(
              new Span(
                  other.greatest.signum() == 0 ? FAR : Rational.ONE.dividedBy(other.greatest),
                  other.least.signum() == 0 ? FAR : Rational.ONE.dividedBy(other.least)));
    }

    Span atLeastNone() {
      return new Span(least.max(Rational.ZERO), greatest.max(Rational.ZERO));
    }
  }

  Span of(Expr expr) {
    return switch (expr) {
      case Expr.Number(var value) -> new Span(value, value);
      case Expr.FactValue(var id) -> {
        var fact = set.facts().get(id);
        yield fact == null ? Span.ANYTHING : new Span(fact.min(), fact.max());
      }
      case Expr.Negated(var operand) -> of(operand).negated();
      case Expr.Arithmetic(var operator, var left, var right) ->
          switch (operator) {
            case PLUS -> of(left).plus(of(right));
            case MINUS -> {
              var difference = of(left).plus(of(right).negated());
              yield isWithin(right, left) ? difference.atLeastNone() : difference;
            }
            case TIMES -> of(left).times(of(right));
            case DIVIDED_BY -> {
              var ratio = of(left).dividedBy(of(right));
              yield isWithin(left, right) ? new Span(ratio.least(), Rational.ONE) : ratio;
            }
          };
      case Expr.Least(var of) ->
          new Span(
              spans(of).map(Span::least).reduce(FAR, Rational::min),
              spans(of).map(Span::greatest).reduce(FAR, Rational::min));
      case Expr.Greatest(var of) ->
          new Span(
              spans(of).map(Span::least).reduce(FAR.negated(), Rational::max),
              spans(of).map(Span::greatest).reduce(FAR.negated(), Rational::max));
      case Expr.If(_, var then, var otherwise) ->
          Span.of(
              Stream.of(of(then), of(otherwise))
                  .flatMap(one -> Stream.of(one.least(), one.greatest())));
      case Expr.Previous(var operand) -> of(operand);
      case Expr.Quoted _,
          Expr.Given _,
          Expr.Comparison _,
          Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Answered _ ->
          new Span(Rational.ZERO, FAR);
    };
  }

  private Stream<Span> spans(List<Expr> expressions) {
    return expressions.stream().map(this::of);
  }

  /** Whether a check asks that the one is not above the other. */
  private boolean isWithin(Expr part, Expr whole) {
    return believed.stream()
        .anyMatch(check ->
            check.require() instanceof Expr.Comparison(var relation, var left, var right)
                && switch (relation) {
                  case LESS, AT_MOST -> left.equals(part) && right.equals(whole);
                  case GREATER, AT_LEAST -> left.equals(whole) && right.equals(part);
                  case EQUAL, NOT_EQUAL -> false;
                });
  }
}
