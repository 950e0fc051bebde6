package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who fills in a unit's form (cán bộ đầu mối).
 *
 * @param lastNudge when they were last nudged in this round
 */
public record FocalPoint(
    UUID unit,
    UUID account,
    String name,
    Optional<String> phone,
    Optional<String> email,
    Optional<OffsetDateTime> lastSignIn,
    Optional<OffsetDateTime> lastNudge) {}
