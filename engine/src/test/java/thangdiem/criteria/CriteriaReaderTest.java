package thangdiem.criteria;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.words.BadInput;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

class CriteriaReaderTest {

  @Test
  void readsTheTreeToAnyDepthWithItsDefaults() {
    var set = SmallCriteria.read().set();
    assertThat(set.scored().map(ScoredCriterion::code))
        .containsExactly("A.1", "A.2", "A.3.1", "A.3.2", "A.3.3");
    assertThat(set.scored().map(ScoredCriterion::basis)).startsWith("Phụ lục 2, mục A.1");
    assertThat(set.scored().map(ScoredCriterion::printedNumber))
        .containsExactly("1", "2", "1", "2", "3");
    assertThat(set.scoredBelow("A.3")).containsExactlyInAnyOrder("A.3.1", "A.3.2", "A.3.3");
    assertThat(set.scoredBelow("A")).hasSize(5);
    assertThat(set.scoredBelow("B")).isEmpty();
    assertThat(set.grades().highestFirst().get(1).floor()).contains(Points.of(50));
    assertThat(set.facts().get("part").rollUp()).isEqualTo(FactDefinition.RollUp.SUM);
    assertThat(set.facts().get("yes").rollUp()).isEqualTo(FactDefinition.RollUp.ALL);
    assertThat(set.facts().get("day").rollUp()).isEqualTo(FactDefinition.RollUp.NONE);
    assertThat(set.facts().get("part").max()).isEqualTo(FactDefinition.LARGEST);
    assertThat(set.deadline().at().in(2017)).isEqualTo(LocalDate.of(2017, 12, 15));
    assertThat(set.group("district")).isPresent();
    assertThat(set.group("ministry")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: Bộ tiêu chí nhỏ | name: Bộ tiêu chí: nhỏ | 2:18 | ở đây không thể có dấu hai chấm",
        "scale: 100 | scale:100 | 4:1 | thiếu dấu hai chấm và một dấu cách",
        "`    name: Nội dung A` | `   name: Nội dung A` | 35:4 | thụt khác các dòng cùng cấp",
        "`    name: Nội dung A` | `\tname: Nội dung A` | 35:1 | có phím Tab",
        "groups: | groups: - a | 10:9 | ở đây không thể có dấu «- »",
        "{id: department, name: Sở} | {id: department, name: Sở | 11:5 | trong dấu ngoặc mở ở đây còn thiếu",
        "{id: department, name: Sở} | {id: department,, name: Sở} | 11:21 | ở đây còn thiếu một giá trị",
        "{id: department, name: Sở} | {id: department, name: Sở}} | 11:31 | thừa một dấu ngoặc",
        "name: Bộ tiêu chí nhỏ | name: 'Bộ tiêu chí nhỏ | 2:7 | dấu nháy mở ở đây không có dấu đóng",
        "name: Bộ tiêu chí nhỏ | name: @Bộ | 2:7 | giá trị không thể bắt đầu bằng ký tự này",
        "name: Bộ tiêu chí nhỏ | name: *bo | 2:7 | không dùng bí danh",
        "name: Bộ tiêu chí nhỏ | name: * bo | 2:8 | không dùng bí danh",
        "name: Bộ tiêu chí nhỏ | name: \"C:\\data\" | 2:11 | trong dấu nháy kép không thể là ký tự này",
        "year: 2017 | ---\\nyear: 2017 | 3:1 | chỉ được chứa một phần YAML",
        "name: Bộ tiêu chí nhỏ | name: >0 | 2:8 | cấu trúc ở đây không đọc được",
      })
  void saysInTheReadersWordsWhyATextIsNotYaml(
      String before, String after, String place, String said) {
    var text = SmallCriteria.changed(before, after.replace("\\n", "\n"));
    assertThatThrownBy(() -> CriteriaReader.read("nho.yaml", text, List.of()))
        .hasMessageStartingWith("nho.yaml:" + place + ": ")
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource({
    "id: \u0001a, có ký tự điều khiển không nhìn thấy",
    "%YAML 3.0/---/id: a, cấu trúc ở đây không đọc được",
  })
  void namesTheFileWhereTheParserKnowsNoPlace(String text, String said) {
    assertThatThrownBy(() -> CriteriaReader.read("nho.yaml", text.replace('/', '\n'), List.of()))
        .hasMessageStartingWith("nho.yaml: không phải YAML hợp lệ: ")
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: nho/2017 | idd: nho/2017 | thiếu khoá «id»",
        "{kind: late-report, name: Muộn} | {kind: late-report, name: Muộn, points: -1} | điểm trừ không thể âm",
        "{yesNo: yes} | {sum: {cap: -1, items: [{name: a, maxPoints: 10, rule: {yesNo: yes}}]}} | điểm tối đa không thể âm",
        "{yesNo: yes} | {best: {cases: [{name: a, maxPoints: -10, rule: {yesNo: yes}}]}} | điểm tối đa không thể âm",
        "id: nho/2017 | idd: nho/2017 | không biết khoá «idd»; có phải «id»?",
        "year: 2017 | year: 20.5 | số nguyên",
        "year: 2017 | year: 9999999999 | số nguyên",
        "scale: 100 | scale: nhiều | một số như 15",
        "scale: 100 | scale: 100,5 | số thập phân ở đây viết bằng dấu chấm: 100.5, không phải «100,5»",
        "maxPoints: 40 | maxPoints: 33,5 | «5» đứng sau một dấu phẩy trong dấu ngoặc nhọn",
        "{id: district, name: Huyện} | {id: district, name: Huyện, thị xã} | «thị xã» đứng sau một dấu phẩy",
        "rule: {yesNo: yes} | rule: {yesno: yes} | có phải «yesNo»?",
        "2017-10-03 | 2017-13-03 | một ngày dạng",
        "annex: Phụ lục 2 | annex: Phụ lục 2\\nannex: hai | khoá «annex» đã có",
        "annex: Phụ lục 2 | annex: Phu\u0323 lu\u0323c 2 | NFC",
        "annex: Phụ lục 2 | annex: [a] | ở đây cần chữ",
        "levels: [Nội dung, Tiêu chí] | levels: Nội dung | một danh sách",
        "period: {from: 01/01 year, to: 31/12 year} | period: 2017 | «khoá: giá trị»",
        "from: 01/01 year, | from: 29/02 year, | không có ngày «29/02 year» (year là năm được đánh giá: 2017)",
        "from: 01/01 year, | from: 31/04 2016, | không có ngày «31/04 2016»",
        "from: 01/01 year, | from: 1/1 year, | «01/10 year-1»",
        "{id: district, name: Huyện} | {id: department, name: Huyện} | «department» đã được dùng",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: {department: 80}} | thiếu khoá «district»",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: {department: 80, district: 80, xa: 1}} | không biết khoá «xa»",
        "gradeAtMost: Khá | gradeAtMost: Giỏi | không có loại «Giỏi»",
        "criteria: [A.2] | criteria: [A.9] | không có tiêu chí «A.9»",
        "groups: [department] | groups: [xa] | không có nhóm đơn vị «xa»",
        "theme: things | theme: thing | không có nhóm số liệu «thing»",
        "id: part, | id: Part, | chữ thường không dấu",
        "id: whole, | id: part, | «part» đã được dùng",
        "type: boolean | type: bool | một trong: count, decimal, boolean, date, choice, text",
        "type: boolean | type: boolean, options: [{id: a, label: A}] | chỉ số liệu kiểu choice",
        ", options: [{id: a, label: A}, {id: b, label: B}] |  | cần có options",
        "type: count, unit: cái, theme | type: count, unit: cái, min: 5, max: 4, theme | min lớn hơn max",
        "type: boolean | type: boolean, movable: có | true hoặc false",
        "type: boolean | type: boolean, movesAgainst: [nothing] | không có số liệu «nothing»",
        "code: A.3.1 | code: A.1 | «A.1» đã được dùng",
        "maxPoints: 40 | maxPoints: -40 | không thể âm",
        "maxPoints: 40 | maxPoints: {department: 40, xa: 1} | không biết khoá «xa»",
        "rule: {yesNo: yes} | note: không | đúng một trong hai: rule",
        "rule: {yesNo: yes} | rule: {yes: yes} | đúng một khoá trong: yesNo, proportional",
        "rule: {yesNo: yes} | rule: {yesNo: yes, formula: 1} | đúng một khoá trong",
        "rule: {yesNo: yes} | rule: {yesNo: part} | ở đây cần có/không, biểu thức lại cho một số",
        "rule: {yesNo: yes} | rule: {yesNo: [yes]} | một biểu thức trên một dòng",
        "rule: {yesNo: yes} | rule: {sum: {items: [{name: a, rule: {yesNo: yes}}]}} | thiếu khoá «maxPoints»",
        "rule: {yesNo: yes} | rule: {survey: {of: part, from: 5, to: 5}} | from phải nhỏ hơn to",
        "rule: {yesNo: yes} | rule: {survey: {of: yes, from: 1, to: 5}} | phải là số thập phân, đang là có/không",
        "rule: {yesNo: yes} | rule: {change: {of: part}} | đúng một trong hai: target hoặc steps",
        "rule: {yesNo: yes} | rule: {change: {of: part, target: 0}} | target không thể bằng 0",
        "rule: {yesNo: yes} | rule: {minMax: {of: part, better: best}} | một trong: higher, lower",
        "rule: {yesNo: yes} | rule: {information: [nothing]} | không có số liệu «nothing»",
        "rule: {yesNo: yes} | rule: {byGroup: {department: {yes: yes}, district: {yesNo: yes}}} | đúng một khoá trong: yesNo, proportional",
        "rule: {yesNo: yes} | rule: {sum: {items: [{name: a, maxPoints: 10}]}} | thiếu khoá «rule»",
        "annex: Phụ lục 2 | annex: Phụ lục 2\\n[a, b]: c | khoá phải là chữ",
        "{atLeast: 50%, points: 30} | {atLeast: 50%, above: 40%, points: 30} | chỉ có một trong hai cận",
        "{atLeast: 50%, points: 30} | {points: 30} | một mức cần có cận",
        "{otherwise: 0} | {otherwise: 0, below: 0} | một mức cần có cận",
        "{otherwise: 0}]}} | {points: 0}]}} | một khoảng thời gian cần from hoặc to",
        "{option: a, | {option: c, | không có phương án «c»; các phương án: a, b",
        "dateWindow: {of: day | dateWindow: {of: part | phải là ngày, đang là số đếm",
        "part / whole}} | part / whol}} | không có số liệu «whol»; có phải «whole»?",
        "part / whole}} | part / }} | biểu thức chưa kết thúc",
        "part / whole}} | (part / whole}} | ở đây cần «)»",
        "part / whole}} | part ^ whole}} | không hiểu «^»",
        "part / whole}} | part whole}} | không hiểu «whole»",
        "part / whole}} | part / 1.}} | không phải số: «1.»",
        "part / whole}} | part / maxPoints}} | chỉ dùng được ở nơi ghi điểm",
        "part / whole}} | part / yes}} | chỗ này cần một số, đang là có/không",
        "part / whole}} | mean(part)}} | không có hàm «mean»",
        "part / whole}} | 'if(yes, part)'}} | hàm «if» cần 3 đối số, đang có 2",
        "part <= whole, | pick <= pick, | không so sánh «<=» được với một phương án",
        "part <= whole, | pick = 'c', | không có phương án «c»",
        "part <= whole, | pick = 'a, | thiếu dấu nháy đóng",
        "part / whole}} | part / Az}} | không có số liệu «Az»",
        "part / whole}} | part / Za}} | không có số liệu «Za»",
        "part / whole}} | part / zone}} | không có số liệu «zone»",
        "part / whole}} | part / 123456789012345678901}} | không phải số: «123456789012345678901»",
        "part / whole}} | 'previous(part, whole)'}} | hàm «previous» cần 1 đối số, đang có 2",
        "legalBasis: {number | legalBases: {number | thiếu khoá «legalBasis»",
        "{kind: late-report, name: Muộn} | {kind: late-report, name: Muộn}\\n  - {kind: late-report, name: Trễ} | «late-report» đã được dùng",
        "message: Phần lớn hơn toàn bộ} | message: Phần lớn hơn toàn bộ}\\n  - {id: part-within, require: yes, message: Có} | «part-within» đã được dùng",
        "name: Nội dung A | name: Nội dung A\\n    earlierMaxPoints: {nam: 90} | ở đây cần một số nguyên, không phải «nam»",
        "name: Nội dung A | name: Nội dung A\\n    whenNotHeld: drop | ở đây cần một trong: rescale; không phải «drop»",
      })
  void refusesWhatTheLanguageDoesNotHave(String before, String after, String said) {
    assertThat(SmallCriteria.refused(before, after == null ? "" : after.replace("\\n", "\n")))
        .anyMatch(line -> line.contains(said));
  }

  @Test
  void readsAScaleOfAGroupAndTheFloorsThatGoWithIt() {
    var text =
        SmallCriteria.changed(
                "{id: district, name: Huyện}", "{id: district, name: Huyện, scale: 80}")
            .replace(
                "{name: Tốt, atLeast: 80}",
                "{name: Tốt, atLeast: {department: 80, district: 90%}}");
    var set = CriteriaReader.read("nho.yaml", text, List.of()).set();
    assertThat(set.scale("department")).isEqualTo(Points.of(100));
    assertThat(set.scale("district")).isEqualTo(Points.of(80));
    assertThat(set.largestScale()).isEqualTo(Points.of(100));
    assertThat(set.oneScale()).isFalse();
    var grades = set.grades().highestFirst();
    assertThat(grades.get(0).floor("department")).contains(Points.of(80));
    assertThat(grades.get(0).floor("district")).contains(Points.of(72));
    assertThat(grades.get(1).floor("department")).contains(Points.of(50));
    assertThat(grades.get(1).floor("district")).contains(Points.of(40));
    assertThat(grades.get(2).floor("district")).isEmpty();
    assertThat(set.grades().gradeOf(Points.of(40), "district").name()).isEqualTo("Khá");
    assertThat(set.grades().gradeOf(Points.of(40), "department").name()).isEqualTo("Yếu");
    assertThat(set.grades().gradeOf(Points.of(72), "district").name()).isEqualTo("Tốt");
    assertThat(SmallCriteria.read().set().oneScale()).isTrue();
  }

  @Test
  void knowsTheDaysOfALeapYear() {
    var text =
        SmallCriteria.changed("year: 2017", "year: 2024")
            .replace("from: 01/01 year,", "from: 29/02 year,");
    assertThat(CriteriaReader.read("nho.yaml", text, List.of()).set().period().from().in(2024))
        .isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label: Phần, type: count | label: Phần, type: số ",
        "label: Có, type: boolean | label: Có, type: bool ",
        "label: Ngày, type: date | label: Ngày, type: ngày ",
        "label: Chọn, type: choice | label: Chọn, type: chọn ",
      })
  void blamesAFactOfNoTypeOnceAndNotWhateverUsesIt(String before, String after) {
    assertThat(SmallCriteria.refused(before, after))
        .singleElement()
        .asString()
        .contains("một trong: count, decimal, boolean, date, choice, text");
  }

  @Test
  void tellsMistakesInTheOrderOfTheFile() {
    var text =
        SmallCriteria.changed("yesNo: yes", "yesNo: yess")
            .replace("{name: Tốt, atLeast: 80}", "{name: Tốt, atLeast: tám mươi}")
            .replace("code: A.2", "code: A.1");
    assertThatThrownBy(() -> CriteriaReader.read("nho.yaml", text, List.of()))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad ->
                assertThat(bad.mistakes())
                    .extracting(mistake -> Integer.valueOf(mistake.where().split(":")[1]))
                    .isSorted()
                    .hasSize(4));
  }

  @Test
  void namesEveryMistakeAtOnceWithLineColumnAndACaret() {
    var text =
        SmallCriteria.changed("year: 2017", "year: hai").replace("yesNo: yes", "yesNo: yess");
    assertThatThrownBy(() -> CriteriaReader.read("nho.yaml", text, List.of()))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad -> {
              assertThat(bad.mistakes())
                  .extracting(mistake -> mistake.where())
                  .containsExactly("nho.yaml:3:7", "nho.yaml:54:66");
              assertThat(bad.mistakes().getFirst().excerpt())
                  .containsExactly("  year: hai", "        ^");
              var caret = bad.mistakes().getLast().excerpt();
              assertThat(caret.getLast().indexOf('^')).isEqualTo(caret.getFirst().indexOf("yess"));
            });
  }

  @Test
  void refusesWhatIsNotYamlWithItsPlace() {
    assertThat(SmallCriteria.refused("scale: 100", "scale: [100"))
        .first()
        .asString()
        .startsWith("nho.yaml:");
    assertThatThrownBy(() -> CriteriaReader.read("nho.yaml", "", List.of()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("trống");
    assertThat(SmallCriteria.refused("  - code: A\n", "\t- code: A\n"))
        .singleElement()
        .asString()
        .contains("phím Tab");
    assertThatThrownBy(() -> CriteriaReader.read("nho.yaml", "- a", List.of()))
        .isInstanceOf(BadInput.class);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1, 3",
    "60, 1, 60",
    "61, 2, 60",
    "150, 91, 60",
    "240, 181, 60",
    "241, 181, 61",
    "300, 181, 120"
  })
  void showsOfALongLineTheHundredAndTwentyCharactersRoundTheMistake(
      int column, int from, int caret) {
    var line =
        IntStream.rangeClosed(1, 300).mapToObj(i -> String.valueOf(i % 10)).collect(joining());
    var file = new YamlFile("l.yaml", line);
    assertThat(file.mistake(new Place(1, column), Sentence.of("yaml.empty")).excerpt())
        .containsExactly(
            "  " + line.substring(from - 1, from + 119), "  " + " ".repeat(caret - 1) + "^");
  }

  @Test
  void readsAFileThatIsAListFromItsRoot() {
    var file = new YamlFile("l.yaml", "[a, b]");
    assertThat(YamlMap.list(file, file.root(), node -> YamlMap.text(file, node)))
        .containsExactly("a", "b");
  }

  @Test
  void refusesAliasesAndNestingWithoutEnd() {
    assertThat(SmallCriteria.refused("annex: Phụ lục 2", "annex: &a [x, *a]"))
        .singleElement()
        .asString()
        .contains("bí danh");
    var deep = "a: " + "[".repeat(80) + "]".repeat(80);
    assertThatThrownBy(() -> CriteriaReader.read("d.yaml", deep, List.of()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("lồng quá 60");
    var bottomless = "a: " + "[".repeat(100_000);
    assertThatThrownBy(() -> CriteriaReader.read("d.yaml", bottomless, List.of()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("d.yaml:1:64: lồng quá 60");
    var nested = "(".repeat(60) + "part" + ")".repeat(60);
    assertThat(SmallCriteria.refused("part / whole}}", nested + "}}"))
        .anyMatch(line -> line.contains("lồng quá 40"));
    var chain = "part" + " + part".repeat(20_000);
    assertThat(SmallCriteria.refused("part / whole}}", chain + "}}"))
        .anyMatch(line -> line.contains("dài quá 400 phần"));
  }

  @Test
  void refusesTextThatTurnsRoundWhatStandsBesideIt() {
    assertThat(SmallCriteria.refused("annex: Phụ lục 2", "annex: \"Phụ lục \u202e2\""))
        .singleElement()
        .asString()
        .contains("ký tự điều khiển không nhìn thấy");
  }

  @Test
  void readsEveryKindOfRuleOfBothSets() {
    var kinds =
        List.of(
            "{perUnit: {of: part, points: 1}}",
            "{best: {cases: [{name: a, maxPoints: 10, rule: {yesNo: yes}}]}}",
            "{relativeToBest: {of: part, better: lower, among: all}}",
            "{minMax: {of: part}}",
            "{change: {of: part, as: difference, steps: [{above: 0, points: 10}]}}",
            "{formula: 'if(yes, min(part, maxPoints), max(0, -part + 1))'}",
            "{byGroup: {department: {yesNo: yes}, district: {yesNo: not yes or answered(day)}}}",
            "{yesNo: previous(part) < part and pick != 'a'}");
    for (var rule : kinds) {
      var read = SmallCriteria.with("rule: {yesNo: yes}", "rule: " + rule).set();
      assertThat(
              read.scored()
                  .filter(criterion -> criterion.code().equals("A.3.1"))
                  .findFirst()
                  .orElseThrow()
                  .rule()
                  .facts())
          .as(rule)
          .isNotEmpty();
    }
  }

  @Test
  void givesMultiplicationPrecedenceOverAdditionAndComparisonOverNot() {
    var rule =
        SmallCriteria.with("yesNo: yes", "yesNo: not part + 2 * whole > 3 or yes")
            .set()
            .scored()
            .toList()
            .get(2)
            .rule();
    var part = new Expr.FactValue("part");
    var product =
        new Expr.Arithmetic(
            Expr.Operator.TIMES, new Expr.Number(Rational.of(2)), new Expr.FactValue("whole"));
    var sum = new Expr.Arithmetic(Expr.Operator.PLUS, part, product);
    var not =
        new Expr.Not(
            new Expr.Comparison(Expr.Relation.GREATER, sum, new Expr.Number(Rational.of(3))));
    assertThat(rule).isEqualTo(new ScoringRule.YesNo(new Expr.Or(not, new Expr.FactValue("yes"))));
  }

  @Test
  void refusesUnitsWithIdsThatNoFileCouldBearOrNamedTwice() {
    var units =
        "units:\n  - {id: ../x, name: X, group: department}\n  - {id: a, name: A, group: department}\n  - {id: a, name: B, group: department}\n";
    assertThatThrownBy(() -> UnitsReader.read("u.yaml", units))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad ->
                assertThat(bad.mistakes())
                    .extracting(mistake -> mistake.where())
                    .containsExactly("u.yaml:2:10", "u.yaml:4:10"));
    var read =
        UnitsReader.read(
                "u.yaml",
                "units:\n  - {id: a, name: A, group: department, ordinal: 7, tags: [vertical]}\n")
            .getFirst();
    assertThat(read).isEqualTo(new ListedUnit("a", "A", "A", "department", 7, List.of("vertical")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{number: 1/QĐ, | {la: 1, number: 1/QĐ,",
        "period: { | period: {la: 1, ",
        "deadline: { | deadline: {la: 1, ",
        "{id: department, | {la: 1, id: department,",
        "{id: things, | {la: 1, id: things,",
        "{id: part, | {la: 1, id: part,",
        "{id: a, | {la: 1, id: a,",
        "{name: Tốt, | {la: 1, name: Tốt,",
        "{kind: late-report, | {la: 1, kind: late-report,",
        "{id: part-within, | {la: 1, id: part-within,",
        "{id: gate, | {la: 1, id: gate,",
        "{id: none, | {la: 1, id: none,",
        "    name: Nội dung A |     la: 1\\n    name: Nội dung A",
        "{code: A.1, | {la: 1, code: A.1,",
        "{yesNo: yes} | {tiers: {la: 1, of: part, steps: [{otherwise: 0}]}}",
        "{yesNo: yes} | {tiers: {of: part, steps: [{la: 1, otherwise: 0}]}}",
        "{yesNo: yes} | {choice: {la: 1, of: pick, options: []}}",
        "{yesNo: yes} | {choice: {of: pick, options: [{la: 1, option: a, points: 1}]}}",
        "{yesNo: yes} | {dateWindow: {la: 1, of: day, windows: []}}",
        "{yesNo: yes} | {dateWindow: {of: day, windows: [{la: 1, otherwise: 0}]}}",
        "{yesNo: yes} | {sum: {la: 1, items: []}}",
        "{yesNo: yes} | {sum: {items: [{la: 1, name: a, maxPoints: 1, rule: {yesNo: yes}}]}}",
        "{yesNo: yes} | {best: {la: 1, cases: []}}",
        "{yesNo: yes} | {perUnit: {la: 1, of: part, points: 1}}",
        "{yesNo: yes} | {relativeToBest: {la: 1, of: part}}",
        "{yesNo: yes} | {minMax: {la: 1, of: part}}",
        "{yesNo: yes} | {change: {la: 1, of: part, target: 1}}",
        "{yesNo: yes} | {survey: {la: 1, of: part, from: 1, to: 5}}",
        "{yesNo: yes} | {byGroup: {la: {yesNo: yes}, department: {yesNo: yes}}}",
      })
  void refusesAKeyThatTheLanguageDoesNotHaveWhereverItStands(String before, String after) {
    assertThat(SmallCriteria.refused(before, after.replace("\\n", "\n")))
        .anyMatch(line -> line.contains("không biết khoá «la»"));
  }

  @Test
  void refusesAKeyThatAListOfUnitsDoesNotHave() {
    for (var units :
        List.of(
            "la: 1\nunits:\n  - {id: a, name: A, group: department}\n",
            "units:\n  - {la: 1, id: a, name: A, group: department}\n")) {
      assertThatThrownBy(() -> UnitsReader.read("u.yaml", units))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("«la»");
    }
  }

  @Test
  void readsWhatASectionSaysOfEarlierYearsAndOfNotBeingHeld() {
    assertThat(SmallCriteria.read().set().sections().getFirst().rescaledWhenNotHeld()).isFalse();
    var section =
        SmallCriteria.with(
                "name: Nội dung A",
                "name: Nội dung A\n    earlierMaxPoints: {2016: 90}\n    whenNotHeld: rescale")
            .set()
            .sections()
            .getFirst();
    assertThat(section.rescaledWhenNotHeld()).isTrue();
    assertThat(section.earlierMaxPoints()).isEqualTo(Map.of(2016, Points.of(90)));
  }

  @Test
  void readsPointsThatDifferByGroupAndAPointlessCriterion() {
    var set = SmallCriteria.with("maxPoints: 40", "maxPoints: {department: 40, district: 0}").set();
    var first = set.scored().findFirst().orElseThrow().maxPoints();
    assertThat(first.of("department")).contains(Points.of(40));
    assertThat(first.of("district")).contains(Points.NONE);
  }

  @Test
  void readsDatesNumbersAndLimitsToTheirLastDigit() {
    assertThat(SmallCriteria.read().set().legalBasis().issuedOn())
        .isEqualTo(LocalDate.of(2017, 10, 3));
    assertThat(SmallCriteria.with("scale: 100", "scale: 10000000000000000000").set().scale())
        .isEqualTo(Points.of("10000000000000000000"));
    assertThat(SmallCriteria.with("year: 2017\n", "year: 1048575\n").set().year())
        .isEqualTo(1_048_575);
    var part =
        SmallCriteria.with("unit: cái, theme", "unit: cái, min: 5, max: 5, movable: false, theme")
            .set()
            .facts()
            .get("part");
    assertThat(part.min()).isEqualTo(part.max()).isEqualTo(Rational.of(5));
    assertThat(part.movable()).isFalse();
    assertThat(third("{yesNo: part > 12345678901234567890}"))
        .isEqualTo(
            new ScoringRule.YesNo(
                new Expr.Comparison(
                    Expr.Relation.GREATER,
                    new Expr.FactValue("part"),
                    new Expr.Number(Rational.of("12345678901234567890")))));
  }

  @Test
  void comparesWithTheHighestOfTheOwnGroupUnlessTheRuleSaysOtherwise() {
    var part = new Expr.FactValue("part");
    assertThat(third("{minMax: {of: part}}"))
        .isEqualTo(
            new ScoringRule.MinMax(part, ScoringRule.Better.HIGHER, ScoringRule.Among.GROUP));
    assertThat(third("{relativeToBest: {of: part, better: lower, among: all}}"))
        .isEqualTo(
            new ScoringRule.RelativeToBest(part, ScoringRule.Better.LOWER, ScoringRule.Among.ALL));
    assertThat(third("{survey: {of: part, from: 1, to: 5}}"))
        .isEqualTo(new ScoringRule.Survey("part", Rational.ONE, Rational.of(5)));
    assertThat(third("{information: [part, day]}"))
        .isEqualTo(new ScoringRule.Information(List.of("part", "day")));
    assertThat(third("{sum: {items: [{name: a, maxPoints: 10, rule: {yesNo: yes}}]}}").facts())
        .containsExactly("yes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tiers: {of: whole, steps: [{otherwise: part}]}}",
        "{choice: {of: pick, options: [{option: a, points: part}]}}",
        "{dateWindow: {of: day, windows: [{otherwise: part}]}}",
        "{change: {of: whole, steps: [{otherwise: part}]}}",
        "{perUnit: {of: whole, points: part}}",
      })
  void countsAFactAsReadThatOnlyThePointsName(String rule) {
    assertThat(third(rule).facts()).hasSize(2).contains("part");
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryOperatorByItsSign(Expr.Operator operator) {
    assertThat(third("{formula: part " + operator.sign() + " whole}"))
        .isEqualTo(
            new ScoringRule.Formula(
                new Expr.Arithmetic(
                    operator, new Expr.FactValue("part"), new Expr.FactValue("whole"))));
  }

  @Test
  void findsAnOptionOfAChoiceByItsId() {
    var pick = SmallCriteria.read().set().facts().get("pick");
    assertThat(pick.option("b")).contains(new FactOption("b", "B"));
    assertThat(pick.option("c")).isEmpty();
  }

  @Test
  void readsParenthesesAsDeepAsFortyAndSideBySideWithoutEnd() {
    var part = new Expr.FactValue("part");
    var deep = "(".repeat(40) + "part" + ")".repeat(40);
    assertThat(third("{formula: " + deep + "}")).isEqualTo(new ScoringRule.Formula(part));
    assertThat(SmallCriteria.refused("{yesNo: yes}", "{formula: (" + deep + ")}")).isNotEmpty();
    var many = "(part)" + " + (part)".repeat(45);
    assertThat(third("{formula: " + many + "}").facts()).containsExactly("part");
    assertThat(third("{formula: (part + 2) * whole}"))
        .isEqualTo(
            new ScoringRule.Formula(
                new Expr.Arithmetic(
                    Expr.Operator.TIMES,
                    new Expr.Arithmetic(Expr.Operator.PLUS, part, new Expr.Number(Rational.of(2))),
                    new Expr.FactValue("whole"))));
  }

  @Test
  void readsAFileNestedSixtyDeepAndNoDeeper() {
    assertThat(new YamlFile("d.yaml", "[".repeat(61) + "]".repeat(61)).mistakes()).isEmpty();
    assertThatThrownBy(() -> new YamlFile("d.yaml", "[".repeat(62) + "]".repeat(62)))
        .isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> new YamlFile("d.yaml", "{a: ".repeat(62) + "}".repeat(62)))
        .isInstanceOf(BadInput.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{yesNo: yes} | {yesNo: 'not yess'} | yess",
        "{yesNo: yes} | {yesNo: part > 1 and yess} | yess",
        "part <= whole, | pick = 'c', | 'c'",
        "part <= whole, | pick <= pick, | <=",
        "points: maxPoints / 2 | points: maxPoints / x2 | x2",
      })
  void putsTheCaretBelowTheWordThatIsWrong(String before, String after, String wrong) {
    var text = SmallCriteria.changed(before, after);
    assertThatThrownBy(() -> CriteriaReader.read("nho.yaml", text, List.of()))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad -> {
              var excerpt = bad.mistakes().getFirst().excerpt();
              assertThat(excerpt.getFirst().substring(excerpt.getLast().indexOf('^')))
                  .startsWith(wrong);
            });
  }

  @Test
  void suggestsTheNearestKnownWordThatIsNear() {
    var known = List.of("plan", "plane", "administration");
    assertThat(Suggestion.among("plant", known).in(Words.VIETNAMESE)).contains("«plan»");
    assertThat(Suggestion.among("planee", known).in(Words.VIETNAMESE)).contains("«plane»");
    assertThat(Suggestion.among("planxy", known).in(Words.VIETNAMESE)).contains("«plan»");
    assertThat(Suggestion.among("planxyz", known).in(Words.VIETNAMESE)).isEmpty();
    assertThat(Suggestion.among("adminstrtin", known).in(Words.VIETNAMESE)).isEmpty();
    assertThat(Suggestion.among("adminstrtion", known).in(Words.VIETNAMESE))
        .contains("«administration»");
    assertThat(Suggestion.among("adminxxxxration", known).in(Words.VIETNAMESE)).isEmpty();
    assertThat(Suggestion.among("nalp", List.of("plan")).in(Words.VIETNAMESE)).isEmpty();
    assertThat(Suggestion.among("", List.of("ab", "abc")).in(Words.VIETNAMESE)).contains("«ab»");
    assertThat(Suggestion.among("", List.of("abc")).in(Words.VIETNAMESE)).isEmpty();
    assertThat(Suggestion.among("abc", List.of("")).in(Words.VIETNAMESE)).isEmpty();
  }

  @Test
  void findsAListedUnitByItsId() {
    var unit = new ListedUnit("a", "A", "A", "district", 1, List.of());
    var set = CriteriaReader.read("nho.yaml", SmallCriteria.TEXT, List.of(unit)).set();
    assertThat(set.unit("a")).contains(unit);
    assertThat(set.unit("b")).isEmpty();
  }

  /** The rule of A.3.1, which is written so. */
  private static ScoringRule third(String rule) {
    return SmallCriteria.with("{yesNo: yes}", rule).set().scored().toList().get(2).rule();
  }
}
