package thangdiem.criteria;

import java.util.Optional;

/**
 * Units that are ranked together (nhóm, khối đơn vị).
 *
 * @param ownScale what its sections add up to, where the decision has a scale of its own for it
 * @param ranked whether its units take part in the ranking; otherwise they are scored only
 */
public record OrgUnitGroup(
    String id,
    String name,
    String shortName,
    Optional<Points> ownScale,
    boolean ranked,
    String basis) {}
