package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything known of the units at one moment (sổ đơn vị).
 *
 * @param groups the ranking groups in the decision's order
 * @param today the day in Vietnam
 */
record UnitRegister(
    UnitIndex index, List<RankingGroup> groups, UnitHistory history, LocalDate today) {

  /** The same with units that are to be added. */
  UnitRegister with(Collection<OrgUnit> added) {
    return new UnitRegister(index.with(added), groups, history, today);
  }

  /** Names of all units by id. */
  Map<UUID, String> names() {
    var names = new HashMap<UUID, String>();
    index.all().forEach(unit -> names.put(unit.id(), unit.name()));
    return names;
  }

  UnitLabels labels() {
    var groupNames = new LinkedHashMap<String, String>();
    groups.forEach(group -> groupNames.put(group.code(), group.shortName()));
    var unitNames = new HashMap<String, String>();
    index.all().forEach(unit -> unitNames.put(unit.code(), unit.name()));
    return new UnitLabels(groupNames, unitNames);
  }
}
