package thangdiem.round;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How a unit that has not sent its report does (tình trạng của đơn vị), the most endangered first;
 * the board says beside each why it says so.
 */
public enum UnitState {
  /** The round takes no reports any more, and none has come. */
  MISSED("diff", "circle-minus"),
  /** Its deadline has passed; a report would be taken and marked. */
  LATE("diff", "clock"),
  NOT_BEGUN("diff", "circle-dashed"),
  /** Facts are missing, and nobody has touched one for a week. */
  STALLED("warn", "clock"),
  BEGUN("none", "pencil"),
  /** Every fact has its answer; the report only has to be sent. */
  COMPLETE("answered", "user");

  /** After how long without a change we say that somebody has stopped. */
  public static final Duration STALLED_AFTER = Duration.ofDays(7);

  private final String colour;
  private final String icon;

  UnitState(String colour, String icon) {
    this.colour = colour;
    this.icon = icon;
  }

  /**
   * How a unit does.
   *
   * @param last when it last answered something
   * @param left facts without an answer
   */
  static UnitState of(
      SubmissionWindow window, OffsetDateTime now, Optional<OffsetDateTime> last, int left) {
    return switch (window.at(now)) {
      case CLOSED -> MISSED;
      case LATE -> LATE;
      case NOT_YET, IN_TIME -> {
        if (last.isEmpty()) {
          yield NOT_BEGUN;
        }
        if (left == 0) {
          yield COMPLETE;
        }
        yield Duration.between(last.get(), now).compareTo(STALLED_AFTER) >= 0 ? STALLED : BEGUN;
      }
    };
  }

  /** Whether its report will be late unless something happens. */
  public boolean endangered() {
    return compareTo(STALLED) <= 0;
  }

  public String colour() {
    return colour;
  }

  public String icon() {
    return icon;
  }
}
