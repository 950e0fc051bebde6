package thangdiem.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tiers, windows, options and what they are worth. */
final class TierLint {

  private final CriteriaSet set;
  private final Linter linter;

  private TierLint(CriteriaSet set, Linter linter) {
    this.set = set;
    this.linter = linter;
  }

  static void look(CriteriaSet set, Linter linter) {
    set.scored().forEach(new TierLint(set, linter)::criterion);
  }

  /** A rule of one group is held to that group's maximum, any other to the largest. */
  private void criterion(ScoredCriterion criterion) {
    var max = criterion.maxPoints();
    if (criterion.rule() instanceof ScoringRule.ByGroup(var rules)) {
      rules.keySet().stream()
          .sorted()
          .forEach(group ->
              max.of(group)
                  .ifPresent(own ->
                      rule(criterion.code(), Objects.requireNonNull(rules.get(group)), own)));
    } else {
      max.byGroup().values().stream()
          .max(Comparator.naturalOrder())
          .ifPresent(largest -> rule(criterion.code(), criterion.rule(), largest));
    }
  }

  private void rule(String code, ScoringRule rule, Points max) {
    switch (rule) {
      case ScoringRule.Tiers(var of, var unit, var tiers) ->
          tiers(code, unit, tiers, max, neverNegative(of));
      case ScoringRule.Change(_, var as, ScoringRule.Towards.Steps(var tiers)) ->
          tiers(code, as == ScoringRule.As.PERCENT ? "%" : "", tiers, max, false);
      case ScoringRule.Choice choice -> choice(code, choice, max);
      case ScoringRule.DateWindow(_, var windows) -> windows(code, windows, max);
      case ScoringRule.Sum(var parts, var cap) -> {
        parts.forEach(part -> rule(code, part.rule(), part.maxPoints()));
        var all = parts.stream().map(ScoringRule.Part::maxPoints).reduce(Points.NONE, Points::plus);
        var sum = cap.map(all::min).orElse(all);
        if (cap.isPresent() && cap.get().compareTo(max) > 0) {
          linter.error(code, "capAboveMax", code, SumLint.number(cap.get()), SumLint.number(max));
        }
        if (sum.compareTo(max) < 0) {
          linter.warning(code, "neverMax", code, SumLint.number(max), SumLint.number(sum));
        }
      }
      case ScoringRule.Best(var cases) -> {
        cases.forEach(part -> rule(code, part.rule(), part.maxPoints()));
        cases.forEach(part -> worth(code, Optional.of(part.maxPoints()), max));
        best(code, cases.stream().map(ScoringRule.Part::maxPoints).toList(), max);
      }
      case ScoringRule.ByGroup(var rules) ->
          rules.keySet().stream()
              .sorted()
              .forEach(group -> rule(code, Objects.requireNonNull(rules.get(group)), max));
      case ScoringRule.YesNo _,
          ScoringRule.Proportional _,
          ScoringRule.PerUnit _,
          ScoringRule.RelativeToBest _,
          ScoringRule.MinMax _,
          ScoringRule.Change _,
          ScoringRule.Survey _,
          ScoringRule.Formula _,
          ScoringRule.Information _ -> {}
    }
  }

  /** What an expression of points is worth, where it depends on the maximum alone. */
  private static Optional<Points> constant(Expr points, Points max) {
    return switch (points) {
      case Expr.Number(var value) -> Optional.of(new Points(value));
      case Expr.Given(var name) ->
          name == Expr.Given.Name.MAX_POINTS ? Optional.of(max) : Optional.empty();
      case Expr.Negated(var operand) -> constant(operand, max).map(Points.NONE::minus);
      case Expr.Arithmetic(var operator, var left, var right) -> {
        var a = constant(left, max);
        var b = constant(right, max);
        if (a.isEmpty()
            || b.isEmpty()
            || operator == Expr.Operator.DIVIDED_BY && b.get().equals(Points.NONE)) {
          yield Optional.empty();
        }
        var x = a.get().value();
        var y = b.get().value();
        yield Optional.of(
            new Points(
                switch (operator) {
                  case PLUS -> x.plus(y);
                  case MINUS -> x.minus(y);
                  case TIMES -> x.times(y);
                  case DIVIDED_BY -> x.dividedBy(y);
                }));
      }
      // The others hang on facts, or are not looked into.
      default -> Optional.empty();
    };
  }

