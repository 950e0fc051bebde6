package thangdiem.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/**
 * How firm a ranking is (độ vững của xếp hạng): under every reading of what the decision leaves open, under disturbed section weights, and with each section
 * left out. The same answers, policy, number of draws and seed always give the same result.
 *
 * @param policies how many combinations of policies there are
 * @param units in the order of the answers
 * @param criteria those on which the ranking hangs most first
 */
public record Robustness(long seed, int draws, int policies, List<UnitRobustness> units, List<Influence> criteria) {

  /** A weight is drawn between 750 and 1250 per mille: ±25 %. */
  private static final int LEAST_WEIGHT = 750;

  private static final int WEIGHTS = 501;
  private static final int PLAIN = 1000;

  /** Measures the robustness of a round. */
  public static Robustness of(CriteriaSet set, Answers answers, Policy policy, int draws, long seed) {
    var units = answers.units();
    var base = new Scorer(set, policy, answers.notHeld()).score(units);
    var byPolicy = new Tally(set, base);
    int policies = underEveryPolicy(set, answers, policy, byPolicy);
    var disturbed = new DisturbedWeights(set, policy, base);
    var byWeight = new Tally(set, base);
    var random = new SplittableRandom(seed);
    var weights = new int[disturbed.sections()];
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = LEAST_WEIGHT + random.nextInt(WEIGHTS);
      }
      disturbed.count(weights, byWeight);
    }
    var bySection = new Tally(set, base);
    for (int left = 0; left < weights.length; left++) {
      Arrays.fill(weights, PLAIN);
      weights[left] = 0;
      disturbed.count(weights, bySection);
    }
    var spread = new ArrayList<UnitRobustness>();
    for (int i = 0; i < units.size(); i++) {
      spread.add(new UnitRobustness(units.get(i).unit(), byPolicy.spread(i), byWeight.spread(i), bySection.spread(i)));
    }
    return new Robustness(seed, draws, policies, List.copyOf(spread), influences(set, answers, policy, base));
  }

  /** Counts the ranking under every combination of the named policies; gives their number. */
  private static int underEveryPolicy(CriteriaSet set, Answers answers, Policy given, Tally tally) {
    int count = 0;
    for (var rounding : Policy.Rounding.values()) {
      for (var notApplicable : Policy.NotApplicable.values()) {
        for (var zeroDenominator : Policy.ZeroDenominator.values()) {
          for (var ratioCap : Policy.RatioCap.values()) {
            for (boolean bonusInTotal : new boolean[] {true, false}) {
              var policy =
                  new Policy(
                      rounding,
                      bonusInTotal,
                      notApplicable,
                      zeroDenominator,
                      ratioCap,
                      given.overall(),
                      given.ties(),
                      given.penaltyFloor(),
                      given.deadline());
              var sheets = new Scorer(set, policy, answers.notHeld()).score(answers.units());
              for (var overall : Policy.Overall.values()) {
                tally.count(sheets.stream().map(sheet -> sheet.rankedBy(overall).value()).toArray(Rational[]::new), sheets);
                count++;
              }
            }
          }
        }
      }
    }
    return count;
  }

  /** Leaves out each criterion, its section rescaled to its maximum, and looks at what that does to the ranking. */
  private static List<Influence> influences(CriteriaSet set, Answers answers, Policy policy, List<ScoreSheet> base) {
    var influences = new ArrayList<Influence>();
    for (ScoredCriterion criterion : set.scored().toList()) {
      var without = new ArrayList<>(answers.notHeld());
      without.add(criterion.code());
      influences.add(influence(set, policy, criterion.code(), base, new Scorer(set, policy, without).score(answers.units())));
    }
    influences.sort(
        Comparator.comparingInt(Influence::pairsTurned)
            .thenComparing(Influence::meanRankShift)
            .reversed());
    return List.copyOf(influences);
  }

  private static Influence influence(CriteriaSet set, Policy policy, String code, List<ScoreSheet> base, List<ScoreSheet> without) {
    var before = ranks(set, policy, base);
    var after = ranks(set, policy, without);
    int turned = 0;
    long shift = 0;
    int ranked = 0;
    for (int i = 0; i < before.length; i++) {
      shift += Math.abs(before[i] - after[i]);
      ranked += before[i] > 0 ? 1 : 0;
      for (int j = 0; j < i; j++) {
        turned += Integer.signum(before[i] - before[j]) * Integer.signum(after[i] - after[j]) < 0 ? 1 : 0;
      }
    }
    return new Influence(code, turned, ranked == 0 ? Rational.ZERO : Rational.of(shift, ranked));
  }

  private static int[] ranks(CriteriaSet set, Policy policy, List<ScoreSheet> sheets) {
    return Standings.of(set, policy, sheets).units().stream().mapToInt(unit -> unit.overall().overall()).toArray();
  }

  /** Whether a unit's group takes part in the ranking. */
  static boolean ranked(CriteriaSet set, UnitAnswers unit) {
    return set.group(unit.group()).map(group -> group.ranked()).orElse(true);
  }
}
