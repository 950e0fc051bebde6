package thangdiem.submission;

import java.util.List;
import java.util.Optional;

/**
 * What the unit prints (trang in báo cáo): the head of the letter, and the files of a draft or of a
 * report that was sent.
 *
 * @param sent absent for a draft
 * @param wrong fields that are too long
 */
public record ReportPage(
    Assessment assessment,
    Optional<Submission> sent,
    LetterHead head,
    String addressee,
    List<String> wrong) {

  /** Where its files stand. */
  public String files() {
    return assessment.path()
        + sent.map(report -> "/reports/" + report.version() + "/report").orElse("/draft");
  }

  /** Whether the reader gives number, place and post. */
  public boolean mayHead() {
    return assessment.isOwn();
  }

  public int longest() {
    return LetterHead.LONGEST;
  }
}
