package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The units as they were on a day (danh sách theo ngày): who existed, under which name, above and
 * below whom. What stood above is not dated: a unit shows under what is above it now, or the next
 * higher one that existed.
 */
final class UnitList {

  private final LocalDate day;
  private final UnitIndex index;
  private final Map<UUID, List<FormerName>> formerNames = new HashMap<>();
  private final List<OrgUnit> living;
  private final Set<UUID> shown = new HashSet<>();

  /**
   * Makes the list.
   *
   * @param units in the order in which they are to be listed
   * @param former oldest first
   */
  UnitList(LocalDate day, List<OrgUnit> units, List<FormerName> former) {
    this.day = day;
    this.index = new UnitIndex(units);
    former.forEach(
        name -> formerNames.computeIfAbsent(name.unit(), _ -> new ArrayList<>()).add(name));
    this.living = units.stream().filter(unit -> unit.existsOn(day)).toList();
    living.forEach(unit -> shown.add(unit.id()));
  }

  /** The name that the unit bore on the day. */
  String name(OrgUnit unit) {
    return formerNames.getOrDefault(unit.id(), List.of()).stream()
        .filter(former -> !day.isAfter(former.lastDay()))
        .findFirst()
        .map(FormerName::name)
        .orElse(unit.name());
  }

  /** Group by group, sub-units and communes under what they belong to. */
  List<UnitsPage.Block> tree(List<RankingGroup> groups) {
    Map<UUID, List<OrgUnit>> below = new HashMap<>();
    var tops = new ArrayList<OrgUnit>();
    for (var unit : living) {
      if (unit.kind() != OrgUnit.Kind.PROVINCE) {
        index.above(unit).stream()
            .filter(above -> shown.contains(above.id()))
            .findFirst()
            .filter(above -> above.kind() != OrgUnit.Kind.PROVINCE)
            .ifPresentOrElse(
                above -> below.computeIfAbsent(above.id(), _ -> new ArrayList<>()).add(unit),
                () -> tops.add(unit));
      }
    }
    Map<String, String> names = new LinkedHashMap<>();
    groups.forEach(group -> names.put(group.code(), group.shortName()));
    Map<String, List<UnitNode>> blocks = new LinkedHashMap<>();
    names.keySet().forEach(code -> blocks.put(code, new ArrayList<>()));
    for (var unit : tops) {
      blocks
          .computeIfAbsent(unit.rankingGroup().orElse(""), _ -> new ArrayList<>())
          .add(node(unit, below));
    }
    return blocks.entrySet().stream()
        .filter(block -> !block.getValue().isEmpty())
        .map(block ->
            new UnitsPage.Block(
                block.getKey(),
                names.getOrDefault(block.getKey(), block.getKey()),
                List.copyOf(block.getValue())))
        .toList();
  }

  private UnitNode node(OrgUnit unit, Map<UUID, List<OrgUnit>> below) {
    return new UnitNode(
        unit,
        name(unit),
        "",
        below.getOrDefault(unit.id(), List.of()).stream()
            .map(child -> node(child, below))
            .toList());
  }

  /** One list of all whose names, present or former, or code hold these words. */
  List<UnitsPage.Block> found(String words) {
    var folded = Folded.of(words).replaceAll("\\s+", " ");
    var found =
        living.stream()
            .filter(unit -> unit.kind() != OrgUnit.Kind.PROVINCE && holds(unit, folded))
            .map(unit -> new UnitNode(unit, name(unit), above(unit), List.of()))
            .toList();
    return found.isEmpty() ? List.of() : List.of(new UnitsPage.Block("", "", found));
  }

  private boolean holds(OrgUnit unit, String folded) {
    return Folded.of(unit.name()).contains(folded)
        || Folded.of(unit.officialName()).contains(folded)
        || unit.code().contains(folded)
        || formerNames.getOrDefault(unit.id(), List.of()).stream()
            .anyMatch(former -> Folded.of(former.name()).contains(folded));
  }

  private String above(OrgUnit unit) {
    return index.above(unit).stream()
        .findFirst()
        .filter(above -> above.kind() != OrgUnit.Kind.PROVINCE)
        .map(this::name)
        .orElse("");
  }

  /** Which ended before the day. */
  List<OrgUnit> ended() {
    return index.all().stream()
        .filter(unit -> unit.validTo().filter(day::isAfter).isPresent())
        .toList();
  }

  /** Which began after it. */
  List<OrgUnit> later() {
    return index.all().stream()
        .filter(unit -> unit.validFrom().filter(day::isBefore).isPresent())
        .toList();
  }
}
