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

/**
 * The engine with the criteria file, and {@link Decision1663} without either, give the same sheets
 * and ranks.
 */
class BothScorersAgreeTest {

  private static final int ROUNDS = 10_000;

  /**
   * Flags, grades, and totals at the floor of a grade, a hundredth beside it, and at the edges of
   * being near it.
   */
  private static final List<String> TO_BE_REACHED =
      List.of(
          "unanswered",
          "zero-denominator",
          "over-100-percent",
          "not-applicable",
          "near-boundary",
          "order-flips",
          "unranked",
          "tie",
          "Tốt",
          "Khá",
          "Trung bình",
          "Yếu",
          "0",
          "84899/100",
          "849",
          "84999/100",
          "850",
          "85001/100",
          "851",
          "85101/100",
          "69899/100",
          "699",
          "69999/100",
          "700",
          "701",
          "70101/100",
          "54899/100",
          "549",
          "54999/100",
          "550",
          "551",
          "55101/100");

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
    assertThat(Law.DECISION_1663.scored().map(criterion -> criterion.code()).toList())
        .containsExactlyElementsOf(Decision1663.codes());
  }

  /** Agreement on easy rounds would say little: these are the cases that must be among them. */
  @Test
  void onRoundsThatReachEveryBoundary() {
    var reached = new TreeSet<String>();
    for (long seed = 1; seed <= 2_000; seed++) {
      var round = RandomRounds.round(seed);
      var results = Decision1663.score(round.reports(), round.readings());
      results.forEach(result -> reached.addAll(reached(result)));
      results.stream()
          .filter(
              result -> results.stream().filter(other -> other.rank() == result.rank()).count() > 1)
          .forEach(_ -> reached.add("tie"));
    }
    assertThat(TO_BE_REACHED).filteredOn(wanted -> !reached.contains(wanted)).isEmpty();
  }

  private static Set<String> reached(Decision1663.Result result) {
    var reached = new TreeSet<>(result.flags());
    result.criteria().values().forEach(line -> reached.addAll(line.flags()));
    result.sections().values().stream()
        .filter(section -> section.rank() == 0)
        .forEach(_ -> reached.add("unranked"));
    reached.add(result.total().toString());
    reached.add(result.grade());
    return reached;
  }

  /** The first thing in which the two differ, for a person to look up; empty where they agree. */
  private static String firstDifference(RandomRounds.Round round) {
    var policy = Law.policy(round.readings());
    var sheets =
        new Scorer(Law.DECISION_1663, policy, List.of())
            .score(round.reports().stream().map(Law::answers).toList());
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
      if (!same(other.points(), line.points().value())
          || !other.flags().equals(texts(line.flags()))) {
        return line.criterion().code()
            + ": "
            + other
            + " against "
            + line.points()
            + " "
            + line.flags();
      }
    }
    for (var section : sheet.sections()) {
      var code = section.section().code();
      var other = second.sections().get(code);
      var rank = standing.bySection().get(code);
      if (!same(other.points(), section.points().value())
          || other.rank() != rank.overall()
          || other.rankInGroup() != rank.inGroup()) {
        return code + ": " + other + " against " + section.points() + " " + rank;
      }
    }
    if (sheet.lines().size() != second.criteria().size()
        || sheet.sections().size() != second.sections().size()) {
      return "number of criteria or sections";
    }
    if (!same(second.bonus(), sheet.bonus().value())) {
      return "bonus: " + second.bonus() + " against " + sheet.bonus();
    }
    if (!same(second.deductions(), sheet.deductions().value())) {
      return "deductions: " + second.deductions() + " against " + sheet.deductions();
    }
    if (!same(second.total(), sheet.total().value())
        || !second.grade().equals(sheet.grade().name())) {
      return "total: "
          + second.total()
          + " "
          + second.grade()
          + " against "
          + sheet.total()
          + " "
          + sheet.grade().name();
    }
    if (second.rank() != standing.overall().overall()
        || second.rankInGroup() != standing.overall().inGroup()) {
      return "rank: "
          + second.rank()
          + " "
          + second.rankInGroup()
          + " against "
          + standing.overall();
    }
    if (!same(second.meanPercent(), sheet.meanPercent())) {
      return "mean %: " + second.meanPercent() + " against " + sheet.meanPercent();
    }
    var rescaled = sheet.rescaled();
    if (!same(second.rescaledTotal(), rescaled.total().value())
        || !second.rescaledGrade().equals(rescaled.grade().name())) {
      return "rescaled: "
          + second.rescaledTotal()
          + " "
          + second.rescaledGrade()
          + " against "
          + rescaled;
    }
    return second.flags().equals(texts(standing.flags()))
        ? ""
        : "flags: " + second.flags() + " against " + standing.flags();
  }

  private static boolean same(Decision1663.Fraction fraction, Rational rational) {
    return fraction.numerator().equals(rational.numerator())
        && fraction.denominator().equals(rational.denominator());
  }

  private static Set<String> texts(Set<Flag> flags) {
    return flags.stream().map(Flag::text).collect(Collectors.toCollection(TreeSet::new));
  }
}
