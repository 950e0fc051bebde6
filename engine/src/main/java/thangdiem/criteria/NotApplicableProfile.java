package thangdiem.criteria;

import java.util.List;

/**
 * What a kind of unit cannot have (không áp dụng), such as an agency without one-stop shop.
 *
 * @param groups the unit groups whose members may claim it
 * @param criteria codes of criteria, groups of criteria or sections
 */
public record NotApplicableProfile(
    String id, String name, List<String> groups, List<String> criteria, String basis) {}
