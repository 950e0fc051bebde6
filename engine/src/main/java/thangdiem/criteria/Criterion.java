package thangdiem.criteria;

import java.util.stream.Stream;

/**
 * A criterion (tiêu chí): one that is scored, or a group of them. Depth is data: I.1 is scored,
 * II.1 is a group.
 */
public sealed interface Criterion permits CriterionGroup, ScoredCriterion {

  /** Stable identifier: {@code III.1.10}. */
  String code();

  /** The number to the letter of the decision, which may be "1,10". */
  String printedNumber();

  /** The title to the letter of the decision. */
  String name();

  MaxPoints maxPoints();

  /** This criterion if it is scored, or all scored ones below it, in printed order. */
  default Stream<ScoredCriterion> scored() {
    return switch (this) {
      case ScoredCriterion scored -> Stream.of(scored);
      case CriterionGroup group -> group.criteria().stream().flatMap(Criterion::scored);
    };
  }
}
