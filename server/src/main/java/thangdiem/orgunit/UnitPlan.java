package thangdiem.orgunit;

import java.util.List;
import java.util.stream.Collectors;
import thangdiem.audit.Event;
import thangdiem.exchange.Sha256;

/**
 * What a list from outside would do to the units (dự kiến thay đổi), before and while it is done.
 *
 * @param added those above before those below
 * @param untouched in the list, and the same here
 * @param unnamed here, and not in the list: they stay as they are
 */
public record UnitPlan(
    List<OrgUnit> added, List<UnitChange> changed, List<OrgUnit> untouched, List<OrgUnit> unnamed) {

  public boolean changesSomething() {
    return !added.isEmpty() || !changed.isEmpty();
  }

  /**
   * By which a confirmation says what it confirms: every addition, every field before and after,
   * and the version of each unit it starts from.
   */
  String digest(UnitIndex index) {
    var text = new StringBuilder();
    added.forEach(unit -> text.append(told(unit, index)).append('\n'));
    changed.forEach(change ->
        text.append(change.before().code())
            .append(' ')
            .append(change.before().version())
            .append(' ')
            .append(change.told())
            .append('\n'));
    return Sha256.of(text.toString());
  }

  /** Says in the event what is done: of each unit added what is known, of each other the change. */
  void tell(Event event, UnitIndex index) {
    event.with("added", added.stream().map(OrgUnit::code).collect(Collectors.joining(" ")));
    event.with("changed", changed.size());
    added.forEach(unit -> event.with("unit." + unit.code(), told(unit, index)));
    changed.forEach(change -> event.with("unit." + change.after().code(), change.told()));
  }

  private static String told(OrgUnit unit, UnitIndex index) {
    var form = UnitForm.of(unit, index);
    return "+ "
        + unit.code()
        + UnitField.COMPARED.stream()
            .filter(field -> !form.text(field).isEmpty())
            .map(field -> "; " + field.key() + ": " + form.text(field))
            .collect(Collectors.joining());
  }
}
