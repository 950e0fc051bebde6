package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.UnitAnswers;

class ResultsWorkbookTest {

  @Test
  void showsTheRankingTheSectionsAndEveryUnit() {
    assertThat(AnswersTemplateTest.sheets(workbook(Given.fourUnits())))
        .startsWith("Xếp hạng", "I Hạ tầng")
        .endsWith("full-marks", "exactly-850", "messy-fractions", "half-a-megabit")
        .hasSize(1 + 6 + 4);
  }

  @Test
  void ranksUnitsWithTheirPointsAsNumbers() {
    var rows = AnswersTemplateTest.rows(workbook(Given.fourUnits()), "Xếp hạng");
    assertThat(rows.get(2).values())
        .startsWith("Hạng", "Hạng trong nhóm", "Đơn vị", "Nhóm")
        .endsWith("Tổng quy đổi", "Loại quy đổi", "Lưu ý");
    assertThat(rows.get(3))
        .containsEntry(0, "1")
        .containsEntry(2, "Sở giả định A")
        .containsEntry(4, "150.00")
        .containsEntry(11, "1030.00")
        .containsEntry(12, "Tốt");
    assertThat(rows.get(4))
        .containsEntry(0, "2")
        .containsEntry(11, "850.00")
        .containsEntry(16, "sát ngưỡng xếp loại");
    assertThat(AnswersTemplateTest.part(workbook(Given.fourUnits()), "xl/styles.xml"))
        .contains("#,##0.00");
    assertThat(AnswersTemplateTest.part(workbook(Given.fourUnits()), "xl/worksheets/sheet1.xml"))
        .contains("<autoFilter ref=\"A3:Q7\">");
  }

  @Test
  void givesTheReasonOfEveryScoreOfAUnit() {
    var rows = AnswersTemplateTest.rows(workbook(Given.fourUnits()), "full-marks");
    assertThat(rows.get(3))
        .containsEntry(0, "I")
        .containsEntry(2, "150.00")
        .containsEntry(3, "150.00");
    assertThat(rows.get(4))
        .containsEntry(0, "I.1")
        .containsEntry(2, "15.00")
        .containsEntry(3, "15.00");
    assertThat(rows.get(4).get(5)).contains("50 máy / 50 người", "Phụ lục 2, mục I.1");
    assertThat(rows).hasSize(3 + 6 + 72 + 1);
    assertThat(rows.getLast()).containsEntry(1, "Tổng điểm: Tốt").containsEntry(3, "1030.00");
  }

  @Test
  void ordersTheUnitsOfASectionByTheirRankInIt() {
    var rows = AnswersTemplateTest.rows(workbook(Given.fourUnits()), "II Ứng dụng");
    assertThat(rows.subList(3, rows.size()).stream().map(row -> row.get(0))).isSorted();
    assertThat(rows.get(3)).containsEntry(2, "Sở giả định A").containsEntry(3, "400.00");
    assertThat(rows.get(2).values()).contains("II.1.1", "II.7.2");
  }

  @Test
  void saysInEveryTitleWhatReadersMustKnow() {
    var four = Given.fourUnits();
    var workbook =
        workbook(
            new Answers(four.criteria(), four.year(), "Số liệu bịa", four.notHeld(), four.units()));
    for (var sheet : AnswersTemplateTest.sheets(workbook)) {
      assertThat(AnswersTemplateTest.rows(workbook, sheet).get(1).get(0))
          .as(sheet)
          .contains("1663/QĐ-UBND")
          .endsWith("Số liệu bịa");
    }
  }

  @Test
  void keepsTextTextAndHasNoFormula() {
    var workbook =
        workbook(units(List.of("=1+1", "+SUM(A1)", "-2", "@x", "<b>&\"'", "bad\u0001\uFFFE")));
    AnswersTemplateTest.parts(workbook)
        .forEach((name, xml) -> {
          assertThat(AnswersTemplateTest.wellFormed(xml)).as(name).isTrue();
          assertThat(new String(xml, StandardCharsets.UTF_8)).as(name).doesNotContain("<f>");
        });
    assertThat(AnswersTemplateTest.rows(workbook, "Xếp hạng").stream().map(row -> row.get(2)))
        .contains("=1+1", "+SUM(A1)", "-2", "@x", "<b>&\"'");
  }

  @Test
  void notesOnOneSheetWhatIsToBeNotedAboutManyUnits() {
    var names = new ArrayList<String>();
    for (int i = 0; i < WorkbookForm.MOST_UNIT_SHEETS + 1; i++) {
      names.add("Đơn vị " + i);
    }
    var workbook = workbook(units(names));
    assertThat(AnswersTemplateTest.sheets(workbook)).hasSize(1 + 6 + 1).last().isEqualTo("Lưu ý");
    var rows = AnswersTemplateTest.rows(workbook, "Lưu ý");
    assertThat(rows).hasSize(3 + names.size() * 72);
    assertThat(rows.get(3))
        .containsEntry(0, "u-0")
        .containsEntry(1, "I.1")
        .containsEntry(2, "15.00")
        .containsEntry(3, "0.00")
        .containsEntry(4, "chưa trả lời");
  }

  @Test
  void leavesOutOfTheRemarksOfManyUnitsWhatNeedsNone() {
    var good = Given.fourUnits().units().getFirst();
    var all = new ArrayList<>(List.of(good));
    all.addAll(
        units(
                IntStream.range(0, WorkbookForm.MOST_UNIT_SHEETS)
                    .mapToObj(i -> "Đơn vị " + i)
                    .toList())
            .units());
    var workbook = workbook(new Answers("hau-giang-ict/2017", 2017, "", List.of(), all));
    assertThat(AnswersTemplateTest.rows(workbook, "Lưu ý"))
        .hasSize(3 + WorkbookForm.MOST_UNIT_SHEETS * 72)
        .noneMatch(row -> good.unit().equals(row.get(0)));
    assertThat(AnswersTemplateTest.rows(workbook, "I Hạ tầng"))
        .anySatisfy(row -> assertThat(row).containsEntry(2, good.name()).containsEntry(4, "15.00"));
  }

  @Test
  void showsADeductionEvenWithoutADecision() {
    var answers =
        Given.answers(
            """
            {"criteria": "hau-giang-ict/2017", "year": 2017,
             "units": [{"unit": "so-x", "name": "Sở X", "group": "department", "facts": {}, "deductions": [{"kind": "incident", "points": 5, "reason": "Báo nêu"}]}]}\
            """);
    assertThat(AnswersTemplateTest.rows(workbook(answers), "so-x"))
        .anySatisfy(row ->
            assertThat(row)
                .containsEntry(1, "Điểm trừ")
                .containsEntry(3, "0.00")
                .containsEntry(5, "Báo nêu"));
  }

  private static Answers units(List<String> names) {
    var units = new ArrayList<UnitAnswers>();
    for (int i = 0; i < names.size(); i++) {
      units.add(
          new UnitAnswers(
              "u-" + i,
              names.get(i),
              "department",
              Map.of(),
              Map.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              true));
    }
    return new Answers("hau-giang-ict/2017", 2017, "", List.of(), units);
  }

  private static byte[] workbook(Answers answers) {
    var round = Round.of(Given.decision1663(), answers, Policy.DEFAULT);
    var out = new ByteArrayOutputStream();
    try {
      ResultsWorkbook.write(
          out,
          round.standings(),
          new Reasons(round.standings().set(), Policy.DEFAULT),
          answers.note());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
