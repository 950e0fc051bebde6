package thangdiem.ranking;

import thangdiem.criteria.Rational;

/**
 * How much the ranking hangs on one criterion (ảnh hưởng của tiêu chí): what happens when it is
 * left out and its section rescaled.
 *
 * @param pairsTurned pairs of units whose order turns round
 * @param meanRankShift mean number of places by which ranked units move
 */
public record Influence(String code, int pairsTurned, Rational meanRankShift) {

  /** Compares the units' ranks with and without the criterion; 0 is no rank. */
  static Influence of(String code, int[] before, int[] after) {
    int turned = 0;
    long shift = 0;
    int ranked = 0;
    for (int i = 0; i < before.length; i++) {
      shift += Math.abs(before[i] - after[i]);
      ranked += before[i] > 0 ? 1 : 0;
      for (int j = i + 1; j < before.length; j++) {
        turned +=
            Integer.signum(before[i] - before[j]) * Integer.signum(after[i] - after[j]) < 0 ? 1 : 0;
      }
    }
    return new Influence(code, turned, ranked == 0 ? Rational.ZERO : Rational.of(shift, ranked));
  }
}
