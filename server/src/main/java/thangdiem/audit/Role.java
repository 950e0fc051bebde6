package thangdiem.audit;

/**
 * What somebody is in the process (vai trò). A role is held in a unit and reaches that unit and
 * everything below it.
 */
public enum Role {
  ADMINISTRATOR(Held.IN_THE_PROVINCE),
  ORGANISER(Held.IN_THE_PROVINCE),
  CLERK(Held.IN_THE_UNIT),
  HEAD(Held.IN_THE_UNIT),
  COMMUNE_CLERK(Held.IN_THE_UNIT),
  VERIFIER(Held.IN_THE_PROVINCE),
  INSPECTOR(Held.IN_THE_PROVINCE),
  COUNCIL_MEMBER(Held.IN_THE_PROVINCE),
  COUNCIL_SECRETARY(Held.IN_THE_PROVINCE),
  CHAIRMAN(Held.IN_THE_PROVINCE),
  EMULATION_OFFICER(Held.IN_THE_PROVINCE),
  AUDITOR(Held.IN_THE_PROVINCE);

  private enum Held {
    IN_THE_UNIT,
    IN_THE_PROVINCE
  }

  private final Held held;

  Role(Held held) {
    this.held = held;
  }

  /** Whether it is held in the unit that the person works in; otherwise in the whole province. */
  public boolean heldInOwnUnit() {
    return held == Held.IN_THE_UNIT;
  }
}
