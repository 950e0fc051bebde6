package thangdiem.site;

/**
 * Why a column differs from the one before it (lý do thay đổi), in the words of the list of
 * reasons.
 *
 * @param column "verified" or "council"
 * @param document by which the council decided it; may be empty
 */
public record Difference(String unit, String code, String column, String reason, String document) {}
