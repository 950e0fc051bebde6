package thangdiem.orgunit;

/**
 * Units that are ranked together (nhóm xếp hạng), as the criteria set last taken over names them.
 *
 * @param ordinal its place in the decision
 * @param ranked whether its units take part in the ranking; otherwise they are scored only
 */
public record RankingGroup(
    String code, String name, String shortName, int ordinal, boolean ranked) {}
