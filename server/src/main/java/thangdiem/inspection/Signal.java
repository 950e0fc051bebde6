package thangdiem.inspection;

import java.util.List;

/**
 * Why somebody should look on the spot (dấu hiệu rủi ro), each with its weight in the draw. The
 * weights stand on the page and in the ledger.
 */
public enum Signal {
  /** Sent after the deadline (Đ6.4c). */
  LATE(3),
  /** A relation between facts that does not hold. */
  CHECK(2),
  /** At least three times last year's figure, or at most a third of it. */
  LEAP(2),
  /** Found otherwise by a verifier. */
  DIFFERENCE(3),
  /** Points that no document proves. */
  NO_EVIDENCE(1),
  /** Said not to apply. */
  NOT_APPLICABLE(1);

  private final int weight;

  Signal(int weight) {
    this.weight = weight;
  }

  /** What one such finding weighs. */
  public int weight() {
    return weight;
  }

  /** Those whose names stand in the lines of a text. */
  static List<Signal> named(String lines) {
    return lines.lines().filter(line -> !line.isEmpty()).map(Signal::valueOf).toList();
  }
}
