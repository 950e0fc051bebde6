package thangdiem.deduction;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import thangdiem.criteria.Points;

/**
 * A deduction from its proposal to its end (vụ việc trừ điểm), with every step that was taken.
 *
 * @param occasion what it is for: the criterion, the article's address, the report
 * @param happenedOn the day of the article
 * @param due when the late report was due
 * @param sent when it came; absent where it did not
 * @param amount what the round takes off for it; absent: recorded, without effect
 * @param by who proposed it; absent where the clock did
 * @param recused whether the reader belongs to the unit, and so judges nothing of it
 */
public record DeductionCase(
    UUID id,
    UUID unit,
    String code,
    String unitName,
    Cause cause,
    String occasion,
    Optional<LocalDate> happenedOn,
    Optional<OffsetDateTime> due,
    Optional<OffsetDateTime> sent,
    String words,
    Optional<Capture> capture,
    Optional<Points> amount,
    OffsetDateTime at,
    Optional<String> by,
    boolean recused,
    List<Step> steps) {

  /** Where it stands. */
  public enum State {
    PROPOSED,
    NOTIFIED,
    CONTESTED,
    ACCEPTED,
    UPHELD,
    DISMISSED,
    WITHDRAWN,
    ANNULLED;

    /** Whether it waits for somebody. */
    public boolean isOpen() {
      return compareTo(UPHELD) < 0;
    }
  }

  /** The file that shows the incident, named by its hash. */
  public record Capture(String sha256, String kind, String fileName) {}

  public State state() {
    return steps.isEmpty()
        ? State.PROPOSED
        : switch (steps.getLast().kind()) {
          case NOTIFIED -> State.NOTIFIED;
          case EXPLAINED -> steps.getLast().contests() ? State.CONTESTED : State.ACCEPTED;
          case UPHELD -> State.UPHELD;
          case DISMISSED -> State.DISMISSED;
          case WITHDRAWN -> State.WITHDRAWN;
          case ANNULLED -> State.ANNULLED;
        };
  }

  /** The latest step of that kind. */
  public Optional<Step> step(Step.Kind kind) {
    return steps.reversed().stream().filter(step -> step.kind() == kind).findFirst();
  }

  /** Whether the unit ever contested it; that stays visible whatever became of it. */
  public boolean wasContested() {
    return steps.stream().anyMatch(Step::contests);
  }

  /** Whether it may be decided on that day: the unit was heard, or has let its time pass. */
  public boolean mayBeDecided(LocalDate today) {
    return state().isOpen()
        && step(Step.Kind.NOTIFIED)
            .flatMap(Step::answerBy)
            .filter(last -> step(Step.Kind.EXPLAINED).isPresent() || today.isAfter(last))
            .isPresent();
  }

  /** The number of the document under which it takes effect; absent where it does not. */
  public Optional<String> decision() {
    return state() == State.UPHELD
        ? step(Step.Kind.UPHELD).flatMap(Step::document).map(Step.Document::number)
        : Optional.empty();
  }
}
