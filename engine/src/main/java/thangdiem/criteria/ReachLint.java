package thangdiem.criteria;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Grades that nobody can reach (loại không thể đạt), found from the declared not-applicable
 * profiles alone: an agency without one-stop shop and online services tops out at 785, or 815 with
 * the bonus, and can never be Tốt.
 */
final class ReachLint {

  private final CriteriaSet set;
  private final Linter linter;

  private ReachLint(CriteriaSet set, Linter linter) {
    this.set = set;
    this.linter = linter;
  }

  static void look(CriteriaSet set, Linter linter) {
    var lint = new ReachLint(set, linter);
    for (var group : set.groups()) {
      lint.nobody(group);
      lint.profiles(group);
    }
  }

  private void nobody(OrgUnitGroup group) {
    var most = most(group, Set.of(), true);
    for (var grade : set.grades().highestFirst()) {
      var floor = grade.floor(group.id());
      if (floor.isPresent() && floor.get().compareTo(most) > 0) {
        linter.error(
            "grade:" + grade.name(),
            "gradeOutOfReach",
            grade.name(),
            SumLint.number(floor.get()),
            group.name(),
            SumLint.number(most));
      }
    }
  }

  /** Every combination of the profiles that the group may claim, the single ones first. */
  private void profiles(OrgUnitGroup group) {
    var own =
        set.notApplicable().stream()
            .filter(profile -> profile.groups().contains(group.id()))
            .toList();
    for (int bits = 1; bits < 1 << Math.min(own.size(), 8); bits++) {
      claimed(group, chosen(own, bits));
    }
  }

  private static List<NotApplicableProfile> chosen(List<NotApplicableProfile> own, int bits) {
    return IntStream.range(0, own.size())
        .filter(i -> (bits >> i & 1) == 1)
        .mapToObj(own::get)
        .toList();
  }

  private void claimed(OrgUnitGroup group, List<NotApplicableProfile> profiles) {
    var aside = new HashSet<String>();
    profiles.forEach(
        profile -> profile.criteria().forEach(code -> aside.addAll(set.scoredBelow(code))));
    var most = most(group, aside, false);
    var withBonus = most(group, aside, true);
    var lost =
        set.grades().highestFirst().stream()
            .filter(grade -> !grade.reachedBy(withBonus, group.id()))
            .map(Grade::name)
            .collect(Collectors.joining(", "));
    if (!lost.isEmpty()) {
      linter.warning(
          profiles.getFirst().id(),
          "profileOutOfReach",
          group.name(),
          profiles.stream().map(NotApplicableProfile::name).collect(Collectors.joining(" + ")),
          SumLint.number(most),
          SumLint.number(withBonus),
          lost);
    }
  }

  /** The most that a unit of the group can have without those criteria. */
  private Points most(OrgUnitGroup group, Set<String> aside, boolean bonus) {
    return set.sections().stream()
        .filter(section -> bonus || !section.bonus())
        .flatMap(Section::scored)
        .filter(criterion -> !aside.contains(criterion.code()))
        .flatMap(criterion -> criterion.maxPoints().of(group.id()).stream())
        .reduce(Points.NONE, Points::plus);
  }
}
