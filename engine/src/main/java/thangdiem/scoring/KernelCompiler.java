package thangdiem.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;
import thangdiem.scoring.Kernel.Cases.Both;
import thangdiem.scoring.Kernel.Cases.Bound;
import thangdiem.scoring.Kernel.Cases.Case;

/**
 * Turns rules into {@link Kernel}s over a cohort's columns: yes/no, proportional, tiers, choice and
 * date windows over a fact or a ratio of two facts, with constant points. Every other rule is left
 * to its own scorer.
 */
final class KernelCompiler {

  private static final UnitAnswers NOTHING =
      new UnitAnswers("", "", "", Map.of(), Map.of(), List.of(), List.of(), Optional.empty(), true);

  /**
   * A fact, or a ratio of two: (numerator ÷ denominator) × times, the denominator 1 where there is
   * none.
   */
  private record Measure(int[] numerator, Optional<int[]> denominator, Rational times) {

    /** The other array of a kernel: one without a denominator multiplies the numerator by 0. */
    int[] other() {
      return denominator.orElse(numerator);
    }

    /** What must hold so that there is a value at all: everything answered, nothing over 0. */
    Both measured() {
      return new Both(
          new Bound(1, 0, 0), denominator.isPresent() ? new Bound(0, 1, -1) : Bound.ALWAYS);
    }

    /**
     * value ≥ limit, multiplied out; empty where an {@code int} could overflow. With {@code sign}
     * −1 it is value ≤ limit.
     */
    Optional<Bound> atLeast(Rational limit, int sign, boolean inclusive) {
      var ratio = limit.dividedBy(times);
      if (ratio.numerator().bitLength() / Integer.SIZE != 0
          || ratio.denominator().bitLength() / Integer.SIZE != 0) {
        return Optional.empty();
      }
      long own = sign * ratio.denominator().longValue();
      long against = -sign * ratio.numerator().longValue();
      long strict = inclusive ? 0 : -1;
      return denominator.isPresent()
          ? bound(own, against, strict)
          : bound(own, 0, against + strict);
    }

    private static Optional<Bound> bound(long a, long b, long c) {
      return Bound.fits(a, b, c)
          ? Optional.of(new Bound((int) a, (int) b, (int) c))
          : Optional.empty();
    }
  }

  private final CriteriaSet set;
  private final Policy policy;
  private final Cohort cohort;
  private final Peers peers;
  private final int limit;

  KernelCompiler(CriteriaSet set, Policy policy, Cohort cohort, Peers peers, int limit) {
    this.set = set;
    this.policy = policy;
    this.cohort = cohort;
    this.peers = peers;
    this.limit = limit;
  }

  /** The criterion's kernel; empty where it earns nobody anything. */
  Optional<Kernel> kernel(ScoredCriterion criterion, Points max) {
    var rule =
        criterion.rule() instanceof ScoringRule.ByGroup(var rules)
            ? rules.get(cohort.group())
            : criterion.rule();
    if (rule == null || rule instanceof ScoringRule.Information) {
      return Optional.empty();
    }
    return compiled(rule, max).or(() -> Optional.of(singly(criterion, max)));
  }

  /** The criterion without columns. */
  Kernel singly(ScoredCriterion criterion, Points max) {
    return new Kernel.Singly(
        unit ->
            new RuleScorer(cohort.answers(unit), peers, policy, set.year()).award(criterion, max),
        limit);
  }

  /** A kernel that gives one point to each unit for which the condition holds. */
  Kernel condition(Expr condition) {
    var one = Points.of(1);
    return compiled(new ScoringRule.YesNo(condition), one)
        .orElseGet(() ->
            new Kernel.Singly(
                unit -> {
                  var evaluation = new Evaluation(cohort.answers(unit));
                  boolean holds = evaluation.holds(condition);
                  return evaluation
                      .obstacle()
                      .map(Award::notMeasured)
                      .orElseGet(() -> Award.of(holds ? one : Points.NONE, new Step.Held(holds)));
                },
                limit));
  }

