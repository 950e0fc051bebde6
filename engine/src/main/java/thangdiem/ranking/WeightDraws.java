package thangdiem.ranking;

/**
 * Where disturbed section weights come from (trọng số bị nhiễu): SplitMix64 (Steele, Lea, Flood
 * 2014), written out, so that every JDK and every other language draws the same weights for a seed.
 */
final class WeightDraws {

  /** A weight is a whole per mille between 750 and 1250: ±25 %. */
  private static final int LEAST = 750;

  private static final int HOW_MANY = 501;

  private long state;

  WeightDraws(long seed) {
    this.state = seed;
  }

  /** The next weights, in the order of the sections. */
  void into(int[] weights) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = LEAST + (int) ((next() >>> Integer.SIZE) * HOW_MANY >>> Integer.SIZE);
    }
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
