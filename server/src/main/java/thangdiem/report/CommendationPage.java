package thangdiem.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.words.Sentence;

/**
 * The proposal of whom to commend, its proof and how far it is.
 *
 * @param seen whether the reader may see who stands where: before the adoption only the council may
 * @param candidates empty where they may not, or no rule is set
 * @param form which form was sent and is shown again; empty: none
 */
public record CommendationPage(
    Round round,
    CriteriaSet set,
    List<CommendationRule> rules,
    List<CommendationStep> steps,
    boolean seen,
    List<Candidate> candidates,
    Actor reader,
    RuleForm ruleForm,
    StepForm stepForm,
    String form,
    Map<String, Sentence> wrong) {

  public boolean provisional() {
    return round.phase().compareTo(Phase.ADOPTED) < 0;
  }

  public List<Candidate> proposed() {
    return candidates.stream().filter(Candidate::proposed).toList();
  }

  public List<Candidate> barred() {
    return candidates.stream().filter(one -> !one.proposed()).toList();
  }

  public boolean maySetRule() {
    return reader.isAny(Role.COUNCIL_SECRETARY, Role.CHAIRMAN)
        && Commendations.takesRules(round, steps);
  }

  public boolean maySend() {
    return reader.isAny(Role.COUNCIL_SECRETARY)
        && !rules.isEmpty()
        && next().equals(Optional.of(CommendationStep.Kind.SENT));
  }

  /** The step that the emulation officer may take. */
  public Optional<CommendationStep.Kind> mayMove() {
    return reader.isAny(Role.EMULATION_OFFICER)
        ? next().filter(kind -> kind != CommendationStep.Kind.SENT)
        : Optional.empty();
  }

  private Optional<CommendationStep.Kind> next() {
    return Commendations.next(round, steps);
  }

  /** Whether the list has become another since it was sent, as a correction may make it. */
  public boolean differsFromSent() {
    return steps.stream()
        .filter(step -> step.kind() == CommendationStep.Kind.SENT)
        .anyMatch(step -> !step.units().equals(proposed().stream().map(Candidate::code).toList()));
  }

  public Optional<Sentence> wrong(String form, String field) {
    return this.form.equals(form) ? Optional.ofNullable(wrong.get(field)) : Optional.empty();
  }

  public String path() {
    return "/rounds/" + round.key() + "/commendation";
  }
}
