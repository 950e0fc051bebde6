package thangdiem.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.exchange.Publication;
import thangdiem.exchange.Round;
import thangdiem.ranking.Standing;

/**
 * A published version, read out of its bundle and scored again from it (bản công bố): what pages
 * are drawn from.
 *
 * @param publication empty where the bundle is only what was adopted
 * @param units by code
 * @param groups from first to last
 * @param columns what stands beside what was decided, read when a page first shows it
 * @param differences by unit
 * @param exhibits by unit
 * @param draws how often the weights were disturbed; 0 where the bundle has no robustness.json
 * @param firmness by unit; empty likewise
 * @param files the bundle's files: size and SHA-256 by name
 */
public record Edition(
    Published published,
    Optional<Publication> publication,
    Round round,
    Map<String, Standing> units,
    Map<OrgUnitGroup, List<Standing>> groups,
    Supplier<Columns> columns,
    Map<String, List<Difference>> differences,
    Map<String, List<Exhibit>> exhibits,
    long draws,
    Map<String, Firmness> firmness,
    Map<String, PackedFile> files) {

  /**
   * The columns before the last, by unit; empty where the bundle does not hold them.
   *
   * @param claimed how units would stand by what they reported
   * @param verified how they would by what verifiers recognised
   */
  public record Columns(Map<String, Standing> claimed, Map<String, Standing> verified) {}

  /** A file of the bundle. */
  public record PackedFile(long size, String sha256) {}

  public Map<String, Standing> claimed() {
    return columns.get().claimed();
  }

  public Map<String, Standing> verified() {
    return columns.get().verified();
  }

  public CriteriaSet set() {
    return round.standings().set();
  }

  public Optional<Standing> unit(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /** Those who are ranked together, from first to last. */
  public List<Standing> members(OrgUnitGroup group) {
    return groups.getOrDefault(group, List.of());
  }

  public OrgUnitGroup groupOf(Standing unit) {
    return set().group(unit.sheet().answers().group()).orElseThrow();
  }

  /** What this version corrected, where it did. */
  Optional<Publication.Correction> correction() {
    return publication.flatMap(Publication::correction);
  }

  /** Why columns differ about that criterion of that unit, in words of the list of reasons. */
  public List<String> reasons(String unit, String code) {
    return differences.getOrDefault(unit, List.of()).stream()
        .filter(one -> set().scoredBelow(one.code()).contains(code))
        .map(Difference::reason)
        .filter(reason -> !reason.isEmpty())
        .distinct()
        .toList();
  }
}
