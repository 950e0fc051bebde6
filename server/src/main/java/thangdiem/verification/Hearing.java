package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * What a unit is asked to answer about a criterion, and what came of it (yêu cầu giải trình): a
 * difference of which it was told, or a question of a verifier.
 *
 * @param finding which it is about
 * @param turn 1 of the first time; 0 of a question
 * @param until the first instant at which no answer is taken
 */
public record Hearing(
    UUID id,
    String code,
    UUID finding,
    int turn,
    OffsetDateTime until,
    OffsetDateTime at,
    Optional<Explanation> explanation,
    Optional<Outcome> outcome) {

  /** The turn of a question. */
  public static final int QUESTION = 0;

  public boolean isQuestion() {
    return turn == QUESTION;
  }

  public boolean isSent() {
    return explanation.filter(Explanation::isSent).isPresent();
  }

  /** Whether the unit may still answer at that time. */
  public boolean isOpen(OffsetDateTime now) {
    return now.isBefore(until) && !isSent();
  }

  /** Whether a draft stands that says enough to be sent. */
  public boolean isDrafted(OffsetDateTime now) {
    return isOpen(now)
        && explanation.filter(said -> said.agrees() || !said.words().isEmpty()).isPresent();
  }

  /** Whether a verifier has to decide on what the unit says. */
  public boolean awaitsOutcome() {
    return !isQuestion()
        && outcome.isEmpty()
        && explanation.filter(said -> said.isSent() && !said.agrees()).isPresent();
  }

  /** As others than the unit may know it: without a draft. */
  Hearing withoutDraft() {
    return isSent()
        ? this
        : new Hearing(id, code, finding, turn, until, at, Optional.empty(), Optional.empty());
  }
}
