package thangdiem.verification;

/**
 * How units of a round are heard (quy định giải trình, C-6).
 *
 * @param turns how often a unit may explain the same finding
 * @param days working days that it has each time
 */
public record HearingRule(int turns, int days) {

  static final HearingRule DEFAULT = new HearingRule(1, 5);

  static final int MOST_TURNS = 3;
  static final int MOST_DAYS = 30;
}
