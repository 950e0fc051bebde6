package thangdiem.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.exchange.Publication;
import thangdiem.exchange.Round;
import thangdiem.ranking.Standing;
import thangdiem.scoring.ScoreSheet;

/**
 * A published version, read out of its bundle and scored again from it (bản công bố): what pages
 * are drawn from.
 *
 * @param publication empty where the bundle is only what was adopted
 * @param units by code
 * @param groups from first to last
 * @param claimed the sheets of what units reported; empty where the bundle does not hold them
 * @param verified the sheets of what verifiers recognised; likewise
 * @param differences by unit
 * @param exhibits by unit
 * @param firmness by unit; empty where the bundle has no robustness.json
 * @param files the bundle's files: size and SHA-256 by name
 */
record Edition(
    Published published,
    Optional<Publication> publication,
    Round round,
    Map<String, Standing> units,
    Map<OrgUnitGroup, List<Standing>> groups,
    Map<String, ScoreSheet> claimed,
    Map<String, ScoreSheet> verified,
    Map<String, List<Difference>> differences,
    Map<String, List<Exhibit>> exhibits,
    Map<String, Firmness> firmness,
    Map<String, PackedFile> files) {

  /** A file of the bundle. */
  record PackedFile(long size, String sha256) {}

  CriteriaSet set() {
    return round.standings().set();
  }

  Optional<Standing> unit(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /** Those who are ranked together, from first to last. */
  List<Standing> members(OrgUnitGroup group) {
    return groups.getOrDefault(group, List.of());
  }

  OrgUnitGroup groupOf(Standing unit) {
    return set().group(unit.sheet().answers().group()).orElseThrow();
  }

  /** What this version corrected, where it did. */
  Optional<Publication.Correction> correction() {
    return publication.flatMap(Publication::correction);
  }
}