  private Optional<Kernel> compiled(ScoringRule rule, Points max) {
    return switch (rule) {
      case ScoringRule.YesNo(Expr.FactValue(var fact))
          when cohort.column(fact).definition().type() == FactType.BOOLEAN ->
          Optional.of(
              new Kernel.YesNo(
                  List.of(cohort.column(fact).marks()), Kernel.hundredths(max.printed())));
      case ScoringRule.YesNo(Expr.Comparison(var relation, var left, var right)) ->
          constant(right, max)
              .flatMap(limit ->
                  measure(left).flatMap(measure -> comparison(measure, relation, limit, max)));
      case ScoringRule.Proportional(var ratio) ->
          measure(ratio).flatMap(measure -> share(measure, max));
      case ScoringRule.Tiers(var of, _, var tiers) ->
          measure(of).flatMap(measure -> tiers(measure, tiers, max));
      case ScoringRule.Choice(var fact, var options) -> options(cohort.column(fact), options, max);
      case ScoringRule.DateWindow(var fact, var windows) ->
          windows(cohort.column(fact).numbers(), windows, max);
      default -> Optional.empty();
    };
  }

  private Optional<Kernel> share(Measure measure, Points max) {
    var hundredths = max.value().times(Rational.of(100));
    if (measure.denominator().isEmpty()
        || !measure.times().equals(Rational.ONE)
        || !hundredths.isWhole()) {
      return Optional.empty();
    }
    int largest = Arrays.stream(measure.numerator()).max().orElse(0);
    var share =
        new Kernel.Share(
            measure.numerator(),
            measure.other(),
            Kernel.hundredths(max),
            policy.ratioCap() == Policy.RatioCap.ONE,
            largest);
    return share.fits() ? Optional.of(share) : Optional.empty();
  }

  private Optional<Kernel> comparison(
      Measure measure, Expr.Relation relation, Rational limit, Points max) {
    var bounds =
        switch (relation) {
          case EQUAL ->
              all(Stream.of(measure.atLeast(limit, 1, true), measure.atLeast(limit, -1, true)));
          case NOT_EQUAL -> Optional.<Both>empty();
          case LESS -> all(Stream.of(measure.atLeast(limit, -1, false)));
          case AT_MOST -> all(Stream.of(measure.atLeast(limit, -1, true)));
          case GREATER -> all(Stream.of(measure.atLeast(limit, 1, false)));
          case AT_LEAST -> all(Stream.of(measure.atLeast(limit, 1, true)));
        };
    return bounds.map(
        held -> cases(measure, List.of(new Case(held, Kernel.hundredths(max.printed())))));
  }

  private Optional<Kernel> tiers(Measure measure, List<ScoringRule.Tier> tiers, Points max) {
    var cases = new ArrayList<Case>();
    for (var tier : tiers) {
      var bounds =
          all(
              Stream.concat(
                  tier.lower().stream()
                      .map(lower -> measure.atLeast(lower.value(), 1, lower.inclusive())),
                  tier.upper().stream()
                      .map(upper -> measure.atLeast(upper.value(), -1, upper.inclusive()))));
      var points = constant(tier.points(), max);
      if (bounds.isEmpty() || points.isEmpty()) {
        return Optional.empty();
      }
      cases.add(new Case(bounds.get(), earned(points.get(), max)));
    }
    return Optional.of(cases(measure, cases));
  }

  private static Kernel cases(Measure measure, List<Case> firstFirst) {
    return cases(measure.numerator(), measure.other(), measure.measured(), firstFirst);
  }

  private static Kernel cases(int[] a, int[] b, Both measured, List<Case> firstFirst) {
    var lastFirst = new ArrayList<>(firstFirst);
    Collections.reverse(lastFirst);
    int most = lastFirst.stream().mapToInt(known -> Math.abs(known.points())).max().orElse(0);
    return new Kernel.Cases(a, b, measured, lastFirst, most);
  }

