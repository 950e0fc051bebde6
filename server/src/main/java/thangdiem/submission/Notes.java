package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands beside a unit's facts (ghi chú của bảng tự chấm): claims, who does which section, how
 * much was said about a fact, where the sheet is on its way.
 *
 * @param claims by code of the criterion, group or section
 * @param assignees by section
 * @param comments how many, by fact
 * @param evidence how many documents prove it, by fact or code of a criterion
 * @param handover the last step between clerk and head
 * @param sent the report that stands, if one was sent
 */
public record Notes(
    Map<String, Claim> claims,
    Map<String, Assignee> assignees,
    Map<String, Integer> comments,
    Map<String, Integer> evidence,
    Optional<Handover> handover,
    Optional<Sent> sent) {

  /** A claim that something does not apply (không áp dụng). */
  public record Claim(String code, String reason, OffsetDateTime at, String by) {}

  /** Who was asked to do a section. */
  public record Assignee(UUID account, String name) {}

  /** A step of the sheet to the head or back. */
  public record Handover(boolean toHead, String words, OffsetDateTime at, String by) {}

  /** The report that stands. */
  public record Sent(int version, OffsetDateTime at, boolean late, String by) {}
}
