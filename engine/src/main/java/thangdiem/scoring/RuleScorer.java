package thangdiem.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thangdiem.criteria.Expr;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;

/**
 * The points that a criterion's rule gives for a unit's answers: exact, before any rounding. One
 * method for each kind of rule.
 */
final class RuleScorer {

  private final UnitAnswers answers;
  private final Peers peers;
  private final Policy policy;
  private final int year;

  RuleScorer(UnitAnswers answers, Peers peers, Policy policy, int year) {
    this.answers = answers;
    this.peers = peers;
    this.policy = policy;
    this.year = year;
  }

  Award award(ScoredCriterion criterion, Points max) {
    return award(criterion.code(), criterion.rule(), max);
  }

  private Award award(String criterion, ScoringRule rule, Points max) {
    return switch (rule) {
      case ScoringRule.YesNo(var holds) -> yesNo(holds, max);
      case ScoringRule.Proportional(var ratio) -> proportional(ratio, max);
      case ScoringRule.Tiers tiers -> tiers(tiers, max);
      case ScoringRule.Choice choice -> choice(choice, max);
      case ScoringRule.DateWindow window -> dateWindow(window, max);
      case ScoringRule.Sum sum -> sum(criterion, sum, max);
      case ScoringRule.PerUnit perUnit -> perUnit(perUnit, max);
      case ScoringRule.Best best -> best(criterion, best, max);
      case ScoringRule.RelativeToBest relative -> relativeToBest(criterion, relative, max);
      case ScoringRule.MinMax minMax -> minMax(criterion, minMax, max);
      case ScoringRule.Change change -> change(change, max);
      case ScoringRule.Survey survey -> survey(survey, max);
      case ScoringRule.Formula(var points) -> formula(points, max);
      case ScoringRule.Information _ -> Award.of(Points.NONE, new Step.ForInformation());
      case ScoringRule.ByGroup(var rules) -> {
        var own = rules.get(answers.group());
        yield own == null
            ? Award.of(Points.NONE, new Step.ForInformation())
            : award(criterion, own, max);
      }
    };
  }

  private Award yesNo(Expr condition, Points max) {
    var evaluation = new Evaluation(answers);
    boolean holds = evaluation.holds(condition);
    return evaluation
        .obstacle()
        .map(Award::notMeasured)
        .orElseGet(() -> Award.of(holds ? max : Points.NONE, new Step.Held(holds)));
  }

  private Award proportional(Expr ratio, Points max) {
    var evaluation = new Evaluation(answers);
    var raw = evaluation.number(ratio).max(Rational.ZERO);
    if (evaluation.obstacle().isPresent()) {
      return Award.notMeasured(evaluation.obstacle().get());
    }
    boolean over = raw.compareTo(Rational.ONE) > 0;
    var counted = over && policy.ratioCap() == Policy.RatioCap.ONE ? Rational.ONE : raw;
    return new Award(
        max.times(counted),
        new Step.Share(raw, counted),
        over ? Set.of(Flag.OVER_100_PERCENT) : Set.of());
  }

  private Award tiers(ScoringRule.Tiers rule, Points max) {
    var evaluation = new Evaluation(answers);
    var measure = evaluation.number(rule.of());
    if (evaluation.obstacle().isPresent()) {
      return Award.notMeasured(evaluation.obstacle().get());
    }
    var met = firstReached(rule.tiers(), measure);
    return points(met.map(ScoringRule.Tier::points), measure, max, new Step.TierMet(measure, met));
  }

  private static Optional<ScoringRule.Tier> firstReached(
      List<ScoringRule.Tier> tiers, Rational measure) {
    return tiers.stream().filter(tier -> tier.reachedBy(measure)).findFirst();
  }

  private Award choice(ScoringRule.Choice rule, Points max) {
    var fact = answers.facts().get(rule.fact());
    if (fact == null) {
      return Award.notMeasured(Flag.UNANSWERED);
    }
    var option =
        rule.options().stream()
            .filter(
                known -> fact instanceof Fact.Chosen(var chosen) && chosen.equals(known.option()))
            .findFirst();
    return points(
        option.map(ScoringRule.OptionPoints::points),
        Rational.ZERO,
        max,
        new Step.OptionChosen(option));
  }

  private Award dateWindow(ScoringRule.DateWindow rule, Points max) {
    var fact = answers.facts().get(rule.fact());
    if (fact == null) {
      return Award.notMeasured(Flag.UNANSWERED);
    }
    var date = fact instanceof Fact.Day(var day) ? Optional.of(day) : Optional.<LocalDate>empty();
    var window =
        rule.windows().stream()
            .filter(known -> known.otherwise() || date.map(day -> holds(known, day)).orElse(false))
            .findFirst();
    return points(
        window.map(ScoringRule.Window::points),
        Rational.ZERO,
        max,
        new Step.WindowMet(date, window));
  }

  private boolean holds(ScoringRule.Window window, LocalDate date) {
    return window.from().map(from -> !date.isBefore(from.in(year))).orElse(true)
        && window.to().map(to -> !date.isAfter(to.in(year))).orElse(true);
  }

  private Award sum(String criterion, ScoringRule.Sum rule, Points max) {
    var parts =
        rule.parts().stream().map(part -> award(criterion, part.rule(), part.maxPoints())).toList();
    var total = parts.stream().map(Award::points).reduce(Points.NONE, Points::plus);
    var cap = rule.cap().map(own -> own.min(max)).orElse(max);
    boolean capped = total.compareTo(cap) > 0;
    return new Award(capped ? cap : total, new Step.Summed(parts, capped), Award.flags(parts));
  }

