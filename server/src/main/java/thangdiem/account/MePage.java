package thangdiem.account;

import java.util.List;
import thangdiem.audit.Actor;

/**
 * The page of one's own account.
 *
 * @param recoveryLeft recovery codes that are still unused
 * @param identities accounts elsewhere that open this one
 * @param duty what a strong role owes
 */
public record MePage(
    Person person,
    String unit,
    List<Actor.Grant> grants,
    boolean password,
    boolean secondFactor,
    long recoveryLeft,
    List<Passkey> passkeys,
    List<String> identities,
    List<OwnSession> sessions,
    StrongRoles.Duty duty) {}
