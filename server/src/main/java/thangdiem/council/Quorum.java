package thangdiem.council;

/** How many members must be there (điều kiện họp): a rule, and its number where it needs one. */
public record Quorum(Rule rule, int number) {

  /** Where the council has set none. */
  public static final Quorum DEFAULT = new Quorum(Rule.MORE_THAN_HALF, 0);

  /** The rules there are. */
  public enum Rule {
    MORE_THAN_HALF,
    TWO_THIRDS,
    AT_LEAST
  }
}
