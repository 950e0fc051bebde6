package thangdiem.scoring;

import java.util.List;
import java.util.Set;
import thangdiem.criteria.Check;
import thangdiem.criteria.Gate;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/**
 * The score sheet of one unit (phiếu điểm).
 *
 * @param lines one for each criterion that its group has, bonus included, in printed order
 * @param sections the sections of the scale, without bonus
 * @param bonus points of the bonus sections, counted into the total or not
 * @param total max(0, sections + bonus − deductions)
 * @param meanPercent mean of the section percentages (Đ7.3), exact
 * @param byMean what the unit has under the reading of Đ7.3: mean % of the scale + bonus −
 *     deductions
 * @param failedGates conditions that cap the grade
 * @param failedChecks relations between its facts that do not hold
 */
public record ScoreSheet(
    UnitAnswers answers,
    List<ScoreLine> lines,
    List<SectionScore> sections,
    Points bonus,
    List<DeductionEffect> deductionEffects,
    Points deductions,
    Points total,
    Grade grade,
    Rational meanPercent,
    Points byMean,
    Rescaled rescaled,
    List<Gate> failedGates,
    List<Check> failedChecks,
    Set<Flag> flags) {

  /** The figure over what applies to the unit, shown beside the raw one whatever the policy. */
  public record Rescaled(Points total, Grade grade) {}

  /** What the overall rank follows under that reading of Đ7. */
  public Points rankedBy(Policy.Overall overall) {
    return overall == Policy.Overall.TOTAL ? total : byMean;
  }
}
