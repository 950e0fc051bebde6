package thangdiem.scoring;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoringRule;

/**
 * How points move when one fact rises and nothing else changes (chiều của điểm). Said only where it
 * holds for every answer: what is true of most answers is {@link #MIXED}.
 */
enum Direction {
  NONE,
  UP,
  DOWN,
  MIXED;

  /** Of a fact in whatever a unit of that group is scored and checked by. */
  static Direction of(CriteriaSet set, String group, String fact) {
    var reading = new Reading(set, group, fact);
    var points =
        set.scored()
            .flatMap(criterion ->
                criterion.maxPoints().of(group).stream()
                    .map(max -> reading.rule(criterion.rule(), max)))
            .reduce(NONE, Direction::and);
    boolean checked =
        set.checks().stream().anyMatch(check -> reading.expr(check.require()) == MIXED);
    return checked && points != NONE ? MIXED : points;
  }

  private Direction and(Direction other) {
    return this == NONE || this == other ? other : other == NONE ? this : MIXED;
  }

  Direction opposite() {
    return this == UP ? DOWN : this == DOWN ? UP : this;
  }

  private Direction unless(boolean mixed) {
    return this == NONE || !mixed ? this : MIXED;
  }

  private record Reading(CriteriaSet set, String group, String fact) {

    Direction rule(ScoringRule rule, Points max) {
      return switch (rule) {
        case ScoringRule.YesNo(var holds) -> expr(holds);
        case ScoringRule.Proportional(var ratio) -> expr(ratio);
        case ScoringRule.Tiers(var of, _, var tiers) -> steps(tiers, max, expr(of));
        case ScoringRule.PerUnit(var of, var points) ->
            points.facts().contains(fact) ? MIXED : expr(of).unless(!isPositive(points));
        case ScoringRule.Sum(var parts, _) ->
            all(parts, part -> rule(part.rule(), part.maxPoints()));
        case ScoringRule.Best(var cases) -> all(cases, part -> rule(part.rule(), part.maxPoints()));
        case ScoringRule.RelativeToBest(var of, var better, _) -> better(better, expr(of));
        case ScoringRule.MinMax(var of, var better, _) -> better(better, expr(of));
        case ScoringRule.Change(var of, _, ScoringRule.Towards.Target(var target)) ->
            target.signum() == 1 ? expr(of) : expr(of).opposite();
        case ScoringRule.Change(var of, _, ScoringRule.Towards.Steps(var tiers)) ->
            steps(tiers, max, expr(of));
        case ScoringRule.Survey(var own, _, _) -> own.equals(fact) ? UP : NONE;
        case ScoringRule.Formula(var points) -> expr(points);
        case ScoringRule.ByGroup(var rules) ->
            rules.containsKey(group) ? rule(rules.get(group), max) : NONE;
        case ScoringRule.Choice _, ScoringRule.DateWindow _ ->
            rule.facts().contains(fact) ? MIXED : NONE;
        case ScoringRule.Information _ -> NONE;
      };
    }

    private static <T> Direction all(Collection<T> parts, Function<T, Direction> of) {
      return parts.stream().map(of).reduce(NONE, Direction::and);
    }

    private static Direction better(ScoringRule.Better better, Direction of) {
      return better == ScoringRule.Better.HIGHER ? of : of.opposite();
    }

    private Direction steps(Collection<ScoringRule.Tier> tiers, Points max, Direction measure) {
      if (tiers.stream().anyMatch(tier -> tier.points().facts().contains(fact))) {
        return MIXED;
      }
      if (measure == NONE) {
        return NONE;
      }
      boolean constant =
          tiers.stream()
              .allMatch(tier ->
                  tier.points().facts().isEmpty()
                      && !contains(tier.points(), Expr.Given.Name.MEASURE));
      return constant ? new TierSteps(List.copyOf(tiers), max).direction(measure) : MIXED;
    }

    private static boolean contains(Expr expr, Expr.Given.Name name) {
      return expr.equals(new Expr.Given(name))
          || expr.operands().stream().anyMatch(operand -> contains(operand, name));
    }

    private boolean isPositive(Expr expr) {
      return switch (expr) {
        case Expr.Number(var value) -> value.signum() >= 0;
        case Expr.FactValue(var id) ->
            set.facts().containsKey(id) && set.facts().get(id).min().signum() >= 0;
        case Expr.Given(var name) -> name == Expr.Given.Name.MAX_POINTS;
        case Expr.Arithmetic(var operator, var left, var right) ->
            operator != Expr.Operator.MINUS && isPositive(left) && isPositive(right);
        case Expr.Least(var of) -> of.stream().allMatch(this::isPositive);
        case Expr.Greatest(var of) -> of.stream().anyMatch(this::isPositive);
        case Expr.Previous(var operand) -> isPositive(operand);
        default -> false;
      };
    }

    private Direction expr(Expr expr) {
      return switch (expr) {
        // Last year's value cannot be raised any more; an answer stays one whatever its value.
        case Expr.Number _, Expr.Quoted _, Expr.Given _, Expr.Answered _, Expr.Previous _ -> NONE;
        case Expr.FactValue(var own) -> own.equals(fact) ? UP : NONE;
        case Expr.Negated(var operand) -> expr(operand).opposite();
        case Expr.Not(var operand) -> expr(operand).opposite();
        case Expr.Arithmetic arithmetic -> arithmetic(arithmetic);
        case Expr.Comparison(var relation, var left, var right) ->
            switch (relation) {
              case GREATER, AT_LEAST -> expr(left).and(expr(right).opposite());
              case LESS, AT_MOST -> expr(left).opposite().and(expr(right));
              case EQUAL, NOT_EQUAL -> expr(left).and(expr(right)).unless(true);
            };
        case Expr.And(var left, var right) -> expr(left).and(expr(right));
        case Expr.Or(var left, var right) -> expr(left).and(expr(right));
        case Expr.If(var condition, var then, var otherwise) ->
            expr(then).and(expr(otherwise)).and(expr(condition).unless(true));
        case Expr.Least(var of) -> all(of, this::expr);
        case Expr.Greatest(var of) -> all(of, this::expr);
      };
    }

    private Direction arithmetic(Expr.Arithmetic arithmetic) {
      var left = expr(arithmetic.left());
      var right = expr(arithmetic.right());
      return switch (arithmetic.operator()) {
        case PLUS -> left.and(right);
        case MINUS -> left.and(right.opposite());
        case TIMES ->
            left.unless(!isPositive(arithmetic.right()))
                .and(right.unless(!isPositive(arithmetic.left())));
        // The step from nothing over nothing is none of the direction of the steps after it.
        case DIVIDED_BY -> left.unless(!isPositive(arithmetic.right())).and(right.unless(true));
      };
    }
  }
}
