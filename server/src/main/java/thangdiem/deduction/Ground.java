package thangdiem.deduction;

import java.util.List;
import java.util.stream.Stream;

/** The reasons out of which one is given for the end of a deduction (lý do xử lý). */
public enum Ground {
  PROVEN(Step.Kind.UPHELD),
  ADMITTED(Step.Kind.UPHELD),
  NOT_EXPLAINED(Step.Kind.UPHELD),
  UNPROVEN(Step.Kind.DISMISSED),
  EXCUSED(Step.Kind.DISMISSED),
  NOT_RESPONSIBLE(Step.Kind.DISMISSED),
  MISTAKEN(Step.Kind.WITHDRAWN),
  MORE_TIME(Step.Kind.WITHDRAWN),
  DUPLICATE(Step.Kind.WITHDRAWN),
  NEW_EVIDENCE(Step.Kind.ANNULLED),
  COMPLAINT(Step.Kind.ANNULLED),
  ERROR(Step.Kind.ANNULLED);

  private final Step.Kind step;

  Ground(Step.Kind step) {
    this.step = step;
  }

  /** The step that it is a reason for; so a decision is one choice. */
  public Step.Kind step() {
    return step;
  }

  /** The reasons for any of those steps. */
  public static List<Ground> of(Step.Kind... steps) {
    return Stream.of(values()).filter(ground -> List.of(steps).contains(ground.step)).toList();
  }
}
