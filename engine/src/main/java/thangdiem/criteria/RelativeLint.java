package thangdiem.criteria;

/**
 * Values for which "relative to the best" turns its own purpose round (so với đơn vị tốt nhất):
 * below 0 the worse of two units can earn more, and where the fewest is best, one unit at 0 leaves
 * all others with nothing. Min–max measures distances and has neither trouble.
 */
final class RelativeLint {

  private final Spans spans;
  private final Linter linter;

  private RelativeLint(CriteriaSet set, Linter linter) {
    this.spans = new Spans(set, set.checks());
    this.linter = linter;
  }

  static void look(CriteriaSet set, Linter linter) {
    var lint = new RelativeLint(set, linter);
    set.scored().forEach(criterion -> lint.rule(criterion.code(), criterion.rule()));
  }

  private void rule(String code, ScoringRule rule) {
    switch (rule) {
      case ScoringRule.RelativeToBest(var of, var better, _) -> {
        int least = spans.of(of).least().signum();
        if (least < 0) {
          linter.warning(code, "relativeBelowZero", code);
        } else if (least == 0 && better == ScoringRule.Better.LOWER) {
          linter.warning(code, "relativeBestZero", code);
        }
      }
      case ScoringRule.Sum(var parts, _) -> parts.forEach(part -> rule(code, part.rule()));
      case ScoringRule.Best(var cases) -> cases.forEach(part -> rule(code, part.rule()));
      case ScoringRule.ByGroup(var rules) ->
          rules.entrySet().stream()
              .sorted(java.util.Map.Entry.comparingByKey())
              .forEach(own -> rule(code, own.getValue()));
      case ScoringRule.YesNo _,
          ScoringRule.Proportional _,
          ScoringRule.Tiers _,
          ScoringRule.Choice _,
          ScoringRule.DateWindow _,
          ScoringRule.PerUnit _,
          ScoringRule.MinMax _,
          ScoringRule.Change _,
          ScoringRule.Survey _,
          ScoringRule.Formula _,
          ScoringRule.Information _ -> {}
    }
  }
}
