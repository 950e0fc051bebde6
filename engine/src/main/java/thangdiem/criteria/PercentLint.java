package thangdiem.criteria;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Percent taken for a ratio, or a ratio for percent (nhầm phần trăm với tỷ lệ): 85 where 0.85 is
 * meant gives every unit the maximum, and a bound of 80 that should be 80% gives it to nobody.
 */
final class PercentLint {

  private static final Rational HUNDRED = Rational.of(100);
  private static final Rational HUNDREDTH = Rational.ONE.dividedBy(HUNDRED);
  private static final Rational TWO = Rational.of(2);

  private final CriteriaSet set;
  private final Linter linter;

  private PercentLint(CriteriaSet set, Linter linter) {
    this.set = set;
    this.linter = linter;
  }

  static void look(CriteriaSet set, Linter linter) {
    var lint = new PercentLint(set, linter);
    set.scored().forEach(criterion -> lint.rule(criterion.code(), criterion.rule()));
  }

  private void rule(String code, ScoringRule rule) {
    switch (rule) {
      case ScoringRule.Proportional(var ratio) -> {
        if (inPercent(ratio)) {
          linter.error(code, "percentForRatio", code);
        }
      }
      case ScoringRule.Formula(var points) -> ofMaximum(code, points, false);
      case ScoringRule.Tiers(var of, var unit, var tiers) -> {
        bounds(code, of, tiers, inPercent(of), unit.equals("%"));
        tiers.forEach(tier -> ofMaximum(code, tier.points(), inPercent(of)));
      }
      case ScoringRule.Change(var of, var as, ScoringRule.Towards.Steps(var tiers)) ->
          bounds(
              code,
              of,
              tiers,
              as == ScoringRule.As.DIFFERENCE && inPercent(of),
              as == ScoringRule.As.PERCENT);
      case ScoringRule.Change(_, var as, ScoringRule.Towards.Target(var target)) -> {
        if (as == ScoringRule.As.PERCENT && target.compareTo(TWO) >= 0) {
          hundredfold(code, target);
        }
      }
      case ScoringRule.Sum(var parts, _) -> parts.forEach(part -> rule(code, part.rule()));
      case ScoringRule.Best(var cases) -> cases.forEach(part -> rule(code, part.rule()));
      case ScoringRule.ByGroup(var rules) ->
          rules.entrySet().stream()
              .sorted(java.util.Map.Entry.comparingByKey())
              .forEach(own -> rule(code, own.getValue()));
      case ScoringRule.YesNo _,
          ScoringRule.Choice _,
          ScoringRule.DateWindow _,
          ScoringRule.PerUnit _,
          ScoringRule.RelativeToBest _,
          ScoringRule.MinMax _,
          ScoringRule.Survey _,
          ScoringRule.Information _ -> {}
    }
  }

  /** The maximum times a percentage: a hundred times too much. */
  private void ofMaximum(String code, Expr points, boolean measureInPercent) {
    if (points instanceof Expr.Arithmetic(var operator, var left, var right)
        && operator == Expr.Operator.TIMES
        && (isMaximum(left) && percentage(right, measureInPercent)
            || isMaximum(right) && percentage(left, measureInPercent))) {
      linter.error(code, "percentForRatio", code);
    }
  }

  private static boolean isMaximum(Expr expr) {
    return expr instanceof Expr.Given(var name) && name == Expr.Given.Name.MAX_POINTS;
  }

  private boolean percentage(Expr expr, boolean measureInPercent) {
    return expr instanceof Expr.Given(var name)
        ? name == Expr.Given.Name.MEASURE && measureInPercent
        : inPercent(expr);
  }

  /** A value of 85 never meets bounds such as 10%, one tenth; nor 0.85 one of 80, eighty times. */
  private void bounds(
      String code,
      Expr of,
      List<ScoringRule.Tier> tiers,
      boolean inPercent,
      boolean shownInPercent) {
    var stated =
        tiers.stream()
            .flatMap(tier -> Stream.concat(tier.lower().stream(), tier.upper().stream()))
            .map(ScoringRule.Bound::value)
            .filter(bound -> bound.signum() > 0)
            .toList();
    if (inPercent) {
      if (!stated.isEmpty()
          && stated.stream().allMatch(bound -> bound.compareTo(Rational.ONE) <= 0)) {
        linter.warning(
            code,
            "percentOfPercent",
            code,
            of instanceof Expr.FactValue(var id) ? id : String.join(", ", of.facts()));
      }
    } else if (shownInPercent
        && stated.stream().allMatch(bound -> bound.compareTo(Rational.ONE) >= 0)) {
      stated.stream()
          .max(Rational::compareTo)
          .filter(bound -> bound.compareTo(TWO) >= 0)
          .ifPresent(bound -> hundredfold(code, bound));
    }
  }

  private void hundredfold(String code, Rational bound) {
    linter.warning(
        code,
        "hundredfold",
        code,
        SumLint.number(new Points(bound)),
        SumLint.number(new Points(bound.times(HUNDRED))));
  }

  /** Whether an expression comes to 85 for 85 %, and not to 0.85. */
  private boolean inPercent(Expr expr) {
    return switch (expr) {
      case Expr.FactValue(var id) ->
          Optional.ofNullable(set.facts().get(id))
              .map(fact -> fact.statedInPercent() && fact.max().compareTo(Rational.ONE) > 0)
              .orElse(false);
      case Expr.Arithmetic(var operator, var left, var right) ->
          switch (operator) {
            case PLUS, MINUS -> inPercent(left) || inPercent(right);
            case TIMES ->
                is(right, HUNDRED) && divides(left)
                    || is(left, HUNDRED) && divides(right)
                    || inPercent(left) != inPercent(right)
                        && !is(left, HUNDREDTH)
                        && !is(right, HUNDREDTH);
            case DIVIDED_BY ->
                (inPercent(left) || aHundredTimes(left))
                    && !inPercent(right)
                    && !is(right, HUNDRED);
          };
      case Expr.Least(var of) -> of.stream().anyMatch(this::inPercent);
      case Expr.Greatest(var of) -> of.stream().anyMatch(this::inPercent);
      case Expr.If(_, var then, var otherwise) -> inPercent(then) || inPercent(otherwise);
      case Expr.Previous(var operand) -> inPercent(operand);
      case Expr.Negated(var operand) -> inPercent(operand);
      case Expr.Number _,
          Expr.Quoted _,
          Expr.Given _,
          Expr.Comparison _,
          Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Answered _ ->
          false;
    };
  }

  private static boolean is(Expr expr, Rational number) {
    return expr instanceof Expr.Number(var value) && value.equals(number);
  }

  private static boolean aHundredTimes(Expr expr) {
    return expr instanceof Expr.Arithmetic(var operator, var left, var right)
        && operator == Expr.Operator.TIMES
        && (is(left, HUNDRED) || is(right, HUNDRED));
  }

  private static boolean divides(Expr expr) {
    return expr instanceof Expr.Arithmetic(var operator, _, _)
        && operator == Expr.Operator.DIVIDED_BY;
  }
}
