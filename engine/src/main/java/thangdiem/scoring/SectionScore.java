package thangdiem.scoring;

import thangdiem.criteria.Points;
import thangdiem.criteria.Section;

/**
 * What a unit has in one section (điểm theo nội dung).
 *
 * @param applies false where nothing of the section applies to the unit: "không xếp hạng" there,
 *     whatever the points
 * @param counts false where the policy leaves the whole section out, so that the total is rescaled
 *     over the others
 */
public record SectionScore(
    Section section, Points max, Points points, boolean applies, boolean counts) {}
