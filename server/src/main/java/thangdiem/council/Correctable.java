package thangdiem.council;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;

/** What of an adopted result can be corrected (nội dung có thể đính chính). */
final class Correctable {

  private Correctable() {}

  /** Sections, groups and criteria in the set's order, then deductions: name by code. */
  static Map<String, String> of(CriteriaSet set) {
    var all = new LinkedHashMap<String, String>();
    set.sections()
        .forEach(section -> {
          all.put(section.code(), section.code() + " " + section.name());
          section.criteria().forEach(criterion -> add(criterion, all));
        });
    set.deductions().forEach(one -> all.put(one.kind(), "− " + one.name()));
    return all;
  }

  private static void add(Criterion criterion, Map<String, String> all) {
    all.put(criterion.code(), criterion.code() + " " + criterion.name());
    if (criterion instanceof CriterionGroup group) {
      group.criteria().forEach(child -> add(child, all));
    }
  }

  /**
   * In which ways it can be.
   *
   * @throws NotFound when there is no such thing
   */
  static List<CorrectionKind> kinds(CriteriaSet set, String code) {
    if (set.deductions().stream().anyMatch(one -> one.kind().equals(code))) {
      return List.of(CorrectionKind.DEDUCTED, CorrectionKind.DEDUCTION_LIFTED);
    }
    if (set.scored().anyMatch(one -> one.code().equals(code))) {
      return List.of(
          CorrectionKind.VALUES, CorrectionKind.CLAIM_APPROVED, CorrectionKind.CLAIM_REFUSED);
    }
    if (set.scoredBelow(code).isEmpty()) {
      throw new NotFound("criterion " + code);
    }
    return List.of(CorrectionKind.CLAIM_APPROVED, CorrectionKind.CLAIM_REFUSED);
  }
}
