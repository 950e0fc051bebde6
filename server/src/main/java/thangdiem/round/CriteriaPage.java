package thangdiem.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.MaxPoints;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Theme;

/**
 * The criteria of a round to read and to point at (bộ tiêu chí của đợt).
 *
 * @param usedBy the criteria that a fact feeds, by the fact's id
 */
public record CriteriaPage(
    Round round, CriteriaSet set, Map<String, List<ScoredCriterion>> usedBy) {

  static CriteriaPage of(Round round, CriteriaSet set) {
    Map<String, List<ScoredCriterion>> usedBy = new LinkedHashMap<>();
    set.scored()
        .forEach(criterion ->
            criterion
                .rule()
                .facts()
                .forEach(
                    fact -> usedBy.computeIfAbsent(fact, _ -> new ArrayList<>()).add(criterion)));
    return new CriteriaPage(round, set, usedBy);
  }

  /** Where a criterion or a fact stands on the page. */
  public static String anchor(String code) {
    return "muc-" + code;
  }

  /** The facts under a heading, in the order of the set. */
  public List<FactDefinition> facts(Theme theme) {
    return set.facts().values().stream().filter(fact -> fact.theme().equals(theme.id())).toList();
  }

  /** The groups for which there is such a maximum, in the decision's order. */
  public List<OrgUnitGroup> groups(MaxPoints max) {
    return set.groups().stream().filter(group -> max.of(group.id()).isPresent()).toList();
  }

  /** Whether the maximum is the same for every group that has one. */
  public boolean isOne(MaxPoints max) {
    return max.byGroup().values().stream().distinct().count() == 1
        && max.byGroup().size() == set.groups().size();
  }
}
