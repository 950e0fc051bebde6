package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.Set;

/**
 * Facts and criteria that a verifier has given back to a unit to be completed (trả lại để bổ sung).
 *
 * @param until the first instant at which nothing more is taken
 */
public record Completion(
    Set<String> facts,
    Set<String> criteria,
    String words,
    OffsetDateTime until,
    OffsetDateTime at,
    String by) {

  public boolean isOpen(OffsetDateTime now) {
    return !now.isBefore(at) && now.isBefore(until);
  }
}
