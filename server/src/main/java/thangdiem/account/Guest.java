package thangdiem.account;

import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;

/**
 * Somebody who is to be invited (người được mời).
 *
 * @param heldIn the unit in which they will hold the role
 */
public record Guest(Person person, OrgUnit worksIn, Role role, OrgUnit heldIn) {}
