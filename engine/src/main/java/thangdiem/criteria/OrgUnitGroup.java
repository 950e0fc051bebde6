package thangdiem.criteria;

/**
 * Units that are ranked together (nhóm, khối đơn vị).
 *
 * @param ranked whether its units take part in the ranking; otherwise they are scored only
 */
public record OrgUnitGroup(
    String id, String name, String shortName, boolean ranked, String basis) {}
