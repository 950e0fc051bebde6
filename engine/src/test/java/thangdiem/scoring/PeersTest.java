package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.Expr;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoringRule.Among;

/** With whom a relative rule compares. */
class PeersTest {

  private static final Expr A = new Expr.FactValue("a");

  private static Peers peers(String rule, SmallSet.Unit... units) {
    return Peers.of(
        SmallSet.withRule(rule), List.of(units).stream().map(SmallSet.Unit::answers).toList());
  }

  private static Optional<Peers.Range> range(Peers peers, Among among, String group) {
    return peers.range("I.1", A, among, group);
  }

  private static Optional<Peers.Range> between(long least, long greatest) {
    return Optional.of(new Peers.Range(Rational.of(least), Rational.of(greatest)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{relativeToBest: {of: a}}",
        "{minMax: {of: a}}",
        "{sum: {items: [{name: x, maxPoints: 1, rule: {yesNo: yes}}, {name: y, maxPoints: 1, rule: {minMax: {of: a}}}]}}",
        "{best: {cases: [{name: x, maxPoints: 1, rule: {yesNo: yes}}, {name: y, maxPoints: 1, rule: {minMax: {of: a}}}]}}",
        "{byGroup: {department: {minMax: {of: a}}, district: {yesNo: yes}, guest: {yesNo: yes}}}"
      })
  void areThoseOfTheGroupOrAll(String rule) {
    var peers =
        peers(
            rule,
            unit("u").with("a", 5),
            unit("v").with("a", 9),
            unit("w").with("a", 7),
            unit("x").in("district").with("a", 2),
            unit("y").in("district").with("a", 3));

    assertThat(range(peers, Among.GROUP, "department")).isEqualTo(between(5, 9));
    assertThat(range(peers, Among.GROUP, "district")).isEqualTo(between(2, 3));
    assertThat(range(peers, Among.ALL, "district")).isEqualTo(between(2, 9));
    assertThat(range(peers, Among.GROUP, "guest")).isEmpty();
  }

  @Test
  void areOnlyThoseThatCanBeMeasuredAndToWhomTheCriterionApplies() {
    var peers =
        peers(
            "{minMax: {of: a}}",
            unit("u").with("a", 5),
            unit("v"),
            unit("w").with("a", 9).without("I.1"),
            unit("x").with("a", 1).without("I"));

    assertThat(range(peers, Among.GROUP, "department")).isEqualTo(between(5, 5));
  }

  @Test
  void areOnlyThoseWhoseGroupHasTheCriterion() {
    var set =
        SmallSet.of(
            """
            sections:
              - {code: I, name: Một, maxPoints: {department: 100}, criteria: [{code: I.1, name: X, maxPoints: {department: 100}, rule: {minMax: {of: a, among: all}}}]}
            """);
    var peers =
        Peers.of(
            set,
            List.of(
                unit("u").with("a", 5).answers(), unit("v").in("district").with("a", 9).answers()));

    assertThat(range(peers, Among.ALL, "department")).isEqualTo(between(5, 5));
  }

  @Test
  void areNobodyWhereNoRuleCompares() {
    assertThat(peers("{formula: a}", unit("u").with("a", 5))).isEqualTo(Peers.NONE);
  }

  @Test
  void areTheSameWhileTheExtremesAre() {
    var one = peers("{minMax: {of: a}}", unit("u").with("a", 5), unit("v").with("a", 9));
    var more =
        peers(
            "{minMax: {of: a}}",
            unit("u").with("a", 5),
            unit("v").with("a", 9),
            unit("w").with("a", 7));
    var wider = peers("{minMax: {of: a}}", unit("u").with("a", 5), unit("v").with("a", 10));

    assertThat(one).isEqualTo(more).hasSameHashCodeAs(more).isNotEqualTo(wider);
    assertThat(one.equals(new Object())).isFalse();
    assertThat(one.hashCode()).isNotEqualTo(wider.hashCode());
  }
}
