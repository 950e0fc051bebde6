package thangdiem.publication;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A version that was published (bản đã công bố).
 *
 * @param sha256 of its bundle
 * @param visible whether it may be seen by now
 */
public record PublishedVersion(
    int version,
    String decisionNumber,
    LocalDate decisionOn,
    String sha256,
    OffsetDateTime visibleFrom,
    boolean visible,
    OffsetDateTime at,
    String by) {}
