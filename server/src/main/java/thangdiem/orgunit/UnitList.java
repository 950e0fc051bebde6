package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import thangdiem.search.Folded;

/**
 * The units as they were on a day (danh sách theo ngày): who existed, under which name, above and
 * below whom. A unit whose parent had ended shows under the next higher one that existed.
 */
final class UnitList {

  /** What the filter calls units outside all groups. */
  static final String NO_GROUP = "-";

  private final LocalDate day;
  private final UnitRegister register;
  private final List<OrgUnit> living;
  private final Set<UUID> existing = new HashSet<>();
  private final Map<UUID, List<OrgUnit>> below = new HashMap<>();
  private final List<OrgUnit> tops = new ArrayList<>();
  private final Map<UUID, Integer> counts = new HashMap<>();

  UnitList(LocalDate day, UnitRegister register) {
    this.day = day;
    this.register = register;
    this.living =
        register.index().all().stream()
            .filter(unit -> unit.kind() != OrgUnit.Kind.PROVINCE && unit.existsOn(day))
            .toList();
    living.forEach(unit -> existing.add(unit.id()));
    for (var unit : living) {
      parent(unit)
          .ifPresentOrElse(
              parent -> below.computeIfAbsent(parent.id(), _ -> new ArrayList<>()).add(unit),
              () -> tops.add(unit));
    }
  }

  /** What the unit stood below on the day; absent directly below the province. */
  private Optional<OrgUnit> parent(OrgUnit unit) {
    var seen = new HashSet<UUID>();
    var next = above(unit);
    while (next.isPresent() && !existing.contains(next.get().id()) && seen.add(next.get().id())) {
      next = above(next.get());
    }
    return next.filter(parent -> existing.contains(parent.id()));
  }

  private Optional<OrgUnit> above(OrgUnit unit) {
    return register.history().parentOn(unit, day).flatMap(register.index()::withId);
  }

  private String name(OrgUnit unit) {
    return register.history().nameOn(unit, day);
  }

  int size() {
    return living.size();
  }

  /** How many units each group has, in the decision's order; last those outside all groups. */
  Map<String, Integer> perGroup() {
    var numbers = new LinkedHashMap<String, Integer>();
    register.groups().forEach(group -> numbers.put(group.code(), 0));
    numbers.put(NO_GROUP, 0);
    living.forEach(unit -> numbers.merge(unit.rankingGroup().orElse(NO_GROUP), 1, Integer::sum));
    numbers.values().removeIf(number -> number == 0);
    return numbers;
  }

  /** What was asked for, under headings. */
  List<UnitsPage.Block> blocks(UnitsPage.Asked asked) {
    Predicate<OrgUnit> inGroup =
        unit ->
            asked.group().isEmpty() || unit.rankingGroup().orElse(NO_GROUP).equals(asked.group());
    if (!asked.below().isEmpty()) {
      return register
          .index()
          .coded(asked.below())
          .map(unit -> block("", name(unit), rowsBelow(unit.id(), 0)))
          .stream()
          .toList();
    }
    if (!asked.words().isEmpty() || asked.order() == UnitsPage.Order.NAME) {
      var folded = Folded.of(asked.words()).replaceAll("\\s+", " ");
      var rows =
          living.stream()
              .filter(inGroup)
              .filter(unit -> folded.isEmpty() || holds(unit, folded))
              .map(unit -> row(unit, 0, true))
              .toList();
      return rows.isEmpty() ? List.of() : List.of(block("", "", rows));
    }
    return asked.group().isEmpty() ? tree() : List.of(oneGroup(asked.group(), inGroup));
  }

  private static UnitsPage.Block block(String code, String name, List<UnitRow> rows) {
    return new UnitsPage.Block(code, name, rows.size(), rows);
  }

  /** Group by group as the decision numbers them, everything else by name below what it is of. */
  private List<UnitsPage.Block> tree() {
    Map<String, List<OrgUnit>> groups = new LinkedHashMap<>();
    register.groups().forEach(group -> groups.put(group.code(), new ArrayList<>()));
    for (var unit : tops) {
      groups
          .computeIfAbsent(unit.rankingGroup().orElse(NO_GROUP), _ -> new ArrayList<>())
          .add(unit);
    }
    var blocks = new ArrayList<UnitsPage.Block>();
    groups.forEach((code, units) -> {
      if (!units.isEmpty()) {
        var rows = new ArrayList<UnitRow>();
        for (var unit : inDecisionOrder(code, units)) {
          rows.add(row(unit, 0, false));
          rows.addAll(rowsBelow(unit.id(), 1));
        }
        blocks.add(new UnitsPage.Block(code, groupName(code), units.size(), rows));
      }
    });
    return blocks;
  }

  private UnitsPage.Block oneGroup(String code, Predicate<OrgUnit> inGroup) {
    var units = living.stream().filter(inGroup).toList();
    return block(
        code,
        groupName(code),
        inDecisionOrder(code, units).stream().map(unit -> row(unit, 0, true)).toList());
  }

  private static List<OrgUnit> inDecisionOrder(String group, List<OrgUnit> units) {
    return group.equals(NO_GROUP)
        ? units
        : units.stream().sorted(java.util.Comparator.comparingInt(OrgUnit::ordinal)).toList();
  }

  private String groupName(String code) {
    return register.groups().stream()
        .filter(group -> group.code().equals(code))
        .map(RankingGroup::shortName)
        .findFirst()
        .orElse(code.equals(NO_GROUP) ? "" : code);
  }

  private List<UnitRow> rowsBelow(UUID unit, int depth) {
    var rows = new ArrayList<UnitRow>();
    for (var child : below.getOrDefault(unit, List.of())) {
      rows.add(row(child, depth, false));
      rows.addAll(rowsBelow(child.id(), depth + 1));
    }
    return rows;
  }

  private UnitRow row(OrgUnit unit, int depth, boolean sayAbove) {
    return new UnitRow(
        unit,
        name(unit),
        depth,
        sayAbove ? parent(unit).map(this::name).orElse("") : "",
        count(unit.id()));
  }

  private int count(UUID unit) {
    var known = counts.get(unit);
    if (known != null) {
      return known;
    }
    int count =
        below.getOrDefault(unit, List.of()).stream().mapToInt(child -> 1 + count(child.id())).sum();
    counts.put(unit, count);
    return count;
  }

  private boolean holds(OrgUnit unit, String folded) {
    return Folded.of(unit.name()).contains(folded)
        || Folded.of(unit.officialName()).contains(folded)
        || unit.code().contains(folded)
        || register.history().names(unit.id()).stream()
            .anyMatch(former -> Folded.of(former.name()).contains(folded));
  }

  /** Which ended before the day. */
  List<OrgUnit> ended() {
    return register.index().all().stream()
        .filter(unit -> unit.validTo().filter(day::isAfter).isPresent())
        .toList();
  }

  /** Which began after it. */
  List<OrgUnit> later() {
    return register.index().all().stream()
        .filter(unit -> unit.validFrom().filter(day::isBefore).isPresent())
        .toList();
  }
}
