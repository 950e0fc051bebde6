package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static thangdiem.scoring.SmallSet.unit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.words.Words;

/**
 * The sentence with which an official redoes the sum, for every kind of rule. The criterion is
 * worth 100.
 */
class ReasonsTest {

  private static final Policy EXACT = Policy.DEFAULT.with("rounding", "none");

  private static Reason reason(Policy policy, CriteriaSet set, SmallSet.Unit... units) {
    var answers = java.util.Arrays.stream(units).map(SmallSet.Unit::answers).toList();
    var sheet = new Scorer(set, policy, List.of()).score(answers).getFirst();
    return new Reasons(set, policy).of(sheet.lines().getFirst(), sheet.answers());
  }

  private static String arithmetic(String rule, SmallSet.Unit... units) {
    return reason(Policy.DEFAULT, SmallSet.withRule(rule), units).arithmetic();
  }

  private static String rule(String rule) {
    return reason(Policy.DEFAULT, SmallSet.withRule(rule), unit("u")).rule();
  }

  @Test
  void namesTheFactsTheRuleTheSumAndTheLineOfTheDecision() {
    var set =
        SmallSet.of(
            """
            annex: Phụ lục 2
            sections:
              - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: Tiêu chí, maxPoints: 100, rule: {proportional: a / b}}]}
            """);
    var reason = reason(Policy.DEFAULT, set, unit("u").with("a", 1234).with("b", 4000));

    assertThat(reason.facts()).containsExactly("A: 1.234 cái", "B: 4.000 cái");
    assertThat(reason.rule()).isEqualTo("Tính theo tỷ lệ: (tỷ lệ) × 100");
    assertThat(reason.arithmetic())
        .isEqualTo("1.234 cái / 4.000 cái = 30,85 %; 30,85 % × 100 = 30,85 điểm");
    assertThat(reason.basis()).isEqualTo("Phụ lục 2, mục I.1");
    assertThat(reason.sentence())
        .isEqualTo(
            "1.234 cái / 4.000 cái = 30,85 %; 30,85 % × 100 = 30,85 điểm (Phụ lục 2, mục I.1)");
  }

  @Test
  void saysTheSameInEnglishWithItsNumbersAndTheLabelsOfTheDecision() {
    var set = SmallSet.withRule("{proportional: a / b}");
    var answers = unit("u").with("a", 1234).with("b", 4000).answers();
    var sheet = new Scorer(set, Policy.DEFAULT, List.of()).score(List.of(answers)).getFirst();

    var reason =
        new Reasons(set, Policy.DEFAULT, Words.ENGLISH)
            .of(sheet.lines().getFirst(), sheet.answers());

    assertThat(reason.facts()).contains("A: 1,234 cái");
    assertThat(reason.rule()).isEqualTo("By ratio: (ratio) × 100");
    assertThat(reason.arithmetic())
        .isEqualTo("1,234 cái / 4,000 cái = 30.85 %; 30.85 % × 100 = 30.85 points");
  }

