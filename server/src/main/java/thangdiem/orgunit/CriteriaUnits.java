package thangdiem.orgunit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.ListedUnit;

/**
 * The units that a decision lists (danh mục đơn vị của bộ tiêu chí), held against the units that
 * are here. What the decision does not say of a unit – its portal, its dates, what stands above it
 * – stays as it is; so do the names of a unit that was renamed after the decision was issued, and
 * units that have ended.
 */
final class CriteriaUnits {

  private final CriteriaSet set;
  private final UnitRegister register;

  private CriteriaUnits(CriteriaSet set, UnitRegister register) {
    this.set = set;
    this.register = register;
  }

  /** What taking over the list would do; new agencies come below the province. */
  static UnitPlan plan(CriteriaSet set, UnitRegister register) {
    return new CriteriaUnits(set, register).plan();
  }

  private UnitPlan plan() {
    var here = register.index();
    var province =
        here.all().stream()
            .filter(unit -> unit.kind() == OrgUnit.Kind.PROVINCE)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no province to take units over"));
    var added = new ArrayList<OrgUnit>();
    var changed = new ArrayList<UnitChange>();
    var untouched = new ArrayList<OrgUnit>();
    var listed = new HashSet<String>();
    for (var unit : set.units()) {
      listed.add(unit.id());
      var before = here.coded(unit.id());
      if (before.isEmpty()) {
        added.add(agency(unit, province));
      } else {
        var change = change(before.get(), unit);
        if (change.any()) {
          changed.add(change);
        } else {
          untouched.add(before.get());
        }
      }
    }
    return new UnitPlan(
        List.copyOf(added),
        List.copyOf(changed),
        List.copyOf(untouched),
        here.all().stream()
            .filter(unit -> unit.kind() != OrgUnit.Kind.PROVINCE && !listed.contains(unit.code()))
            .toList());
  }

  private UnitChange change(OrgUnit before, ListedUnit listed) {
    var since = new Since(set.legalBasis().issuedOn(), set.legalBasis().number());
    boolean ended = before.validTo().filter(register.today()::isAfter).isPresent();
    boolean renamedLater =
        register
            .history()
            .lastNameUntil(before.id())
            .filter(last -> !last.isBefore(since.dayBefore()))
            .isPresent();
    var after = ended ? before : as(listed, before, !renamedLater);
    var change = UnitChange.of(before, after, register.index(), Optional.of(since));
    return change.renames()
        ? change
        : new UnitChange(before, after, change.fields(), Optional.empty());
  }

  private static OrgUnit agency(ListedUnit unit, OrgUnit province) {
    return new OrgUnit(
        UUID.randomUUID(),
        unit.id(),
        Optional.of(province.id()),
        OrgUnit.Kind.AGENCY,
        Optional.of(unit.group()),
        vertical(unit),
        Typed.text(unit.name()),
        Typed.text(unit.officialName()),
        Optional.empty(),
        unit.ordinal(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static OrgUnit as(ListedUnit unit, OrgUnit before, boolean named) {
    return new OrgUnit(
        before.id(),
        before.code(),
        before.parent(),
        before.kind(),
        Optional.of(unit.group()),
        vertical(unit),
        named ? Typed.text(unit.name()) : before.name(),
        named ? Typed.text(unit.officialName()) : before.officialName(),
        before.portal(),
        unit.ordinal(),
        before.validFrom(),
        before.validTo(),
        before.version());
  }

  private static boolean vertical(ListedUnit unit) {
    return unit.tags().contains("vertical");
  }
}
