package thangdiem.criteria;

import java.util.List;

/**
 * Looks for what a criteria set gets wrong or leaves unsaid (kiểm tra bộ tiêu chí) before anybody is scored by it: the set alone, no answers.
 *
 * <p>Each family of questions has a class of its own.
 */
public final class Linter {

  private Linter() {}

  /** Everything found, in the order of the file. */
  public static List<Finding> findings(CriteriaFile file) {
    var set = file.set();
    var findings = new Findings(file);
    var ranges = new Ranges(set.facts());
    var order = new FactOrder(set);
    var rules = AppliedRule.all(set);
    new SumLint(set, findings).look();
    new GradeLint(set, findings).look();
    new ReachLint(set, findings).look();
    new NumberLint(set, findings).look();
    new FactLint(set, ranges, findings).look();
    new RatioLint(set, order, rules, findings).look();
    new PointsLint(set, ranges, order, rules, findings).look();
    new TierLint(set, ranges, order, rules, findings).look();
    new PullLint(set, ranges, order, rules, findings).look();
    return findings.inFileOrder();
  }
}
