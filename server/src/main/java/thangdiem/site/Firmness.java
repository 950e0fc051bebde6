package thangdiem.site;

/**
 * Between which places a unit ranks in its group (khoảng hạng) when the weights of the sections are
 * disturbed; as robustness.json says.
 */
public record Firmness(int low, int high) {

  boolean holds(int rank) {
    return low <= rank && rank <= high;
  }

  String range() {
    return low == high ? String.valueOf(low) : low + "–" + high;
  }
}
