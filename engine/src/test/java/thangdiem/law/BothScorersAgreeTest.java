package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import thangdiem.criteria.Rational;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Scorer;

/** The engine with the criteria file, and {@link Decision1663} without either, give the same sheets and ranks. */
class BothScorersAgreeTest {

  private static final int ROUNDS = 10_000;

  @Test
  void onTenThousandRandomRounds() {
    for (long seed = 1; seed <= ROUNDS; seed++) {
      var round = RandomRounds.round(seed);
      var difference = firstDifference(round);
      if (!difference.isEmpty()) {
        fail("seed %d, %s: %s", seed, round.readings(), difference);
      }
    }
  }

  @Test
  void onTheSameCriteria() {
    assertThat(Law.DECISION_1663.scored().map(criterion -> criterion.code()).toList()).containsExactlyElementsOf(Decision1663.codes());
  }

  /** The first thing in which the two differ, for a person to look up; empty where they agree. */
  private static String firstDifference(RandomRounds.Round round) {
    var policy = Law.policy(round.readings());
    var sheets = new Scorer(Law.DECISION_1663, policy, List.of()).score(round.reports().stream().map(Law::answers).toList());
    var standings = Standings.of(Law.DECISION_1663, policy, sheets).units();
    var results = Decision1663.score(round.reports(), round.readings());
    for (int i = 0; i < results.size(); i++) {
      var difference = difference(results.get(i), standings.get(i));
      if (!difference.isEmpty()) {
        return results.get(i).unit() + " " + difference + "\n  " + round.reports().get(i);
      }
    }
    return results.size() == standings.size() ? "" : "number of units";
  }

  private static String difference(Decision1663.Result second, Standing standing) {
    var sheet = standing.sheet();
    for (var line : sheet.lines()) {
      var other = second.criteria().get(line.criterion().code());
      if (!same(other.points(), line.points().value()) || !other.flags().equals(texts(line.flags()))) {
        return line.criterion().code() + ": " + other + " against " + line.points() + " " + line.flags();
      }
    }
    for (var section : sheet.sections()) {
      var code = section.section().code();
      var other = second.sections().get(code);
      var rank = standing.bySection().get(code);
      if (!same(other.points(), section.points().value()) || other.rank() != rank.overall() || other.rankInGroup() != rank.inGroup()) {
        return code + ": " + other + " against " + section.points() + " " + rank;
      }
    }
    if (sheet.lines().size() != second.criteria().size() || sheet.sections().size() != second.sections().size()) {
      return "number of criteria or sections";
    }
    if (!same(second.bonus(), sheet.bonus().value())) {
      return "bonus: " + second.bonus() + " against " + sheet.bonus();
    }
    if (!same(second.deductions(), sheet.deductions().value())) {
      return "deductions: " + second.deductions() + " against " + sheet.deductions();
    }
    if (!same(second.total(), sheet.total().value()) || !second.grade().equals(sheet.grade().name())) {
      return "total: " + second.total() + " " + second.grade() + " against " + sheet.total() + " " + sheet.grade().name();
    }
    if (second.rank() != standing.overall().overall() || second.rankInGroup() != standing.overall().inGroup()) {
      return "rank: " + second.rank() + " " + second.rankInGroup() + " against " + standing.overall();
    }
    if (!same(second.meanPercent(), sheet.meanPercent())) {
      return "mean %: " + second.meanPercent() + " against " + sheet.meanPercent();
    }
    var rescaled = sheet.rescaled();
    if (!same(second.rescaledTotal(), rescaled.total().value()) || !second.rescaledGrade().equals(rescaled.grade().name())) {
      return "rescaled: " + second.rescaledTotal() + " " + second.rescaledGrade() + " against " + rescaled;
    }
    return second.flags().equals(texts(standing.flags())) ? "" : "flags: " + second.flags() + " against " + standing.flags();
  }

  private static boolean same(Decision1663.Fraction fraction, Rational rational) {
    return fraction.numerator().equals(rational.numerator()) && fraction.denominator().equals(rational.denominator());
  }

  private static Set<String> texts(Set<Flag> flags) {
    return flags.stream().map(Flag::text).collect(Collectors.toCollection(TreeSet::new));
  }
}
