package thangdiem.criteria;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Criteria that pull against each other (tiêu chí kéo ngược nhau): raising a fact earns points in
 * one and costs points in another, directly or because another fact falls with it.
 */
final class PullLint {

  /** How points move when a fact rises. */
  private enum Direction {
    NONE,
    UP,
    DOWN,
    MIXED;

    Direction and(Direction other) {
      return this == NONE || this == other ? other : other == NONE ? this : MIXED;
    }

    Direction opposite() {
      return this == UP ? DOWN : this == DOWN ? UP : this;
    }
  }

  private final CriteriaSet set;
  private final Linter linter;
  private final Map<String, List<String>> raises = new LinkedHashMap<>();
  private final Map<String, List<String>> lowers = new LinkedHashMap<>();

  private PullLint(CriteriaSet set, Linter linter) {
    this.set = set;
    this.linter = linter;
  }

  static void look(CriteriaSet set, Linter linter) {
    var lint = new PullLint(set, linter);
    lint.directions();
    for (var fact : set.facts().values()) {
      var up = lint.raises.getOrDefault(fact.id(), List.of());
      var down = lint.lowers.getOrDefault(fact.id(), List.of());
      if (!up.isEmpty() && !down.isEmpty()) {
        linter.warning(
            "fact:" + fact.id(),
            "pull",
            fact.label(),
            String.join(", ", up),
            String.join(", ", down));
      }
      for (var against : fact.movesAgainst()) {
        var falls = lint.raises.getOrDefault(against, List.of());
        if (!up.isEmpty() && !falls.isEmpty()) {
          linter.warning(
              "fact:" + fact.id(),
              "pullAgainst",
              String.join(", ", up),
              String.join(", ", falls),
              fact.label(),
              label(set, against));
        }
      }
    }
  }

  private static String label(CriteriaSet set, String fact) {
    var definition = set.facts().get(fact);
    return definition == null ? fact : definition.label();
  }

  private void directions() {
    set.scored()
        .forEach(criterion -> {
          for (var fact : criterion.rule().facts()) {
            switch (rule(criterion.rule(), fact)) {
              case UP -> raises.computeIfAbsent(fact, _ -> new ArrayList<>()).add(criterion.code());
              case DOWN ->
                  lowers.computeIfAbsent(fact, _ -> new ArrayList<>()).add(criterion.code());
              case NONE, MIXED -> {}
            }
          }
        });
  }

  private Direction rule(ScoringRule rule, String fact) {
    return switch (rule) {
      case ScoringRule.YesNo(var holds) -> expr(holds, fact);
      case ScoringRule.Proportional(var ratio) -> expr(ratio, fact);
      case ScoringRule.Tiers(var of, _, var tiers) -> through(tiers, expr(of, fact));
      case ScoringRule.PerUnit(var of, _) -> expr(of, fact);
      case ScoringRule.Sum(var parts, _) ->
          parts.stream()
              .map(part -> rule(part.rule(), fact))
              .reduce(Direction.NONE, Direction::and);
      case ScoringRule.Best(var cases) ->
          cases.stream()
              .map(part -> rule(part.rule(), fact))
              .reduce(Direction.NONE, Direction::and);
      case ScoringRule.RelativeToBest(var of, var better, _) ->
          better == ScoringRule.Better.HIGHER ? expr(of, fact) : expr(of, fact).opposite();
      case ScoringRule.MinMax(var of, var better, _) ->
          better == ScoringRule.Better.HIGHER ? expr(of, fact) : expr(of, fact).opposite();
      case ScoringRule.Change(var of, _, var towards) ->
          switch (towards) {
            case ScoringRule.Towards.Target(var target) ->
                target.signum() == 1 ? expr(of, fact) : expr(of, fact).opposite();
            case ScoringRule.Towards.Steps(var tiers) -> through(tiers, expr(of, fact));
          };
      case ScoringRule.Survey(var own, _, _) -> own.equals(fact) ? Direction.UP : Direction.NONE;
      case ScoringRule.Formula(var points) -> expr(points, fact);
      case ScoringRule.ByGroup(var rules) ->
          rules.values().stream()
              .map(own -> rule(own, fact))
              .reduce(Direction.NONE, Direction::and);
      case ScoringRule.Choice _, ScoringRule.DateWindow _, ScoringRule.Information _ ->
          Direction.NONE;
    };
  }

  /** Tiers keep the direction where higher values earn more, and turn it where they earn less. */
  private static Direction through(List<ScoringRule.Tier> tiers, Direction measure) {
    if (tiers.stream()
        .allMatch(tier -> tier.upper().isEmpty() || tier.lower().isEmpty() && worth(tier) == 0)) {
      return measure;
    }
    return tiers.stream()
            .allMatch(tier -> tier.lower().isEmpty() || tier.upper().isEmpty() && worth(tier) == 0)
        ? measure.opposite()
        : Direction.MIXED;
  }

  private static int worth(ScoringRule.Tier tier) {
    return tier.points() instanceof Expr.Number(var value) ? value.signum() : 1;
  }

  private Direction expr(Expr expr, String fact) {
    return switch (expr) {
      case Expr.Number _, Expr.Quoted _, Expr.Given _, Expr.Answered _ -> Direction.NONE;
      case Expr.FactValue(var own) -> own.equals(fact) ? Direction.UP : Direction.NONE;
      case Expr.Negated(var operand) -> expr(operand, fact).opposite();
      case Expr.Not(var operand) -> expr(operand, fact).opposite();
      case Expr.Arithmetic(var operator, var left, var right) ->
          switch (operator) {
            case PLUS, TIMES -> expr(left, fact).and(expr(right, fact));
            case MINUS, DIVIDED_BY -> expr(left, fact).and(expr(right, fact).opposite());
          };
      case Expr.Comparison(var relation, var left, var right) ->
          switch (relation) {
            case GREATER, AT_LEAST -> expr(left, fact).and(expr(right, fact).opposite());
            case LESS, AT_MOST -> expr(left, fact).opposite().and(expr(right, fact));
            case EQUAL, NOT_EQUAL ->
                expr(left, fact).and(expr(right, fact)) == Direction.NONE
                    ? Direction.NONE
                    : Direction.MIXED;
          };
      case Expr.And(var left, var right) -> expr(left, fact).and(expr(right, fact));
      case Expr.Or(var left, var right) -> expr(left, fact).and(expr(right, fact));
      case Expr.If _ -> expr.facts().contains(fact) ? Direction.MIXED : Direction.NONE;
      case Expr.Least(var of) ->
          of.stream().map(operand -> expr(operand, fact)).reduce(Direction.NONE, Direction::and);
      case Expr.Greatest(var of) ->
          of.stream().map(operand -> expr(operand, fact)).reduce(Direction.NONE, Direction::and);
      // Last year's value cannot be raised any more.
      case Expr.Previous _ -> Direction.NONE;
    };
  }
}
