package thangdiem.submission;

import java.util.List;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.scoring.Advice;
import thangdiem.words.Sentence;

/**
 * The cheapest points still to win (điểm còn có thể thêm).
 *
 * @param goal the next grade; absent at the highest
 */
public record AdvicePage(
    Assessment assessment, FormPage.Tally tally, Optional<Goal> goal, List<Line> lines) {

  /**
   * What lifts the unit to the next grade.
   *
   * @param reached whether what can be done is enough
   */
  public record Goal(
      String grade, Points needed, boolean reached, Points gain, List<Line> actions) {}

  /**
   * A fact that can be improved.
   *
   * @param now as it stands; empty where it is unanswered
   * @param alongside labels of facts that fall when this one rises
   */
  public record Line(
      FactDefinition fact, String section, String now, List<Step> steps, List<String> alongside) {}

  /** What to do, what it brings, and where. */
  public record Step(Sentence what, Points gain, List<Advice.Effect> effects) {}
}
