package thangdiem.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/**
 * How firm a ranking is (độ vững của xếp hạng): under every reading of what the decision leaves
 * open, under disturbed section weights, and with each section left out. The same answers, policy,
 * number of draws and seed always give the same result.
 *
 * @param policies how many combinations of policies there are
 * @param units in the order of the answers
 * @param criteria those on which the ranking hangs most first
 */
public record Robustness(
    long seed, int draws, int policies, List<UnitRobustness> units, List<Influence> criteria) {

  /** Measures the robustness of a round. */
  public static Robustness of(
      CriteriaSet set, Answers answers, Policy policy, int draws, long seed) {
    var scorer = new Scorer(set, policy, answers.notHeld());
    var sheets = scorer.score(answers.units());
    var grid = PolicyGrid.around(policy);
    var byPolicy = underPolicies(grid, set, answers, sheets);
    var byWeight = underWeights(set, policy, sheets, draws, seed);
    var bySection = withoutSections(set, policy, scorer, sheets);
    var units = new ArrayList<UnitRobustness>();
    for (int i = 0; i < sheets.size(); i++) {
      units.add(
          new UnitRobustness(
              answers.units().get(i).unit(), byPolicy.get(i), byWeight.get(i), bySection.get(i)));
    }
    return new Robustness(
        seed, draws, grid.size(), List.copyOf(units), influences(set, policy, scorer, sheets));
  }

  /** Counts every combination once; those that cannot differ in points are scored together. */
  private static List<Spread> underPolicies(
      List<Policy> grid, CriteriaSet set, Answers answers, List<ScoreSheet> sheets) {
    var tally = new Tally(set, sheets);
    var matters = PolicyGrid.Matters.in(sheets);
    var outcomes =
        grid.stream().map(matters::simplest).distinct().toList().parallelStream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    simplest ->
                        Outcome.of(
                            set,
                            new Scorer(set, simplest, answers.notHeld()).score(answers.units()))));
    for (var policy : grid) {
      Objects.requireNonNull(outcomes.get(matters.simplest(policy)))
          .countedBy(policy.overall(), tally);
    }
    return tally.spreads();
  }

  private static List<Spread> underWeights(
      CriteriaSet set, Policy policy, List<ScoreSheet> sheets, int draws, long seed) {
    var tally = new Tally(set, sheets);
    var disturbed = new DisturbedWeights(set, policy, sheets);
    var random = new WeightDraws(seed);
    var weights = new int[set.scoredSections().size()];
    for (int draw = 0; draw < draws; draw++) {
      random.into(weights);
      disturbed.count(weights, tally);
    }
    return tally.spreads();
  }

  /**
   * Each section in turn as if the round had not held it: the total is rescaled over the others.
   */
  private static List<Spread> withoutSections(
      CriteriaSet set, Policy policy, Scorer scorer, List<ScoreSheet> sheets) {
    var tally = new Tally(set, sheets);
    for (var section : set.scoredSections()) {
      Outcome.of(set, without(set.scoredBelow(section.code()), scorer, sheets))
          .countedBy(policy.overall(), tally);
    }
    return tally.spreads();
  }

  /** What a tally needs of the sheets of a round, in both readings of Đ7. */
  private record Outcome(Rational[] totals, Rational[] byMean, int[] gradeOf) {

    static Outcome of(CriteriaSet set, List<ScoreSheet> sheets) {
      var grades = set.grades().highestFirst();
      return new Outcome(
          sheets.stream().map(sheet -> sheet.total().value()).toArray(Rational[]::new),
          sheets.stream().map(sheet -> sheet.byMean().value()).toArray(Rational[]::new),
          sheets.stream().mapToInt(sheet -> grades.indexOf(sheet.grade())).toArray());
    }

    void countedBy(Policy.Overall overall, Tally tally) {
      tally.count(overall == Policy.Overall.TOTAL ? totals : byMean, gradeOf);
    }
  }

  private static List<ScoreSheet> without(
      Set<String> codes, Scorer scorer, List<ScoreSheet> sheets) {
    return sheets.parallelStream().map(sheet -> scorer.leavingOut(codes, sheet)).toList();
  }

  /**
   * Leaves out each criterion, its section rescaled to its maximum, and looks at what that does to
   * the ranking.
   */
  private static List<Influence> influences(
      CriteriaSet set, Policy policy, Scorer scorer, List<ScoreSheet> sheets) {
    var before = ranks(set, policy, sheets);
    return set.scored()
        .map(ScoredCriterion::code)
        .map(code ->
            Influence.of(code, before, ranks(set, policy, without(Set.of(code), scorer, sheets))))
        .sorted(
            Comparator.comparingInt(Influence::pairsTurned)
                .thenComparing(Influence::meanRankShift)
                .reversed())
        .toList();
  }

  private static int[] ranks(CriteriaSet set, Policy policy, List<ScoreSheet> sheets) {
    return Standings.of(set, policy, sheets).units().stream()
        .mapToInt(unit -> unit.overall().overall())
        .toArray();
  }

  /** Whether a unit's group takes part in the ranking. */
  static boolean ranked(CriteriaSet set, UnitAnswers unit) {
    return set.group(unit.group()).map(OrgUnitGroup::ranked).orElse(true);
  }
}
