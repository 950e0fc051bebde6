package thangdiem.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/**
 * The 2017 set as one writes it with numpy: whole columns, one operation a pass, a new array for
 * each result, ranks by sorting and searching. The same data, rules and whole numbers as ours,
 * without an interpreter's overhead.
 */
final class PlainColumns {

  private final CriteriaSet set;
  private final Map<String, int[]> columns = new HashMap<>();

  PlainColumns(CriteriaSet set, int units) {
    this.set = set;
    set.facts().keySet().forEach(fact -> columns.put(fact, new int[units]));
  }

  void put(int place, UnitAnswers unit) {
    unit.facts().forEach((id, fact) -> column(id)[place] = number(id, fact));
  }

  private int number(String id, Fact fact) {
    return switch (fact) {
      case Fact.Amount(var value) ->
          value.times(Rational.of(scale(id))).numerator().intValueExact();
      case Fact.YesNo(var yes) -> yes ? 1 : 0;
      case Fact.Day(var date) -> Math.toIntExact(date.toEpochDay());
      case Fact.Chosen(var option) -> option(id, option);
      case Fact.Words _, Fact.None _ -> 0;
    };
  }

  private int scale(String id) {
    return definition(id).type() == FactType.DECIMAL ? DuckSql.TENTHS : 1;
  }

  private FactDefinition definition(String id) {
    return Objects.requireNonNull(set.facts().get(id));
  }

  private int option(String id, String option) {
    return definition(id).options().stream().map(known -> known.id()).toList().indexOf(option);
  }

  private int[] column(String id) {
    var column = columns.get(id);
    if (column == null) {
      throw new IllegalArgumentException(id);
    }
    return column;
  }

  /**
   * What comes out.
   *
   * @param points in hundredths, section by section, the total last
   * @param ranks of the same
   */
  record Result(List<int[]> points, List<int[]> ranks) {}

  Result standings() {
    var group = set.groups().getFirst().id();
    var sums =
        set.sections().stream()
            .map(section ->
                section
                    .scored()
                    .map(criterion -> points(criterion, group))
                    .reduce(PlainColumns::plus)
                    .orElseThrow())
            .toList();
    var scored =
        IntStream.range(0, sums.size())
            .filter(i -> !set.sections().get(i).bonus())
            .mapToObj(sums::get)
            .toList();
    var points = new ArrayList<>(scored);
    points.add(sums.stream().reduce(PlainColumns::plus).orElseThrow());
    return new Result(points, points.stream().map(PlainColumns::ranks).toList());
  }

  private int[] points(ScoredCriterion criterion, String group) {
    int max = hundredths(criterion.maxPoints().of(group).orElseThrow());
    return switch (criterion.rule()) {
      case ScoringRule.YesNo(Expr.FactValue(var fact)) -> map(column(fact), yes -> yes * max);
      case ScoringRule.YesNo(Expr.Comparison(_, var of, Expr.Number(var limit))) ->
          where(reaches(of, limit, true), max, zeros());
      case ScoringRule.Proportional(
              Expr.Arithmetic(_, Expr.FactValue(var part), Expr.FactValue(var whole))) ->
          share(column(part), column(whole), max);
      case ScoringRule.Tiers(var of, _, var tiers) -> tiers(of, tiers);
      case ScoringRule.Choice(var fact, var options) -> {
        var points = zeros();
        for (var option : options) {
          int own = option(fact, option.option());
          points =
              where(
                  map(column(fact), chosen -> chosen == own ? 1 : 0),
                  constant(option.points()),
                  points);
        }
        yield points;
      }
      case ScoringRule.DateWindow(var fact, var windows) -> {
        var points = zeros();
        for (var window :
            windows.stream().filter(window -> !window.otherwise()).toList().reversed()) {
          long from = window.from().orElseThrow().in(set.year()).toEpochDay();
          long to = window.to().orElseThrow().in(set.year()).toEpochDay();
          points =
              where(
                  map(column(fact), day -> day >= from && day <= to ? 1 : 0),
                  constant(window.points()),
                  points);
        }
        yield points;
      }
      default ->
          throw new IllegalArgumentException("the 2017 set has no such rule: " + criterion.code());
    };
  }

  private int[] tiers(Expr of, List<ScoringRule.Tier> tiers) {
    var points = zeros();
    for (var tier : tiers.reversed()) {
      // The only tiers of 2017 with an upper bound are worth nothing.
      if (tier.lower().isPresent()) {
        points =
            where(
                reaches(of, tier.lower().get().value(), tier.lower().get().inclusive()),
                constant(tier.points()),
                points);
      }
    }
    return points;
  }

  private int[] reaches(Expr of, Rational limit, boolean inclusive) {
    int p = limit.numerator().intValueExact();
    int q = limit.denominator().intValueExact();
    int more = inclusive ? 0 : 1;
    return switch (of) {
      case Expr.FactValue(var fact) -> {
        int scale = scale(fact);
        yield map(column(fact), value -> value * q >= p * scale + more ? 1 : 0);
      }
      case Expr.Arithmetic(_, Expr.FactValue(var part), Expr.FactValue(var whole)) -> {
        var limits = map(column(whole), value -> value * p * scale(part) + more);
        var reached =
            both(
                map(column(part), value -> value * q),
                limits,
                (own, least) -> own >= least ? 1 : 0);
        yield both(reached, map(column(whole), value -> value > 0 ? 1 : 0), (a, b) -> a & b);
      }
      default -> throw new IllegalArgumentException("the 2017 set has no such measure: " + of);
    };
  }

  private static int[] share(int[] part, int[] whole, int max) {
    var counted = both(part, whole, Math::min);
    var dividend = both(map(counted, own -> own * 2 * max), whole, Integer::sum);
    return both(dividend, map(whole, value -> value * 2), (own, all) -> all == 0 ? 0 : own / all);
  }

  private int[] zeros() {
    return new int[columns.values().iterator().next().length];
  }

  private static int[] where(int[] mask, int worth, int[] otherwise) {
    return both(mask, otherwise, (yes, points) -> yes == 1 ? worth : points);
  }

  private static int[] plus(int[] one, int[] other) {
    return both(one, other, Integer::sum);
  }

  private static int[] map(int[] column, IntUnaryOperator operator) {
    var result = new int[column.length];
    for (int i = 0; i < column.length; i++) {
      result[i] = operator.applyAsInt(column[i]);
    }
    return result;
  }

  private static int[] both(int[] one, int[] other, IntBinaryOperator operator) {
    var result = new int[one.length];
    for (int i = 0; i < one.length; i++) {
      result[i] = operator.applyAsInt(one[i], other[i]);
    }
    return result;
  }

  private static int[] ranks(int[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return map(values, value -> 1 + sorted.length - firstAbove(sorted, value));
  }

  /** As numpy's {@code searchsorted(…, side="right")}. */
  private static int firstAbove(int[] sorted, int value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int constant(Expr points) {
    return points instanceof Expr.Number(var value) ? hundredths(new Points(value)) : 0;
  }

  private static int hundredths(Points points) {
    return points.value().times(Rational.of(100)).numerator().intValueExact();
  }
}
