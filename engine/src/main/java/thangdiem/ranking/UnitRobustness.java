package thangdiem.ranking;

/**
 * How firm one unit's place is (độ vững của thứ hạng), reported apart for the three questions.
 *
 * @param policies under every combination of the named policies
 * @param weights under section weights disturbed at random
 * @param sections with each section left out in turn
 */
public record UnitRobustness(String unit, Spread policies, Spread weights, Spread sections) {}
