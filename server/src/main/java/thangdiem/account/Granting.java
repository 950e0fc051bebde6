package thangdiem.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thangdiem.audit.Actor;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;
import thangdiem.words.Sentence;

/**
 * Who may give which role to whom (quyền giao vai trò). The organiser invites those who report to
 * it and those who check the reports; who decides on its work or watches it, and who has as much
 * power as itself, is the administrator's to name.
 */
final class Granting {

  private static final Set<Role> BY_ORGANISER =
      EnumSet.of(Role.CLERK, Role.HEAD, Role.COMMUNE_CLERK, Role.VERIFIER, Role.INSPECTOR);

  private Granting() {}

  /** The roles that this person may give. */
  static Set<Role> by(Actor actor) {
    if (actor.isAny(Role.ADMINISTRATOR)) {
      return EnumSet.allOf(Role.class);
    }
    return actor.isAny(Role.ORGANISER) ? EnumSet.copyOf(BY_ORGANISER) : EnumSet.noneOf(Role.class);
  }

  /**
   * Why nobody can hold this role beside those; absent when they can. The auditor changes nothing
   * (kiểm toán viên không sửa gì), so holds nothing else.
   */
  static Optional<Sentence> against(Role role, List<HeldRole> held) {
    boolean audits = held.stream().anyMatch(other -> other.role() == Role.AUDITOR);
    boolean others = held.stream().anyMatch(other -> other.role() != Role.AUDITOR);
    return role == Role.AUDITOR && others || role != Role.AUDITOR && audits
        ? Optional.of(Sentence.of("account.auditorAlone"))
        : Optional.empty();
  }

  /** Why the role cannot be held in that unit; absent when it can. */
  static Optional<Sentence> against(Role role, OrgUnit unit) {
    return role.heldInOwnUnit() && unit.kind() == OrgUnit.Kind.PROVINCE
        ? Optional.of(Sentence.of("account.roleOfUnits"))
        : Optional.empty();
  }

  /** Refuses what there is a reason against. */
  static void require(Optional<Sentence> reason) {
    reason.ifPresent(sentence -> {
      throw new Refusal(sentence.key(), sentence.arguments().toArray());
    });
  }
}
