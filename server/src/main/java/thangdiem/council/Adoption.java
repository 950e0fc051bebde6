package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of the adopted result (kết quả đã thông qua).
 *
 * @param sha256 of its bundle
 * @param correction by which it came about; absent of the first
 * @param session the number of the session that voted; 0 of a correction
 */
public record Adoption(
    int version,
    String sha256,
    String resultsSha256,
    Optional<UUID> correction,
    int session,
    OffsetDateTime at,
    String by) {}
