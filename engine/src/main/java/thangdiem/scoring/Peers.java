package thangdiem.scoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;

/**
 * The least and greatest values among the units that a relative rule compares with (so với các đơn
 * vị khác). A unit counts where the value can be measured and the criterion applies to it.
 */
public final class Peers {

  /** Nobody to compare with. */
  public static final Peers NONE = new Peers(Map.of());

  private static final String EVERYBODY = "";

  /** The extremes of a measure. */
  record Range(Rational min, Rational max) {

    Range with(Rational value) {
      return new Range(min.min(value), max.max(value));
    }
  }

  private record Key(String criterion, Expr measure, String group) {}

  private final Map<Key, Range> ranges;

  private Peers(Map<Key, Range> ranges) {
    this.ranges = ranges;
  }

  /** The extremes among those units; cheap where the set has no relative rule. */
  public static Peers of(CriteriaSet set, Collection<UnitAnswers> units) {
    var ranges = new HashMap<Key, Range>();
    set.scored()
        .forEach(criterion -> {
          for (var rule : relative(criterion.rule())) {
            units.stream()
                .filter(unit -> applies(set, criterion, unit))
                .forEach(unit -> count(ranges, criterion.code(), rule, unit));
          }
        });
    return new Peers(ranges);
  }

  Optional<Range> range(String criterion, Expr measure, ScoringRule.Among among, String group) {
    return Optional.ofNullable(
        ranges.get(
            new Key(criterion, measure, among == ScoringRule.Among.ALL ? EVERYBODY : group)));
  }

  /**
   * Whether every relative rule compares with the same values: whoever else changed, nothing moves.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Peers peers && ranges.equals(peers.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  private static void count(
      Map<Key, Range> ranges, String criterion, Expr measure, UnitAnswers unit) {
    var evaluation = new Evaluation(unit);
    var value = evaluation.number(measure);
    if (evaluation.obstacle().isEmpty()) {
      for (var group : new String[] {unit.group(), EVERYBODY}) {
        ranges.merge(
            new Key(criterion, measure, group),
            new Range(value, value),
            (range, one) -> range.with(one.min()));
      }
    }
  }

  private static boolean applies(CriteriaSet set, ScoredCriterion criterion, UnitAnswers unit) {
    return criterion.maxPoints().of(unit.group()).isPresent()
        && unit.notApplicable().stream()
            .noneMatch(code -> set.scoredBelow(code).contains(criterion.code()));
  }

  /** The measures of the relative rules within a rule. */
  private static Set<Expr> relative(ScoringRule rule) {
    var found = new LinkedHashSet<Expr>();
    switch (rule) {
      case ScoringRule.RelativeToBest(var of, _, _) -> found.add(of);
      case ScoringRule.MinMax(var of, _, _) -> found.add(of);
      case ScoringRule.Sum(var parts, _) ->
          parts.forEach(part -> found.addAll(relative(part.rule())));
      case ScoringRule.Best(var cases) ->
          cases.forEach(part -> found.addAll(relative(part.rule())));
      case ScoringRule.ByGroup(var rules) ->
          rules.values().forEach(inner -> found.addAll(relative(inner)));
      case ScoringRule.YesNo _,
          ScoringRule.Proportional _,
          ScoringRule.Tiers _,
          ScoringRule.Choice _,
          ScoringRule.DateWindow _,
          ScoringRule.PerUnit _,
          ScoringRule.Change _,
          ScoringRule.Survey _,
          ScoringRule.Formula _,
          ScoringRule.Information _ -> {}
    }
    return found;
  }
}
