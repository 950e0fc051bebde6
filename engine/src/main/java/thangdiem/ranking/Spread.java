package thangdiem.ranking;

import java.util.Map;
import thangdiem.criteria.Rational;

/**
 * How a unit's place spreads over many rankings (khoảng hạng).
 *
 * @param low the rank that 5 % of the rankings reach or better, over all units; 0 where the unit is
 *     not ranked
 * @param high the rank that 95 % of the rankings reach or better
 * @param lowInGroup the same within its group
 * @param highInGroup the same within its group
 * @param firstShare in which part of the rankings it is first over all
 * @param firstInGroupShare in which part it is first of its group
 * @param gradeShares in which part of the rankings it has each grade, by name, highest first
 */
public record Spread(
    int low,
    int high,
    int lowInGroup,
    int highInGroup,
    Rational firstShare,
    Rational firstInGroupShare,
    Map<String, Rational> gradeShares) {}
