package thangdiem.scoring;

import java.util.List;

/**
 * The answers of a round (số liệu của đợt đánh giá).
 *
 * @param criteria id of the criteria set
 * @param year the assessed year
 * @param note what readers must know about the data, such as that it is made up; may be empty
 * @param notHeld codes of blocks that this round left out
 */
public record Answers(
    String criteria, int year, String note, List<String> notHeld, List<UnitAnswers> units) {}