  /** Whether an expression is never below 0, as far as its form and the limits of facts tell. */
  private boolean neverNegative(Expr expr) {
    return new Spans(set, List.of()).of(expr).least().signum() >= 0;
  }

  private void worth(String code, Optional<Points> points, Points max) {
    if (points.isPresent() && points.get().value().signum() < 0) {
      linter.error(code, "pointsBelowNone", code, SumLint.number(points.get()));
    }
    if (points.isPresent() && points.get().compareTo(max) > 0) {
      linter.error(code, "pointsAboveMax", code, SumLint.number(points.get()), SumLint.number(max));
    }
  }

  private void best(String code, List<Points> all, Points max) {
    var best = all.stream().max(Comparator.naturalOrder());
    if (best.isPresent() && best.get().compareTo(max) < 0) {
      linter.warning(code, "neverMax", code, SumLint.number(max), SumLint.number(best.get()));
    }
  }

  private void best(String code, Points max, List<Optional<Points>> all) {
    if (all.stream().allMatch(Optional::isPresent)) {
      best(code, all.stream().flatMap(Optional::stream).toList(), max);
    }
  }

  /** Where a tier begins or ends on the line of numbers: just before, at, or just after a value. */
  private record Cut(Optional<Rational> at, boolean after) implements Comparable<Cut> {

    static Cut lower(ScoringRule.Tier tier) {
      return tier.lower()
          .map(bound -> new Cut(Optional.of(bound.value()), !bound.inclusive()))
          .orElse(new Cut(Optional.empty(), false));
    }

    static Cut upper(ScoringRule.Tier tier) {
      return tier.upper()
          .map(bound -> new Cut(Optional.of(bound.value()), bound.inclusive()))
          .orElse(new Cut(Optional.empty(), true));
    }

    @Override
    public int compareTo(Cut other) {
      if (at.isEmpty() || other.at.isEmpty()) {
        return Integer.compare(infinity(), other.infinity());
      }
      int order = at.get().compareTo(other.at.get());
      return order != 0 ? order : Boolean.compare(after, other.after);
    }

    boolean isBelow(Cut other) {
      return compareTo(other) < 0;
    }

    private int infinity() {
      return at.isPresent() ? 0 : after ? 1 : -1;
    }
  }

  /** From…to on the line of numbers. */
  private record Stretch(Cut from, Cut to) {}

  private void tiers(
      String code, String unit, List<ScoringRule.Tier> tiers, Points max, boolean neverNegative) {
    tiers.forEach(tier -> worth(code, constant(tier.points(), max), max));
    best(code, max, tiers.stream().map(tier -> constant(tier.points(), max)).toList());
    var free =
        new ArrayList<>(
            List.of(
                new Stretch(
                    neverNegative
                        ? new Cut(Optional.of(Rational.ZERO), false)
                        : new Cut(Optional.empty(), false),
                    new Cut(Optional.empty(), true))));
    for (var tier : tiers) {
      var own = new Stretch(Cut.lower(tier), Cut.upper(tier));
      if (!own.from().isBelow(own.to())) {
        linter.error(code, "emptyTier", code, shown(tier, unit));
        continue;
      }
      var left = new ArrayList<Stretch>();
      boolean reached = false;
      for (var stretch : free) {
        var before = new Stretch(stretch.from(), min(stretch.to(), own.from()));
        var after = new Stretch(max(stretch.from(), own.to()), stretch.to());
        reached |= max(stretch.from(), own.from()).isBelow(min(stretch.to(), own.to()));
        left.addAll(
            List.of(before, after).stream()
                .filter(rest -> rest.from().isBelow(rest.to()))
                .toList());
      }
      if (!reached) {
        linter.error(code, "hiddenTier", code, shown(tier, unit));
      }
      free = left;
    }
    boolean hole =
        free.size() > 1
            || free.size() == 1 && free.getFirst().to().at().isEmpty() && !tiers.isEmpty();
    if (hole) {
      linter.warning(code, "gap", code);
    } else if (!free.isEmpty()) {
      linter.warning(code, "noOtherwise", code);
    }
  }

