package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.Points;

/** Units that answer a criterion alike have its line in common, and nobody else has. */
class SharedLinesTest {

  private static final SmallSet.Unit YES = unit("a").with("yes", true).with("also", true);
  private static final SmallSet.Unit NO = unit("b").with("yes", false).with("also", true);

  private static List<ScoreLine> lines(String rule, SmallSet.Unit... units) {
    var scorer = new Scorer(SmallSet.withRule(rule), Policy.DEFAULT, List.of());
    return scorer.score(List.of(units).stream().map(SmallSet.Unit::answers).toList()).stream()
        .map(sheet -> sheet.lines().getFirst())
        .toList();
  }

  @Test
  void unitsThatAnswerAlikeShareTheLine() {
    var lines = lines("{yesNo: yes and also}", YES, NO, YES);
    assertThat(lines.get(2)).isSameAs(lines.get(0));
    assertThat(lines.get(0).points()).isEqualTo(Points.of(100));
    assertThat(lines.get(1).points()).isEqualTo(Points.NONE);
  }

  @Test
  void whoHasNotAnsweredSharesWithWhoHasNot() {
    var lines = lines("{yesNo: yes}", unit("a"), NO, unit("c"), unit("d").with("yes", true));
    assertThat(lines.get(2)).isSameAs(lines.get(0));
    assertThat(lines.get(0).flags()).containsExactly(Flag.UNANSWERED);
    assertThat(lines.get(1).flags()).isEmpty();
    assertThat(lines.get(3).points()).isEqualTo(Points.of(100));
  }

  @Test
  void whoDoesNotNeedToAnswerSharesNothingWithWhoDoes() {
    var lines = lines("{yesNo: yes}", YES, YES.without("I.1"), YES);
    assertThat(lines.get(1).flags()).containsExactly(Flag.NOT_APPLICABLE);
    assertThat(lines.get(2).points()).isEqualTo(Points.of(100));
  }

  @Test
  void unitsOfOtherGroupsHaveALineOfTheirOwn() {
    var lines =
        lines(
            "{byGroup: {department: {yesNo: yes}, district: {yesNo: also}, guest: {yesNo: yes}}}",
            NO,
            NO.in("district"),
            NO.in("guest"),
            NO);
    assertThat(lines.get(0).points()).isEqualTo(Points.NONE);
    assertThat(lines.get(1).points()).isEqualTo(Points.of(100));
    assertThat(lines.get(2)).isEqualTo(lines.get(0)).isNotSameAs(lines.get(0));
    assertThat(lines.get(3)).isSameAs(lines.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{proportional: a / b}",
        "{yesNo: a > b}",
        "{yesNo: yes and previous(yes)}",
        "{choice: {of: colour, options: [{option: red, points: a}, {option: blue, points: 0}]}}",
        "{best: {cases: [{name: Một, maxPoints: 100, rule: {yesNo: yes}}, {name: Hai, maxPoints: 100, rule: {proportional: a / b}}]}}"
      })
  void nothingIsSharedWhereNumbersOrLastYearHaveASay(String rule) {
    assertThat(SmallSet.withRule(rule).decidedByFewAnswers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{yesNo: yes}",
        "{choice: {of: colour, options: [{option: red, points: maxPoints}, {option: blue, points: 0}]}}",
        "{sum: {items: [{name: Một, maxPoints: 40, rule: {yesNo: yes}}, {name: Hai, maxPoints: 60, rule: {yesNo: also}}]}}"
      })
  void yesOrNoAndOptionsAreFewAnswers(String rule) {
    assertThat(SmallSet.withRule(rule).decidedByFewAnswers()).containsExactly("I.1");
  }
}
