package thangdiem.ranking;

import thangdiem.criteria.Rational;

/**
 * How much the ranking hangs on one criterion (ảnh hưởng của tiêu chí): what happens when it is left out and its section rescaled.
 *
 * @param pairsTurned pairs of units whose order turns round
 * @param meanRankShift mean number of places by which units move
 */
public record Influence(String code, int pairsTurned, Rational meanRankShift) {}
