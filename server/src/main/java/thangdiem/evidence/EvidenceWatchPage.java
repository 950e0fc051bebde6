package thangdiem.evidence;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How the stored documents are doing (trang tuần tra minh chứng).
 *
 * @param broken documents whose bytes are no longer those that were added
 */
public record EvidenceWatchPage(Progress progress, List<Broken> broken) {

  /**
   * How far the reading is.
   *
   * @param read documents that were read again at least once
   * @param oldest when that one was read that was read longest ago
   * @param latest when one was read last
   */
  public record Progress(
      long documents,
      long bytes,
      long read,
      Optional<OffsetDateTime> oldest,
      Optional<OffsetDateTime> latest) {

    public long megabytes() {
      return (bytes + (1 << 20) - 1) >> 20;
    }
  }

  /** A document that was damaged, and when that was first seen. */
  public record Broken(
      String fileName, String sha256, String unit, String round, OffsetDateTime since) {}

  /** Within how many nights everything is read again. */
  public int nights() {
    return EvidenceWatch.NIGHTS;
  }
}
