package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How points move when the fact a rises and nothing else changes. */
class DirectionTest {

  private static Direction direction(String rule, String fact) {
    return Direction.of(SmallSet.withRule(rule), "department", fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a > 1 | UP",
        "a >= 1 | UP",
        "a < 1 | DOWN",
        "a <= 1 | DOWN",
        "1 > a | DOWN",
        "1 < a | UP",
        "a = 1 | MIXED",
        "a != 1 | MIXED",
        "b = 1 | NONE",
        "b > 1 | NONE",
        "not (a > 1) | DOWN",
        "a > 1 and b > 1 | UP",
        "a > 1 and a < 5 | MIXED",
        "a > 1 or a > 5 | UP",
        "a > 1 or a < 5 | MIXED",
        "answered(a) | NONE",
        "yes | NONE",
        "colour = 'red' | NONE",
      })
  void ofAQuestion(String condition, Direction expected) {
    assertThat(direction("{yesNo: \"" + condition + "\"}", "a")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | UP",
        "-a | DOWN",
        "5 | NONE",
        "a + b | UP",
        "a + a | UP",
        "a - b | UP",
        "b - a | DOWN",
        "a - a | MIXED",
        "a * 2 | UP",
        "a * 0 | UP",
        "a * -2 | MIXED",
        "-2 * a | MIXED",
        "a * b | UP",
        "b * a | UP",
        "a * c | MIXED",
        "c * a | MIXED",
        "b * c | NONE",
        "b / c | NONE",
        "a * maxPoints | UP",
        "a * (b + 1) | UP",
        "a * (c + 1) | MIXED",
        "a * (1 + c) | MIXED",
        "a * (b - 1) | MIXED",
        "a * (b / b) | UP",
        "a * min(b, 1) | UP",
        "a * min(b, c) | MIXED",
        "a * max(b, c) | UP",
        "a * max(c, c) | MIXED",
        "a * previous(b) | UP",
        "a * previous(c) | MIXED",
        "a * if(yes, 1, 2) | MIXED",
        "a / b | UP",
        "a / c | MIXED",
        "b / a | MIXED",
        "if(yes, a, b) | UP",
        "if(yes, b, a) | UP",
        "if(yes, a, -a) | MIXED",
        "if(a > 1, b, 0) | MIXED",
        "if(b > 1, b, 0) | NONE",
        "min(a, b) | UP",
        "max(b, a) | UP",
        "max(a, -a) | MIXED",
        "previous(a) | NONE",
      })
  void ofAFormula(String formula, Direction expected) {
    assertThat(direction("{formula: \"" + formula + "\"}", "a")).isEqualTo(expected);
    assertThat(direction("{proportional: \"" + formula.replace("maxPoints", "1") + "\"}", "a"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{atLeast: 5, points: 10}, {atLeast: 1, points: 5} | UP",
        "{atLeast: 5, points: 10} | UP",
        "{above: 5, points: 10}, {otherwise: 10} | UP",
        "{otherwise: 10} | UP",
        "{atMost: 1, points: 10}, {atMost: 5, points: 5} | DOWN",
        "{below: 5, points: 9}, {otherwise: 3} | DOWN",
        "{above: 5, points: 1}, {otherwise: 3} | DOWN",
        "{atLeast: 5, points: 2}, {atLeast: 1, points: 5} | MIXED",
        "{atLeast: 1, below: 5, points: 3} | MIXED",
        "{atLeast: 5, atMost: 5, points: 3} | MIXED",
        "{above: 5, points: 10}, {below: 5, points: 10} | MIXED",
        "{atLeast: 5, points: 10}, {below: 4, points: 5} | MIXED",
        "{above: 5, below: 7, points: 0}, {atLeast: 5, points: 3} | MIXED",
        "{atLeast: 5, points: maxPoints / 2}, {atLeast: 1, points: maxPoints / 4} | UP",
        "{atLeast: 5, points: maxPoints / 4}, {atLeast: 1, points: maxPoints / 2} | MIXED",
        "{atLeast: 5, points: measure} | MIXED",
        "{atLeast: 5, points: maxPoints * measure} | MIXED",
        "{atLeast: 5, points: b} | MIXED",
      })
  void ofTiers(String steps, Direction expected) {
    assertThat(direction("{tiers: {of: a, steps: [" + steps + "]}}", "a")).isEqualTo(expected);
    assertThat(direction("{tiers: {of: -a, steps: [" + steps + "]}}", "a"))
        .isEqualTo(expected.opposite());
    assertThat(direction("{change: {of: a, as: difference, steps: [" + steps + "]}}", "a"))
        .isEqualTo(expected);
    assertThat(direction("{tiers: {of: a, steps: [" + steps + "]}}", "share"))
        .isEqualTo(Direction.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{perUnit: {of: a, points: 1}} | UP",
        "{perUnit: {of: a, points: -1}} | MIXED",
        "{perUnit: {of: a, points: b}} | UP",
        "{perUnit: {of: a, points: c}} | MIXED",
        "{perUnit: {of: b, points: c}} | NONE",
        "{perUnit: {of: b, points: a}} | MIXED",
        "{tiers: {of: b, steps: [{atLeast: 1, points: a}]}} | MIXED",
        "{change: {of: b, as: difference, steps: [{atLeast: 1, points: a}]}} | MIXED",
        "{sum: {items: [{name: x, maxPoints: 1, rule: {formula: a}}, {name: y, maxPoints: 1, rule: {formula: b}}]}} | UP",
        "{sum: {items: [{name: x, maxPoints: 1, rule: {formula: a}}, {name: y, maxPoints: 1, rule: {formula: -a}}]}} | MIXED",
        "{best: {cases: [{name: x, maxPoints: 1, rule: {formula: -a}}, {name: y, maxPoints: 1, rule: {formula: b}}]}} | DOWN",
        "{relativeToBest: {of: a, better: higher}} | UP",
        "{relativeToBest: {of: a, better: lower}} | DOWN",
        "{minMax: {of: a, better: higher}} | UP",
        "{minMax: {of: a, better: lower}} | DOWN",
        "{change: {of: a, as: difference, target: 1}} | UP",
        "{change: {of: a, as: difference, target: -1}} | DOWN",
        "{survey: {of: a, from: 1, to: 5}} | UP",
        "{survey: {of: b, from: 1, to: 5}} | NONE",
        "{byGroup: {department: {formula: a}, district: {formula: -a}, guest: {formula: b}}} | UP",
        "{byGroup: {district: {formula: a}, guest: {formula: b}}} | NONE",
        "{choice: {of: colour, options: [{option: red, points: 1}]}} | NONE",
        "{choice: {of: colour, options: [{option: red, points: a}]}} | MIXED",
        "{dateWindow: {of: day, windows: [{to: 31/12 year, points: 1}]}} | NONE",
      })
  void ofEveryOtherRule(String rule, Direction expected) {
    assertThat(direction(rule, "a")).isEqualTo(expected);
  }

  @Test
  void ofWhatIsChosenIsMixed() {
    assertThat(direction("{choice: {of: colour, options: [{option: red, points: 1}]}}", "colour"))
        .isEqualTo(Direction.MIXED);
    assertThat(direction("{dateWindow: {of: day, windows: [{to: 31/12 year, points: 1}]}}", "day"))
        .isEqualTo(Direction.MIXED);
  }

  @ParameterizedTest
  @CsvSource({"a, b, UP", "-a, b, DOWN", "a, -a, MIXED", "b, a, UP", "b, b, NONE", "-a, -a, DOWN"})
  void ofSeveralCriteriaIsTheirsTogether(String one, String other, Direction expected) {
    // The second criterion is the departments' only.
    var set =
        SmallSet.of(
            """
            sections:
              - code: I
                name: Một
                maxPoints: {department: 100, district: 50, guest: 50}
                criteria:
                  - {code: I.1, name: X, maxPoints: 50, rule: {formula: %s}}
                  - {code: I.2, name: Y, maxPoints: {department: 50}, rule: {formula: %s}}
            """
                .formatted(one, other));
    assertThat(Direction.of(set, "department", "a")).isEqualTo(expected);
    assertThat(Direction.of(set, "district", "a"))
        .isEqualTo(
            one.equals("a") ? Direction.UP : one.equals("-a") ? Direction.DOWN : Direction.NONE);
  }

  @ParameterizedTest
  @CsvSource({"a <= b, UP", "b >= 1, UP", "a = b, MIXED", "a != 2, MIXED"})
  void ofACheckThatOnlySomeValuesMeetIsMixed(String check, Direction expected) {
    var rest =
        """
        checks:
          - {id: check, require: %s, message: Kiểm tra}
        sections:
          - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: X, maxPoints: 100, rule: {formula: %s}}]}
        """;
    assertThat(Direction.of(SmallSet.of(rest.formatted(check, "a")), "department", "a"))
        .isEqualTo(expected);
    assertThat(Direction.of(SmallSet.of(rest.formatted(check, "b")), "department", "a"))
        .isEqualTo(Direction.NONE);
  }
}
