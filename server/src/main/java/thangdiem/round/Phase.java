package thangdiem.round;

import java.util.List;

/**
 * Where a round stands (giai đoạn). Late filing, extensions, returns and the January top-up are
 * windows of a unit inside a phase, not phases.
 */
public enum Phase {
  DRAFT,
  OPEN,
  VERIFYING,
  EXPLAINING,
  COUNCIL,
  ADOPTED,
  PUBLISHED;

  /**
   * A step that a round may take.
   *
   * @param backwards whether it returns to what was left before
   */
  public record Transition(Phase from, Phase to, boolean backwards) {}

  /** Every step there is; what is not here does not happen. */
  public static final List<Transition> TRANSITIONS =
      List.of(
          new Transition(DRAFT, OPEN, false),
          new Transition(OPEN, VERIFYING, false),
          new Transition(VERIFYING, EXPLAINING, false),
          new Transition(EXPLAINING, COUNCIL, false),
          new Transition(COUNCIL, EXPLAINING, true),
          new Transition(COUNCIL, ADOPTED, false),
          new Transition(ADOPTED, PUBLISHED, false));

  /** The steps that lead on from here. */
  public List<Transition> next() {
    return TRANSITIONS.stream().filter(step -> step.from() == this).toList();
  }

  /** Whether a round may go from here to there. */
  public boolean leadsTo(Phase to) {
    return next().stream().anyMatch(step -> step.to() == to);
  }

  /** Whether units work on their answers. */
  public boolean takesAnswers() {
    return this == OPEN;
  }
}
