package thangdiem.ranking;

import java.util.Map;
import java.util.Set;
import thangdiem.scoring.Flag;
import thangdiem.scoring.ScoreSheet;

/**
 * Where one unit stands (thứ hạng).
 *
 * @param overall rank over all and within its group; none where its group is scored without being
 *     ranked
 * @param otherReading the same under the other reading of Đ7 (Đ7.1–7.2 against Đ7.3)
 * @param bySection by section code; none where the section does not apply to the unit
 * @param flags those of the sheet, and those that only the ranking knows
 */
public record Standing(
    ScoreSheet sheet,
    Rank overall,
    Rank otherReading,
    Map<String, Rank> bySection,
    Set<Flag> flags) {}
