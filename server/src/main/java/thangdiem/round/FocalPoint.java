package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who answers for a unit (cán bộ đầu mối, thủ trưởng).
 *
 * @param head whether they are its head, who sends the report; otherwise they fill in the form
 * @param lastNudge when they were last nudged in this round
 */
public record FocalPoint(
    UUID unit,
    UUID account,
    String name,
    boolean head,
    Optional<String> phone,
    Optional<String> email,
    Optional<OffsetDateTime> lastSignIn,
    Optional<OffsetDateTime> lastNudge) {}
