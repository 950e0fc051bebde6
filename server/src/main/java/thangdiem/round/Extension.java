package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * More time for one unit (gia hạn), with its reason and document; every unit sees it.
 *
 * @param until the first instant at which this unit is late
 * @param proposedBy who proposed it, by name
 * @param confirmedBy who else confirmed it; absent where that was before two people were asked for
 */
public record Extension(
    UUID unit,
    String unitName,
    OffsetDateTime until,
    String reason,
    String document,
    OffsetDateTime grantedAt,
    Optional<String> proposedBy,
    String confirmedBy) {}
