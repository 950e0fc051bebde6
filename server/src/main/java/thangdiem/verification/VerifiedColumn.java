package thangdiem.verification;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/** The verified column (cột thẩm định): what a unit claims, under what was found. */
final class VerifiedColumn {

  private VerifiedColumn() {}

  /** The answers as the standing findings leave them; the latest of two about one fact counts. */
  static UnitAnswers of(UnitAnswers claimed, List<Finding> findings) {
    return of(claimed, findings, Optional.empty());
  }

  /** The same as if there were no finding about that code. */
  static UnitAnswers without(UnitAnswers claimed, List<Finding> findings, String code) {
    return of(claimed, findings, Optional.of(code));
  }

  private static UnitAnswers of(
      UnitAnswers claimed, List<Finding> findings, Optional<String> without) {
    var settling = findings.stream().filter(finding -> finding.verdict().settles()).toList();
    var standing =
        settling.stream()
            .map(Finding::code)
            .distinct()
            .filter(code -> !without.map(code::equals).orElse(false))
            .flatMap(code -> VerifiedUnit.standing(settling, code).stream())
            .sorted(Comparator.comparing(Finding::seq))
            .toList();
    if (standing.isEmpty()) {
      return claimed;
    }
    var facts = new LinkedHashMap<>(claimed.facts());
    var notApplicable = new java.util.ArrayList<>(claimed.notApplicable());
    for (var finding : standing) {
      put(facts, finding.facts());
      if (finding.verdict() == Verdict.CLAIM_REFUSED) {
        notApplicable.remove(finding.code());
      }
    }
    return with(claimed, facts, notApplicable);
  }

  /** The answers with those values instead of their own. */
  static UnitAnswers with(UnitAnswers answers, Map<String, Optional<Fact>> values) {
    var facts = new LinkedHashMap<>(answers.facts());
    put(facts, values);
    return with(answers, facts, answers.notApplicable());
  }

  private static void put(Map<String, Fact> facts, Map<String, Optional<Fact>> values) {
    values.forEach((fact, value) ->
        value.ifPresentOrElse(known -> facts.put(fact, known), () -> facts.remove(fact)));
  }

  private static UnitAnswers with(
      UnitAnswers answers, Map<String, Fact> facts, List<String> notApplicable) {
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
}
