package thangdiem.site;

/**
 * Why a unit's place in its group moved since the year before (phân tích thay đổi thứ hạng). The
 * three parts add up to the change: upwards is positive.
 *
 * @param rules what the changed rules alone did: last year's facts of all under this year's rules
 * @param own what its own new facts did, among the others' old ones
 * @param others what the others' new facts did, and units that came or went
 */
public record Split(int before, int now, int rules, int own, int others) {

  static Split of(int before, int underNewRules, int withOwnFacts, int now) {
    return new Split(
        before, now, before - underNewRules, underNewRules - withOwnFacts, withOwnFacts - now);
  }

  public int places() {
    return before - now;
  }

  public Change change() {
    return new Change(true, places());
  }

  /** A part with its sign: +2, −1, 0. */
  public static String signed(int places) {
    return places > 0 ? "+" + places : places < 0 ? "−" + -places : "0";
  }
}
