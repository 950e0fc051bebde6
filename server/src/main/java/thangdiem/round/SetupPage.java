package thangdiem.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.DeductionKind;
import thangdiem.criteria.Finding;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.orgunit.OrgUnit;
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
   */
  public record Frame(Round round, String step, List<Sentence> missing) {

    /** Whether the rules are frozen: the pages then only show. */
    public boolean frozen() {
      return round.phase() != Phase.DRAFT;
    }

    /** The step after this one; none after the last. */
    public Optional<String> next() {
      int at = STEPS.indexOf(step);
      return at + 1 < STEPS.size() ? Optional.of(STEPS.get(at + 1)) : Optional.empty();
    }
  }

  /** Which criteria set, and what the linter says of it. */
  public record Criteria(
      Frame frame, CriteriaSet set, List<String> editions, List<Finding> findings) {}

  /** How the questions that the decision leaves open are settled. */
  public record PolicyStep(
      Frame frame,
      Map<String, String> chosen,
      Map<String, List<String>> choices,
      Map<String, Map<String, PolicyEffect>> effects) {}

  /** Who takes part. */
  public record Units(
      Frame frame, List<OrgUnitGroup> groups, List<OrgUnit> units, Set<UUID> chosen) {}

  /**
   * Which days hold.
   *
   * @param typed what stands in each field
   * @param wrong fields that are no instant
   * @param notes what is worth knowing of a day
   */
  public record Calendar(
      Frame frame,
      Map<Milestone, String> typed,
      Map<Milestone, Sentence> wrong,
      Map<Milestone, Sentence> notes,
      List<Sentence> contradictions) {}

  /** What each kind of deduction takes off. */
  public record Deductions(
      Frame frame, List<DeductionKind> kinds, Map<String, String> typed, Set<String> wrong) {}

  /** Everything at a glance, and the step that freezes it. */
  public record Open(
      Frame frame,
      CriteriaSet set,
      int units,
      RoundCalendar calendar,
      Map<String, Optional<Points>> deductions) {}
}
