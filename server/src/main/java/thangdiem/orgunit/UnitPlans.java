package thangdiem.orgunit;

import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.Sha256;

/**
 * Carries out what was previewed (xác nhận): the plan is made again of the units as they are in the
 * act, and is done only when it is the same to the letter.
 */
@Component
class UnitPlans {

  private final OrgUnits units;
  private final Acts acts;

  UnitPlans(OrgUnits units, Acts acts) {
    this.units = units;
    this.acts = acts;
  }

  static String digest(UnitPlan plan, UnitRegister register) {
    return plan.digest(register.with(plan.added()).index());
  }

  /**
   * Imports a workbook.
   *
   * @throws Refusal when it would now do something else than was previewed
   */
  void imports(Actor actor, String file, byte[] bytes, String digest) {
    acts.run(
        actor,
        Act.UNITS_IMPORTED,
        Subject.PROVINCE,
        event -> {
          var register = units.locked();
          var plan = UnitSheetReader.plan(register, file, bytes);
          require(plan, register, digest);
          event.with("file", file).with("sha256", Sha256.of(bytes));
          units.carryOut(plan, event);
        });
  }

  /**
   * Takes over the units of a criteria set.
   *
   * @throws Refusal when that would now do something else than was previewed
   */
  void takesOver(Actor actor, CriteriaSet set, String digest) {
    acts.run(
        actor,
        Act.UNITS_IMPORTED,
        Subject.PROVINCE,
        event -> {
          var register = units.locked();
          var plan = CriteriaUnits.plan(set, register);
          require(plan, register, digest);
          units.takeOver(set, plan, event);
        });
  }

  private static void require(UnitPlan plan, UnitRegister register, String digest) {
    if (!digest(plan, register).equals(digest)) {
      throw new Refusal("units.plan.moved");
    }
  }
}
