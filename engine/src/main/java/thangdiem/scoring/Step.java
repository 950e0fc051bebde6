package thangdiem.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoringRule;

/**
 * What a rule came to for a unit (phép tính): enough to redo the sum by hand. One kind for each way
 * points arise.
 */
public sealed interface Step {

  /** No value: an unanswered fact or a denominator of 0. */
  record NotMeasured(Flag why) implements Step {}

  /** The criterion does not apply, or its block was not held. */
  record SetAside(Flag why) implements Step {}

  record Held(boolean holds) implements Step {}

  /**
   * Ratio × maximum.
   *
   * @param counted the raw ratio, or 1 where it was capped
   */
  record Share(Rational raw, Rational counted) implements Step {}

  /** The tier met, if any. */
  record TierMet(Rational measure, Optional<ScoringRule.Tier> tier) implements Step {}

  record OptionChosen(Optional<ScoringRule.OptionPoints> option) implements Step {}

  record WindowMet(Optional<LocalDate> date, Optional<ScoringRule.Window> window) implements Step {}

  record Summed(List<Award> parts, boolean capped) implements Step {}

  record Counted(Rational count, Rational each, boolean capped) implements Step {}

  record BestCase(List<Award> cases, int best) implements Step {}

  /** Relative to the best value among the units. */
  record AgainstBest(Rational measure, Rational best) implements Step {}

  record BetweenExtremes(Rational measure, Rational min, Rational max) implements Step {}

  /** The change against last year, and what it led to. */
  record Changed(Rational before, Rational now, Rational change, Optional<ScoringRule.Tier> tier)
      implements Step {}

  record Surveyed(Rational result) implements Step {}

  record Computed(Rational value) implements Step {}

  /** Asked for information only. */
  record ForInformation() implements Step {}
}