  // ----- yes/no

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | Có: có → 100,00 điểm",
        "also | Cũng: không → 0,00 điểm",
        "a >= 3 | A (3 cái) ≥ 3: đạt → 100,00 điểm",
        "a > 3 | A (3 cái) > 3: không đạt → 0,00 điểm",
        "a <= 2.5 | A (3 cái) ≤ 2,5: không đạt → 0,00 điểm",
        "a < b | A (3 cái) < B (7 cái): đạt → 100,00 điểm",
        "3 = a | 3 = A (3 cái): đạt → 100,00 điểm",
        "a != 3 | A (3 cái) ≠ 3: không đạt → 0,00 điểm",
        "a / b >= 40% | 3 cái / 7 cái ≈ 42,86 % ≥ 40 %: đạt → 100,00 điểm",
        "a / b >= 3 | 3 cái / 7 cái ≈ 0,43 ≥ 3: không đạt → 0,00 điểm",
        "a / b >= 1 | 3 cái / 7 cái ≈ 42,86 % ≥ 100 %: không đạt → 0,00 điểm",
        "a + b > 1 | 3 cái + 7 cái = 10 > 1: đạt → 100,00 điểm",
        "a * (b - 1) - 1 = 17 | 3 cái × (7 cái − 1) − 1 = 17 = 17: đạt → 100,00 điểm",
        "a - (b - 1) < 0 | 3 cái − (7 cái − 1) = −3 < 0: đạt → 100,00 điểm",
        "a / (b - 4) >= 100% | 3 cái / (7 cái − 4) = 100,00 % ≥ 100 %: đạt → 100,00 điểm",
        "-a < 0 | −3 cái < 0: đạt → 100,00 điểm",
        "a * -b < 0 | 3 cái × (−7 cái) = −21 < 0: đạt → 100,00 điểm",
        "-(a + b) < 0 | −(3 cái + 7 cái) < 0: đạt → 100,00 điểm",
        "b = 7 or a / 0 > 1 | (B (7 cái) = 7) hoặc (3 cái / 0 > 100 %): đạt → 100,00 điểm",
        "yes and not also | Có: có và (không phải Cũng: không): đạt → 100,00 điểm",
        "not (yes or also) | không phải (Có: có hoặc Cũng: không): không đạt → 0,00 điểm",
        "colour = 'red' | Màu (Đỏ) = “Đỏ”: đạt → 100,00 điểm",
        "day < until | Ngày (31/03/2017) < Hạn (không có): không đạt → 0,00 điểm",
        "answered(remark) | Ghi chú: chưa trả lời: không đạt → 0,00 điểm",
        "answered(a) | A: đã trả lời: đạt → 100,00 điểm",
        "if(yes, also, yes) | nếu có thì không, không thì có: không đạt → 0,00 điểm",
        "min(a, b) > 1 | số nhỏ nhất trong (3 cái; 7 cái) > 1: đạt → 100,00 điểm",
        "max(a, b) > 7 | số lớn nhất trong (3 cái; 7 cái) > 7: không đạt → 0,00 điểm",
        "previous(a) < a | năm trước 2 cái < A (3 cái): đạt → 100,00 điểm",
        "previous(a > 2) | năm trước A (2 cái) > 2: không đạt → 0,00 điểm",
        "previous(a / b >= 40%) | năm trước 2 cái / 4 cái = 50,00 % ≥ 40 %: đạt → 100,00 điểm",
        "previous(yes and yes) | năm trước Có: không và Có: không: không đạt → 0,00 điểm",
        "previous(answered(c)) | năm trước C: chưa trả lời: không đạt → 0,00 điểm",
      })
  void showsAConditionWithTheUnitsOwnValues(String condition, String sentence) {
    var somebody =
        unit("u")
            .with("a", 3)
            .with("b", 7)
            .with("c", 1)
            .with("yes", true)
            .with("also", false)
            .chose("colour", "red")
            .on("day", "2017-03-31")
            .none("until")
            .lastYear("a", 2)
            .lastYear("b", 4)
            .lastYear("yes", new Fact.YesNo(false));

    assertThat(arithmetic("{yesNo: \"" + condition + "\"}", somebody)).isEqualTo(sentence);
  }

  @Test
  void saysWhatYesIsWorth() {
    assertThat(rule("{yesNo: yes}")).isEqualTo("Có: 100 điểm; không: 0 điểm");
  }

  // ----- ratio × points

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 4 | 1 cái / 4 cái = 25,00 %; 25,00 % × 100 = 25,00 điểm",
        "1 | 3 | 1 cái / 3 cái ≈ 33,33 %; 33,33 % × 100 = 33,33 điểm",
        "5 | 4 | 5 cái / 4 cái = 125,00 %, vượt 100 % nên tính 100 %; 100 % × 100 = 100,00 điểm",
        "4 | 3 | 4 cái / 3 cái ≈ 133,33 %, vượt 100 % nên tính 100 %; 100 % × 100 = 100,00 điểm",
        "3 | 3 | 3 cái / 3 cái = 100,00 %; 100,00 % × 100 = 100,00 điểm",
      })
  void showsARatioByItsPercentage(long a, long b, String sentence) {
    assertThat(arithmetic("{proportional: a / b}", unit("u").with("a", a).with("b", b)))
        .isEqualTo(sentence);
  }

  @Test
  void showsTheFractionWhereThePercentageWouldNotGiveThePointsAgain() {
    var set = SmallSet.withRule("{proportional: a / b}");
    var inParts = SmallSet.withRule("{proportional: (a + 1) / b}");

    assertThat(reason(EXACT, set, unit("u").with("a", 1).with("b", 1300)).arithmetic())
        .isEqualTo("1 cái / 1.300 cái = 1/1.300 ≈ 0,08 %; 1/1.300 × 100 ≈ 0,0769230769 điểm");
    assertThat(reason(EXACT, set, unit("u").with("a", 2).with("b", 4000)).arithmetic())
        .isEqualTo("2 cái / 4.000 cái = 0,05 %; 0,05 % × 100 = 0,05 điểm");
    assertThat(reason(EXACT, set, unit("u").with("a", 2).with("b", 64)).arithmetic())
        .isEqualTo("2 cái / 64 cái = 2/64 ≈ 3,13 %; 2/64 × 100 = 3,125 điểm");
    assertThat(reason(EXACT, inParts, unit("u").with("a", 1).with("b", 64)).arithmetic())
        .isEqualTo("(1 cái + 1) / 64 cái = 1/32 ≈ 3,13 %; 1/32 × 100 = 3,125 điểm");
  }

  @Test
  void showsThePercentageWhereItGivesTheRoundedPointsAgain() {
    var set =
        SmallSet.of(
            """
            sections:
              - {code: I, name: Một, maxPoints: 15, criteria: [{code: I.1, name: X, maxPoints: 15, rule: {proportional: a / b}}]}
            """);

    assertThat(reason(Policy.DEFAULT, set, unit("u").with("a", 1).with("b", 3)).arithmetic())
        .isEqualTo("1 cái / 3 cái ≈ 33,33 %; 33,33 % × 15 ≈ 5,00 điểm");
    assertThat(reason(EXACT, set, unit("u").with("a", 1).with("b", 3)).arithmetic())
        .isEqualTo("1 cái / 3 cái = 1/3 ≈ 33,33 %; 1/3 × 15 = 5,00 điểm");
  }

  // ----- tiers

  private static final String TIERS =
      "{tiers: {of: a / b, unit: \"%\", steps: [{atLeast: 20%, points: 100, printed: \">=20%\"}, {above: 10%, below: 20%, points: maxPoints / 4},"
          + " {atLeast: 5%, atMost: 10%, points: measure * 100}]}}";

  @Test
  void namesTheTierMetAsTheDecisionPrintsIt() {
    assertThat(arithmetic(TIERS, unit("u").with("a", 1).with("b", 5)))
        .isEqualTo("1 cái / 5 cái = 20,00 % → đạt mức “>=20%”: 100,00 điểm");
    assertThat(arithmetic(TIERS, unit("u").with("a", 1).with("b", 7)))
        .isEqualTo("1 cái / 7 cái ≈ 14,29 % → đạt mức > 10 %, < 20 %: 25,00 điểm");
    assertThat(arithmetic(TIERS, unit("u").with("a", 1).with("b", 10)))
        .isEqualTo("1 cái / 10 cái = 10,00 % → đạt mức ≥ 5 %, ≤ 10 %: 0,1 × 100 = 10,00 điểm");
    assertThat(arithmetic(TIERS, unit("u").with("a", 1).with("b", 50)))
        .isEqualTo(
            "1 cái / 50 cái = 2,00 % → không đạt mức nào trong các mức “>=20%”; > 10 %, < 20 %; ≥ 5 %, ≤ 10 %: 0 điểm");
    assertThat(rule(TIERS))
        .isEqualTo("“>=20%”: 100 điểm; > 10 %, < 20 %: 25 điểm; ≥ 5 %, ≤ 10 %: theo công thức");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19999 | 100000 | 19.999 cái / 100.000 cái = 19,999 % → đạt mức > 10 %, < 20 %: 25,00 điểm",
        "1999999 | 10000000 | 1.999.999 cái / 10.000.000 cái = 19,99999 % → đạt mức > 10 %, < 20 %: 25,00 điểm",
        "6667 | 33336 | 6.667 cái / 33.336 cái ≈ 19,999 % → đạt mức > 10 %, < 20 %: 25,00 điểm",
        "100001 | 1000000 | 100.001 cái / 1.000.000 cái = 10,0001 % → đạt mức > 10 %, < 20 %: 25,00 điểm",
        "199999999999 | 1000000000000 | 199.999.999.999 cái / 1.000.000.000.000 cái = 19,9999999999 % → đạt mức > 10 %, < 20 %: 25,00 điểm",
      })
  void neverShowsAValueOnTheWrongSideOfAThreshold(long a, long b, String sentence) {
    assertThat(arithmetic(TIERS, unit("u").with("a", a).with("b", b))).isEqualTo(sentence);
  }

  @Test
  void looksAtUpperThresholdsToo() {
    var low =
        "{tiers: {of: a / b, unit: \"%\", steps: [{below: 20%, points: 100}, {otherwise: 1}]}}";

    assertThat(arithmetic(low, unit("u").with("a", 19_999).with("b", 100_000)))
        .isEqualTo("19.999 cái / 100.000 cái = 19,999 % → đạt mức < 20 %: 100,00 điểm");
  }

  @Test
  void showsTheBoundsOfAFactStatedInPercentAsTheyAreWritten() {
    var stated =
        "{tiers: {of: share, unit: \"%\", steps: [{atLeast: 10, points: 100}, {otherwise: 0}]}}";

    assertThat(arithmetic(stated, unit("u").with("share", "12.5")))
        .isEqualTo("Tỷ lệ: 12,5 % → đạt mức ≥ 10 %: 100,00 điểm");
    assertThat(rule(stated)).isEqualTo("≥ 10 %: 100 điểm; trường hợp khác: 0 điểm");
  }

  @Test
  void showsAMeasureThatIsNoPercentageInItsUnit() {
    var perHead =
        "{tiers: {of: c / b, unit: Mbps/người, steps: [{atLeast: 1, points: 100}, {otherwise: 7}]}}";

    assertThat(arithmetic(perHead, unit("u").with("c", "30").with("b", 20)))
        .isEqualTo("30 cái / 20 cái = 1,50 Mbps/người → đạt mức ≥ 1 Mbps/người: 100,00 điểm");
    assertThat(arithmetic(perHead, unit("u").with("c", "40").with("b", 20)))
        .isEqualTo("40 cái / 20 cái = 2 Mbps/người → đạt mức ≥ 1 Mbps/người: 100,00 điểm");
    assertThat(arithmetic(perHead, unit("u").with("c", "19.9999").with("b", 20)))
        .isEqualTo("19,9999 cái / 20 cái = 0,999995 Mbps/người → trường hợp khác: 7,00 điểm");
    assertThat(
            arithmetic(
                "{tiers: {of: a, steps: [{atLeast: 1, points: 100}]}}", unit("u").with("a", 2)))
        .isEqualTo("A: 2 cái → đạt mức ≥ 1: 100,00 điểm");
  }

  @Test
  void worksOutPointsThatFollowTheMeasureOrAFact() {
    var tiers =
        "{tiers: {of: a / b, unit: \"%\", steps: [{atLeast: 50%, points: maxPoints * measure},"
            + " {above: 0%, points: 90 - a}, {otherwise: 150 * measure}]}}";

    assertThat(arithmetic(tiers, unit("u").with("a", 2).with("b", 3)))
        .isEqualTo("2 cái / 3 cái ≈ 66,67 % → đạt mức ≥ 50 %: 100 × 2/3 ≈ 66,67 điểm");
    assertThat(arithmetic(tiers, unit("u").with("a", 1).with("b", 4)))
        .isEqualTo("1 cái / 4 cái = 25,00 % → đạt mức > 0 %: 90 − 1 cái = 89,00 điểm");
    assertThat(arithmetic(tiers, unit("u").with("a", 99).with("b", 200)))
        .isEqualTo(
            "99 cái / 200 cái = 49,50 % → đạt mức > 0 %: 90 − 99 cái = −9, từ 0 đến 100 → 0,00 điểm");
    assertThat(
            arithmetic(
                "{change: {of: a, as: difference, steps: [{above: 0, points: 20 * measure}, {otherwise: 0}]}}",
                unit("u").with("a", 5).lastYear("a", 2)))
        .isEqualTo("Năm trước 2, năm nay 5: thay đổi 3 → > 0: 20 × 3 = 60,00 điểm");
    assertThat(
            arithmetic(
                "{choice: {of: colour, options: [{option: red, points: 2 * a}]}}",
                unit("u").chose("colour", "red").with("a", 7)))
        .isEqualTo("Màu: “Đỏ” → 2 × 7 cái = 14,00 điểm");
    assertThat(
            arithmetic(
                "{dateWindow: {of: day, windows: [{to: 31/12 year, points: 2 * a}]}}",
                unit("u").on("day", "2017-01-01").with("a", 7)))
        .isEqualTo("Ngày 01/01/2017, trong khoảng đến hết 31/12/2017 → 2 × 7 cái = 14,00 điểm");
  }

  @Test
  void setsNegativeNumbersApartAndSaysWhatNoneCountsAs() {
    assertThat(arithmetic("{formula: \"max(c, -c) - c\"}", unit("u").with("c", "-5")))
        .isEqualTo("số lớn nhất trong (−5 cái; −(−5 cái)) − (−5 cái) = 10 → 10,00 điểm");
    assertThat(
            arithmetic(
                "{minMax: {of: c, better: lower, among: all}}",
                unit("u").with("c", "-5"),
                unit("v").with("c", "-10"),
                unit("w").with("c", 10)))
        .isEqualTo("−5 cái; (10 − (−5)) ÷ (10 − (−10)) × 100 → 75,00 điểm");
    assertThat(arithmetic("{formula: 3 - a / b}", unit("u").none("a").with("b", 2)))
        .isEqualTo("3 − (0 (không có) / 2 cái) = 3 → 3,00 điểm");
  }

  @Test
  void namesOptionsInConditionsByTheirLabels() {
    assertThat(arithmetic("{yesNo: \"colour = 'red'\"}", unit("u").chose("colour", "blue")))
        .isEqualTo("Màu (Xanh) = “Đỏ”: không đạt → 0,00 điểm");
  }

  // ----- choice

  private static final String CHOICE =
      "{choice: {of: colour, options: [{option: red, points: 100, printed: Đỏ thắm}, {option: blue, points: 50}]}}";

  @Test
  void namesTheOptionAsTheDecisionPrintsIt() {
    assertThat(arithmetic(CHOICE, unit("u").chose("colour", "red")))
        .isEqualTo("Màu: “Đỏ thắm” → 100,00 điểm");
    assertThat(arithmetic(CHOICE, unit("u").chose("colour", "blue")))
        .isEqualTo("Màu: “Xanh” → 50,00 điểm");
    assertThat(arithmetic(CHOICE, unit("u").none("colour"))).isEqualTo("Màu: không có → 0,00 điểm");
    assertThat(rule(CHOICE)).isEqualTo("“Đỏ thắm”: 100 điểm; “Xanh”: 50 điểm");
  }

  // ----- dates

  private static final String WINDOWS =
      "{dateWindow: {of: day, windows: [{from: 01/10 year-1, to: 31/12 year-1, points: 100, printed: Quý IV}, {from: 01/06 year, points: 30},"
          + " {to: 01/01 2016, points: 20}, {otherwise: 1, printed: Trường hợp khác}]}}";

  @Test
  void showsTheDateAndItsWindow() {
    assertThat(arithmetic(WINDOWS, unit("u").on("day", "2016-12-31")))
        .isEqualTo("Ngày 31/12/2016, trong khoảng 01/10/2016–31/12/2016 (“Quý IV”) → 100,00 điểm");
    assertThat(arithmetic(WINDOWS, unit("u").on("day", "2017-07-01")))
        .isEqualTo("Ngày 01/07/2017, trong khoảng từ 01/06/2017 → 30,00 điểm");
    assertThat(arithmetic(WINDOWS, unit("u").on("day", "2015-07-01")))
        .isEqualTo("Ngày 01/07/2015, trong khoảng đến hết 01/01/2016 → 20,00 điểm");
    assertThat(arithmetic(WINDOWS, unit("u").on("day", "2017-05-01")))
        .isEqualTo("Ngày: 01/05/2017; “Trường hợp khác” → 1,00 điểm");
    assertThat(arithmetic(WINDOWS, unit("u").none("day")))
        .isEqualTo("Ngày: không có; “Trường hợp khác” → 1,00 điểm");
    assertThat(rule(WINDOWS))
        .isEqualTo(
            "“Quý IV”: 100 điểm; từ 01/06/2017: 30 điểm; đến hết 01/01/2016: 20 điểm; “Trường hợp khác”: 1 điểm");
  }

  @Test
  void saysWhereNoWindowHoldsTheDate() {
    var open = "{dateWindow: {of: day, windows: [{from: 01/06 year, to: 30/06 year, points: 30}]}}";
    var other = "{dateWindow: {of: day, windows: [{otherwise: 5}]}}";

    assertThat(arithmetic(open, unit("u").on("day", "2017-07-01")))
        .isEqualTo("Ngày: 01/07/2017; không thuộc khoảng nào → 0 điểm");
    assertThat(arithmetic(open, unit("u").none("day")))
        .isEqualTo("Ngày: không có; không thuộc khoảng nào → 0 điểm");
    assertThat(arithmetic(other, unit("u").on("day", "2017-07-01")))
        .isEqualTo("Ngày: 01/07/2017; trường hợp khác → 5,00 điểm");
    assertThat(rule(open)).isEqualTo("01/06/2017–30/06/2017: 30 điểm");
  }

  // ----- sums, pieces, cases

  private static final String PARTS =
      "[{name: Phần X, maxPoints: 60, rule: {yesNo: yes}}, {name: Phần Y, maxPoints: 60, rule: {proportional: a / b}}]";

  @Test
  void addsThePartsOneByOne() {
    var sum = "{sum: {items: " + PARTS + ", cap: 80}}";
    var somebody = unit("u").with("yes", true);

    assertThat(arithmetic(sum, somebody.with("a", 1).with("b", 4)))
        .isEqualTo(
            "Phần X: Có: có → 60,00 điểm; Phần Y: 1 cái / 4 cái = 25,00 %; 25,00 % × 60 = 15,00 điểm; cộng lại = 75,00 điểm");
    assertThat(arithmetic(sum, somebody.with("a", 1).with("b", 7)))
        .isEqualTo(
            "Phần X: Có: có → 60,00 điểm; Phần Y: 1 cái / 7 cái = 1/7 ≈ 14,29 %; 1/7 × 60 ≈ 8,5714285714 điểm; cộng lại ≈ 68,57 điểm");
    assertThat(arithmetic(sum, somebody.with("a", 3).with("b", 4)))
        .isEqualTo(
            "Phần X: Có: có → 60,00 điểm; Phần Y: 3 cái / 4 cái = 75,00 %; 75,00 % × 60 = 45,00 điểm; cộng lại = 105,00, tối đa 80,00 → 80,00 điểm");
    assertThat(rule(sum))
        .isEqualTo(
            "Cộng: Phần X (Có: 60 điểm; không: 0 điểm); Phần Y (Tính theo tỷ lệ: (tỷ lệ) × 60); tối đa 80 điểm");
    assertThat(rule("{sum: {items: " + PARTS + "}}")).endsWith("; tối đa 100 điểm");
  }

  @Test
  void saysWhichPartIsMissing() {
    assertThat(arithmetic("{sum: {items: " + PARTS + "}}", unit("u").with("a", 1).with("b", 0)))
        .isEqualTo(
            "Phần X: Chưa trả lời: Có → 0 điểm; Phần Y: 1 cái / 0 cái: mẫu số bằng 0 → 0 điểm; cộng lại = 0,00 điểm");
  }

  @Test
  void countsThePieces() {
    assertThat(arithmetic("{perUnit: {of: a, points: 30}}", unit("u").with("a", 3)))
        .isEqualTo("3 cái: 3 × 30 = 90,00 điểm");
    assertThat(arithmetic("{perUnit: {of: a, points: 30}}", unit("u").with("a", 4)))
        .isEqualTo("4 cái: 4 × 30, tối đa 100,00 → 100,00 điểm");
    assertThat(arithmetic("{perUnit: {of: a, points: maxPoints / 3}}", unit("u").with("a", 1)))
        .isEqualTo("1 cái: 1 × 100/3 ≈ 33,33 điểm");
    assertThat(rule("{perUnit: {of: a, points: 30}}"))
        .isEqualTo("Mỗi đơn vị tính 30 điểm, tối đa 100 điểm");
    assertThat(rule("{perUnit: {of: a, points: measure}}"))
        .isEqualTo("Mỗi đơn vị tính theo công thức, tối đa 100 điểm");
    assertThat(rule("{perUnit: {of: a, points: b}}"))
        .isEqualTo("Mỗi đơn vị tính theo công thức, tối đa 100 điểm");
  }

  @Test
  void namesTheBestCase() {
    var best = "{best: {cases: " + PARTS + "}}";

    assertThat(arithmetic(best, unit("u").with("yes", false).with("a", 1).with("b", 4)))
        .isEqualTo(
            "Trường hợp cho nhiều điểm nhất: Phần Y: 1 cái / 4 cái = 25,00 %; 25,00 % × 60 = 15,00 điểm; lấy 15,00 điểm");
    assertThat(arithmetic(best, unit("u").with("yes", true).with("a", 1).with("b", 4)))
        .isEqualTo("Trường hợp cho nhiều điểm nhất: Phần X: Có: có → 60,00 điểm; lấy 60,00 điểm");
    assertThat(rule(best))
        .isEqualTo(
            "Lấy trường hợp có điểm cao nhất: Phần X (Có: 60 điểm; không: 0 điểm); Phần Y (Tính theo tỷ lệ: (tỷ lệ) × 60)");
  }

  // ----- against others

  @Test
  void showsTheBestValueAmongTheUnits() {
    var higher = "{relativeToBest: {of: a, better: higher, among: group}}";
    var lower = "{relativeToBest: {of: a / b, better: lower, among: group}}";

    assertThat(arithmetic(higher, unit("u").with("a", 3), unit("v").with("a", 4)))
        .isEqualTo("3 cái; cao nhất là 4; 3 ÷ 4 × 100 = 75,00 điểm");
    assertThat(arithmetic(higher, unit("u").with("a", 1), unit("v").with("a", 3)))
        .isEqualTo("1 cái; cao nhất là 3; 1 ÷ 3 × 100 ≈ 33,33 điểm");
    assertThat(arithmetic(higher, unit("u").with("a", 3), unit("v").with("a", 3)))
        .isEqualTo("3 cái; là đơn vị tốt nhất → 100,00 điểm");
    assertThat(arithmetic(higher, unit("u").with("a", 0), unit("v").with("a", 0)))
        .isEqualTo("0 cái: mẫu số bằng 0 → 0 điểm");
    assertThat(
            arithmetic(
                lower, unit("u").with("a", 2).with("b", 3), unit("v").with("a", 1).with("b", 2)))
        .isEqualTo("2 cái / 3 cái = 2/3; thấp nhất là 0,5; 0,5 ÷ 2/3 × 100 = 75,00 điểm");
    assertThat(rule(higher)).isEqualTo("So với đơn vị cao nhất: giá trị ÷ giá trị cao nhất × 100");
    assertThat(rule(lower)).isEqualTo("So với đơn vị thấp nhất: giá trị thấp nhất ÷ giá trị × 100");
  }

  @Test
  void callsAUnitBestThatHasNothingWhereFewerIsBetter() {
    var lower = SmallSet.withRule("{relativeToBest: {of: a, better: lower, among: group}}");
    var sheet =
        new Scorer(lower, Policy.DEFAULT, List.of())
            .score(
                unit("u").with("a", 0).answers(),
                Peers.of(lower, List.of(unit("v").with("a", 3).answers())));

    assertThat(
            new Reasons(lower, Policy.DEFAULT)
                .of(sheet.lines().getFirst(), sheet.answers())
                .arithmetic())
        .isEqualTo("0 cái; là đơn vị tốt nhất → 100,00 điểm");
    assertThat(
            arithmetic(
                "{relativeToBest: {of: a, better: higher, among: group}}",
                unit("u").with("a", 0),
                unit("v").with("a", 3)))
        .isEqualTo("0 cái; cao nhất là 3; 0 ÷ 3 × 100 = 0,00 điểm");
  }

  @Test
  void showsTheExtremesAmongTheUnits() {
    var higher = "{minMax: {of: a, better: higher, among: group}}";
    var lower = "{minMax: {of: a + b, better: lower, among: group}}";

    assertThat(
            arithmetic(
                higher, unit("u").with("a", 3), unit("v").with("a", 2), unit("w").with("a", 6)))
        .isEqualTo("3 cái; (3 − 2) ÷ (6 − 2) × 100 → 25,00 điểm");
    assertThat(
            arithmetic(
                lower,
                unit("u").with("a", 3).with("b", 0),
                unit("v").with("a", 2).with("b", 0),
                unit("w").with("a", 6).with("b", 0)))
        .isEqualTo("3 cái + 0 cái = 3; (6 − 3) ÷ (6 − 2) × 100 → 75,00 điểm");
    assertThat(arithmetic(higher, unit("u").with("a", 3)))
        .isEqualTo("3 cái; mọi đơn vị bằng nhau → 100,00 điểm");
    assertThat(rule(higher)).isEqualTo("(giá trị − thấp nhất) ÷ (cao nhất − thấp nhất) × 100");
    assertThat(rule(lower)).isEqualTo("(cao nhất − giá trị) ÷ (cao nhất − thấp nhất) × 100");
  }

  // ----- against last year

  @Test
  void showsTheChangeSoThatARoundedPercentageIsNotNeeded() {
    var percent = "{change: {of: a, as: percent, target: 12.345%}}";
    var difference = "{change: {of: a, as: difference, target: 4}}";

    assertThat(arithmetic(percent, unit("u").with("a", 22).lastYear("a", 21)))
        .isEqualTo(
            "Năm trước 21, năm nay 22: thay đổi 4,76 %; (22 − 21) ÷ 21 ÷ 12,345 % × 100, từ 0 đến 100 → 38,57 điểm");
    assertThat(arithmetic(difference, unit("u").with("a", 11).lastYear("a", 10)))
        .isEqualTo(
            "Năm trước 10, năm nay 11: thay đổi 1; (11 − 10) ÷ 4 × 100, từ 0 đến 100 → 25,00 điểm");
    assertThat(rule(percent))
        .isEqualTo("Thay đổi so với năm trước ÷ 12,345 % × 100, từ 0 đến 100 điểm");
    assertThat(rule(difference))
        .isEqualTo("Thay đổi so với năm trước ÷ 4 × 100, từ 0 đến 100 điểm");
  }

  @Test
  void showsTheTierOfTheChange() {
    var percent =
        "{change: {of: a, as: percent, steps: [{atLeast: 10%, below: 50%, points: 100}]}}";
    var difference =
        "{change: {of: a, as: difference, steps: [{atLeast: 10, points: 100}, {otherwise: 3}]}}";

    assertThat(arithmetic(percent, unit("u").with("a", 22).lastYear("a", 20)))
        .isEqualTo("Năm trước 20, năm nay 22: thay đổi 10,00 % → ≥ 10 %, < 50 %: 100,00 điểm");
    assertThat(arithmetic(percent, unit("u").with("a", 1_099_999).lastYear("a", 1_000_000)))
        .isEqualTo(
            "Năm trước 1.000.000, năm nay 1.099.999: thay đổi 9,9999 % → không đạt mức nào: 0,00 điểm");
    assertThat(arithmetic(percent, unit("u").with("a", 1_499_999).lastYear("a", 1_000_000)))
        .isEqualTo(
            "Năm trước 1.000.000, năm nay 1.499.999: thay đổi 49,9999 % → ≥ 10 %, < 50 %: 100,00 điểm");
    assertThat(arithmetic(difference, unit("u").with("a", 25).lastYear("a", 20)))
        .isEqualTo("Năm trước 20, năm nay 25: thay đổi 5 → trường hợp khác: 3,00 điểm");
    assertThat(rule(percent)).isEqualTo("Theo thay đổi so với năm trước: ≥ 10 %, < 50 %: 100 điểm");
    assertThat(rule(difference))
        .isEqualTo("Theo thay đổi so với năm trước: ≥ 10: 100 điểm; trường hợp khác: 3 điểm");
  }

  // ----- survey, formula, information

  @Test
  void placesASurveyResultOnItsScale() {
    assertThat(arithmetic("{survey: {of: c, from: 1, to: 5}}", unit("u").with("c", "2.5")))
        .isEqualTo("Kết quả 2,5; (2,5 − 1) ÷ (5 − 1) × 100 → 37,50 điểm");
    assertThat(rule("{survey: {of: c, from: 1, to: 5}}"))
        .isEqualTo("Kết quả khảo sát trên thang 1–5, quy ra tối đa 100 điểm");
  }

  @Test
  void writesAFormulaOut() {
    assertThat(arithmetic("{formula: maxPoints * a / b}", unit("u").with("a", 1).with("b", 3)))
        .isEqualTo("(100 × 1 cái) / 3 cái = 100/3 → 33,33 điểm");
    assertThat(rule("{formula: maxPoints * a / b}")).isEqualTo("Theo công thức, từ 0 đến 100 điểm");
  }

  @Test
  void saysThatInformationIsWorthNothing() {
    assertThat(rule("{information: [remark]}")).isEqualTo("Chỉ để tham khảo, không tính điểm");
    assertThat(
            arithmetic("{information: [remark]}", unit("u").with("remark", new Fact.Words("xong"))))
        .isEqualTo("Chỉ để tham khảo, không tính điểm");
    assertThat(
            reason(
                    Policy.DEFAULT,
                    SmallSet.withRule("{information: [remark]}"),
                    unit("u").with("remark", new Fact.Words("xong")))
                .facts())
        .containsExactly("Ghi chú: xong");
  }

  // ----- by group

  @Test
  void tellsEachGroupItsOwnRule() {
    var set =
        SmallSet.withRule("{byGroup: {department: {yesNo: yes}, district: {proportional: a / b}}}");

    assertThat(reason(Policy.DEFAULT, set, unit("u").with("yes", true)).sentence())
        .startsWith("Có: có → 100,00 điểm");
    assertThat(
            reason(Policy.DEFAULT, set, unit("u").with("a", 1).with("b", 4).in("district")).rule())
        .isEqualTo("Tính theo tỷ lệ: (tỷ lệ) × 100");
    assertThat(reason(Policy.DEFAULT, set, unit("u").in("guest")).arithmetic())
        .isEqualTo("Chỉ để tham khảo, không tính điểm");
    assertThat(reason(Policy.DEFAULT, set, unit("u").in("guest")).rule())
        .isEqualTo("Chỉ để tham khảo, không tính điểm");
  }

  @Test
  void tellsItWithinASumToo() {
    var own =
        "{byGroup: {department: {byGroup: {department: {yesNo: yes}}}, district: {proportional: a / b}}}";
    var set =
        SmallSet.withRule("{sum: {items: [{name: Phần X, maxPoints: 100, rule: " + own + "}]}}");
    var reason = reason(Policy.DEFAULT, set, unit("u").with("yes", true));

    assertThat(reason.arithmetic())
        .isEqualTo("Phần X: Có: có → 100,00 điểm; cộng lại = 100,00 điểm");
    assertThat(reason.rule())
        .isEqualTo("Cộng: Phần X (Có: 100 điểm; không: 0 điểm); tối đa 100 điểm");
  }

  // ----- what stands in the way

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{proportional: a / b} | Chưa trả lời: A; B → 0 điểm",
        "{yesNo: previous(c) > 0 and yes} | Chưa trả lời: C; Có; năm trước C → 0 điểm",
        "{change: {of: a, as: percent, target: 10%}} | Chưa trả lời: A; năm trước A → 0 điểm",
        "{choice: {of: colour, options: [{option: red, points: 1}]}} | Chưa trả lời: Màu → 0 điểm",
        "{dateWindow: {of: day, windows: [{otherwise: 1}]}} | Chưa trả lời: Ngày → 0 điểm",
        "{survey: {of: c, from: 1, to: 5}} | Chưa trả lời: C → 0 điểm",
        "{perUnit: {of: a, points: 1}} | Chưa trả lời: A → 0 điểm",
        "{minMax: {of: a, better: higher, among: all}} | Chưa trả lời: A → 0 điểm",
        "{relativeToBest: {of: a, better: higher, among: all}} | Chưa trả lời: A → 0 điểm",
        "{formula: a} | Chưa trả lời: A → 0 điểm",
        "{tiers: {of: a, steps: [{otherwise: 1}]}} | Chưa trả lời: A → 0 điểm",
      })
  void namesWhatIsNotAnswered(String rule, String sentence) {
    assertThat(arithmetic(rule, unit("u"))).isEqualTo(sentence);
  }

  @Test
  void namesOnlyWhatIsNotAnswered() {
    assertThat(arithmetic("{proportional: a / b}", unit("u").with("b", 1)))
        .isEqualTo("Chưa trả lời: A → 0 điểm");
    assertThat(arithmetic("{yesNo: previous(a) > 0}", unit("u").with("a", 1)))
        .isEqualTo("Chưa trả lời: năm trước A → 0 điểm");
    assertThat(
            arithmetic("{change: {of: a, as: percent, target: 10%}}", unit("u").lastYear("a", 1)))
        .isEqualTo("Chưa trả lời: A → 0 điểm");
    assertThat(
            arithmetic(
                "{change: {of: a, as: percent, target: 10%}}",
                unit("u").with("a", 1).lastYear("a", 0)))
        .isEqualTo("1 cái / năm trước 0 cái: mẫu số bằng 0 → 0 điểm");
  }

  @Test
  void showsUnansweredFactsAsSuch() {
    assertThat(
            reason(
                    Policy.DEFAULT,
                    SmallSet.withRule("{proportional: a / b}"),
                    unit("u").with("b", 0))
                .facts())
        .containsExactly("A: chưa trả lời", "B: 0 cái");
  }

  @Test
  void showsTheFactsWhereThePointsOfAnOptionDivideByZero() {
    assertThat(
            arithmetic(
                "{choice: {of: colour, options: [{option: red, points: 1 / b}]}}",
                unit("u").chose("colour", "red").with("b", 0)))
        .isEqualTo("Màu: Đỏ; B: 0 cái: mẫu số bằng 0 → 0 điểm");
  }

  @Test
  void saysWhatThePolicyMakesOfWhatDoesNotApply() {
    var set = SmallSet.withRule("{proportional: a / b}");
    var nothing = unit("u").with("a", 0).with("b", 0);
    var notApplicable = Policy.DEFAULT.with("zeroDenominator", "not-applicable");

    assertThat(reason(Policy.DEFAULT, set, nothing.without("I.1")).arithmetic())
        .isEqualTo("Không áp dụng cho đơn vị; theo chính sách «zero», tính 0,00 điểm");
    assertThat(
            reason(Policy.DEFAULT.with("notApplicable", "full"), set, nothing.without("I.1"))
                .arithmetic())
        .isEqualTo("Không áp dụng cho đơn vị; theo chính sách «full», tính 100,00 điểm");
    assertThat(
            reason(
                    Policy.DEFAULT.with("notApplicable", "rescale-section"),
                    set,
                    nothing.without("I.1"))
                .arithmetic())
        .isEqualTo("Không áp dụng cho đơn vị; không tính, nội dung được quy đổi theo phần áp dụng");
    assertThat(reason(notApplicable.with("notApplicable", "full"), set, nothing).arithmetic())
        .isEqualTo(
            "0 cái / 0 cái: mẫu số bằng 0, theo chính sách coi là không áp dụng; theo chính sách «full», tính 100,00 điểm");
  }

  @Test
  void saysThatABonusIsNeitherGivenNorRescaled() {
    var set =
        SmallSet.of(
            """
            sections:
              - {code: V, bonus: true, name: Thưởng, maxPoints: 10, criteria: [{code: V.1, name: X, maxPoints: 10, rule: {proportional: a / b}}]}
              - {code: I, name: Một, maxPoints: 100, criteria: [{code: I.1, name: X, maxPoints: 100, rule: {yesNo: yes}}]}
            """);

    assertThat(
            reason(Policy.DEFAULT.with("notApplicable", "full"), set, unit("u").without("V"))
                .arithmetic())
        .isEqualTo("Không áp dụng cho đơn vị; điểm thưởng không cho thay, không quy đổi: 0 điểm");
  }

  @Test
  void saysThatABlockWasNotHeld() {
    var set = SmallSet.withRule("{yesNo: yes}");
    var sheet =
        new Scorer(set, Policy.DEFAULT, List.of("I"))
            .score(List.of(unit("u").with("yes", true).answers()))
            .getFirst();

    assertThat(
            new Reasons(set, Policy.DEFAULT)
                .of(sheet.lines().getFirst(), sheet.answers())
                .arithmetic())
        .isEqualTo("Đợt này không tổ chức phần này; điểm được quy đổi theo phần còn lại");
  }

  @Test
  void flagsHaveTheNamesOfTheResults() {
    assertThat(Flag.values())
        .extracting(Flag::text)
        .containsExactly(
            "unanswered",
            "zero-denominator",
            "over-100-percent",
            "not-applicable",
            "not-held",
            "near-boundary",
            "order-flips",
            "no-report",
            "late",
            "gate");
  }
}
