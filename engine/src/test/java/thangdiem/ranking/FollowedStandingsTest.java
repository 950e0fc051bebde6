package thangdiem.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.SmallSet;

/** Standings that follow a few changed sheets are those of all sheets, whatever changed. */
class FollowedStandingsTest {

  private static final CriteriaSet SET =
      SmallSet.of(
          """
          sections:
            - {code: I, name: Một, maxPoints: 80, criteria: [{code: I.1, name: X, maxPoints: 80, rule: {formula: a}}]}
            - {code: II, name: Hai, maxPoints: 20, criteria: [{code: II.1, name: Y, maxPoints: 20, rule: {formula: b}}]}
          """);

  private final SplittableRandom random = new SplittableRandom(1663);

  /** Few different points, so that many units are equal; now and then a section does not apply. */
  private ScoreSheet sheet(int number, Policy policy) {
    var unit =
        unit("u" + number).with("a", random.nextInt(9) * 5L).with("b", random.nextInt(4) * 5L);
    var grouped = number % 7 == 0 ? unit.in("guest") : number % 3 == 0 ? unit.in("district") : unit;
    var answers = random.nextInt(5) == 0 ? grouped.without("II").answers() : grouped.answers();
    return new Scorer(SET, policy, List.of()).score(List.of(answers)).getFirst();
  }

  @ParameterizedTest
  @EnumSource
  void areTheStandingsOfAllSheetsHoweverFewChanged(Policy.Overall overall) {
    var policy = Policy.DEFAULT.with("overall", overall.text());
    var sheets =
        new ArrayList<>(IntStream.range(0, 60).mapToObj(number -> sheet(number, policy)).toList());
    var followed = new FollowedStandings(SET, policy, List.copyOf(sheets));

    for (int step = 0; step < 400; step++) {
      for (int i = random.nextInt(4); i > 0; i--) {
        int number = random.nextInt(sheets.size());
        sheets.set(number, sheet(number, policy));
      }
      assertThat(followed.of(List.copyOf(sheets)))
          .as("after %s steps", step)
          .isEqualTo(Standings.of(SET, policy, List.copyOf(sheets)));
    }
  }

  @Test
  void areTheVerySameWhereNothingChanged() {
    var sheets = IntStream.range(0, 5).mapToObj(number -> sheet(number, Policy.DEFAULT)).toList();
    var followed = new FollowedStandings(SET, Policy.DEFAULT, sheets);

    assertThat(followed.of(List.copyOf(sheets))).isSameAs(followed.now());
  }

  /** All differ in section I by more than a tenth of a point. */
  private static ScoreSheet farApart(int number, int hundredthsMore) {
    var points =
        new BigDecimal(number % 80 * 100 + number / 80 * 25 + hundredthsMore).movePointLeft(2);
    var answers = unit("u" + number).with("a", points.toPlainString()).with("b", 5).answers();
    return new Scorer(SET, Policy.DEFAULT, List.of()).score(List.of(answers)).getFirst();
  }

  private static List<ScoreSheet> farApart() {
    return IntStream.range(0, 160).mapToObj(number -> farApart(number, 0)).toList();
  }

  /** The same sheets, but that the first so many units have a tenth of a point more. */
  private static List<ScoreSheet> withMore(int first, List<ScoreSheet> sheets) {
    return IntStream.range(0, sheets.size())
        .mapToObj(number -> number < first ? farApart(number, 10) : sheets.get(number))
        .toList();
  }

  @Test
  void keepTheVeryStandingsOfAllWhomNothingMovesUpToAHundredChangedSheets() {
    var sheets = farApart();
    var followed = new FollowedStandings(SET, Policy.DEFAULT, sheets);
    var before = followed.now().units();

    var after = followed.of(withMore(100, sheets)).units();

    assertThat(after).isEqualTo(Standings.of(SET, Policy.DEFAULT, withMore(100, sheets)).units());
    for (int unit = 0; unit < 160; unit++) {
      assertThat(after.get(unit) == before.get(unit)).as("unit %s", unit).isEqualTo(unit >= 100);
    }
  }

  @Test
  void areReckonedAnewWhenMoreThanAHundredSheetsChanged() {
    var sheets = farApart();
    var followed = new FollowedStandings(SET, Policy.DEFAULT, sheets);
    var before = followed.now().units();

    assertThat(followed.of(withMore(101, sheets)).units().getLast())
        .isEqualTo(before.getLast())
        .isNotSameAs(before.getLast());
  }

  @Test
  void areReckonedAnewWhenUnitsComeOrGo() {
    var sheets = IntStream.range(0, 5).mapToObj(number -> sheet(number, Policy.DEFAULT)).toList();
    var followed = new FollowedStandings(SET, Policy.DEFAULT, sheets);

    assertThat(followed.of(sheets.subList(0, 3)))
        .isEqualTo(Standings.of(SET, Policy.DEFAULT, sheets.subList(0, 3)));
    assertThat(followed.of(sheets)).isEqualTo(Standings.of(SET, Policy.DEFAULT, sheets));
  }

  @Test
  void areReckonedAnewWhenAUnitIsInAnotherGroup() {
    var sheets =
        new ArrayList<>(
            IntStream.range(0, 12).mapToObj(number -> sheet(number, Policy.DEFAULT)).toList());
    var followed = new FollowedStandings(SET, Policy.DEFAULT, List.copyOf(sheets));
    var elsewhere = unit("u4").with("a", 35L).with("b", 10L).in("district").answers();

    sheets.set(4, new Scorer(SET, Policy.DEFAULT, List.of()).score(List.of(elsewhere)).getFirst());

    assertThat(followed.of(List.copyOf(sheets)))
        .isEqualTo(Standings.of(SET, Policy.DEFAULT, List.copyOf(sheets)));
  }
}
