package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of an explanation (kết quả giải trình), with its reason.
 *
 * @param finding the new finding, where the verified column changes
 */
public record Outcome(
    Result result, String words, Optional<UUID> finding, OffsetDateTime at, String by) {

  /** How far the explanation is accepted. */
  public enum Result {
    /** What the unit holds to be right stands now. */
    ACCEPTED,
    /** Something between the two. */
    PARTLY,
    /** The finding stands. */
    UPHELD
  }
}
