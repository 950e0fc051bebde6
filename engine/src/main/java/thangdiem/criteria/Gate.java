package thangdiem.criteria;

/**
 * A condition that caps the grade whatever the points (điều kiện loại).
 *
 * @param failsWhen true: the unit fails
 * @param gradeAtMost name of the best grade that a failing unit can have
 */
public record Gate(String id, String name, Expr failsWhen, String gradeAtMost, String basis) {}
