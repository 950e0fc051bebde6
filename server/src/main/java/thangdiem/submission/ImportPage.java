package thangdiem.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/**
 * The page on which a file comes back (nhập từ Excel): how it goes, what is wrong in the file, or
 * what it would change.
 *
 * @param file its name; empty before there is one
 * @param plan absent where there is nothing to confirm
 * @param sent the file itself, which the confirmation brings back
 * @param unreasoned claims that were ticked without a reason
 * @param notice what became of a confirmation, or what it lacks
 */
public record ImportPage(
    Assessment assessment,
    String file,
    Optional<ImportPlan> plan,
    String sent,
    List<Mistake> mistakes,
    Set<String> unreasoned,
    Optional<Notice> notice) {

  /** What has to be said first. */
  public record Notice(boolean good, Sentence words) {}

  /** How long a reason may be. */
  public int longest() {
    return Claims.LONGEST_REASON;
  }

  static ImportPage empty(Assessment assessment, Optional<Notice> notice) {
    return new ImportPage(assessment, "", Optional.empty(), "", List.of(), Set.of(), notice);
  }
}
