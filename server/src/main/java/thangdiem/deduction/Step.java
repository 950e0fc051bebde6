package thangdiem.deduction;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A step of a deduction (bước xử lý); it stays as it was taken.
 *
 * @param accepts of an explanation: whether the unit agrees
 * @param answerBy of a notice: the last day for explaining
 * @param document number and date of the document under which it was taken
 * @param by who took it
 */
public record Step(
    Kind kind,
    Optional<Boolean> accepts,
    Optional<LocalDate> answerBy,
    Optional<Ground> ground,
    String words,
    Optional<Document> document,
    OffsetDateTime at,
    String by) {

  /** What can happen to a proposal, in its order. */
  public enum Kind {
    NOTIFIED,
    EXPLAINED,
    UPHELD,
    DISMISSED,
    WITHDRAWN,
    ANNULLED
  }

  /** A document (văn bản). */
  public record Document(String number, LocalDate day) {}

  /** Whether it was an explanation that contests. */
  public boolean contests() {
    return accepts.filter(accepted -> !accepted).isPresent();
  }
}
