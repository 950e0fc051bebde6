package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.scoring.Fact;

/**
 * What somebody found about a criterion of a unit (nhận xét thẩm định, Đ6.4a). It is never changed:
 * who finds otherwise later makes another.
 *
 * @param seq later findings have a greater one
 * @param code of the criterion, or of what is claimed not to apply
 * @param place 1 and 2 of the first and second verifier, 0 of who settled between them
 * @param facts the values that it puts into the verified column; absent where nothing is recognised
 */
public record Finding(
    UUID id,
    long seq,
    String code,
    int place,
    Verdict verdict,
    Optional<Ground> ground,
    String words,
    Map<String, Optional<Fact>> facts,
    OffsetDateTime at,
    UUID account,
    String by) {

  /** Of who settles what two verifiers see differently. */
  public static final int SETTLEMENT = 0;

  public static final int FIRST = 1;
  public static final int SECOND = 2;

  /** Whether another verifier found the same. */
  boolean agreesWith(Finding other) {
    return verdict == other.verdict && facts.equals(other.facts);
  }
}
