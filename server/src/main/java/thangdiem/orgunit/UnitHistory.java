package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What all units were before (lịch sử đơn vị): their names, what stood above, who followed whom.
 */
final class UnitHistory {

  static final UnitHistory NONE = new UnitHistory(List.of(), List.of(), List.of());

  private final Map<UUID, List<FormerName>> names = new HashMap<>();
  private final Map<UUID, List<FormerParent>> parents = new HashMap<>();
  private final Map<UUID, List<Succession>> before = new HashMap<>();
  private final Map<UUID, List<Succession>> after = new HashMap<>();

  /** Makes it of rows, oldest first. */
  UnitHistory(
      Collection<FormerName> names,
      Collection<FormerParent> parents,
      Collection<Succession> successions) {
    names.forEach(name -> add(this.names, name.unit(), name));
    parents.forEach(parent -> add(this.parents, parent.unit(), parent));
    successions.forEach(succession -> {
      add(before, succession.successor(), succession);
      add(after, succession.predecessor(), succession);
    });
  }

  private static <T> void add(Map<UUID, List<T>> map, UUID unit, T one) {
    map.computeIfAbsent(unit, _ -> new ArrayList<>()).add(one);
  }

  List<FormerName> names(UUID unit) {
    return names.getOrDefault(unit, List.of());
  }

  List<FormerParent> parents(UUID unit) {
    return parents.getOrDefault(unit, List.of());
  }

  List<Succession> predecessors(UUID unit) {
    return before.getOrDefault(unit, List.of());
  }

  List<Succession> successors(UUID unit) {
    return after.getOrDefault(unit, List.of());
  }

  /** The name that the unit bore on the day. */
  String nameOn(OrgUnit unit, LocalDate day) {
    return names(unit.id()).stream()
        .filter(former -> !day.isAfter(former.lastDay()))
        .findFirst()
        .map(FormerName::name)
        .orElse(unit.name());
  }

  /** What the unit stood below on the day. */
  Optional<UUID> parentOn(OrgUnit unit, LocalDate day) {
    return parents(unit.id()).stream()
        .filter(former -> !day.isAfter(former.lastDay()))
        .findFirst()
        .map(FormerParent::parent)
        .or(unit::parent);
  }

  /** The last day of its last former name. */
  Optional<LocalDate> lastNameUntil(UUID unit) {
    return names(unit).isEmpty() ? Optional.empty() : Optional.of(names(unit).getLast().lastDay());
  }

  /** The last day below its last former parent. */
  Optional<LocalDate> lastParentUntil(UUID unit) {
    return parents(unit).isEmpty()
        ? Optional.empty()
        : Optional.of(parents(unit).getLast().lastDay());
  }

  /** Whether a unit follows another, directly or through others. */
  boolean follows(UUID later, UUID earlier) {
    var seen = new HashSet<UUID>();
    var next = new ArrayList<>(List.of(earlier));
    while (!next.isEmpty()) {
      for (var succession : successors(next.removeLast())) {
        if (succession.successor().equals(later)) {
          return true;
        }
        if (seen.add(succession.successor())) {
          next.add(succession.successor());
        }
      }
    }
    return false;
  }
}
