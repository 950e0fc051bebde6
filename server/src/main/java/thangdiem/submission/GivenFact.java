package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.Optional;
import thangdiem.scoring.Fact;

/**
 * What a unit states for one fact (số liệu đã khai), with last year's.
 *
 * @param value absent while it is unanswered
 * @param lastYear what was stated in the round before
 * @param version by which a change says what it has seen; 0 while it is unanswered
 * @param by the name of whoever answered; absent where the program did
 */
public record GivenFact(
    Optional<Fact> value,
    Optional<Fact> lastYear,
    int version,
    Optional<OffsetDateTime> at,
    Optional<String> by) {

  public static final GivenFact NONE =
      new GivenFact(Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());
}
