package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A nudge that waits to be seen (lời nhắc). */
public record NudgeNote(UUID id, OffsetDateTime at, String message) {}
