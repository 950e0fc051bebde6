package thangdiem.council;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.scoring.Fact;

/**
 * What the council has put into its column (điều chỉnh của hội đồng), by vote or by a correction of
 * what was adopted. None replaces another; the latest about a fact stands.
 *
 * @param session the number of the session; 0 of a correction
 * @param document of a correction
 * @param votesFor 0 of a correction, which has approvals
 */
public record Adjustment(
    UUID id,
    UUID unit,
    String code,
    MotionKind kind,
    String ground,
    String words,
    Map<String, Optional<Fact>> facts,
    int session,
    LocalDate day,
    Optional<String> document,
    int votesFor,
    int votesAgainst,
    int votesAbstained,
    OffsetDateTime at) {

  public boolean isCorrection() {
    return document.isPresent();
  }
}
