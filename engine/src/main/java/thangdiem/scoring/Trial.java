package thangdiem.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import thangdiem.criteria.Check;
import thangdiem.criteria.Points;

/**
 * A unit's answers with some of them changed, and what they would come to (tính thử). It knows what
 * was questionable before anything changed, which is nobody's doing here.
 *
 * @param failed the cross-checks that did not hold at the start
 * @param over the criteria that counted more than all there is at the start
 */
record Trial(
    Scorer scorer,
    Peers peers,
    UnitAnswers answers,
    ScoreSheet sheet,
    Set<Check> failed,
    Set<String> over) {

  static Trial of(Scorer scorer, Peers peers, UnitAnswers answers) {
    var sheet = scorer.score(answers, peers);
    return new Trial(
        scorer, peers, answers, sheet, new HashSet<>(sheet.failedChecks()), over(sheet));
  }

  private static Set<String> over(ScoreSheet sheet) {
    return sheet.lines().stream()
        .filter(line -> line.flags().contains(Flag.OVER_100_PERCENT))
        .map(line -> line.criterion().code())
        .collect(Collectors.toSet());
  }

  /** The same with those facts instead; only the criteria that read them are looked at again. */
  Trial with(Map<String, Fact> changes) {
    var changed = changed(changes);
    var rescored = scorer.changed(sheet, changed, peers, changes.keySet());
    return new Trial(scorer, peers, changed, rescored, failed, over);
  }

  /** Whether those facts instead may bring more at all; quicker than trying. */
  boolean mayRise(Map<String, Fact> changes) {
    return scorer.mayRise(sheet, changed(changes), peers, changes.keySet());
  }

  private UnitAnswers changed(Map<String, Fact> changes) {
    var facts = new HashMap<>(answers.facts());
    facts.putAll(changes);
    return new UnitAnswers(
        answers.unit(),
        answers.name(),
        answers.group(),
        facts,
        answers.previous(),
        answers.notApplicable(),
        answers.deductions(),
        answers.submittedAt(),
        true);
  }

  Points total() {
    return sheet.total();
  }

  /** Whether it raises no question that was not there before. */
  boolean isSound() {
    return failed.containsAll(scorer.failedChecks(answers)) && over.containsAll(over(sheet));
  }

  Points gainOver(Trial before) {
    return total().minus(before.total());
  }

  /** Which criteria earn more, or less, than before. */
  List<Advice.Effect> effectsSince(Trial before) {
    var effects = new ArrayList<Advice.Effect>();
    for (int i = 0; i < sheet.lines().size(); i++) {
      var line = sheet.lines().get(i);
      var difference = line.points().minus(before.sheet.lines().get(i).points());
      if (!difference.equals(Points.NONE)) {
        effects.add(new Advice.Effect(line.criterion().code(), difference));
      }
    }
    return List.copyOf(effects);
  }
}
