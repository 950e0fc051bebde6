package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/**
 * What was measured at a unit on the spot, in minutes that both sides signed (số đo tại chỗ, Đ6.3).
 *
 * @param at when the minutes came out
 * @param sha256 of the minutes as PDF
 */
public record Measured(Map<String, Fact> facts, OffsetDateTime at, String sha256) {

  /** What of a criterion was measured, by fact. */
  Map<String, Fact> of(ScoredCriterion criterion) {
    var own = new LinkedHashMap<String, Fact>();
    facts.forEach((fact, value) -> {
      if (criterion.rule().facts().contains(fact)) {
        own.put(fact, value);
      }
    });
    return own;
  }

  /** Whether those answers say something else of a fact than was measured. */
  boolean differsFrom(UnitAnswers answers, String fact) {
    return facts.containsKey(fact) && !Objects.equals(facts.get(fact), answers.facts().get(fact));
  }
}