  private Award perUnit(ScoringRule.PerUnit rule, Points max) {
    var evaluation = new Evaluation(answers);
    var count = evaluation.number(rule.of());
    if (evaluation.obstacle().isPresent()) {
      return Award.notMeasured(evaluation.obstacle().get());
    }
    var inPoints = new Evaluation(answers, count, max.value());
    var each = inPoints.number(rule.points());
    return inPoints
        .obstacle()
        .map(Award::notMeasured)
        .orElseGet(() -> {
          var earned = new Points(count.times(each)).atLeastNone();
          boolean capped = earned.compareTo(max) > 0;
          return Award.of(capped ? max : earned, new Step.Counted(count, each, capped));
        });
  }

  private Award best(String criterion, ScoringRule.Best rule, Points max) {
    var cases =
        rule.cases().stream().map(part -> award(criterion, part.rule(), part.maxPoints())).toList();
    int best = 0;
    for (int i = 1; i < cases.size(); i++) {
      if (cases.get(i).points().compareTo(cases.get(best).points()) > 0) {
        best = i;
      }
    }
    return new Award(
        cases.get(best).points().min(max), new Step.BestCase(cases, best), Award.flags(cases));
  }

  private Award relativeToBest(String criterion, ScoringRule.RelativeToBest rule, Points max) {
    var evaluation = new Evaluation(answers);
    var value = evaluation.number(rule.of());
    if (evaluation.obstacle().isPresent()) {
      return Award.notMeasured(evaluation.obstacle().get());
    }
    boolean higher = rule.better() == ScoringRule.Better.HIGHER;
    var best =
        peers
            .range(criterion, rule.of(), rule.among(), answers.group())
            .map(range -> higher ? range.max() : range.min())
            .orElse(value);
    var dividend = higher ? value : best;
    var divisor = higher ? best : value;
    if (divisor.signum() == 0) {
      // Nobody has anything, or fewer is better and this unit has none: the best unit has all the
      // points, and 0 of 0 has none.
      return higher
          ? Award.notMeasured(Flag.ZERO_DENOMINATOR)
          : Award.of(max, new Step.AgainstBest(value, best));
    }
    var share = dividend.dividedBy(divisor).max(Rational.ZERO).min(Rational.ONE);
    return Award.of(max.times(share), new Step.AgainstBest(value, best));
  }

  private Award minMax(String criterion, ScoringRule.MinMax rule, Points max) {
    var evaluation = new Evaluation(answers);
    var value = evaluation.number(rule.of());
    if (evaluation.obstacle().isPresent()) {
      return Award.notMeasured(evaluation.obstacle().get());
    }
    var range =
        peers
            .range(criterion, rule.of(), rule.among(), answers.group())
            .orElse(new Peers.Range(value, value))
            .with(value);
    var width = range.max().minus(range.min());
    var distance =
        rule.better() == ScoringRule.Better.HIGHER
            ? value.minus(range.min())
            : range.max().minus(value);
    var share = width.signum() == 0 ? Rational.ONE : distance.dividedBy(width);
    return Award.of(max.times(share), new Step.BetweenExtremes(value, range.min(), range.max()));
  }

  private Award change(ScoringRule.Change rule, Points max) {
    var evaluation = new Evaluation(answers);
    var now = evaluation.number(rule.of());
    var before = evaluation.number(new Expr.Previous(rule.of()));
    if (evaluation.obstacle().isPresent()) {
      return Award.notMeasured(evaluation.obstacle().get());
    }
    var difference = now.minus(before);
    if (rule.as() == ScoringRule.As.PERCENT && before.signum() == 0) {
      return Award.notMeasured(Flag.ZERO_DENOMINATOR);
    }
    var change = rule.as() == ScoringRule.As.PERCENT ? difference.dividedBy(before) : difference;
    return switch (rule.towards()) {
      case ScoringRule.Towards.Target(var target) ->
          Award.of(
              max.times(change.dividedBy(target).max(Rational.ZERO).min(Rational.ONE)),
              new Step.Changed(before, now, change, Optional.empty()));
      case ScoringRule.Towards.Steps(var tiers) -> {
        var met = firstReached(tiers, change);
        yield points(
            met.map(ScoringRule.Tier::points),
            change,
            max,
            new Step.Changed(before, now, change, met));
      }
    };
  }

  private Award survey(ScoringRule.Survey rule, Points max) {
    var fact = answers.facts().get(rule.fact());
    if (fact == null) {
      return Award.notMeasured(Flag.UNANSWERED);
    }
    var result = fact instanceof Fact.Amount(var value) ? value : rule.from();
    var share =
        result
            .minus(rule.from())
            .dividedBy(rule.to().minus(rule.from()))
            .max(Rational.ZERO)
            .min(Rational.ONE);
    return Award.of(max.times(share), new Step.Surveyed(result));
  }

  private Award formula(Expr expr, Points max) {
    var evaluation = new Evaluation(answers, Rational.ZERO, max.value());
    var value = evaluation.number(expr);
    return evaluation
        .obstacle()
        .map(Award::notMeasured)
        .orElseGet(() ->
            Award.of(
                new Points(value.max(Rational.ZERO).min(max.value())), new Step.Computed(value)));
  }

  /** The points of what was met, from none to the maximum; none where nothing was. */
  private Award points(Optional<Expr> points, Rational measure, Points max, Step step) {
    if (points.isEmpty()) {
      return Award.of(Points.NONE, step);
    }
    var evaluation = new Evaluation(answers, measure, max.value());
    var value = evaluation.number(points.get());
    return evaluation
        .obstacle()
        .map(Award::notMeasured)
        .orElseGet(() -> Award.of(new Points(value.max(Rational.ZERO).min(max.value())), step));
  }
}
