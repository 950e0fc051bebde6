package thangdiem.round;

import java.util.List;

/**
 * What choosing a value would have changed last year, against the policy as it stands (tác động).
 *
 * @param changes the units that would stand elsewhere, or be graded otherwise
 */
public record PolicyEffect(List<Change> changes) {

  /** A unit's rank in its group and its grade, before and after. */
  public record Change(
      String unit, int rankBefore, int rankAfter, String gradeBefore, String gradeAfter) {

    public boolean rank() {
      return rankBefore != rankAfter;
    }

    public boolean grade() {
      return !gradeBefore.equals(gradeAfter);
    }
  }

  /** Units whose rank in their group differs. */
  public long ranks() {
    return changes.stream().filter(Change::rank).count();
  }

  /** Units whose grade differs. */
  public long grades() {
    return changes.stream().filter(Change::grade).count();
  }
}
