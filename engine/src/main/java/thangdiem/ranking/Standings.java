package thangdiem.ranking;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.SectionScore;

/**
 * The standings of a round (bảng xếp hạng, Đ7): every unit with its ranks, in the order in which
 * the sheets were given.
 */
public record Standings(CriteriaSet set, Policy policy, List<Standing> units) {

  /** Ranks the sheets. Their order does not matter to any rank. */
  public static Standings of(CriteriaSet set, Policy policy, List<ScoreSheet> sheets) {
    return new FollowedStandings(set, policy, sheets).now();
  }

  /**
   * Where the unit at that place stands.
   *
   * @param bySection the ranks of all units, by the codes of scored sections
   */
  static Standing standing(
      int place, ScoreSheet sheet, Rank overall, Rank other, Map<String, Rank[]> bySection) {
    var flags =
        sheet.flags().isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(sheet.flags());
    if (overall.overall() != other.overall()) {
      flags.add(Flag.ORDER_FLIPS);
    }
    return new Standing(sheet, overall, other, SectionRanks.of(sheet, place, bySection), flags);
  }

  /** The units from first to last; equal ones in the order given, unranked ones at the end. */
  public List<Standing> inOrder() {
    return units.stream()
        .sorted(
            Comparator.comparing((Standing unit) -> !unit.overall().exists())
                .thenComparing(
                    unit -> unit.sheet().rankedBy(policy.overall()), Comparator.reverseOrder()))
        .toList();
  }

  static Optional<Points> points(ScoreSheet sheet, String section) {
    return sheet.sections().stream()
        .filter(score -> score.section().code().equals(section) && score.applies())
        .map(SectionScore::points)
        .findFirst();
  }

  /** The units of each group, in the order of the set's groups. */
  public Map<OrgUnitGroup, List<Standing>> byGroup() {
    var byGroup = new LinkedHashMap<OrgUnitGroup, List<Standing>>();
    for (var group : set.groups()) {
      var members =
          inOrder().stream()
              .filter(unit -> unit.sheet().answers().group().equals(group.id()))
              .toList();
      if (!members.isEmpty()) {
        byGroup.put(group, members);
      }
    }
    return byGroup;
  }
}
