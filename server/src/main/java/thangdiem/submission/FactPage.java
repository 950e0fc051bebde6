package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one fact (trang của một số liệu): what it means, what it is worth, what it was,
 * and what is said about it.
 *
 * @param section in which it is entered
 * @param history what was answered, the latest first
 * @param remarks of those who answer for the unit, to themselves alone
 * @param called whether the reader was called for and has not said that they came
 */
public record FactPage(
    Assessment assessment,
    FormPage.Entry entry,
    String section,
    List<FormPage.Criterion> criteria,
    List<Answered> history,
    List<Remark> remarks,
    List<Colleague> colleagues,
    boolean called) {

  /**
   * That somebody answered.
   *
   * @param shown as it is read; absent where the answer was taken away
   */
  public record Answered(OffsetDateTime at, Optional<String> by, Optional<String> shown) {}

  /** What usually proves it, of all its criteria, each once. */
  public List<String> evidence() {
    return criteria.stream()
        .flatMap(one -> one.line().criterion().evidence().stream())
        .distinct()
        .toList();
  }
}
