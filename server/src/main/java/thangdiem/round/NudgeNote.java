package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A nudge as its reader finds it (lời nhắc).
 *
 * @param to whom it went to
 * @param by who sent it
 * @param mine whether it went to the reader, who may put it away
 */
public record NudgeNote(
    UUID id,
    String round,
    OffsetDateTime at,
    String message,
    String to,
    String by,
    boolean mine,
    Optional<OffsetDateTime> seenAt) {}
