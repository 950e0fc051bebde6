package thangdiem.council;

import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.Points;
import thangdiem.scoring.Fact;

/**
 * What somebody wants to have corrected (nội dung đề nghị đính chính).
 *
 * @param occasion what is deducted for; empty where no deduction is meant
 * @param points the amount from now on; absent where none is
 */
public record ProposedCorrection(
    CorrectionKind kind,
    String ground,
    String words,
    Map<String, Optional<Fact>> facts,
    String occasion,
    Optional<Points> points) {

  /** A correction of values, or of whether something applies. */
  public static ProposedCorrection of(Proposed proposed) {
    return new ProposedCorrection(
        CorrectionKind.valueOf(proposed.kind().name()),
        proposed.ground(),
        proposed.words(),
        proposed.facts(),
        "",
        Optional.empty());
  }
}
