package thangdiem.deduction;

import java.util.EnumSet;
import java.util.Set;
import thangdiem.round.Phase;

/**
 * In which phases of a round deductions are handled (thời gian xử lý); the database says so too.
 */
public final class HandlingTime {

  private static final Set<Phase> OPEN =
      EnumSet.of(Phase.OPEN, Phase.VERIFYING, Phase.EXPLAINING, Phase.COUNCIL);

  private HandlingTime() {}

  /** Whether anything may be proposed, made known, explained or withdrawn. */
  public static boolean isOpen(Phase phase) {
    return OPEN.contains(phase);
  }

  /** Whether anything may be decided: once all reports are in, until the result is adopted. */
  public static boolean decides(Phase phase) {
    return isOpen(phase) && phase != Phase.OPEN;
  }
}
