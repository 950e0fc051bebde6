package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** A unit that takes part in a round, as it was called when the round opened. */
public record RoundUnit(
    UUID unit,
    String code,
    String name,
    String group,
    int ordinal,
    Optional<OffsetDateTime> submittedAt) {}
