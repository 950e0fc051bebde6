package thangdiem.audit;

import static thangdiem.audit.Role.ADMINISTRATOR;
import static thangdiem.audit.Role.CHAIRMAN;
import static thangdiem.audit.Role.CLERK;
import static thangdiem.audit.Role.COMMUNE_CLERK;
import static thangdiem.audit.Role.COUNCIL_SECRETARY;
import static thangdiem.audit.Role.HEAD;
import static thangdiem.audit.Role.INSPECTOR;
import static thangdiem.audit.Role.ORGANISER;
import static thangdiem.audit.Role.VERIFIER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every way in which the state can change (việc làm thay đổi dữ liệu), and who may do it. The page
 * "who may do what" is this list; the ledger's events carry its names, so a name never changes its
 * meaning.
 */
public enum Act {
  INSTALLED(Who.SYSTEM),
  FIRST_ADMINISTRATOR_MADE(Who.SYSTEM),
  DATABASE_MIGRATED(Who.SYSTEM),
  CHECKPOINT_KEY_MADE(Who.SYSTEM),
  CHECKPOINTS_RESUMED(Who.SYSTEM),

  SIGNED_IN(Who.ANYONE_FOR_THEMSELVES),
  SIGN_IN_FAILED(Who.SYSTEM),
  SIGNED_OUT(Who.ANYONE_FOR_THEMSELVES),
  INVITATION_TAKEN_UP(Who.SYSTEM),
  PASSWORD_CHANGED(Who.ANYONE_FOR_THEMSELVES),
  SECOND_FACTOR_CHANGED(Who.ANYONE_FOR_THEMSELVES),
  PASSKEY_CHANGED(Who.ANYONE_FOR_THEMSELVES),
  IDENTITY_LINKED(Who.ANYONE_FOR_THEMSELVES),
  LANGUAGE_CHANGED(Who.ANYONE_FOR_THEMSELVES),

  INVITED(ADMINISTRATOR, ORGANISER),
  INVITATION_WITHDRAWN(ADMINISTRATOR, ORGANISER),
  ACCOUNT_CHANGED(ADMINISTRATOR),
  ACCOUNT_DISABLED(ADMINISTRATOR),
  ACCOUNT_ENABLED(ADMINISTRATOR),
  ROLE_GRANTED(ADMINISTRATOR),
  ROLE_WITHDRAWN(ADMINISTRATOR),
  SECOND_FACTOR_RESET(ADMINISTRATOR),
  PERSONAL_DATA_ERASED(ADMINISTRATOR),

  UNIT_ADDED(ADMINISTRATOR, ORGANISER),
  UNIT_CHANGED(ADMINISTRATOR, ORGANISER),
  UNIT_RENAMED(ADMINISTRATOR, ORGANISER),
  UNIT_ENDED(ADMINISTRATOR, ORGANISER),
  UNITS_IMPORTED(ADMINISTRATOR, ORGANISER),

  ROUND_DRAFTED(ORGANISER),
  ROUND_RULES_SET(ORGANISER),
  ROUND_UNITS_SET(ORGANISER),
  ROUND_CALENDAR_SET(ORGANISER),
  ROUND_DEDUCTIONS_SET(ORGANISER),
  ROUND_PHASE_CHANGED(ORGANISER),
  EXTENSION_PROPOSED(ORGANISER),
  EXTENSION_GRANTED(ORGANISER, ADMINISTRATOR),
  EXTENSION_WITHDRAWN(ORGANISER, ADMINISTRATOR),
  HOLIDAYS_SET(ORGANISER),
  NUDGED(ORGANISER),
  NUDGES_MAILED(Who.SYSTEM),
  NUDGES_MAILED_AGAIN(ORGANISER),
  NUDGE_SEEN(Who.ANYONE_FOR_THEMSELVES),

