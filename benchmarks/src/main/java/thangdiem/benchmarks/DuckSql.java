package thangdiem.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;

/**
 * The 2017 set as one SQL query in whole numbers, so that DuckDB computes the very points: numbers
 * are kept in tenths, points in hundredths.
 */
final class DuckSql {

  /** Numbers stand in the table ten times as large: bandwidth has one decimal. */
  static final int TENTHS = 10;

  private final CriteriaSet set;

  DuckSql(CriteriaSet set) {
    this.set = set;
  }

  /**
   * The statements that make the table {@code facts}, in the narrowest types that hold the data.
   */
  List<String> tables() {
    var statements = new ArrayList<String>();
    var columns = new ArrayList<>(List.of("place integer"));
    for (var fact : set.facts().values()) {
      if (fact.type() == FactType.CHOICE) {
        statements.add(
            "create type options_"
                + fact.id()
                + " as enum ("
                + fact.options().stream()
                    .map(option -> "'" + option.id() + "'")
                    .collect(Collectors.joining(", "))
                + ")");
      }
      columns.add(fact.id() + " " + type(fact));
    }
    statements.add("create table facts (" + String.join(", ", columns) + ")");
    return statements;
  }

  private static String type(FactDefinition fact) {
    return switch (fact.type()) {
      case COUNT, DECIMAL, DATE -> "integer";
      case BOOLEAN -> "boolean";
      case CHOICE -> "options_" + fact.id();
      case TEXT -> "varchar";
    };
  }

  /** Totals, section points and six ranks of every unit. */
  String standings() {
    var group = set.groups().getFirst().id();
    var sections = new ArrayList<String>();
    for (var section : set.scoredSections()) {
      sections.add(
          section
                  .scored()
                  .map(criterion -> "(" + points(criterion, group) + ")")
                  .collect(Collectors.joining(" + "))
              + " as "
              + Million.sectionName(section));
    }
    var bonus =
        set.sections().stream()
            .filter(section -> section.bonus())
            .flatMap(section -> section.scored())
            .map(criterion -> "(" + points(criterion, group) + ")")
            .collect(Collectors.joining(" + "));
    var names = set.scoredSections().stream().map(Million::sectionName).toList();
    return "with points as (select place, "
        + String.join(", ", sections)
        + ", "
        + bonus
        + " as bonus from facts), totals as (select *, "
        + String.join(" + ", names)
        + " + bonus as total from points) select *, rank() over (order by total desc) as rank_total, "
        + names.stream()
            .map(name -> "rank() over (order by " + name + " desc) as rank_" + name)
            .collect(Collectors.joining(", "))
        + " from totals";
  }

  private String points(ScoredCriterion criterion, String group) {
    var max = hundredths(criterion.maxPoints().of(group).orElseThrow());
    return switch (criterion.rule()) {
      case ScoringRule.YesNo(var holds) ->
          "case when " + condition(holds) + " then " + max + " else 0 end";
      case ScoringRule.Proportional(var ratio) -> {
        var parts = ratio(ratio);
        yield "case when %2$s = 0 then 0 else (2 * %3$d * least(%1$s, %2$s) + %2$s) // (2 * %2$s) end"
            .formatted(parts.get(0), parts.get(1), max);
      }
      case ScoringRule.Tiers(var of, _, var tiers) ->
          tiers.stream()
              .map(tier ->
                  " when " + tier(of, tier) + " then " + hundredths(constant(tier.points())))
              .collect(Collectors.joining("", "case", " else 0 end"));
      case ScoringRule.Choice(var fact, var options) ->
          options.stream()
              .map(option ->
                  " when '" + option.option() + "' then " + hundredths(constant(option.points())))
              .collect(Collectors.joining("", "case " + fact, " else 0 end"));
      case ScoringRule.DateWindow(var fact, var windows) ->
          windows.stream()
              .filter(window -> !window.otherwise())
              .map(window ->
                  " when %s between %d and %d then %d"
                      .formatted(
                          fact,
                          window.from().orElseThrow().in(set.year()).toEpochDay(),
                          window.to().orElseThrow().in(set.year()).toEpochDay(),
                          hundredths(constant(window.points()))))
              .collect(Collectors.joining("", "case", " else 0 end"));
      default ->
          throw new IllegalArgumentException("the 2017 set has no such rule: " + criterion.code());
    };
  }

  private static String tier(Expr of, ScoringRule.Tier tier) {
    var measure =
        of instanceof Expr.FactValue(var fact) ? List.of(fact, String.valueOf(TENTHS)) : ratio(of);
    var bounds = new ArrayList<String>();
    bounds.add(measure.get(1) + " <> 0");
    tier.lower()
        .ifPresent(
            bound -> bounds.add(compared(measure, bound.inclusive() ? ">=" : ">", bound.value())));
    tier.upper()
        .ifPresent(
            bound -> bounds.add(compared(measure, bound.inclusive() ? "<=" : "<", bound.value())));
    return String.join(" and ", bounds);
  }

  private static String compared(List<String> measure, String relation, Rational bound) {
    return "%s * %s %s %s * %s"
        .formatted(
            measure.get(0), bound.denominator(), relation, measure.get(1), bound.numerator());
  }

  private static String condition(Expr holds) {
    return switch (holds) {
      case Expr.FactValue(var fact) -> fact;
      case Expr.Comparison(_, Expr.FactValue(var fact), Expr.Number(var value)) ->
          fact + " >= " + value.times(Rational.of(TENTHS)).numerator();
      case Expr.Comparison(_, Expr.Arithmetic part, Expr.Number(var value)) ->
          ratio(part).get(1) + " <> 0 and " + compared(ratio(part), ">=", value);
      default -> throw new IllegalArgumentException("the 2017 set has no such condition: " + holds);
    };
  }

  private static List<String> ratio(Expr expr) {
    if (expr
            instanceof
            Expr.Arithmetic(var operator, Expr.FactValue(var above), Expr.FactValue(var below))
        && operator == Expr.Operator.DIVIDED_BY) {
      return List.of(above, below);
    }
    throw new IllegalArgumentException("the 2017 set has no such ratio: " + expr);
  }

  private static Points constant(Expr points) {
    return points instanceof Expr.Number(var value) ? new Points(value) : Points.NONE;
  }

  private static long hundredths(Points points) {
    return points.value().times(Rational.of(100)).numerator().longValueExact();
  }
}
