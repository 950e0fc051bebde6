package thangdiem.council;

/** What a motion proposes (loại kiến nghị). */
public enum MotionKind {
  /** What was verified stands. */
  KEEP,
  /** Other values stand in the council's column. */
  VALUES,
  /** It does not apply to the unit. */
  CLAIM_APPROVED,
  /** It applies to the unit. */
  CLAIM_REFUSED,
  /** The result is adopted. */
  ADOPT
}
