package thangdiem.criteria;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.words.Words;

class LinterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "% | 50% | 0% | true",
        "% | 50 | 0 | false",
        "cái | 50% | 0% | false",
      })
  void warnsOfAFactStatedInPercentThatIsHeldToTenths(
      String unit, String half, String none, boolean warned) {
    var text =
        SmallCriteria.TEXT
            .replace("Phần, type: count, unit: cái", "Phần, type: count, unit: \"" + unit + "\"")
            .replace("of: part / whole", "of: part")
            .replace("atLeast: 50%, points", "atLeast: " + half + ", points")
            .replace("above: 0%, points", "above: " + none + ", points");

    var found =
        Linter.findings(CriteriaReader.read("nho.yaml", text, List.of())).stream()
            .map(finding -> finding.mistake().what().in(Words.VIETNAMESE))
            .anyMatch(line -> line.startsWith("A.2: số liệu part được khai bằng %"));

    assertThat(found).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "part / whole | 0 | true",
        "part / whole | -5 | false",
        "part - whole | 0 | false",
        "-part | 0 | false",
        "part + whole | 0 | true",
        "max(part - whole, 0) | 0 | true",
        "min(part - whole, 0) | 0 | false",
        "if(yes, part, whole) | 0 | true",
        "if(yes, part - whole, whole) | 0 | false",
        "previous(part) | 0 | true",
        "previous(part) | -5 | false",
      })
  void knowsWhereAValueMayBeBelowNone(String of, String least, boolean never) {
    var text =
        SmallCriteria.TEXT
            .replace("label: Phần, type: count", "label: Phần, type: decimal, min: " + least)
            .replace("of: part / whole", "of: \"" + of + "\"")
            .replace("{above: 0%, points: 10}", "{atLeast: 0%, points: 10}");

    assertThat(found(text).contains("A.2: mức «otherwise» không bao giờ tới")).isEqualTo(never);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "part | higher | false | false",
        "part | lower | false | true",
        "part + 1 | lower | false | false",
        "part - 1 | higher | true | false",
        "part - 1 | lower | true | false",
        "-part | higher | true | false",
        "-part | lower | true | false",
        "least - 1 | lower | false | true",
        "least - 1.5 | lower | true | false",
        "least | lower | false | false",
        "10 - least | higher | false | false",
        "10 - least | lower | false | true",
        "9 - least | higher | true | false",
        "least * least | lower | false | false",
        "least * part | lower | false | true",
        "least * -1 | higher | true | false",
        "least / least | lower | false | false",
        "least / part | lower | false | false",
        "part / least | lower | false | true",
        "least / -part | higher | true | false",
        "least / (0 * part) | lower | false | false",
        "whole - part | higher | false | false",
        "whole - part | lower | false | true",
        "part - whole | higher | true | false",
        "1 - part / whole | higher | false | false",
        "1 - part / whole | lower | false | true",
        "1 - whole / part | higher | true | false",
        "least - count | higher | false | false",
        "count - least | higher | true | false",
        "max(part - whole, 0) | higher | false | false",
        "max(part - whole, part) | higher | false | false",
        "max(part - 1, part - 2) | higher | true | false",
        "min(part - whole, 5) | higher | true | false",
        "min(least, 5) | lower | false | false",
        "max(part, 1) | lower | false | false",
        "if(yes, least, 5) | lower | false | false",
        "if(yes, 5, part) | lower | false | true",
        "if(yes, -1, part) | higher | true | false",
        "previous(least) | lower | false | false",
        "previous(part) | lower | false | true",
      })
  void warnsWhereAComparisonWithTheBestCanTurnRoundOrLeaveNothingForTheOthers(
      String of, String better, boolean belowZero, boolean bestZero) {
    var rule = "{relativeToBest: {of: \"%s\", better: %s}}".formatted(of, better);
    for (var around :
        List.of(
            "%s",
            "{sum: {items: [{name: a, maxPoints: 10, rule: %s}]}}",
            "{best: {cases: [{name: a, maxPoints: 10, rule: %s}]}}",
            "{byGroup: {department: {yesNo: yes}, district: %s}}")) {
      var said = relative(around.formatted(rule));
      assertThat(said.contains("A.3.1: giá trị đem so với đơn vị tốt nhất có thể âm"))
          .isEqualTo(belowZero);
      assertThat(said.contains("A.3.1: chỉ cần một đơn vị có giá trị 0")).isEqualTo(bestZero);
    }
  }

  @Test
  void warnsOfNoMinMaxWhichMeasuresDistances() {
    for (var better : List.of("higher", "lower")) {
      assertThat(relative("{minMax: {of: part - 1, better: %s}}".formatted(better)))
          .doesNotContain("A.3.1: giá trị đem so", "A.3.1: chỉ cần một đơn vị");
    }
  }

  private static String relative(String rule) {
    return found(
        SmallCriteria.TEXT
            .replace("{yesNo: yes}", rule)
            .replace(
                "  - {id: yes,",
                "  - {id: least, label: Ít nhất, type: count, unit: cái, min: 1, max: 10}\n"
                    + "  - {id: count, label: Đếm, type: count, unit: cái}\n"
                    + "  - {id: yes,")
            .replace(
                "checks:\n",
                "checks:\n"
                    + "  - {id: least-count, require: least >= count, message: Đếm lớn hơn}\n"));
  }

  private static String found(String text) {
    return Linter.findings(CriteriaReader.read("nho.yaml", text, List.of())).stream()
        .map(finding -> finding.mistake().what().in(Words.VIETNAMESE))
        .collect(joining("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proportional: share | true",
        "proportional: share / 100 | false",
        "proportional: share * 1% | false",
        "proportional: 1% * share | false",
        "proportional: share / share | false",
        "proportional: share * 0.5 | true",
        "proportional: 100 - share | true",
        "proportional: max(share, 5) | true",
        "proportional: min(share, 100) | true",
        "proportional: if(yes, share, 0) | true",
        "proportional: if(yes, 0, share) | true",
        "proportional: previous(share) | true",
        "proportional: -share | true",
        "proportional: part / whole | false",
        "proportional: part / whole * 100 | true",
        "proportional: 100 * (part / whole) | true",
        "proportional: 100 * part / whole | true",
        "proportional: part * 100 / whole | true",
        "proportional: part * 100 / 100 | false",
        "proportional: part / whole * 2 | false",
        "proportional: 100 * (part - whole) | false",
        "tiers: {of: part / whole, steps: [{atLeast: 50%, points: measure * share}, {otherwise: 0}]} | false",
        "proportional: ratio | false",
        "formula: maxPoints * share | true",
        "formula: share * maxPoints | true",
        "formula: maxPoints * share / 100 | false",
        "formula: maxPoints * part / whole | false",
        "formula: maxPoints * (part / whole * 100) | true",
        "formula: maxPoints - share | false",
        "formula: share | false",
        "tiers: {of: share, steps: [{atLeast: 50, points: maxPoints * measure}, {otherwise: 0}]} | true",
        "tiers: {of: part / whole, steps: [{atLeast: 50%, points: maxPoints * measure}, {otherwise: 0}]} | false",
        "sum: {items: [{name: a, maxPoints: 10, rule: {proportional: share}}]} | true",
        "best: {cases: [{name: a, maxPoints: 10, rule: {proportional: share}}]} | true",
        "byGroup: {department: {proportional: ratio}, district: {proportional: share}} | true",
      })
  void findsAPercentageWhereARatioIsMeant(String rule, boolean found) {
    var said =
        found(
            SmallCriteria.TEXT
                .replace(
                    "facts:",
                    "facts:\n  - {id: share, label: Phần trăm, type: decimal, unit: \"%\", max: 100}"
                        + "\n  - {id: ratio, label: Tỷ lệ, type: decimal, unit: \"%\", max: 1}")
                .replace("rule: {yesNo: yes}", "rule: {" + quoted(rule) + "}"));

    assertThat(said.contains("A.3.1: chỗ này cần một tỷ lệ như 0,85")).isEqualTo(found);
  }

  /** Commas and stars mean something else inside braces. */
  private static String quoted(String rule) {
    return rule.contains("{") ? rule : rule.replaceFirst(": (.*)", ": \"$1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tiers: {of: part / whole, unit: \"%\", steps: [{atLeast: 80, points: 10}, {atLeast: 50, points: 5}, {otherwise: 0}]} | ngưỡng 80 được hiểu là 8.000 %",
        "tiers: {of: part / whole, unit: \"%\", steps: [{atLeast: 2, points: 10}, {otherwise: 0}]} | ngưỡng 2 được hiểu là 200 %",
        "tiers: {of: part / whole, unit: \"%\", steps: [{atLeast: 150%, points: 10}, {otherwise: 0}]} |",
        "tiers: {of: part / whole, unit: \"%\", steps: [{atLeast: 200%, points: 10}, {atLeast: 50%, points: 5}, {otherwise: 0}]} |",
        "tiers: {of: part, unit: cái, steps: [{atLeast: 80, points: 10}, {otherwise: 0}]} |",
        "tiers: {of: share, unit: \"%\", steps: [{atLeast: 80, points: 10}, {otherwise: 0}]} |",
        "tiers: {of: share, unit: \"%\", steps: [{above: 0, points: 10}, {otherwise: 0}]} |",
        "tiers: {of: share, unit: \"%\", steps: [{atLeast: 100%, points: 10}, {otherwise: 0}]} | số liệu share được khai bằng %",
        "tiers: {of: share, unit: \"%\", steps: [{atLeast: 50, points: 10}, {atLeast: 100%, points: 5}, {otherwise: 0}]} |",
        "tiers: {of: part / whole, unit: \"%\", steps: [{atLeast: 2, points: 10}, {atLeast: 1, points: 5}, {otherwise: 0}]} | ngưỡng 2 được hiểu là 200 %",
        "tiers: {of: share - 5, unit: \"%\", steps: [{above: 10%, points: 10}, {otherwise: 0}]} | số liệu share được khai bằng %",
        "change: {of: part, target: 10} | ngưỡng 10 được hiểu là 1.000 %",
        "change: {of: part, target: 2} | ngưỡng 2 được hiểu là 200 %",
        "change: {of: part, target: 199%} |",
        "change: {of: part, target: 10%} |",
        "change: {of: part, as: difference, target: 10} |",
        "change: {of: part, steps: [{atLeast: 10, points: 10}, {otherwise: 0}]} | ngưỡng 10 được hiểu là 1.000 %",
        "change: {of: part, as: difference, steps: [{atLeast: 10, points: 10}, {otherwise: 0}]} |",
        "change: {of: share, as: difference, steps: [{atLeast: 10%, points: 10}, {otherwise: 0}]} | số liệu share được khai bằng %",
        "change: {of: share, steps: [{atLeast: 10%, points: 10}, {otherwise: 0}]} |",
      })
  void findsABoundThatIsAHundredTimesTooLargeOrTooSmall(String rule, String said) {
    var lines =
        found(
                SmallCriteria.TEXT
                    .replace(
                        "facts:",
                        "facts:\n  - {id: share, label: Phần trăm, type: decimal, unit: \"%\"}")
                    .replace("rule: {yesNo: yes}", "rule: {" + rule + "}"))
            .lines()
            .filter(line -> line.startsWith("A.3.1: ngưỡng") || line.contains("được khai bằng %"))
            .toList();

    if (said == null) {
      assertThat(lines).isEmpty();
    } else {
      assertThat(lines).singleElement().asString().startsWith("A.3.1: " + said);
    }
  }

  @Test
  void hasNothingToSayOfASoundSet() {
    assertThat(SmallCriteria.found("criteria: [A.2]", "criteria: [A.3.1]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "scale: 100 | scale: 99 | ERROR các nội dung của nhóm «Sở» cộng lại được 100 điểm, thang điểm là 99",
        "{id: district, name: Huyện} | {id: district, name: Huyện, scale: 90} | ERROR các nội dung của nhóm «Huyện» cộng lại được 100 điểm, thang điểm là 90",
        "{id: district, name: Huyện} | {id: district, name: Huyện, scale: 90} | SILENT các nội dung của nhóm «Sở»",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: {department: 80, district: 101}} | ERROR loại «Tốt» cần 101 điểm, nhóm «Huyện»",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: {department: 80, district: 101}} | SILENT loại «Tốt» cần 80 điểm, nhóm «Sở»",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: {department: 80, district: 50}} | ERROR loại «Khá» phải có ngưỡng thấp hơn «Tốt»",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: {department: 80, district: 51}} | SILENT loại «Khá»",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: {department: 71, district: 70}} | SILENT Huyện",
        "maxPoints: 40 | maxPoints: 41 | ERROR A ghi 100 điểm, các tiêu chí bên dưới cộng lại được 101",
        "code: A.3.1, name: Có, maxPoints: 10 | code: A.3.1, name: Có, maxPoints: 9 | ERROR A.3 ghi 30 điểm, các tiêu chí bên dưới cộng lại được 29",
        "{yesNo: yes} | {information: [yes]} | ERROR A.3.1 chỉ để tham khảo",
        "{yesNo: yes} | {byGroup: {department: {yesNo: yes}}} | ERROR A.3.1 có điểm cho nhóm «district»",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: 101} | ERROR loại «Tốt» cần 101 điểm",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: 50} | ERROR loại «Khá» phải có ngưỡng thấp hơn «Tốt»",
        "{name: Yếu} | {name: Yếu, atLeast: 1} | ERROR loại cuối «Yếu» không được có atLeast",
        "{name: Tốt, atLeast: 80} | {name: Tốt} | ERROR loại «Tốt» không phải loại cuối nên cần atLeast",
        "{atLeast: 50%, points: 30} | {atLeast: 50%, points: 31} | ERROR A.2: một mức được 31 điểm, hơn điểm tối đa 30",
        "{atLeast: 50%, points: 30} | {atLeast: 50%, points: maxPoints + 1} | ERROR A.2: một mức được 31 điểm",
        "{atLeast: 50%, points: 30} | {atLeast: 50%, points: 29} | WARNING A.2: điểm tối đa là 30 nhưng nhiều nhất chỉ đạt được 29",
        "{above: 0%, points: 10} | {atLeast: 60%, points: 10} | ERROR A.2: mức «≥ 60 %» không bao giờ tới",
        "{above: 0%, points: 10} | {atLeast: 50%, points: 10} | ERROR A.2: mức «≥ 50 %» không bao giờ tới",
        "{above: 0%, points: 10} | {above: 20%, below: 20%, points: 10} | ERROR A.2: mức",
        "- {otherwise: 0} | - {atMost: 0%, points: 0, printed: không} | SILENT A.2",
        "- {otherwise: 0} | - {below: 0%, points: 0, printed: âm} | WARNING A.2:",
        "{option: b, points: maxPoints / 2} | {option: b, points: 11} | ERROR A.3.3: một mức được 11 điểm",
        "{option: a, points: 10}, {option: b, points: maxPoints / 2} | {option: a, points: 10} | WARNING A.3.3: không nói phương án «B»",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0} | {from: 01/10 year-1, to: 31/12 year-1, points: 10} | WARNING A.3.2: không nói các trường hợp còn lại",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10} | {from: 31/12 year-1, to: 01/10 year-1, points: 10} | ERROR A.3.2: khoảng thời gian từ 31/12/2016 đến 01/10/2016 có ngày cuối trước ngày đầu",
        "points: 10}, {otherwise: 0} | points: 10}, {from: 31/12 year-1, to: 31/03 year, points: 5}, {otherwise: 0} | ERROR A.3.2: hai khoảng thời gian chồng lên nhau",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0} | {to: 31/12 year-1, points: 10}, {to: 31/03 year, points: 5}, {otherwise: 0} | SILENT chồng lên nhau",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0} | {from: 31/03 year, points: 10}, {from: 31/12 year-1, points: 5}, {otherwise: 0} | SILENT chồng lên nhau",
        "points: 10}, {otherwise: 0} | points: 10}, {from: 01/01 2010, points: 5}, {otherwise: 0} | SILENT chồng lên nhau",
        "points: 10}, {otherwise: 0} | points: 10}, {from: 01/11 year-1, to: 30/11 year-1, points: 5}, {otherwise: 0} | ERROR A.3.2: hai khoảng thời gian chồng lên nhau",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0} | {to: 31/03 year, points: 10}, {to: 31/03 year, points: 5}, {otherwise: 0} | ERROR A.3.2: hai khoảng thời gian chồng lên nhau",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0} | {to: 31/03 year, points: 10}, {to: 31/12 year-1, points: 5}, {otherwise: 0} | ERROR A.3.2: hai khoảng thời gian chồng lên nhau",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0} | {from: 31/12 year-1, points: 10}, {from: 31/12 year-1, points: 5}, {otherwise: 0} | ERROR A.3.2: hai khoảng thời gian chồng lên nhau",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0} | {from: 31/12 year-1, points: 10}, {to: 31/03 year, points: 5}, {otherwise: 0} | ERROR A.3.2: hai khoảng thời gian chồng lên nhau",
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0} | {to: 31/12 year-1, points: 10}, {from: 01/12 year-1, to: 31/03 year, points: 5}, {otherwise: 0} | ERROR A.3.2: hai khoảng thời gian chồng lên nhau",
        "points: 10}, {otherwise: 0} | points: 10}, {from: 02/01 year, to: 31/03 year, points: 5}, {otherwise: 0} | WARNING A.3.2: giữa 31/12/2016 và 02/01/2017",
        "points: 10}, {otherwise: 0} | points: 10}, {from: 01/01 year, to: 31/03 year, points: 5}, {otherwise: 0} | SILENT A.3.2",
        "type: boolean} | type: boolean}\\n  - {id: idle, label: Thừa, type: count} | WARNING số liệu «idle» không được tiêu chí nào dùng",
        "require: part <= whole | require: part >= 0 | WARNING A.1 chia part cho whole nhưng không có kiểm tra chéo",
        "label: Phần, type: count, unit: cái | label: Phần, type: count | WARNING số liệu «part» chưa có đơn vị tính",
        "yesNo: yes | yesNo: whole < 5 and yes | SILENT kéo ngược",
        "yesNo: yes | yesNo: part < 5 | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "yesNo: yes | yesNo: 5 > part | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "label: Có, type: boolean | label: Có, type: boolean, movesAgainst: [part] | WARNING A.3.1 và A.1, A.2 kéo ngược nhau",
        "criteria: [A.2] | criteria: [A.3] | WARNING Sở, Không có: nhiều nhất 70 điểm (70 kể cả điểm thưởng), không bao giờ đạt loại Tốt",
        "criteria: [A.2] | criteria: [A.3.1, A.3.2] | SILENT không bao giờ đạt",
        "{name: Tốt, atLeast: 80} | {name: Tốt, atLeast: 100} | SILENT loại «Tốt» cần",
        "criteria: [A.2] | criteria: [A.3] | SILENT Huyện, Không có",
        "{yesNo: yes} | {byGroup: {department: {yesNo: yes}}} | SILENT A.3.1 có điểm cho nhóm «department»",
        "code: A.3.1, name: Có, maxPoints: 10 | code: A.3.1, name: Có, maxPoints: 0 | ERROR A.3.1 được chấm điểm nhưng điểm tối đa là 0",
        "maxPoints: 10, rule: {yesNo: yes} | maxPoints: 0, rule: {information: [yes]} | SILENT A.3.1",
        "name: Nội dung A | name: Nội dung A\\n    printedNumber: II | WARNING nội dung mang số II đứng ngay sau –",
        "name: Nội dung A | name: Nội dung A\\n    printedNumber: I | SILENT nội dung mang số",
        "{above: 0%, points: 10} | {atLeast: 60%, points: 10, printed: trên sáu mươi} | ERROR A.2: mức «trên sáu mươi» không bao giờ tới",
        "{above: 0%, points: 10} | {atLeast: 20%, below: 20%, points: 10} | ERROR A.2: mức «≥ 20 % < 20 %» không chứa giá trị nào",
        "{above: 0%, points: 10} | {above: 30%, atMost: 20%, points: 10} | ERROR A.2: mức «> 30 % ≤ 20 %» không chứa giá trị nào",
        "{above: 0%, points: 10} | {above: 0%, points: measure} | SILENT A.2: một mức",
        "{option: a, points: 10} | {option: a, points: 9} | WARNING A.3.3: điểm tối đa là 10 nhưng nhiều nhất chỉ đạt được 9",
        "points: maxPoints / 2 | points: maxPoints * 2 | ERROR A.3.3: một mức được 20 điểm",
        "points: maxPoints / 2 | points: 31 - maxPoints | ERROR A.3.3: một mức được 21 điểm",
        "points: maxPoints / 2 | points: 11 / 1 | ERROR A.3.3: một mức được 11 điểm",
        "points: maxPoints / 2 | points: 9 - maxPoints | ERROR A.3.3: một mức được −1 điểm; điểm của một tiêu chí không âm",
        "points: maxPoints / 2 | points: -5 | ERROR A.3.3: một mức được −5 điểm; điểm của một tiêu chí không âm",
        "points: maxPoints / 2 | points: 10 - maxPoints | SILENT A.3.3",
        "points: maxPoints / 2 | points: maxPoints / 0 | ERROR A.3.3: biểu thức luôn chia cho 0",
        "{yesNo: yes} | {formula: \"max(part, 2 / (1 - 1))\"} | ERROR A.3.1: biểu thức luôn chia cho 0",
        "{yesNo: yes} | {change: {of: part / (3 - 3), target: 10%}} | ERROR A.3.1: biểu thức luôn chia cho 0",
        "{yesNo: yes} | {formula: part / (whole - part)} | SILENT luôn chia cho 0",
        "points: maxPoints / 2 | points: part + 1 | SILENT A.3.3",
        "points: maxPoints / 2 | points: 1 + part | SILENT A.3.3",
        "points: maxPoints / 2 | points: -part | SILENT A.3.3",
        "points: maxPoints / 2 | points: \"min(part, 1)\" | SILENT A.3.3",
        "points: maxPoints / 2 | points: \"max(part, 1)\" | SILENT A.3.3",
        "points: maxPoints / 2 | points: \"if(yes, part, 1)\" | SILENT A.3.3",
        "points: maxPoints / 2 | points: previous(part) | SILENT A.3.3",
        "31/12 year-1, points: 10} | 31/12 year-1, points: 11} | ERROR A.3.2: một mức được 11 điểm",
        "31/12 year-1, points: 10} | 31/12 year-1, points: 9} | WARNING A.3.2: điểm tối đa là 10 nhưng nhiều nhất chỉ đạt được 9",
        "label: Có, type: boolean | label: Có, type: boolean, movesAgainst: [part] | WARNING A.3.1 và A.1, A.2 kéo ngược nhau: «Có» tăng thì «Phần» giảm",
        "{yesNo: yes} | {tiers: {of: part, steps: [{atLeast: 5, points: 10}, {atLeast: 1, atMost: 2, points: 5}]}} | WARNING A.3.1: giữa các mức có khoảng hở",
        "{yesNo: yes} | {tiers: {of: part, steps: [{atMost: 3, points: 10}]}} | WARNING A.3.1: giữa các mức có khoảng hở",
        "{yesNo: yes} | {tiers: {of: part, steps: [{atLeast: 3, points: 10}]}} | WARNING A.3.1: không nói các trường hợp còn lại",
        "{yesNo: yes} | {tiers: {of: part, steps: []}} | WARNING A.3.1: không nói các trường hợp còn lại",
        "{yesNo: yes} | {change: {of: part, steps: [{atLeast: 0%, points: 10}]}} | WARNING A.3.1: không nói các trường hợp còn lại",
        "{yesNo: yes} | {change: {of: part, as: difference, steps: [{atLeast: 1, points: 10}, {atLeast: 2, points: 5}, {otherwise: 0}]}} | ERROR A.3.1: mức «≥ 2» không bao giờ tới",
        "{yesNo: yes} | {change: {of: part, steps: [{atLeast: 10%, points: 10}, {atLeast: 20%, points: 5}, {otherwise: 0}]}} | ERROR A.3.1: mức «≥ 20 %» không bao giờ tới",
        "{yesNo: yes} | {sum: {items: [{name: a, maxPoints: 10, rule: {choice: {of: pick, options: [{option: a, points: 11}, {option: b, points: 0}]}}}]}} | ERROR A.3.1: một mức được 11 điểm, hơn điểm tối đa 10",
        "{yesNo: yes} | {sum: {cap: 11, items: [{name: a, maxPoints: 20, rule: {yesNo: yes}}]}} | ERROR A.3.1: cap 11 lớn hơn điểm tối đa 10",
        "{yesNo: yes} | {sum: {cap: 10, items: [{name: a, maxPoints: 20, rule: {yesNo: yes}}]}} | SILENT A.3.1",
        "{yesNo: yes} | {sum: {items: [{name: a, maxPoints: 9, rule: {yesNo: yes}}]}} | WARNING A.3.1: điểm tối đa là 10 nhưng nhiều nhất chỉ đạt được 9",
        "{yesNo: yes} | {sum: {cap: 8, items: [{name: a, maxPoints: 20, rule: {yesNo: yes}}]}} | WARNING A.3.1: điểm tối đa là 10 nhưng nhiều nhất chỉ đạt được 8",
        "{yesNo: yes} | {sum: {items: [{name: a, maxPoints: 10, rule: {yesNo: yes}}]}} | SILENT A.3.1",
        "{yesNo: yes} | {best: {cases: [{name: a, maxPoints: 11, rule: {yesNo: yes}}]}} | ERROR A.3.1: một mức được 11 điểm",
        "{yesNo: yes} | {best: {cases: [{name: a, maxPoints: 9, rule: {yesNo: yes}}]}} | WARNING A.3.1: điểm tối đa là 10 nhưng nhiều nhất chỉ đạt được 9",
        "{yesNo: yes} | {best: {cases: [{name: a, maxPoints: 10, rule: {choice: {of: pick, options: [{option: a, points: 11}, {option: b, points: 0}]}}}]}} | ERROR A.3.1: một mức được 11 điểm",
        "{yesNo: yes} | {byGroup: {department: {choice: {of: pick, options: [{option: a, points: 11}, {option: b, points: 0}]}}, district: {yesNo: yes}}} | ERROR A.3.1: một mức được 11 điểm",
        "maxPoints: 10, rule: {yesNo: yes} | maxPoints: {department: 10, district: 5}, rule: {byGroup: {department: {yesNo: yes}, district: {sum: {items: [{name: a, maxPoints: 5, rule: {yesNo: yes}}]}}}} | SILENT nhiều nhất chỉ đạt",
        "maxPoints: 10, rule: {yesNo: yes} | maxPoints: {department: 10, district: 5}, rule: {byGroup: {department: {yesNo: yes}, district: {choice: {of: pick, options: [{option: a, points: 7}, {option: b, points: 0}]}}}} | ERROR A.3.1: một mức được 7 điểm, hơn điểm tối đa 5",
        "maxPoints: 40, rule | maxPoints: 40.125, rule | WARNING A.1: điểm tối đa 40,125 có hơn hai chữ số thập phân",
        "maxPoints: 40, rule | maxPoints: 40.25, rule | SILENT hai chữ số thập phân",
        "{yesNo: yes} | {perUnit: {of: -part, points: 1}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {sum: {items: [{name: a, maxPoints: 10, rule: {yesNo: part < 5}}]}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {sum: {items: [{name: a, maxPoints: 5, rule: {yesNo: part < 5}}, {name: b, maxPoints: 5, rule: {yesNo: part > 9}}]}} | SILENT A.3.1",
        "{yesNo: yes} | {best: {cases: [{name: a, maxPoints: 10, rule: {yesNo: part < 5}}]}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {relativeToBest: {of: part, better: lower}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {relativeToBest: {of: part}} | SILENT A.3.1",
        "{yesNo: yes} | {minMax: {of: part, better: lower}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {minMax: {of: part}} | SILENT A.3.1",
        "{yesNo: yes} | {change: {of: part, target: -5}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {change: {of: part, target: 5%}} | SILENT A.3.1",
        "{yesNo: yes} | {change: {of: part, as: difference, steps: [{atMost: 0, points: 10}, {otherwise: 0}]}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {survey: {of: whole, from: 1, to: 5}} | WARNING số liệu «Toàn bộ» tăng thì A.3.1 được thêm điểm nhưng A.1, A.2 mất điểm",
        "{yesNo: yes} | {formula: \"min(whole, 10)\"} | WARNING số liệu «Toàn bộ» tăng thì A.3.1 được thêm điểm nhưng A.1, A.2 mất điểm",
        "{yesNo: yes} | {formula: \"max(whole, 10)\"} | WARNING số liệu «Toàn bộ» tăng thì A.3.1 được thêm điểm nhưng A.1, A.2 mất điểm",
        "{yesNo: yes} | {formula: maxPoints - part} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {formula: \"if(yes, whole, 1)\"} | SILENT A.3.1",
        "{yesNo: yes} | {yesNo: answered(day) and pick = 'a' and part < 5} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {yesNo: not (whole < 5)} | WARNING số liệu «Toàn bộ» tăng thì A.3.1 được thêm điểm nhưng A.1, A.2 mất điểm",
        "{yesNo: yes} | {yesNo: whole != 5} | SILENT A.3.1",
        "{yesNo: yes} | {yesNo: previous(whole) > 5} | SILENT A.3.1",
        "{yesNo: yes} | {byGroup: {department: {yesNo: part < 5}, district: {yesNo: part < 5}}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {tiers: {of: part, steps: [{below: 5, points: 10}, {otherwise: 0}]}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {tiers: {of: part, steps: [{below: 5, points: 10}, {atLeast: 5, points: 0}]}} | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "{yesNo: yes} | {tiers: {of: part, steps: [{below: 5, points: 10}, {atLeast: 5, points: 3}]}} | SILENT A.3.1",
        "{yesNo: yes} | {tiers: {of: part, steps: [{atLeast: 5, below: 10, points: 10}, {otherwise: 0}]}} | SILENT A.3.1",
        "{yesNo: yes} | {tiers: {of: whole, steps: [{atLeast: 5, below: 10, points: 10}, {otherwise: 0}]}} | SILENT A.3.1",
        "{yesNo: yes} | {tiers: {of: whole, steps: [{atLeast: 5, points: 10}, {below: 5, points: 0}]}} | WARNING số liệu «Toàn bộ» tăng thì A.3.1 được thêm điểm nhưng A.1, A.2 mất điểm",
        "{yesNo: yes} | {tiers: {of: whole, steps: [{atLeast: 5, points: 10}, {below: 5, points: 2}]}} | SILENT A.3.1",
        "{yesNo: yes} | {tiers: {of: whole, steps: [{atLeast: 5, points: 10}, {below: 5, points: maxPoints / 5}]}} | SILENT A.3.1",
      })
  void saysWhatIsWrongOrOdd(String before, String after, String said) {
    var found = SmallCriteria.found(before, after.replace("\\n", "\n"));
    if (said.startsWith("SILENT ")) {
      assertThat(found).noneMatch(line -> line.contains(said.substring(7)));
    } else {
      assertThat(found).anyMatch(line -> line.startsWith(said));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{yesNo: whole / part > 1}",
        "{proportional: whole / part}",
        "{tiers: {of: whole / part, steps: [{otherwise: 0}]}}",
        "{sum: {items: [{name: a, maxPoints: 10, rule: {yesNo: whole / part > 1}}]}}",
        "{best: {cases: [{name: a, maxPoints: 10, rule: {yesNo: whole / part > 1}}]}}",
        "{byGroup: {department: {yesNo: whole / part > 1}, district: {yesNo: yes}}}",
        "{formula: whole / part}",
      })
  void asksForACheckWhereverARuleDividesOneCountByAnother(String rule) {
    assertThat(unchecked("{yesNo: yes}", rule))
        .contains(
            "A.3.1 chia whole cho part nhưng không có kiểm tra chéo nào giữa hai số liệu này");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{choice: {of: pick, options: [{option: a, points: 10}, {option: b, points: 0}]}}",
        "{dateWindow: {of: day, windows: [{to: 31/12 year, points: 10}, {otherwise: 0}]}}",
        "{perUnit: {of: part, points: 1}}",
        "{relativeToBest: {of: part}}",
        "{minMax: {of: part}}",
        "{change: {of: part, target: 1}}",
        "{survey: {of: part, from: 1, to: 5}}",
        "{information: [part]}",
        "{yesNo: part * whole > 1}",
      })
  void asksForNoCheckWhereNothingIsDivided(String rule) {
    assertThat(unchecked("{yesNo: yes}", rule)).noneMatch(line -> line.startsWith("A.3.1 chia"));
  }

  @Test
  void asksForNoCheckBetweenCountsOfDifferentThings() {
    assertThat(unchecked("unit: cái}", "unit: người}"))
        .noneMatch(line -> line.contains("không có kiểm tra chéo"));
  }

  /** What is said of the small set without its check, and with another change. */
  private static List<String> unchecked(String before, String after) {
    var text =
        SmallCriteria.changed("require: part <= whole", "require: part >= 0")
            .replace(before, after);
    return said(CriteriaReader.read("nho.yaml", text, List.of()));
  }

  private static List<String> said(CriteriaFile file) {
    return Linter.findings(file).stream()
        .map(finding -> finding.mistake().what().in(Words.VIETNAMESE))
        .toList();
  }

  @Test
  void countsAFactAsUsedThatOnlyAGateReads() {
    assertThat(SmallCriteria.found("rule: {yesNo: yes}", "rule: {yesNo: part > 5}"))
        .noneMatch(line -> line.contains("«yes»"));
  }

  @Test
  void findsAUnitOfAGroupThatTheSetDoesNotHave() {
    var unit = new ListedUnit("a", "A", "A", "xa", 1, List.of());
    assertThat(said(CriteriaReader.read("nho.yaml", SmallCriteria.TEXT, List.of(unit))))
        .contains("tệp units.yaml bên cạnh: đơn vị «a» thuộc nhóm «xa» không có trong groups");
    var known = new ListedUnit("a", "A", "A", "district", 1, List.of());
    assertThat(said(CriteriaReader.read("nho.yaml", SmallCriteria.TEXT, List.of(known))))
        .noneMatch(line -> line.contains("đơn vị «a»"));
  }

  @Test
  void showsWhereInTheFileAFindingStands() {
    var finding =
        Linter.findings(SmallCriteria.with("scale: 100", "scale: 99")).stream()
            .filter(found -> found.severity() == Finding.Severity.ERROR)
            .findFirst()
            .orElseThrow();
    assertThat(finding.mistake().excerpt()).containsExactly("    - code: A", "    ^");
  }

  @Test
  void findsByItselfWhatIsOddInDecision1663() throws IOException {
    var findings =
        Linter.findings(
            CriteriaReader.read("criteria.yaml", Files.readString(decision()), List.of()));
    assertThat(findings).allMatch(finding -> finding.severity() == Finding.Severity.WARNING);
    var said =
        findings.stream().map(finding -> finding.mistake().what().in(Words.VIETNAMESE)).toList();
    assertThat(said)
        .anyMatch(line ->
            line.contains(
                "nhiều nhất 785 điểm (815 kể cả điểm thưởng), không bao giờ đạt loại Tốt"))
        .anyMatch(line ->
            line.contains(
                "nhiều nhất 745 điểm (775 kể cả điểm thưởng), không bao giờ đạt loại Tốt"))
        .anyMatch(line -> line.startsWith("II.7.2 và I.10 kéo ngược nhau"))
        .anyMatch(line -> line.contains("VII đứng ngay sau V:"))
        .anyMatch(line -> line.contains("«1,10»"));
    assertThat(
            said.stream()
                .filter(line -> line.contains("không nói các trường hợp còn lại"))
                .map(line -> line.substring(0, line.indexOf(':'))))
        .containsExactly("II.1.1", "II.1.2", "II.1.3", "II.1.4", "III.1.11", "IV.4");
    assertThat(findings)
        .extracting(finding -> Integer.parseInt(finding.mistake().where().split(":")[1]))
        .isSorted();
  }

  private static Path decision() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolve("criteria/hau-giang-ict/2017/criteria.yaml");
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new IllegalStateException("no criteria folder");
  }
}
