package thangdiem.criteria;

import java.util.List;

/**
 * A unit that the decision names (đơn vị được đánh giá, Phụ lục 1).
 *
 * @param name as printed
 * @param officialName where the printed name is not the official one; otherwise the same
 * @param ordinal its number in the list of its group
 * @param tags for instance {@code vertical}: ngành dọc
 */
public record ListedUnit(
    String id, String name, String officialName, String group, int ordinal, List<String> tags) {}
