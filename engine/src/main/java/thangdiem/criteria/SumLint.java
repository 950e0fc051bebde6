package thangdiem.criteria;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sums of points, grades, numbering. */
final class SumLint {

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

  /** What points are rounded to unless a round says otherwise. */
  private static final int PRINTED_DECIMALS = 2;

  private final CriteriaSet set;
  private final Linter linter;

  private SumLint(CriteriaSet set, Linter linter) {
    this.set = set;
    this.linter = linter;
  }

  static void look(CriteriaSet set, Linter linter) {
    var lint = new SumLint(set, linter);
    lint.scale();
    lint.grades();
    lint.numbering();
    lint.fineMaximum();
    for (var section : set.sections()) {
      lint.sum(section.code(), section.maxPoints(), section.criteria());
    }
    for (var unit : set.units()) {
      if (set.group(unit.group()).isEmpty()) {
        linter.error("groups", "unitGroup", unit.id(), unit.group());
      }
    }
  }

  private void scale() {
    for (var group : set.groups()) {
      var sum =
          set.scoredSections().stream()
              .flatMap(section -> section.maxPoints().of(group.id()).stream())
              .reduce(Points.NONE, Points::plus);
      var scale = set.scale(group.id());
      if (!sum.equals(scale)) {
        linter.error("sections", "scale", group.name(), number(sum), number(scale));
      }
    }
  }

  private void sum(String code, MaxPoints max, List<Criterion> children) {
    for (var group : set.groups()) {
      var own = max.of(group.id()).orElse(Points.NONE);
      var sum =
          children.stream()
              .flatMap(child -> child.maxPoints().of(group.id()).stream())
              .reduce(Points.NONE, Points::plus);
      if (!sum.equals(own)) {
        linter.error(code, "sum", code, number(own), number(sum), group.name());
        break;
      }
    }
    for (var child : children) {
      switch (child) {
        case CriterionGroup group -> sum(group.code(), group.maxPoints(), group.criteria());
        case ScoredCriterion scored -> worth(scored);
      }
    }
  }

  /** Points rounded half up can exceed such a maximum; said once, it holds for the others too. */
  private void fineMaximum() {
    set.scored()
        .filter(criterion -> finest(criterion).isPresent())
        .findFirst()
        .ifPresent(criterion ->
            linter.warning(
                criterion.code(), "fineMax", criterion.code(), number(finest(criterion).get())));
  }

  private static Optional<Points> finest(ScoredCriterion criterion) {
    return criterion.maxPoints().byGroup().values().stream()
        .filter(max -> !max.value().isDecimal(PRINTED_DECIMALS))
        .max(Comparator.naturalOrder());
  }

  private void worth(ScoredCriterion criterion) {
    boolean information = criterion.rule() instanceof ScoringRule.Information;
    boolean worthNothing =
        criterion.maxPoints().byGroup().values().stream().allMatch(Points.NONE::equals);
    if (information && !worthNothing) {
      linter.error(criterion.code(), "informationWorthPoints", criterion.code());
    } else if (!information && worthNothing) {
      linter.error(criterion.code(), "scoredWorthNothing", criterion.code());
    }
    if (criterion.rule() instanceof ScoringRule.ByGroup(var rules)) {
      criterion.maxPoints().byGroup().keySet().stream()
          .filter(group -> !rules.containsKey(group))
          .sorted()
          .forEach(
              group -> linter.error(criterion.code(), "noRuleForGroup", criterion.code(), group));
    }
  }

  private void grades() {
    var grades = set.grades().highestFirst();
    for (int i = 0; i < grades.size(); i++) {
      var grade = grades.get(i);
      boolean last = i == grades.size() - 1;
      if (grade.floor().isPresent() == last) {
        linter.error(
            "grade:" + grade.name(),
            last ? "lastGradeWithFloor" : "gradeWithoutFloor",
            grade.name());
      } else if (i > 0 && !last && !below(grade, grades.get(i - 1))) {
        linter.error("grade:" + grade.name(), "gradeOrder", grade.name(), grades.get(i - 1).name());
      }
    }
  }

  /** Whether a grade is easier to reach than the one above it, for units of every group. */
  private boolean below(Grade grade, Grade above) {
    return set.groups().stream()
        .map(OrgUnitGroup::id)
        .allMatch(group ->
            grade.floor(group).orElse(Points.NONE).compareTo(above.floor(group).orElse(Points.NONE))
                < 0);
  }

  private void numbering() {
    int last = 0;
    for (var section : set.sections()) {
      int number = ROMAN.indexOf(section.printedNumber()) + 1;
      if (number > 0 && number != last + 1) {
        linter.warning(
            section.code(),
            "sectionNumber",
            section.printedNumber(),
            last == 0 ? "–" : ROMAN.get(last - 1));
      }
      last = number;
    }
    set.scored().forEach(criterion -> printedNumber(criterion));
  }

  private void printedNumber(ScoredCriterion criterion) {
    var printed = criterion.printedNumber();
    if (printed.contains(",")) {
      linter.warning(criterion.code(), "printedNumber", criterion.code(), printed);
    }
  }

  static BigDecimal number(Points points) {
    return points.decimal().stripTrailingZeros();
  }
}