  FACT_ANSWERED(CLERK, HEAD),
  FACT_CLEARED(CLERK, HEAD),
  FACTS_IMPORTED(CLERK, HEAD),
  FACT_COMMENTED(CLERK, HEAD),
  MENTION_SEEN(CLERK, HEAD),
  SECTION_ASSIGNED(CLERK, HEAD),
  SECTION_UNASSIGNED(CLERK, HEAD),
  NOT_APPLICABLE_CLAIMED(CLERK, HEAD),
  NOT_APPLICABLE_WITHDRAWN(CLERK, HEAD),
  REPORT_HANDED_OVER(CLERK, HEAD),
  REPORT_RETURNED(HEAD),
  REPORT_SUBMITTED(HEAD),
  REPORT_TAKEN_BACK(HEAD),

  EVIDENCE_ADDED(CLERK, HEAD),
  EVIDENCE_DESCRIBED(CLERK, HEAD),
  EVIDENCE_CITED(CLERK, HEAD),
  EVIDENCE_UNCITED(CLERK, HEAD),
  EVIDENCE_WITHDRAWN(CLERK, HEAD),

  VERIFICATION_DIVIDED(ORGANISER),
  CRITERION_JUDGED(Who.JUDGES, VERIFIER),
  CRITERIA_ACCEPTED(Who.JUDGES, VERIFIER),
  DISAGREEMENT_SETTLED(Who.JUDGES, VERIFIER),

  COLLECTION_OPENED(CLERK, HEAD),
  COLLECTION_CHANGED(CLERK, HEAD),
  COLLECTION_REMINDED(CLERK, HEAD),
  SHEET_FACT_ANSWERED(COMMUNE_CLERK, CLERK, HEAD),
  SHEET_FACT_CLEARED(COMMUNE_CLERK, CLERK, HEAD),
  SHEET_HANDED_IN(COMMUNE_CLERK, CLERK, HEAD),

  LATE_REPORTS_PROPOSED(ORGANISER),
  DEDUCTION_PROPOSED(Who.JUDGES, ORGANISER, VERIFIER, INSPECTOR),
  DEDUCTION_NOTIFIED(Who.JUDGES, ORGANISER, COUNCIL_SECRETARY),
  DEDUCTION_EXPLAINED(CLERK, HEAD),
  DEDUCTION_DECIDED(Who.JUDGES, COUNCIL_SECRETARY, CHAIRMAN),
  DEDUCTION_WITHDRAWN(Who.JUDGES, ORGANISER, COUNCIL_SECRETARY),
  DEDUCTION_ANNULLED(Who.JUDGES, COUNCIL_SECRETARY, CHAIRMAN);

  private enum Who {
    SYSTEM,
    ANYONE_FOR_THEMSELVES,
    ROLES,
    JUDGES
  }

  private final Who who;
  private final Set<Role> roles;

  Act(Who who) {
    this.who = who;
    this.roles = Set.of();
  }

  Act(Role... roles) {
    this(Who.ROLES, roles);
  }

  Act(Who who, Role... roles) {
    this.who = who;
    this.roles = EnumSet.copyOf(List.of(roles));
  }

  /** Who may do it for a unit that their role reaches; empty where no role is needed. */
  public Set<Role> roles() {
    return Set.copyOf(roles);
  }

  /** Whether everybody who is signed in may do it for themselves. */
  public boolean forThemselves() {
    return who == Who.ANYONE_FOR_THEMSELVES;
  }

  /**
   * Whether it judges a unit (xét đoán): nobody does that for the unit they belong to, nor for one
   * above or below it short of the province (F04).
   */
  public boolean judges() {
    return who == Who.JUDGES;
  }

  /** Whether it is weighty enough for the ledger to be signed at once (mốc). */
  public boolean isMilestone() {
    return this == ROUND_PHASE_CHANGED || this == EXTENSION_GRANTED || this == REPORT_SUBMITTED;
  }

  /** Whether the application itself does it, at no person's order. */
  public boolean bySystem() {
    return who == Who.SYSTEM;
  }
}
