/**
 * From facts to points (chấm điểm): pure, exact, explained.
 *
 * <p>Takes a {@link thangdiem.criteria.CriteriaSet} and the answers of units, gives a {@link
 * thangdiem.scoring.ScoreSheet} for each: a line and a reason for every criterion, section and
 * total points, the grade. Knows no files, no clock and no ranks.
 */
@NullMarked
package thangdiem.scoring;

import org.jspecify.annotations.NullMarked;
