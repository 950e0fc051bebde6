package thangdiem.ranking;

import java.util.ArrayList;
import java.util.List;
import thangdiem.criteria.Points;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;

/**
 * Every way to settle what the decision leaves open (mọi cách hiểu): all combinations of the named
 * policies, each once.
 */
final class PolicyGrid {

  private PolicyGrid() {}

  /** The combinations, with the other settings of this policy. */
  static List<Policy> around(Policy policy) {
    var grid = new ArrayList<Policy>();
    for (var rounding : Policy.Rounding.values()) {
      for (boolean bonusInTotal : new boolean[] {true, false}) {
        for (var notApplicable : Policy.NotApplicable.values()) {
          for (var zeroDenominator : Policy.ZeroDenominator.values()) {
            for (var ratioCap : Policy.RatioCap.values()) {
              for (var overall : Policy.Overall.values()) {
                grid.add(
                    new Policy(
                        rounding,
                        bonusInTotal,
                        notApplicable,
                        zeroDenominator,
                        ratioCap,
                        overall,
                        policy.ties(),
                        policy.penaltyFloor(),
                        policy.deadline()));
              }
            }
          }
        }
      }
    }
    return List.copyOf(grid);
  }

  /**
   * What can make a difference in a round at all: without a bonus it does not matter whether the
   * bonus counts.
   *
   * @param setAside something does not apply to some unit, or would not under {@code
   *     zeroDenominator: not-applicable}
   */
  record Matters(boolean bonus, boolean setAside, boolean zeroDenominator, boolean ratioCap) {

    static Matters in(List<ScoreSheet> sheets) {
      boolean zeroDenominator = any(sheets, Flag.ZERO_DENOMINATOR);
      return new Matters(
          sheets.stream().anyMatch(sheet -> !sheet.bonus().equals(Points.NONE)),
          zeroDenominator || any(sheets, Flag.NOT_APPLICABLE),
          zeroDenominator,
          any(sheets, Flag.OVER_100_PERCENT));
    }

    private static boolean any(List<ScoreSheet> sheets, Flag flag) {
      return sheets.stream()
          .flatMap(sheet -> sheet.lines().stream())
          .anyMatch(line -> line.flags().contains(flag));
    }

    /**
     * One policy for all that give the same points; the overall rank reads both its figures from
     * the same sheet.
     */
    Policy simplest(Policy policy) {
      return new Policy(
          policy.rounding(),
          policy.bonusInTotal() || !bonus,
          setAside ? policy.notApplicable() : Policy.NotApplicable.ZERO,
          zeroDenominator ? policy.zeroDenominator() : Policy.ZeroDenominator.ZERO,
          ratioCap ? policy.ratioCap() : Policy.RatioCap.ONE,
          Policy.Overall.TOTAL,
          policy.ties(),
          policy.penaltyFloor(),
          policy.deadline());
    }
  }
}
