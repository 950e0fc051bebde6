package thangdiem.account;

import java.time.OffsetDateTime;

/**
 * A session of one's own, as its owner sees it (một phiên đang mở).
 *
 * @param device "Chrome · Windows"
 */
public record OwnSession(
    String device,
    String address,
    OffsetDateTime begun,
    OffsetDateTime lastUsed,
    boolean current) {}
