package thangdiem.scoring;

import java.util.Set;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;

/**
 * One line of a score sheet (dòng của phiếu điểm): a criterion, what it earned and how.
 *
 * @param max the criterion's maximum for the unit's group
 * @param points as counted, rounded where the policy says so
 */
public record ScoreLine(
    ScoredCriterion criterion, Points max, Points points, Set<Flag> flags, Step step) {

  /** Whether the criterion counts: it applies to the unit and its block was held. */
  public boolean counts() {
    return !flags.contains(Flag.NOT_APPLICABLE) && !flags.contains(Flag.NOT_HELD);
  }
}
