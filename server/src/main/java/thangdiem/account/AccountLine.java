package thangdiem.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import thangdiem.audit.Role;

/**
 * Somebody with an account, as lists and their own page show them (một tài khoản).
 *
 * @param unit the code of the unit they work in
 * @param invitedUntil until when their code can be used; absent when they hold none
 * @param mail what became of the letter with that code
 * @param hasPassword whether they can sign in with one
 * @param passkeys how many they have registered
 */
public record AccountLine(
    UUID id,
    Person person,
    UUID worksIn,
    String unit,
    String unitName,
    List<HeldRole> roles,
    AccountState state,
    Optional<OffsetDateTime> lastSignIn,
    Optional<OffsetDateTime> invitedUntil,
    String mail,
    boolean hasPassword,
    boolean hasTotp,
    int passkeys,
    int external,
    OffsetDateTime createdAt,
    Optional<OffsetDateTime> disabledAt,
    Optional<OffsetDateTime> erasedAt,
    int version) {

  public boolean holds(Role role) {
    return roles.stream().anyMatch(held -> held.role() == role);
  }

  /** Whether nobody has ever come in by this account, nor can. */
  boolean neverTakenUp() {
    return !hasPassword && lastSignIn.isEmpty() && passkeys == 0 && external == 0;
  }
}
