package thangdiem.criteria;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A rule, be it a criterion's or a part's, with the maximum that it has for some unit groups.
 *
 * @param code of the criterion
 * @param path where the rule stands below the criterion: {@code II.1.1/rule/sum/items/0/rule}
 * @param name the criterion's code, and the part's name where it is a part
 * @param groups ids of the unit groups with that maximum
 */
record AppliedRule(String code, String path, String name, ScoringRule rule, Points max, List<String> groups) {

  /** All rules of a set, parts after the rule that they are parts of. */
  static List<AppliedRule> all(CriteriaSet set) {
    var rules = new ArrayList<AppliedRule>();
    set.scored().forEach(criterion -> byMaximum(set, criterion).forEach(rule -> rule.addTo(rules)));
    return List.copyOf(rules);
  }

  private static List<AppliedRule> byMaximum(CriteriaSet set, ScoredCriterion criterion) {
    var groups = new LinkedHashMap<Points, List<String>>();
    for (var group : set.groups()) {
      criterion.maxPoints().of(group.id()).ifPresent(max -> groups.computeIfAbsent(max, _ -> new ArrayList<>()).add(group.id()));
    }
    var code = criterion.code();
    return groups.entrySet().stream()
        .map(entry -> new AppliedRule(code, code + "/rule", code, criterion.rule(), entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private void addTo(List<AppliedRule> rules) {
    rules.add(this);
    below().forEach(rule -> rule.addTo(rules));
  }

  /** The rules of its parts, or of its unit groups. */
  private List<AppliedRule> below() {
    return switch (rule) {
      case ScoringRule.Sum(var parts, _) -> parts("/sum/items/", parts);
      case ScoringRule.Best(var cases) -> parts("/best/cases/", cases);
      case ScoringRule.ByGroup(var rules) -> groups.stream()
          .filter(rules::containsKey)
          .map(group -> new AppliedRule(code, path + "/byGroup/" + group, name, rules.get(group), max, List.of(group)))
          .toList();
      default -> List.of();
    };
  }

  private List<AppliedRule> parts(String where, List<ScoringRule.Part> parts) {
    var rules = new ArrayList<AppliedRule>();
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      rules.add(new AppliedRule(code, path + where + i + "/rule", code + " «" + part.name() + "»", part.rule(), part.maxPoints(), groups));
    }
    return rules;
  }

  /** The expressions that stand in the rule itself, those of its parts left out. */
  List<Expr> expressions() {
    var expressions = new ArrayList<Expr>();
    switch (rule) {
      case ScoringRule.YesNo(var holds) -> expressions.add(holds);
      case ScoringRule.Proportional(var ratio) -> expressions.add(ratio);
      case ScoringRule.Tiers(var of, _, var tiers) -> {
        expressions.add(of);
        tiers.forEach(tier -> expressions.add(tier.points()));
      }
      case ScoringRule.Choice(_, var options) -> options.forEach(option -> expressions.add(option.points()));
      case ScoringRule.DateWindow(_, var windows) -> windows.forEach(window -> expressions.add(window.points()));
      case ScoringRule.PerUnit(var of, var points) -> expressions.addAll(List.of(of, points));
      case ScoringRule.RelativeToBest(var of, _, _) -> expressions.add(of);
      case ScoringRule.MinMax(var of, _, _) -> expressions.add(of);
      case ScoringRule.Change(var of, _, _) -> expressions.add(of);
      case ScoringRule.Formula(var points) -> expressions.add(points);
      case ScoringRule.Sum _, ScoringRule.Best _, ScoringRule.Survey _, ScoringRule.Information _, ScoringRule.ByGroup _ -> {}
    }
    return expressions;
  }
}
