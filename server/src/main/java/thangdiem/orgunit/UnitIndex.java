package thangdiem.orgunit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import thangdiem.search.Folded;

/** All units at one moment (danh bạ), found by id, by code, or as people name them. */
final class UnitIndex {

  private final Map<UUID, OrgUnit> byId = new LinkedHashMap<>();
  private final Map<String, OrgUnit> byCode = new HashMap<>();
  private final Map<UUID, List<OrgUnit>> below = new HashMap<>();

  UnitIndex(Collection<OrgUnit> units) {
    for (var unit : units) {
      byId.put(unit.id(), unit);
      byCode.put(unit.code(), unit);
      unit.parent()
          .ifPresent(parent -> below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(unit));
    }
  }

  Collection<OrgUnit> all() {
    return byId.values();
  }

  Optional<OrgUnit> withId(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<OrgUnit> coded(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The code of that id. */
  String code(UUID id) {
    return withId(id).map(OrgUnit::code).orElse(id.toString());
  }

  /** The unit of that code, or all of that name in whatever case and with marks or not. */
  List<OrgUnit> meant(String typed) {
    var exact = coded(typed);
    if (exact.isPresent()) {
      return List.of(exact.get());
    }
    var folded = Folded.of(typed);
    return byId.values().stream()
        .filter(unit ->
            Folded.of(unit.name()).equals(folded) || Folded.of(unit.officialName()).equals(folded))
        .toList();
  }

  /** The units directly below. */
  List<OrgUnit> below(UUID id) {
    return below.getOrDefault(id, List.of());
  }

  /** Everything below, however deep. */
  List<OrgUnit> allBelow(UUID id) {
    var found = new ArrayList<OrgUnit>();
    for (var child : below(id)) {
      found.add(child);
      found.addAll(allBelow(child.id()));
    }
    return found;
  }

  /** The index after some units are added or changed. */
  UnitIndex with(Collection<OrgUnit> units) {
    var all = new LinkedHashMap<>(byId);
    units.forEach(unit -> all.put(unit.id(), unit));
    return new UnitIndex(all.values());
  }

  /** Whether the way up from the unit comes back to it. */
  boolean inCircle(OrgUnit unit) {
    Set<UUID> seen = new HashSet<>();
    var next = unit.parent();
    while (next.isPresent() && seen.add(next.get())) {
      if (next.get().equals(unit.id())) {
        return true;
      }
      next = withId(next.get()).flatMap(OrgUnit::parent);
    }
    return false;
  }

  /** The units above, the nearest first. */
  List<OrgUnit> above(OrgUnit unit) {
    var found = new ArrayList<OrgUnit>();
    Set<UUID> seen = new HashSet<>();
    var next = unit.parent().flatMap(this::withId);
    while (next.isPresent() && seen.add(next.get().id())) {
      found.add(next.get());
      next = next.get().parent().flatMap(this::withId);
    }
    return found;
  }
}
