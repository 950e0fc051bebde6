package thangdiem.orgunit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Subject;
import thangdiem.words.Sentence;

/** Adds and changes one unit (thêm, sửa đơn vị), each with its event. */
@Component
class UnitChanges {

  private final OrgUnits units;
  private final OrgUnitTable table;
  private final Acts acts;

  UnitChanges(OrgUnits units, OrgUnitTable table, Acts acts) {
    this.units = units;
    this.table = table;
    this.acts = acts;
  }

  /**
   * Adds a unit as it was typed.
   *
   * @throws WrongInput saying of each field what is wrong
   */
  OrgUnit add(Actor actor, UnitForm form) {
    return acts.perform(
        actor,
        Act.UNIT_ADDED,
        Subject.PROVINCE,
        event -> {
          var register = units.locked();
          var checked = UnitCheck.of(register, register.index(), form, Optional.empty());
          var unit = checked.unit().orElseThrow(() -> WrongInput.of(checked.wrong()));
          table.add(List.of(unit));
          event.about(Subject.unit(unit.id())).with(UnitField.CODE.key(), unit.code());
          var added = UnitForm.of(unit, register.index());
          for (var field : UnitField.COMPARED) {
            if (!added.text(field).isEmpty()) {
              event.with(field.key(), added.text(field));
            }
          }
          return unit;
        });
  }

  /**
   * Changes a unit to what was typed; where that is as it was, nothing happens.
   *
   * @throws WrongInput saying of each field what is wrong, or what somebody else has put there
   *     since
   */
  void change(Actor actor, Act act, String code, UnitForm form) {
    var now = units.register();
    var same = UnitCheck.of(now, now.index(), form, now.index().coded(code));
    if (same.unit().isPresent()
        && !changed(now, code, same).any()
        && form.text(UnitField.SINCE).isEmpty()) {
      return;
    }
    acts.run(
        actor,
        act,
        Subject.unit(unit(now, code).id()),
        event -> {
          var register = units.locked();
          requireUnchanged(register, code, form);
          var checked =
              UnitCheck.of(register, register.index(), form, register.index().coded(code));
          if (checked.unit().isEmpty()) {
            throw WrongInput.of(checked.wrong());
          }
          var change = changed(register, code, checked);
          var above = register.index().with(List.of(change.after()));
          if (above.inCircle(change.after())) {
            throw WrongInput.of(
                Map.of(UnitField.PARENT, Sentence.of("unit.wrong.circle", change.before().name())));
          }
          units.apply(change);
          change.tell(event);
        });
  }

  private static OrgUnit unit(UnitRegister register, String code) {
    return register.index().coded(code).orElseThrow(() -> new NotFound("unit " + code));
  }

  private static UnitChange changed(UnitRegister register, String code, UnitCheck.Checked checked) {
    return UnitChange.of(
        unit(register, code), checked.unit().orElseThrow(), register.index(), checked.since());
  }

  /** A form of an older version: everything in which it differs from what is there now. */
  private static void requireUnchanged(UnitRegister register, String code, UnitForm form) {
    var now = UnitForm.of(unit(register, code), register.index());
    if (!now.text(UnitField.VERSION).equals(form.text(UnitField.VERSION))) {
      var clashes = new ArrayList<UnitChange.Field>();
      for (var field : UnitField.COMPARED) {
        if (!now.text(field).equals(form.text(field))) {
          clashes.add(new UnitChange.Field(field, now.text(field), form.text(field)));
        }
      }
      throw WrongInput.clashing(List.copyOf(clashes));
    }
  }
}
