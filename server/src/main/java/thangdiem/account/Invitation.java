package thangdiem.account;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A code that was handed out for an account (lời mời).
 *
 * @param person whom it lets in, by their login
 * @param secondFactor whether the account asks for one beside the password
 */
record Invitation(
    UUID id,
    UUID account,
    UUID worksIn,
    Person person,
    String unitName,
    boolean secondFactor,
    boolean accountDisabled,
    OffsetDateTime expiresAt,
    Optional<OffsetDateTime> usedAt,
    Optional<OffsetDateTime> withdrawnAt) {

  /** What can be done with a code at a moment. */
  enum State {
    OPEN,
    USED,
    WITHDRAWN,
    EXPIRED
  }

  State state(OffsetDateTime now) {
    if (usedAt.isPresent()) {
      return State.USED;
    }
    if (withdrawnAt.isPresent() || accountDisabled) {
      return State.WITHDRAWN;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }
}
