package thangdiem.criteria;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Facts nobody uses, relations between facts that nobody checks, and divisors that are always 0.
 */
final class FactLint {

  private FactLint() {}

  static void look(CriteriaSet set, Linter linter) {
    unused(set, linter);
    set.facts().values().stream()
        .filter(fact -> fact.type() == FactType.COUNT || fact.type() == FactType.DECIMAL)
        .filter(fact -> fact.unit().isEmpty())
        .forEach(fact -> linter.warning("fact:" + fact.id(), "noUnit", fact.id()));
    unchecked(set, linter);
    zeroDivisors(set, linter);
  }

  /** What is divided by something that is 0 whatever a unit reports never has a value. */
  private static void zeroDivisors(CriteriaSet set, Linter linter) {
    var spans = new Spans(set, List.of());
    set.scored()
        .filter(criterion ->
            criterion.rule().expressions().anyMatch(expr -> dividesByZero(expr, spans)))
        .forEach(criterion -> linter.error(criterion.code(), "zeroDivisor", criterion.code()));
  }

  private static boolean dividesByZero(Expr expr, Spans spans) {
    return expr instanceof Expr.Arithmetic(var operator, _, var divisor)
            && operator == Expr.Operator.DIVIDED_BY
            && spans.of(divisor).equals(new Spans.Span(Rational.ZERO, Rational.ZERO))
        || expr.operands().stream().anyMatch(operand -> dividesByZero(operand, spans));
  }

  private static void unused(CriteriaSet set, Linter linter) {
    var used = new HashSet<String>();
    set.scored().forEach(criterion -> used.addAll(criterion.rule().facts()));
    set.gates().forEach(gate -> used.addAll(gate.failsWhen().facts()));
    set.facts().keySet().stream()
        .filter(fact -> !used.contains(fact))
        .forEach(fact -> linter.warning("fact:" + fact, "unusedFact", fact));
  }

  /**
   * A part over its whole: same kind of thing counted, so that more than the whole is a mistake.
   */
  private static void unchecked(CriteriaSet set, Linter linter) {
    var partsOf = new LinkedHashMap<String, Set<String>>();
    set.scored()
        .forEach(criterion ->
            ratios(
                criterion.rule(),
                (part, whole) -> {
                  if (sameKind(set, part, whole)) {
                    if (partsOf.computeIfAbsent(whole, _ -> new LinkedHashSet<>()).add(part)
                        && !checked(set, Set.of(part), whole)) {
                      linter.warning(
                          criterion.code(), "uncheckedRatio", criterion.code(), part, whole);
                    }
                  }
                }));
  }

  private static boolean sameKind(CriteriaSet set, String part, String whole) {
    var one = set.facts().get(part);
    var other = set.facts().get(whole);
    return one != null
        && other != null
        && one.type() == FactType.COUNT
        && other.type() == FactType.COUNT
        && one.unit().equals(other.unit());
  }

  private static boolean checked(CriteriaSet set, Set<String> parts, String whole) {
    return set.checks().stream()
        .anyMatch(check ->
            check.require().facts().containsAll(parts) && check.require().facts().contains(whole));
  }

  private interface Ratio {
    void of(String part, String whole);
  }

  private static void ratios(ScoringRule rule, Ratio found) {
    switch (rule) {
      case ScoringRule.YesNo(var holds) -> ratios(holds, found);
      case ScoringRule.Proportional(var ratio) -> ratios(ratio, found);
      case ScoringRule.Tiers(var of, _, _) -> ratios(of, found);
      case ScoringRule.Sum(var parts, _) -> parts.forEach(part -> ratios(part.rule(), found));
      case ScoringRule.Best(var cases) -> cases.forEach(part -> ratios(part.rule(), found));
      case ScoringRule.ByGroup(var rules) -> rules.values().forEach(own -> ratios(own, found));
      case ScoringRule.Formula(var points) -> ratios(points, found);
      case ScoringRule.Choice _,
          ScoringRule.DateWindow _,
          ScoringRule.PerUnit _,
          ScoringRule.RelativeToBest _,
          ScoringRule.MinMax _,
          ScoringRule.Change _,
          ScoringRule.Survey _,
          ScoringRule.Information _ -> {}
    }
  }

  private static void ratios(Expr expr, Ratio found) {
    expr.walk(part -> {
      if (part
              instanceof
              Expr.Arithmetic(var operator, Expr.FactValue(var above), Expr.FactValue(var below))
          && operator == Expr.Operator.DIVIDED_BY) {
        found.of(above, below);
      }
    });
  }
}