  private Optional<Kernel> windows(int[] days, List<ScoringRule.Window> windows, Points max) {
    var cases = new ArrayList<Case>();
    for (var window : windows) {
      var points = constant(window.points(), max);
      if (points.isEmpty()) {
        return Optional.empty();
      }
      int from =
          window.from().map(day -> (int) day.in(set.year()).toEpochDay()).orElse(-Column.LIMIT);
      int to = window.to().map(day -> (int) day.in(set.year()).toEpochDay()).orElse(Column.LIMIT);
      var held =
          window.otherwise()
              ? new Both(Bound.ALWAYS, Bound.ALWAYS)
              : new Both(new Bound(1, 0, -from), new Bound(-1, 0, to));
      cases.add(new Case(held, earned(points.get(), max)));
    }
    return Optional.of(
        cases(days, days, new Both(new Bound(1, 0, -Column.NO_DAY), Bound.ALWAYS), cases));
  }

  private Optional<Kernel> options(
      Column column, List<ScoringRule.OptionPoints> options, Points max) {
    var points = new int[column.definition().options().size() + Kernel.Options.FIRST];
    for (int i = options.size() - 1; i >= 0; i--) {
      var option = options.get(i);
      var worth = constant(option.points(), max);
      if (worth.isEmpty()) {
        return Optional.empty();
      }
      column
          .definition()
          .option(option.option())
          .ifPresent(known ->
              points[Kernel.Options.FIRST + column.definition().options().indexOf(known)] =
                  earned(worth.get(), max));
    }
    return Optional.of(new Kernel.Options(column.marks(), points));
  }

  private Optional<Measure> measure(Expr expr) {
    return switch (expr) {
      case Expr.FactValue(var fact) ->
          numbers(fact)
              .map(column ->
                  new Measure(column.numbers(), Optional.empty(), Rational.of(1, column.scale())));
      case Expr.Arithmetic(var operator, Expr.FactValue(var part), Expr.FactValue(var whole))
          when operator == Expr.Operator.DIVIDED_BY ->
          numbers(part)
              .flatMap(above ->
                  numbers(whole)
                      .map(below ->
                          new Measure(
                              above.numbers(),
                              Optional.of(below.numbers()),
                              Rational.of(below.scale(), above.scale()))));
      default -> Optional.empty();
    };
  }

  private Optional<Column> numbers(String fact) {
    var column = cohort.column(fact);
    return column.definition().type() == FactType.COUNT
            || column.definition().type() == FactType.DECIMAL
        ? Optional.of(column)
        : Optional.empty();
  }

  /** The value of an expression that is the same for every unit. */
  private static Optional<Rational> constant(Expr expr, Points max) {
    var varies = new ArrayList<Expr>();
    expr.walk(part -> {
      if (!(part instanceof Expr.Number
          || part instanceof Expr.Arithmetic
          || part.equals(new Expr.Given(Expr.Given.Name.MAX_POINTS)))) {
        varies.add(part);
      }
    });
    if (!varies.isEmpty()) {
      return Optional.empty();
    }
    var evaluation = new Evaluation(NOTHING, Rational.ZERO, max.value());
    var value = evaluation.number(expr);
    return evaluation.obstacle().isPresent() ? Optional.empty() : Optional.of(value);
  }

  /** What a tier, window or option earns: from none to the maximum. */
  private static int earned(Rational points, Points max) {
    return Kernel.hundredths(new Points(points.max(Rational.ZERO).min(max.value())).printed());
  }

  /** Up to two bounds together; empty where one of them cannot be had. */
  private static Optional<Both> all(Stream<Optional<Bound>> bounds) {
    var list = bounds.toList();
    if (!list.stream().allMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    var held =
        Stream.concat(
                list.stream().flatMap(Optional::stream), Stream.of(Bound.ALWAYS, Bound.ALWAYS))
            .toList();
    return Optional.of(new Both(held.get(0), held.get(1)));
  }
}
