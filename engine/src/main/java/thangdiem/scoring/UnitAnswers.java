package thangdiem.scoring;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one unit reports (báo cáo của đơn vị).
 *
 * @param unit stable identifier
 * @param group id of its unit group
 * @param facts this year's facts by id; one that is absent is unanswered
 * @param previous last year's facts by id, for rules of change
 * @param notApplicable codes of criteria, groups or sections that do not apply to it (không áp
 *     dụng)
 * @param submittedAt when it was sent, where known
 * @param reported false for a listed unit that sent nothing
 */
public record UnitAnswers(
    String unit,
    String name,
    String group,
    Map<String, Fact> facts,
    Map<String, Fact> previous,
    List<String> notApplicable,
    List<Deduction> deductions,
    Optional<OffsetDateTime> submittedAt,
    boolean reported) {

  /** A listed unit that sent nothing (không báo cáo). */
  public static UnitAnswers noReport(String unit, String name, String group) {
    return new UnitAnswers(
        unit, name, group, Map.of(), Map.of(), List.of(), List.of(), Optional.empty(), false);
  }
}
