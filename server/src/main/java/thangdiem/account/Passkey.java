package thangdiem.account;

import java.time.OffsetDateTime;

/**
 * A passkey (khoá truy cập), as its owner knows it.
 *
 * @param id of the credential, in base64url
 * @param label what its owner called it
 */
public record Passkey(String id, String label, OffsetDateTime made, OffsetDateTime lastUsed) {}
