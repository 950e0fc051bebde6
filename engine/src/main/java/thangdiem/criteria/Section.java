package thangdiem.criteria;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A top grouping of criteria (nội dung, trụ cột).
 *
 * @param bonus whether it is điểm thưởng, outside the scale
 * @param earlierMaxPoints its maximum in earlier years, by year
 * @param rescaledWhenNotHeld whether a round may leave it out, rescaling what remains
 */
public record Section(
    String code,
    String printedNumber,
    String name,
    String shortName,
    boolean bonus,
    MaxPoints maxPoints,
    Map<Integer, Points> earlierMaxPoints,
    List<Criterion> criteria,
    boolean rescaledWhenNotHeld) {

  /** Its scored criteria in printed order. */
  public Stream<ScoredCriterion> scored() {
    return criteria.stream().flatMap(Criterion::scored);
  }
}