  private static Cut min(Cut a, Cut b) {
    return a.isBelow(b) ? a : b;
  }

  private static Cut max(Cut a, Cut b) {
    return a.isBelow(b) ? b : a;
  }

  private static String shown(ScoringRule.Tier tier, String unit) {
    if (!tier.printed().isEmpty()) {
      return tier.printed();
    }
    var lower =
        tier.lower()
            .map(bound -> (bound.inclusive() ? "≥ " : "> ") + limit(bound.value(), unit))
            .orElse("");
    var upper =
        tier.upper()
            .map(bound -> (bound.inclusive() ? "≤ " : "< ") + limit(bound.value(), unit))
            .orElse("");
    return tier.otherwise() ? "otherwise" : (lower + " " + upper).strip();
  }

  private static String limit(Rational value, String unit) {
    return unit.equals("%") ? value.times(Rational.of(100)) + " %" : value + " " + unit;
  }

  private void choice(String code, ScoringRule.Choice choice, Points max) {
    choice.options().forEach(option -> worth(code, constant(option.points(), max), max));
    best(
        code,
        max,
        choice.options().stream().map(option -> constant(option.points(), max)).toList());
    var fact = set.facts().get(choice.fact());
    if (fact != null) {
      var priced = choice.options().stream().map(ScoringRule.OptionPoints::option).toList();
      var without =
          fact.options().stream()
              .filter(option -> !priced.contains(option.id()))
              .map(FactOption::label)
              .toList();
      if (!without.isEmpty()) {
        linter.warning(code, "unpricedOption", code, String.join("; ", without));
      }
    }
  }

  /** "By 20/12: 3, by 04/01: 1": the lower one holds the one above and more, as tiers do. */
  private boolean steps(ScoringRule.Window above, ScoringRule.Window below) {
    return !from(below).isAfter(from(above))
        && !to(below).isBefore(to(above))
        && (from(below).isBefore(from(above)) || to(above).isBefore(to(below)));
  }

  private void windows(String code, List<ScoringRule.Window> windows, Points max) {
    windows.forEach(window -> worth(code, constant(window.points(), max), max));
    best(code, max, windows.stream().map(window -> constant(window.points(), max)).toList());
    var dated = windows.stream().filter(window -> !window.otherwise()).toList();
    for (int i = 0; i < dated.size(); i++) {
      var from = from(dated.get(i));
      var to = to(dated.get(i));
      if (to.isBefore(from)) {
        linter.error(code, "emptyWindow", code, from, to);
      }
      for (int j = 0; j < i; j++) {
        if (!from.isAfter(to(dated.get(j)))
            && !from(dated.get(j)).isAfter(to)
            && !steps(dated.get(j), dated.get(i))) {
          linter.error(code, "overlappingWindows", code);
        }
      }
    }
    var sorted = dated.stream().sorted(Comparator.comparing(this::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (to(sorted.get(i - 1)).plusDays(1).isBefore(from(sorted.get(i)))) {
        linter.warning(code, "windowGap", code, to(sorted.get(i - 1)), from(sorted.get(i)));
      }
    }
    if (dated.size() == windows.size()) {
      linter.warning(code, "noOtherwise", code);
    }
  }

  private LocalDate from(ScoringRule.Window window) {
    return window.from().map(date -> date.in(set.year())).orElse(LocalDate.of(1, 1, 1));
  }

  private LocalDate to(ScoringRule.Window window) {
    return window.to().map(date -> date.in(set.year())).orElse(LocalDate.of(9999, 12, 30));
  }
}
