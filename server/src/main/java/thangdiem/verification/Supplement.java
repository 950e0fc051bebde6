package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.Optional;
import thangdiem.scoring.Fact;

/**
 * A fact that a unit has added to its report later (số liệu bổ sung): what stood before stays to be
 * seen.
 *
 * @param before what it replaces; absent where nothing was reported
 */
public record Supplement(
    long seq,
    String fact,
    Optional<Fact> before,
    Fact after,
    Kind kind,
    OffsetDateTime at,
    String by) {

  /** In which window. */
  public enum Kind {
    /** A verifier gave it back to be completed (trả lại). */
    RETURN,
    /** In January, of what may still move after the report (Đ6.3 against Đ10). */
    TOP_UP
  }
}
