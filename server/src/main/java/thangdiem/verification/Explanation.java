package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import thangdiem.scoring.Fact;

/**
 * What a unit says to a difference or a question (nội dung giải trình): a draft until its head has
 * sent it.
 *
 * @param agrees whether it takes the finding as it is
 * @param values which it holds to be right, by fact; they move no column
 */
public record Explanation(
    boolean agrees,
    String words,
    Map<String, Fact> values,
    int version,
    OffsetDateTime at,
    String by,
    Optional<OffsetDateTime> sentAt,
    Optional<String> sentBy) {

  public boolean isSent() {
    return sentAt.isPresent();
  }
}
