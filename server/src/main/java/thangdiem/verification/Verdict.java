package thangdiem.verification;

/** What a verifier decides about a criterion, or about a claim that something does not apply. */
public enum Verdict {
  /** The claim stands (chấp nhận). */
  ACCEPTED,
  /** Other values stand in the verified column (sửa). */
  CORRECTED,
  /** Nothing of what was claimed is recognised (bác). */
  REJECTED,
  /** The unit is asked; what stood before still stands (hỏi). */
  ASKED,
  /** It does not apply to the unit (đồng ý không áp dụng). */
  CLAIM_APPROVED,
  /** It applies to the unit after all (không đồng ý). */
  CLAIM_REFUSED;

  /** Whether it leaves the claim as the unit made it. */
  public boolean agrees() {
    return this == ACCEPTED || this == CLAIM_APPROVED;
  }

  /** Whether it is about a claim that something does not apply. */
  boolean isOfClaim() {
    return this == CLAIM_APPROVED || this == CLAIM_REFUSED;
  }

  /** Whether the work on the criterion is done with it. */
  public boolean settles() {
    return this != ASKED;
  }
}
