package thangdiem.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.DeductionKind;
import thangdiem.criteria.Finding;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.orgunit.OrgUnit;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/** The pages on which a round is set up, one record each. */
public final class SetupPage {

  /** The questions in the order in which they are asked. */
  public static final List<String> STEPS =
      List.of("criteria", "policy", "units", "calendar", "deductions", "open");

  private SetupPage() {}

  /**
   * What all steps share.
   *
   * @param missing what keeps the round from opening
   * @param refused why what was typed is shown again and not kept
   */
  public record Frame(
      Round round, String step, List<Sentence> missing, Optional<Sentence> refused) {

    /** Whether the rules are frozen: the pages then only show. */
    public boolean frozen() {
      return round.phase() != Phase.DRAFT;
    }

    /** The step after this one; none after the last. */
    public Optional<String> next() {
      int at = STEPS.indexOf(step);
      return at + 1 < STEPS.size() ? Optional.of(STEPS.get(at + 1)) : Optional.empty();
    }

    /**
     * Where it leads once the answer is kept.
     *
     * @param onward to the next question, where that was asked for; otherwise to the same again
     */
    String kept(boolean onward) {
      var to = onward ? next().orElse(step) : step;
      return "redirect:/rounds/" + round.key() + "/setup/" + to;
    }

    /** The same page, saying why nothing was kept. */
    Frame refusing(Sentence why) {
      return new Frame(round, step, missing, Optional.of(why));
    }
  }

  /**
   * Which criteria set, and what the linter says of it.
   *
   * @param typed the text of an own set that could not be taken, to be mended in place
   * @param mistakes what is wrong in it
   */
  public record Criteria(
      Frame frame,
      CriteriaSet set,
      List<String> editions,
      List<Finding> findings,
      String typed,
      List<Mistake> mistakes) {

    public List<Finding> errors() {
      return findings.stream()
          .filter(finding -> finding.severity() == Finding.Severity.ERROR)
          .toList();
    }

    public List<Finding> warnings() {
      return findings.stream()
          .filter(finding -> finding.severity() == Finding.Severity.WARNING)
          .toList();
    }
  }

  /**
   * How the questions that the decision leaves open are settled.
   *
   * @param earlier the round whose answers the effects are shown on
   */
  public record PolicyStep(
      Frame frame,
      Map<String, String> chosen,
      Map<String, List<String>> choices,
      Optional<Round> earlier,
      Map<String, Map<String, PolicyEffect>> effects) {}

  /**
   * Who takes part.
   *
   * @param strangers units of the installation whose group the criteria set does not have
   */
  public record Units(
      Frame frame,
      List<OrgUnitGroup> groups,
      List<OrgUnit> units,
      List<OrgUnit> strangers,
      Set<String> chosen) {

    public List<OrgUnit> of(OrgUnitGroup group) {
      return units.stream()
          .filter(unit -> unit.rankingGroup().orElse("").equals(group.id()))
          .toList();
    }
  }

  /**
   * Which days hold.
   *
   * @param typed what stands in each field
   * @param wrong what is wrong with it
   * @param notes what is worth knowing of a day
   */
  public record Calendar(
      Frame frame,
      Map<Milestone, String> typed,
      Map<Milestone, Sentence> wrong,
      Map<Milestone, Sentence> notes) {}

  /** What each kind of deduction takes off. */
  public record Deductions(
      Frame frame, List<DeductionKind> kinds, Map<String, String> typed, Set<String> wrong) {}

  /** Everything at a glance, and the step that freezes it. */
  public record Open(
      Frame frame,
      CriteriaSet set,
      List<RoundUnit> units,
      RoundCalendar calendar,
      Map<String, Optional<Points>> deductions) {

    public long unitsOf(OrgUnitGroup group) {
      return units.stream().filter(unit -> unit.group().equals(group.id())).count();
    }
  }
}
