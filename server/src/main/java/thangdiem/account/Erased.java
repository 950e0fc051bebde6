package thangdiem.account;

import java.util.List;
import thangdiem.audit.Role;

/**
 * What was erased of somebody (đã xoá những gì).
 *
 * @param values in the ledger, whose commitments stay
 */
public record Erased(int values, int sessions, int passkeys, int identities, List<Role> roles) {}
