package thangdiem.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.words.Words;

class LinterTest {

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
        "{from: 01/10 year-1, to: 31/12 year-1, points: 10} | {from: 31/12 year-1, to: 01/10 year-1, points: 10} | ERROR A.3.2: khoảng thời gian",
        "points: 10}, {otherwise: 0} | points: 10}, {from: 31/12 year-1, to: 31/03 year, points: 5}, {otherwise: 0} | ERROR A.3.2: hai khoảng thời gian chồng lên nhau",
        "points: 10}, {otherwise: 0} | points: 10}, {from: 02/01 year, to: 31/03 year, points: 5}, {otherwise: 0} | WARNING A.3.2: giữa 31/12/2016 và 02/01/2017",
        "points: 10}, {otherwise: 0} | points: 10}, {from: 01/01 year, to: 31/03 year, points: 5}, {otherwise: 0} | SILENT A.3.2",
        "type: boolean} | type: boolean}\\n  - {id: idle, label: Thừa, type: count} | WARNING số liệu «idle» không được tiêu chí nào dùng",
        "require: part <= whole | require: part >= 0 | WARNING A.1 chia part cho whole nhưng không có kiểm tra chéo",
        "yesNo: yes | yesNo: whole < 5 and yes | SILENT kéo ngược",
        "yesNo: yes | yesNo: part < 5 | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "yesNo: yes | yesNo: 5 > part | WARNING số liệu «Phần» tăng thì A.1, A.2 được thêm điểm nhưng A.3.1 mất điểm",
        "label: Có, type: boolean | label: Có, type: boolean, movesAgainst: [part] | WARNING A.3.1 và A.1, A.2 kéo ngược nhau",
        "criteria: [A.2] | criteria: [A.3] | WARNING Sở, Không có: nhiều nhất 70 điểm (70 kể cả điểm thưởng), không bao giờ đạt loại Tốt",
        "criteria: [A.2] | criteria: [A.3.1, A.3.2] | SILENT không bao giờ đạt",
      })
  void saysWhatIsWrongOrOdd(String before, String after, String said) {
    var found = SmallCriteria.found(before, after.replace("\\n", "\n"));
    if (said.startsWith("SILENT ")) {
      assertThat(found).noneMatch(line -> line.contains(said.substring(7)));
    } else {
      assertThat(found).anyMatch(line -> line.startsWith(said));
    }
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
        .anyMatch(line -> line.contains("VII đứng ngay sau V"))
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
