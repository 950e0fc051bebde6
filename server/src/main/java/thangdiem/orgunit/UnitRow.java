package thangdiem.orgunit;

/**
 * A unit in the list, as it was on the chosen day (dòng của danh sách).
 *
 * @param name as it was called then
 * @param depth below its heading
 * @param above what it belonged to, where its place does not show it
 * @param below how many units stood below, however deep
 */
public record UnitRow(OrgUnit unit, String name, int depth, String above, int below) {}
