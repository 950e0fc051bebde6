package thangdiem.council;

/** What a correction corrects (loại đính chính). */
public enum CorrectionKind {
  /** Other values stand. */
  VALUES,
  /** It does not apply to the unit. */
  CLAIM_APPROVED,
  /** It applies to the unit. */
  CLAIM_REFUSED,
  /** Points are deducted, or another amount of them. */
  DEDUCTED,
  /** A deduction is lifted. */
  DEDUCTION_LIFTED;

  /** Whether it is about a deduction, and its code is the kind of that. */
  public boolean deducts() {
    return this == DEDUCTED || this == DEDUCTION_LIFTED;
  }

  /** The same as a change of the council's column; only of what is no deduction. */
  MotionKind column() {
    return MotionKind.valueOf(name());
  }
}
