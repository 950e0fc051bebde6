package thangdiem.deduction;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.words.Sentence;

/**
 * One deduction with its trail, and what its reader may do next.
 *
 * @param official the case in the decision's own words
 * @param cost what it would take off or has, where the reader may know
 * @param difference between claim and finding, where the reader may know
 * @param today by the clock of decisions
 * @param form which of the forms was sent and is shown again; empty: none
 * @param typed what stands in it, by field
 */
public record CasePage(
    Round round,
    DeductionCase one,
    String official,
    Optional<Cost> cost,
    Optional<Difference> difference,
    LocalDate today,
    Actor reader,
    String form,
    Map<String, String> typed,
    Map<String, Sentence> wrong) {

  /** What was typed into a field of that form. */
  public String typed(String form, String field) {
    return this.form.equals(form) ? typed.getOrDefault(field, "") : "";
  }

  /** What is wrong with it. */
  public Optional<Sentence> wrong(String form, String field) {
    return this.form.equals(form) ? Optional.ofNullable(wrong.get(field)) : Optional.empty();
  }

  public boolean mayNotify() {
    return may(Role.ORGANISER, Role.COUNCIL_SECRETARY)
        && one.state() == DeductionCase.State.PROPOSED;
  }

  public boolean mayWithdraw() {
    return may(Role.ORGANISER, Role.COUNCIL_SECRETARY) && one.state().isOpen();
  }

  public boolean mayDecide() {
    return decides() && one.mayBeDecided(today);
  }

  /** Whether the unit has to be heard first. */
  public boolean waitsForTheUnit() {
    return decides() && one.state() == DeductionCase.State.NOTIFIED && !one.mayBeDecided(today);
  }

  public boolean mayAnnul() {
    return decides() && one.state() == DeductionCase.State.UPHELD;
  }

  private boolean decides() {
    return may(Role.COUNCIL_SECRETARY, Role.CHAIRMAN) && HandlingTime.decides(round.phase());
  }

  private boolean may(Role... roles) {
    return !one.recused() && HandlingTime.isOpen(round.phase()) && reader.isAny(roles);
  }

  public String path() {
    return "/rounds/" + round.key() + "/deductions/" + one.id();
  }
}
