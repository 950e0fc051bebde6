package thangdiem.scoring;

/** A mark on a criterion or unit in the result, so that nothing is settled in silence. */
public enum Flag {
  /** A fact of the criterion was not answered: 0 points. */
  UNANSWERED("unanswered"),
  /** A denominator is 0. */
  ZERO_DENOMINATOR("zero-denominator"),
  /** The raw ratio exceeds 1. */
  OVER_100_PERCENT("over-100-percent"),
  /** The criterion does not apply to the unit. */
  NOT_APPLICABLE("not-applicable"),
  /** The round did not hold the block that the criterion belongs to. */
  NOT_HELD("not-held"),
  /** The total lies within one point of the floor of a grade. */
  NEAR_BOUNDARY("near-boundary"),
  /** The unit's rank differs under the other reading of Đ7. */
  ORDER_FLIPS("order-flips"),
  /** A listed unit without answers. */
  NO_REPORT("no-report"),
  /** Sent at or after the deadline. */
  LATE("late"),
  /** A gate caps the grade. */
  GATE("gate");

  private final String text;

  Flag(String text) {
    this.text = text;
  }

  /** As in results.json. */
  public String text() {
    return text;
  }
}
