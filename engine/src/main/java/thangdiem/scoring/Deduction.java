package thangdiem.scoring;

import java.util.Optional;
import thangdiem.criteria.Points;

/**
 * A deduction (điểm trừ, Đ6.4). Without the decision that settled it, it is listed and has no
 * effect.
 *
 * @param points the amount; empty where nobody has fixed one yet
 * @param decision number of the document that decided it
 */
public record Deduction(
    String kind, Optional<Points> points, Optional<String> decision, String reason) {}
