package thangdiem.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.SmallSet;

/** Who stands where: 1-2-2-4 over all, within the group and by section. */
class StandingsTest {

  /** A large section of 80 paid by A, a small one of 20 paid by B. */
  private static final CriteriaSet SET =
      SmallSet.of(
          """
          sections:
            - {code: I, name: Một, maxPoints: 80, criteria: [{code: I.1, name: X, maxPoints: 80, rule: {formula: a}}]}
            - {code: II, name: Hai, maxPoints: 20, criteria: [{code: II.1, name: Y, maxPoints: 20, rule: {formula: b}}]}
          """);

  private static SmallSet.Unit earning(String id, long large, long small) {
    return unit(id).with("a", large).with("b", small);
  }

  private static Standings standings(Policy policy, SmallSet.Unit... units) {
    var answers = Arrays.stream(units).map(SmallSet.Unit::answers).toList();
    return Standings.of(SET, policy, new Scorer(SET, policy, List.of()).score(answers));
  }

  private static Standings standings(SmallSet.Unit... units) {
    return standings(Policy.DEFAULT, units);
  }

  private static List<String> names(List<Standing> standings) {
    return standings.stream().map(standing -> standing.sheet().answers().unit()).toList();
  }

  @Test
  void equalTotalsShareARankAndTheNextRankIsSkipped() {
    var standings =
        standings(
            earning("w", 10, 5), earning("x", 40, 0), earning("y", 30, 10), earning("z", 50, 0));

    assertThat(standings.units())
        .extracting(Standing::overall)
        .containsExactly(rank(4), rank(2), rank(2), rank(1));
  }

  @Test
  void totalsOfNothingAreRankedToo() {
    var standings = standings(earning("u", 0, 0), earning("v", 0, 0), earning("w", 1, 0));

    assertThat(standings.units())
        .extracting(Standing::overall)
        .containsExactly(rank(2), rank(2), rank(1));
  }

  @Test
  void groupsHaveRanksOfTheirOwn() {
    var standings =
        standings(
            earning("a", 40, 0),
            earning("b", 50, 0).in("district"),
            earning("c", 30, 0),
            earning("d", 40, 0).in("district"),
            earning("e", 40, 0));

    assertThat(standings.units())
        .extracting(Standing::overall)
        .containsExactly(
            new Rank(2, 1), new Rank(1, 1), new Rank(5, 3), new Rank(2, 2), new Rank(2, 1));
  }

  @Test
  void unitsOfAnUnrankedGroupTakeNoPlace() {
    var standings = standings(earning("guest", 80, 20).in("guest"), earning("u", 40, 0));

    assertThat(standings.units().get(0).overall()).isEqualTo(Rank.NONE);
    assertThat(standings.units().get(0).overall().exists()).isFalse();
    assertThat(standings.units().get(0).bySection())
        .isEqualTo(Map.of("I", Rank.NONE, "II", Rank.NONE));
    assertThat(standings.units().get(1).overall()).isEqualTo(rank(1));
    assertThat(standings.units().get(1).overall().exists()).isTrue();
  }

  @Test
  void sectionsAreRankedByTheirOwnPoints() {
    var standings =
        standings(earning("u", 40, 5), earning("v", 30, 20).in("district"), earning("w", 40, 6));

    assertThat(standings.units())
        .extracting(Standing::bySection)
        .containsExactly(
            Map.of("I", new Rank(1, 1), "II", new Rank(3, 2)),
            Map.of("I", new Rank(3, 1), "II", new Rank(1, 1)),
            Map.of("I", new Rank(1, 1), "II", new Rank(2, 1)));
  }

  @Test
  void aSectionThatDoesNotApplyHasNoRankAndTakesNoPlace() {
    for (var policy : List.of("zero", "rescale-section", "full")) {
      var standings =
          standings(
              Policy.DEFAULT.with("notApplicable", policy),
              earning("u", 40, 0).without("II"),
              earning("v", 30, 0));

      assertThat(standings.units())
          .extracting(unit -> unit.bySection().get("II"))
          .containsExactly(Rank.NONE, rank(1));
      assertThat(standings.units())
          .extracting(unit -> unit.bySection().get("I"))
          .containsExactly(rank(1), rank(2));
      assertThat(standings.units().getFirst().overall().exists()).isTrue();
    }
  }

