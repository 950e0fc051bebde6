package thangdiem.submission;

import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.round.Phase;
import thangdiem.round.Rounds;

/** The self-assessments of the rounds, each to those whose roles reach its unit (C-17). */
@Component
class Assessments {

  private final Rounds rounds;
  private final AssessmentTable table;

  Assessments(Rounds rounds, AssessmentTable table) {
    this.rounds = rounds;
    this.table = table;
  }

  /**
   * The self-assessment of that unit, as somebody sees it.
   *
   * @throws NotFound when there is none, or none of their roles reaches the unit
   */
  Assessment of(Actor actor, String round, String unit) {
    var found = rounds.named(round);
    if (found.phase() == Phase.DRAFT) {
      throw new NotFound("assessment in a draft");
    }
    return table
        .find(found, rounds.criteria(found), unit, actor)
        .filter(assessment -> !assessment.roles().isEmpty())
        .orElseThrow(() -> new NotFound("assessment of " + unit));
  }

  /**
   * The same, to change something of it.
   *
   * @throws Refusal when the round takes no answers, or the report has been sent
   */
  Assessment toFill(Actor actor, String round, String unit) {
    var assessment = of(actor, round, unit);
    if (!assessment.round().phase().takesAnswers()) {
      throw new Refusal("form.closed");
    }
    if (!assessment.isOpen()) {
      throw new Refusal("form.sent");
    }
    return assessment;
  }
}
