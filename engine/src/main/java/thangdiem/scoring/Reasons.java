package thangdiem.scoring;

import java.util.List;
import thangdiem.criteria.CriteriaSet;

/** Words the reasons of scores (lời giải thích). */
public final class Reasons {

  private final CriteriaSet set;
  private final Policy policy;

  public Reasons(CriteriaSet set, Policy policy) {
    this.set = set;
    this.policy = policy;
  }

  /** The reason of one line of a unit's sheet. */
  public Reason of(ScoreLine line, UnitAnswers answers) {
    return new Reason(List.of(), "", set.id() + policy + answers.unit(), line.criterion().basis());
  }
}
