package thangdiem.council;

import java.util.ArrayList;
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

  /** The same with a correction of what was adopted. */
  static UnitAnswers corrected(UnitAnswers answers, Correction correction) {
    return corrected(
        answers,
        correction.code(),
        new ProposedCorrection(
            correction.kind(),
            correction.ground(),
            correction.words(),
            correction.facts(),
            correction.occasion(),
            correction.points()),
        correction.document());
  }

  static UnitAnswers corrected(
      UnitAnswers answers, String code, ProposedCorrection correction, String document) {
    return correction.kind().deducts()
        ? deducting(
            answers,
            deductions(
                answers.deductions(),
                new Deduction(
                    code,
                    correction.points(),
                    Optional.of(document.isEmpty() ? "…" : document),
                    correction.occasion())))
        : with(answers, code, correction.kind().column(), correction.facts());
  }

  /** What stands, with that one in place of the one for the same; without points it is lifted. */
  static List<Deduction> deductions(List<Deduction> before, Deduction changed) {
    var stand = new ArrayList<Deduction>();
    for (var one : before) {
      if (!isSame(one, changed)) {
        stand.add(one);
      } else if (changed.points().isPresent()) {
        stand.add(changed);
      }
    }
    if (changed.points().isPresent() && before.stream().noneMatch(one -> isSame(one, changed))) {
      stand.add(changed);
    }
    return List.copyOf(stand);
  }

  private static boolean isSame(Deduction one, Deduction other) {
    return one.kind().equals(other.kind()) && one.reason().equals(other.reason());
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
