package thangdiem.collection;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Theme;
import thangdiem.orgunit.OrgUnit;

/**
 * What a collection can be made of (số liệu và đơn vị có thể chọn): the facts of the unit's group
 * that can be rolled up, and the units below it.
 *
 * @param facts in the order of the criteria set
 */
public record CollectionChoices(CriteriaSet set, List<FactDefinition> facts, List<Unit> units) {

  /** A unit that can be asked; the first is the asking unit itself. */
  public record Unit(UUID id, String code, String name, OrgUnit.Kind kind) {}

  static CollectionChoices of(CriteriaSet set, String group, List<Unit> units) {
    var used =
        set.scored()
            .filter(criterion -> criterion.maxPoints().of(group).isPresent())
            .flatMap(criterion -> criterion.rule().facts().stream())
            .collect(Collectors.toSet());
    return new CollectionChoices(
        set,
        set.facts().values().stream()
            .filter(fact -> used.contains(fact.id()) && RolledUp.isPossible(fact))
            .toList(),
        units);
  }

  /** Whether there is anybody below. */
  public boolean hasUnitsBelow() {
    return units.size() > 1;
  }

  /** Figures that are added up and that some ratio is made of: there Σ/Σ matters. */
  List<String> proposedFacts() {
    var ofRatios =
        set.scored()
            .map(criterion -> criterion.rule().facts())
            .filter(facts -> facts.size() > 1)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    return facts.stream()
        .filter(fact -> fact.rollUp() == FactDefinition.RollUp.SUM && ofRatios.contains(fact.id()))
        .map(FactDefinition::id)
        .toList();
  }

  /** The themes that have facts to choose. */
  public List<Theme> themes() {
    return set.themes().stream().filter(theme -> !of(theme).isEmpty()).toList();
  }

  public List<FactDefinition> of(Theme theme) {
    return facts.stream().filter(fact -> fact.theme().equals(theme.id())).toList();
  }

  Set<String> factIds() {
    return facts.stream().map(FactDefinition::id).collect(Collectors.toSet());
  }

  Set<String> codes() {
    return units.stream().map(Unit::code).collect(Collectors.toSet());
  }
}
