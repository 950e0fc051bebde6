package thangdiem.verification;

/**
 * Why a claim deserves a closer look (dấu hiệu rủi ro), and how much it weighs in the order of the
 * queue and in the proposal of whom to inspect.
 */
public enum Signal {
  /** Facts that cannot all be right. */
  CHECK(5),
  /** Inspectors measured something else on the spot. */
  MEASURED(5),
  /** A leap since last year. */
  LEAP(3),
  /** A ratio above 100 %. */
  OVER(3),
  /** The unit has answered a question. */
  ANSWERED(3),
  /** The unit has added to its report since. */
  SUPPLEMENTED(3),
  /** Points without evidence. */
  UNPROVEN(2),
  /** A claim that something does not apply. */
  CLAIM(2),
  /** A fact was corrected through another criterion. */
  MOVED(2),
  /** The report came late. */
  LATE(1);

  private final int weight;

  Signal(int weight) {
    this.weight = weight;
  }

  public int weight() {
    return weight;
  }
}