  @Test
  void aSectionThatOneGroupDoesNotHaveIsRankedAmongTheOthers() {
    var set =
        SmallSet.of(
            """
            sections:
              - {code: I, name: Một, maxPoints: 80, criteria: [{code: I.1, name: X, maxPoints: 80, rule: {formula: a}}]}
              - {code: II, name: Hai, maxPoints: {district: 20}, criteria: [{code: II.1, name: Y, maxPoints: {district: 20}, rule: {formula: b}}]}
            """);
    var units = List.of(earning("u", 1, 1).answers(), earning("v", 1, 1).in("district").answers());
    var standings =
        Standings.of(set, Policy.DEFAULT, new Scorer(set, Policy.DEFAULT, List.of()).score(units))
            .units();

    assertThat(standings.get(0).bySection().keySet()).containsExactly("I");
    assertThat(standings.get(1).bySection())
        .isEqualTo(Map.of("I", new Rank(1, 1), "II", new Rank(1, 1)));
  }

  @Test
  void theOtherReadingOfArticleSevenIsFlaggedWhereItWouldRankAUnitElsewhere() {
    // By total 45, 40, 10; by the mean of 50 % and 25 %, 25 % and 100 %, 12.5 % and 0 %: the first
    // two change places.
    var byTotal = standings(earning("u", 40, 5), earning("v", 20, 20), earning("w", 10, 0));
    var byMean =
        standings(
            Policy.DEFAULT.with("overall", "mean-of-section-percentages"),
            earning("u", 40, 5),
            earning("v", 20, 20),
            earning("w", 10, 0));

    assertThat(byTotal.units())
        .extracting(Standing::overall)
        .containsExactly(rank(1), rank(2), rank(3));
    assertThat(byMean.units())
        .extracting(Standing::overall)
        .containsExactly(rank(2), rank(1), rank(3));
    for (var standings : List.of(byTotal, byMean)) {
      assertThat(standings.units())
          .extracting(Standing::flags)
          .containsExactly(Set.of(Flag.ORDER_FLIPS), Set.of(Flag.ORDER_FLIPS), Set.of());
    }
    assertThat(names(byMean.inOrder())).containsExactly("v", "u", "w");
  }

  @Test
  void theFlagsOfTheSheetAreKept() {
    var standings = standings(earning("u", 80, 5), earning("v", 60, 20).without("I.1"));

    assertThat(standings.units())
        .extracting(Standing::flags)
        .containsExactly(Set.of(Flag.NEAR_BOUNDARY), Set.of());
    assertThat(standings.units().getFirst().sheet().flags()).isEqualTo(Set.of(Flag.NEAR_BOUNDARY));
  }

  @Test
  void theOrderIsFromFirstToLastWithTiesAsGivenAndUnrankedUnitsAtTheEnd() {
    var standings =
        standings(
            earning("guest", 80, 20).in("guest"),
            earning("x", 10, 0),
            earning("z", 40, 0),
            earning("y", 20, 20),
            earning("a", 50, 0));

    assertThat(names(standings.units())).containsExactly("guest", "x", "z", "y", "a");
    assertThat(names(standings.inOrder())).containsExactly("a", "z", "y", "x", "guest");
  }

  @Test
  void theGroupsFollowTheOrderOfTheSetAndEmptyOnesAreLeftOut() {
    var byGroup =
        standings(earning("u", 10, 0).in("guest"), earning("v", 10, 0), earning("w", 20, 0))
            .byGroup();

    assertThat(byGroup.keySet())
        .extracting(OrgUnitGroup::id)
        .containsExactly("department", "guest");
    assertThat(byGroup.values())
        .extracting(StandingsTest::names)
        .containsExactly(List.of("w", "v"), List.of("u"));
  }

  private static Rank rank(int rank) {
    return new Rank(rank, rank);
  }
}
