package thangdiem.round;

/**
 * An instant in the life of a round (mốc thời gian). Instants that end something are exclusive: the
 * deadline 15/12 00:00 is shown as "hết ngày 14/12".
 */
public enum Milestone {
  OPENS(false),
  REMINDER_1(false),
  REMINDER_2(false),
  REMINDER_3(false),
  REMINDER_4(false),
  DEADLINE(true),
  TOP_UP_FROM(false),
  TOP_UP_UNTIL(true),
  VERIFIED_BY(true),
  EXPLAIN_FROM(false),
  EXPLAIN_UNTIL(true),
  COUNCIL_ON(false),
  PUBLISHED_BY(true);

  private final boolean ends;

  Milestone(boolean ends) {
    this.ends = ends;
  }

  /** Whether it is the first instant at which something is over. */
  public boolean ends() {
    return ends;
  }
}
