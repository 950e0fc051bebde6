package thangdiem.submission;

import java.util.Set;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Participations;
import thangdiem.round.Phase;
import thangdiem.round.Rounds;

/** The self-assessments of the rounds, each to those whose roles reach its unit (C-17). */
@Component
public class Assessments {

  /** Who looks into what a unit states before it is published. */
  private static final Set<Role> READERS =
      Set.of(Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR);

  private final Rounds rounds;
  private final Participations participations;

  Assessments(Rounds rounds, Participations participations) {
    this.rounds = rounds;
    this.participations = participations;
  }

  /**
   * The self-assessment of that unit, as somebody sees it.
   *
   * @throws NotFound when there is none, or none of their roles reaches the unit
   * @throws Refusal while the round is a draft
   */
  public Assessment of(Actor actor, String round, String unit) {
    var part = participations.of(actor, READERS, round, unit);
    if (part.round().phase() == Phase.DRAFT) {
      throw new Refusal("form.notYet");
    }
    return new Assessment(
        part.round(),
        rounds.criteria(part.round()),
        part.unit(),
        part.window(),
        actor.account(),
        part.roles(),
        part.now());
  }

  /**
   * The same, to change something of it.
   *
   * @throws Refusal when the round takes no answers, or the report has been sent
   */
  public Assessment toFill(Actor actor, String round, String unit) {
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
