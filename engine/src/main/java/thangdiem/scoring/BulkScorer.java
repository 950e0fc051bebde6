package thangdiem.scoring;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import thangdiem.criteria.CriteriaSet;

/**
 * Scores very many units at once (chấm điểm hàng loạt), with the very points of {@link Scorer}
 * under {@code rounding: criterion-2}: by columns where rules and answers allow it, by the scorer
 * itself, unit by unit, where they do not.
 */
public final class BulkScorer {

  /** Units that one thread takes at a time. */
  private static final int PORTION = 1 << 15;

  private final CriteriaSet set;
  private final Policy policy;
  private final Set<String> notHeld = new HashSet<>();
  private final Scorer scorer;

  /**
   * A scorer for a round.
   *
   * @param notHeld codes of blocks that the round left out
   * @throws IllegalArgumentException under {@code rounding: none}, whose points are fractions
   */
  public BulkScorer(CriteriaSet set, Policy policy, Collection<String> notHeld) {
    if (policy.rounding() != Policy.Rounding.CRITERION_2) {
      throw new IllegalArgumentException("points in whole hundredths need rounding=criterion-2");
    }
    this.set = set;
    this.policy = policy;
    notHeld.forEach(code -> this.notHeld.addAll(set.scoredBelow(code)));
    this.scorer = new Scorer(set, policy, notHeld);
  }

  /**
   * The scores of all units.
   *
   * @throws ArithmeticException where somebody's points go beyond 21 million
   */
  public BulkScores score(BulkAnswers answers) {
    var peers = Peers.of(set, answers.units());
    var scores =
        new BulkScores(
            set,
            policy,
            answers.cohorts().stream().map(Cohort::group).distinct().toList(),
            answers.size());
    for (var cohort : answers.cohorts()) {
      var plan = new CohortPlan(set, policy, notHeld, cohort, peers);
      var entry = new CohortScores(plan, scores, scorer, peers);
      entry.sayWhatDoesNotApply();
      int portions = (cohort.size() + PORTION - 1) / PORTION;
      IntStream.range(0, portions)
          .parallel()
          .forEach(portion ->
              entry.score(portion * PORTION, Math.min(cohort.size(), (portion + 1) * PORTION)));
      cohort.apart().keySet().forEach(entry::scoreApart);
    }
    return scores;
  }
}
