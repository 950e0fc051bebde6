package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * More time for one unit that one person has proposed and another is to confirm (đề nghị gia hạn).
 */
public record ExtensionProposal(
    UUID id,
    UUID unit,
    String unitCode,
    String unitName,
    OffsetDateTime until,
    String reason,
    String document,
    OffsetDateTime at,
    UUID by,
    String byName) {}
