package thangdiem.council;

import java.util.List;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.UnitAnswers;
import thangdiem.verification.VerifiedUnit;

/**
 * A unit with all its columns (tự đánh giá, thẩm định, hội đồng).
 *
 * @param verified the first two
 * @param decided the answers as the council leaves them, with the deductions that were decided
 * @param adjustments all that the council has changed, in the order in which it did
 */
public record CouncilUnit(
    VerifiedUnit verified,
    UnitAnswers decided,
    ScoreSheet decidedScore,
    List<Adjustment> adjustments) {

  public RoundUnit unit() {
    return verified.unit();
  }

  /** What the council has changed about a criterion. */
  public List<Adjustment> about(String code) {
    return adjustments.stream().filter(one -> one.code().equals(code)).toList();
  }
}
