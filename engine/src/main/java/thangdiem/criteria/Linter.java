package thangdiem.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import thangdiem.words.Sentence;

/**
 * Looks for what is wrong or odd in a criteria set that could be read (kiểm tra bộ tiêu chí): sums,
 * tiers, percentages, comparisons with the best unit, facts, criteria that pull against each other,
 * grades out of reach.
 */
public final class Linter {

  private final CriteriaFile file;
  private final List<Finding> findings = new ArrayList<>();

  private Linter(CriteriaFile file) {
    this.file = file;
  }

  /** Everything found, in the order of the file. */
  public static List<Finding> findings(CriteriaFile file) {
    var linter = new Linter(file);
    SumLint.look(file.set(), linter);
    TierLint.look(file.set(), linter);
    PercentLint.look(file.set(), linter);
    RelativeLint.look(file.set(), linter);
    FactLint.look(file.set(), linter);
    PullLint.look(file.set(), linter);
    ReachLint.look(file.set(), linter);
    linter.findings.sort(Comparator.comparingInt(Linter::line));
    return List.copyOf(linter.findings);
  }

  private static int line(Finding finding) {
    var parts = finding.mistake().where().split(":");
    return Integer.parseInt(parts[parts.length - 2]);
  }

  /** The set cannot be used like this. */
  void error(String about, String key, Object... arguments) {
    findings.add(
        new Finding(
            Finding.Severity.ERROR, file.remark(about, Sentence.of("linter." + key, arguments))));
  }

  /** People should weigh this. */
  void warning(String about, String key, Object... arguments) {
    findings.add(
        new Finding(
            Finding.Severity.WARNING, file.remark(about, Sentence.of("linter." + key, arguments))));
  }
}
