package thangdiem.orgunit;

import java.util.List;
import java.util.stream.Collectors;
import thangdiem.audit.Event;

/**
 * What a list from outside would do to the units (dự kiến thay đổi), before and while it is done.
 *
 * @param untouched in the list, and the same here
 * @param unnamed here, and not in the list: they stay as they are
 */
record UnitPlan(
    List<OrgUnit> added, List<UnitChange> changed, List<OrgUnit> untouched, List<OrgUnit> unnamed) {

  boolean changesSomething() {
    return !added.isEmpty() || !changed.isEmpty();
  }

  /** Says in the event what is done: which units are added, and of each other one what changes. */
  void tell(Event event) {
    event.with("added", added.stream().map(OrgUnit::code).collect(Collectors.joining(" ")));
    event.with("changed", changed.size());
    changed.forEach(change -> event.with("unit." + change.after().code(), change.told()));
  }
}
