package thangdiem.collection;

import java.time.LocalDate;
import java.util.List;
import thangdiem.criteria.FactDefinition;
import thangdiem.submission.Assessment;

/**
 * What a unit asks of those below it in a round (đợt thu số liệu cấp dưới); one a unit and round,
 * so that a fact has one value of each.
 *
 * @param facts in the order of the criteria set
 * @param due the last day
 * @param version by which a change says what it has seen
 */
public record FactCollection(
    List<FactDefinition> facts, List<Asked> asked, LocalDate due, String note, int version) {

  /** Where the pages of a unit's collection stand. */
  static String path(Assessment assessment) {
    return path(assessment.round().key(), assessment.unit().code());
  }

  static String path(String round, String unit) {
    return "/rounds/" + round + "/collections/" + unit;
  }
}
