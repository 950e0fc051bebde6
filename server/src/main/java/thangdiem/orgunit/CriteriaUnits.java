package thangdiem.orgunit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.ListedUnit;

/**
 * The units that a decision lists (danh mục đơn vị của bộ tiêu chí), held against the units that
 * are here. What the decision does not say of a unit – its portal, its dates, what stands above it
 * – stays as it is.
 */
final class CriteriaUnits {

  private CriteriaUnits() {}

  /** What taking over the list would do; new agencies come below the province. */
  static UnitPlan plan(CriteriaSet set, OrgUnit province, List<OrgUnit> here) {
    Map<String, OrgUnit> known = new HashMap<>();
    here.forEach(unit -> known.put(unit.code(), unit));
    Map<UUID, String> codes = new HashMap<>();
    here.forEach(unit -> codes.put(unit.id(), unit.code()));
    var added = new ArrayList<OrgUnit>();
    var changed = new ArrayList<UnitChange>();
    var untouched = new ArrayList<OrgUnit>();
    var listed = new HashSet<String>();
    for (var unit : set.units()) {
      listed.add(unit.id());
      var before = known.get(unit.id());
      if (before == null) {
        added.add(agency(unit, province));
      } else {
        var change =
            UnitChange.of(before, as(unit, before), id -> codes.getOrDefault(id, id.toString()));
        if (change.any()) {
          changed.add(change);
        } else {
          untouched.add(before);
        }
      }
    }
    return new UnitPlan(
        List.copyOf(added),
        List.copyOf(changed),
        List.copyOf(untouched),
        here.stream()
            .filter(unit -> unit.kind() != OrgUnit.Kind.PROVINCE && !listed.contains(unit.code()))
            .toList());
  }

  private static OrgUnit agency(ListedUnit unit, OrgUnit province) {
    return new OrgUnit(
        UUID.randomUUID(),
        unit.id(),
        Optional.of(province.id()),
        OrgUnit.Kind.AGENCY,
        Optional.of(unit.group()),
        vertical(unit),
        unit.name(),
        unit.officialName(),
        Optional.empty(),
        unit.ordinal(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static OrgUnit as(ListedUnit unit, OrgUnit before) {
    return new OrgUnit(
        before.id(),
        before.code(),
        before.parent(),
        before.kind(),
        Optional.of(unit.group()),
        vertical(unit),
        unit.name(),
        unit.officialName(),
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
