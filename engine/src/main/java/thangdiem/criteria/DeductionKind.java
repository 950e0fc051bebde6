package thangdiem.criteria;

import java.util.Optional;

/**
 * A case in which points are deducted (trường hợp bị trừ điểm).
 *
 * @param points the amount, only where the decision itself fixes one: Đ6.4 of Decision 1663 does
 *     not
 */
public record DeductionKind(String kind, String name, Optional<Points> points, String basis) {}
