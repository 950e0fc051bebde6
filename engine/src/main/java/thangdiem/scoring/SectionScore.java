package thangdiem.scoring;

import thangdiem.criteria.Points;
import thangdiem.criteria.Section;

/**
 * What a unit has in one section (điểm theo nội dung).
 *
 * @param applies false where nothing of the section applies to the unit: "không xếp hạng" there
 */
public record SectionScore(Section section, Points max, Points points, boolean applies) {}
