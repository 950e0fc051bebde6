package thangdiem.council;

import java.util.stream.Stream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;

/** What criteria, groups and sections are called (tên gọi). */
final class Titles {

  private Titles() {}

  static String of(CriteriaSet set, String code) {
    return set.sections().stream()
        .flatMap(section ->
            section.code().equals(code)
                ? Stream.of(section.name())
                : section.criteria().stream().flatMap(criterion -> within(criterion, code)))
        .findFirst()
        .orElseGet(() -> ofDeduction(set, code));
  }

  private static String ofDeduction(CriteriaSet set, String kind) {
    return set.deductions().stream()
        .filter(one -> one.kind().equals(kind))
        .map(one -> one.name())
        .findFirst()
        .orElse(kind);
  }

  private static Stream<String> within(Criterion criterion, String code) {
    if (criterion.code().equals(code)) {
      return Stream.of(criterion.name());
    }
    return criterion instanceof CriterionGroup group
        ? group.criteria().stream().flatMap(child -> within(child, code))
        : Stream.empty();
  }
}
