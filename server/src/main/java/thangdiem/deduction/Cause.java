package thangdiem.deduction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases of Đ6.4 (trường hợp bị trừ điểm), each with its name in the criteria sets. */
public enum Cause {
  /** What was found is not what the unit had reported. */
  WRONG_FIGURES("wrong-figures"),

  /** A security incident that the media reported. */
  INCIDENT("incident"),

  /** No report, or one that came late. */
  LATE_REPORT("late-report");

  /** Those that people propose; the clock proposes the others. */
  public static final List<Cause> BY_PEOPLE = List.of(WRONG_FIGURES, INCIDENT);

  private final String kind;

  Cause(String kind) {
    this.kind = kind;
  }

  /** As criteria sets and the engine name it. */
  public String kind() {
    return kind;
  }

  /** The case that a criteria set names so; absent where this process does not know it. */
  static Optional<Cause> of(String kind) {
    return Stream.of(values()).filter(cause -> cause.kind.equals(kind)).findFirst();
  }
}
