package thangdiem.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.scoring.BulkAnswers;
import thangdiem.scoring.BulkScorer;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/** Scores and ranks a round in both ways, by columns and unit by unit. */
public final class BulkComparison {

  private BulkComparison() {}

  /** What a unit has either way. */
  private record Outcome(List<Rational> points, String grade, List<Rank> ranks) {}

  /** Every unit of which the two say different things; none if all is well. */
  public static List<String> differences(
      CriteriaSet set, Policy policy, Collection<String> notHeld, List<UnitAnswers> units) {
    var singly = singly(set, policy, notHeld, units);
    var inBulk = inBulk(set, policy, notHeld, units);
    var differences = new ArrayList<String>();
    for (int i = 0; i < units.size(); i++) {
      if (!singly.get(i).equals(inBulk.get(i))) {
        differences.add(
            "%s %s: %s but in bulk %s"
                .formatted(policy.settings(), units.get(i), singly.get(i), inBulk.get(i)));
      }
    }
    return differences;
  }

  private static List<Outcome> singly(
      CriteriaSet set, Policy policy, Collection<String> notHeld, List<UnitAnswers> units) {
    var standings =
        Standings.of(set, policy, new Scorer(set, policy, notHeld).score(units)).units();
    var outcomes = new ArrayList<Outcome>();
    for (var standing : standings) {
      var points = new ArrayList<Rational>();
      var ranks = new ArrayList<Rank>();
      for (var section : set.scoredSections()) {
        points.add(
            standing.sheet().sections().stream()
                .filter(score -> score.section().equals(section))
                .map(score -> score.points())
                .findFirst()
                .orElse(Points.NONE)
                .value());
        ranks.add(standing.bySection().getOrDefault(section.code(), Rank.NONE));
      }
      points.add(standing.sheet().bonus().value());
      points.add(standing.sheet().total().value());
      ranks.add(standing.overall());
      outcomes.add(new Outcome(points, standing.sheet().grade().name(), ranks));
    }
    return outcomes;
  }

  private static List<Outcome> inBulk(
      CriteriaSet set, Policy policy, Collection<String> notHeld, List<UnitAnswers> units) {
    var scores = new BulkScorer(set, policy, notHeld).score(BulkAnswers.of(set, units));
    var standings = BulkStandings.of(scores);
    var outcomes = new ArrayList<Outcome>();
    for (int unit = 0; unit < units.size(); unit++) {
      var points = new ArrayList<Rational>();
      var ranks = new ArrayList<Rank>();
      for (int section = 0; section < set.scoredSections().size(); section++) {
        points.add(Rational.of(scores.section(section)[unit], 100));
        ranks.add(rank(standings.sections().get(section), unit));
      }
      points.add(Rational.of(scores.bonus()[unit], 100));
      points.add(Rational.of(scores.totals()[unit], 100));
      ranks.add(rank(standings.overall(), unit));
      outcomes.add(new Outcome(points, scores.grade(unit).name(), ranks));
    }
    return outcomes;
  }

  private static Rank rank(BulkStandings.Ranks ranks, int unit) {
    return new Rank(ranks.overAll()[unit], ranks.inGroup()[unit]);
  }

  /** Every policy under which points are whole hundredths. */
  public static List<Policy> policies() {
    return PolicyGrid.around(Policy.DEFAULT).stream()
        .filter(policy -> policy.rounding() == Policy.Rounding.CRITERION_2)
        .toList();
  }
}
