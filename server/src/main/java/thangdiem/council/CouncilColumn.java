package thangdiem.council;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/** The council's column (cột hội đồng): what was verified, under what the council decided. */
final class CouncilColumn {

  private CouncilColumn() {}

  /** The answers as the adjustments leave them, the latest about a fact counting. */
  static UnitAnswers of(
      UnitAnswers verified, List<Adjustment> adjustments, List<Deduction> deductions) {
    var answers = deducting(verified, deductions);
    for (var adjustment : adjustments) {
      answers = with(answers, adjustment.code(), adjustment.kind(), adjustment.facts());
    }
    return answers;
  }

  /** The same with one more decision. */
  static UnitAnswers with(
      UnitAnswers answers, String code, MotionKind kind, Map<String, Optional<Fact>> values) {
    var facts = new LinkedHashMap<>(answers.facts());
    values.forEach((fact, value) ->
        value.ifPresentOrElse(known -> facts.put(fact, known), () -> facts.remove(fact)));
    var notApplicable = new LinkedHashSet<>(answers.notApplicable());
    if (kind == MotionKind.CLAIM_APPROVED) {
      notApplicable.add(code);
    } else if (kind == MotionKind.CLAIM_REFUSED) {
      notApplicable.remove(code);
    }
    return new UnitAnswers(
        answers.unit(),
        answers.name(),
        answers.group(),
        facts,
        answers.previous(),
        List.copyOf(notApplicable),
        answers.deductions(),
        answers.submittedAt(),
        answers.reported());
  }

  private static UnitAnswers deducting(UnitAnswers answers, List<Deduction> deductions) {
    return deductions.equals(answers.deductions())
        ? answers
        : new UnitAnswers(
            answers.unit(),
            answers.name(),
            answers.group(),
            answers.facts(),
            answers.previous(),
            answers.notApplicable(),
            List.copyOf(deductions),
            answers.submittedAt(),
            answers.reported());
  }
}
