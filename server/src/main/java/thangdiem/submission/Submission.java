package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A report as it was sent (báo cáo tự đánh giá đã gửi, Đ10): frozen answers under their hash.
 *
 * @param version of this unit's reports in the round, from 1
 * @param sha256 of the answers
 * @param total as printed
 * @param event which says it in the ledger
 * @param takenBackAt when it was taken back; absent while it stands
 */
public record Submission(
    UUID id,
    int version,
    String sha256,
    String total,
    String grade,
    boolean late,
    UUID event,
    OffsetDateTime at,
    String by,
    Optional<OffsetDateTime> takenBackAt) {

  public boolean stands() {
    return takenBackAt.isEmpty();
  }
}
