package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.scoring.SmallSet;
import thangdiem.scoring.UnitAnswers;

class AnswersTemplateTest {

  private static final CriteriaSet DECISION_1663 = Given.decision1663().file().set();

  @ParameterizedTest
  @ValueSource(strings = {"hau-giang-ict/2017", "minh-hoa/2025"})
  void givesAnyAnswersAgainWhenRead(String criteria) {
    var set = CriteriaSource.read(criteria, List.of(Given.criteriaFolder())).file().set();
    var random = new Random(1663);
    for (int i = 0; i < 12; i++) {
      var answers = anyAnswers(set, 1 + random.nextInt(6), random);
      assertThat(read(set, written(set, answers))).isEqualTo(answers);
    }
  }

  @Test
  void givesTheAnswersOfManyUnitsAgainWhenRead() {
    var answers = anyAnswers(DECISION_1663, WorkbookForm.MOST_UNIT_SHEETS + 1, new Random(1663));
    var workbook = written(DECISION_1663, answers);
    assertThat(sheets(workbook)).contains("Số liệu").doesNotContain("u-0");
    assertThat(read(DECISION_1663, workbook)).isEqualTo(answers);
  }

  @Test
  void readsAnUntouchedFormAsUnitsThatHaveNotReported() {
    assertThat(read(DECISION_1663, empty(twoUnits())).units())
        .containsExactly(
            UnitAnswers.noReport("so-x", "Sở X", "department"),
            UnitAnswers.noReport("ubnd-y", "UBND huyện Y", "district"));
  }

  @Test
  void opensOnItsGuideAndEndsOnItsHiddenLists() {
    var workbook = empty(twoUnits());
    assertThat(sheets(workbook))
        .containsExactly(
            "Hướng dẫn",
            "Thông tin",
            "Đơn vị",
            "so-x",
            "ubnd-y",
            "Không áp dụng",
            "Điểm trừ",
            "DanhSach");
    assertThat(part(workbook, "xl/workbook.xml")).containsPattern("state=\"hidden\"/></sheets>");
  }

  @Test
  void standsInTheShapeOfTheDecision() {
    var rows = rows(empty(twoUnits()), "so-x");
    assertThat(rows.getFirst()).containsEntry(0, "Bảng kê khai số liệu – Sở X");
    assertThat(rows.get(1).get(0)).contains("Sở, ban, ngành", "2017", "1663/QĐ-UBND", "03/10/2017");
    assertThat(rows.get(2).values())
        .containsExactly(
            "STT",
            "Tiêu chí/Tiêu chí thành phần",
            "Điểm tối đa",
            "Ghi chú (quyết định)",
            "Đơn vị tính",
            "Số liệu kê khai",
            "Điểm tự đánh giá",
            "Minh chứng",
            "Ghi chú",
            "Mã");
    assertThat(rows.get(3)).containsEntry(0, "I").containsEntry(2, "150").containsEntry(9, "I");
    assertThat(rows.get(4))
        .containsEntry(0, "1")
        .containsEntry(1, "Tỷ lệ máy tính đang sử dụng/CBCCVC")
        .containsEntry(2, "15")
        .containsEntry(9, "I.1");
    assertThat(rows.get(5)).containsEntry(1, "Tính theo tỷ lệ").containsEntry(2, "(tỷ lệ)*15");
    assertThat(rows.get(6)).containsEntry(4, "máy").containsEntry(9, "computers");
    assertThat(rows.get(6).get(1)).startsWith("Số liệu: Số máy tính đang sử dụng");
    assertThat(rows)
        .anySatisfy(row -> assertThat(row).containsEntry(1, ">= 0.5Mbps").containsEntry(2, "10"));
  }

  @Test
  void asksForEveryFactOnceAndPointsToItFromTheOtherCriteria() {
    var rows = rows(empty(twoUnits()), "so-x");
    var asked =
        rows.stream()
            .map(row -> row.getOrDefault(9, ""))
            .filter(DECISION_1663.facts()::containsKey)
            .toList();
    assertThat(asked)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(DECISION_1663.facts().keySet());
    assertThat(rows)
        .anySatisfy(row ->
            assertThat(row)
                .containsEntry(1, "Số liệu: Số máy tính đang sử dụng (đã khai ở I.1)")
                .doesNotContainKey(9));
  }

  @Test
  void asksWhatAGateReadsAlsoWhereOnlyCriteriaOfOtherGroupsUseIt() {
    var set =
        SmallSet.of(
            """
            gates:
              - {id: slow, name: Quá hạn trên 10 %, failsWhen: a / b > 10%, gradeAtMost: Khá}
            sections:
              - code: I
                name: Một
                maxPoints: 100
                criteria:
                  - {code: I.1, name: Hồ sơ, maxPoints: {department: 100}, rule: {proportional: a / b}}
                  - {code: I.2, name: Có, maxPoints: {district: 100, guest: 100}, rule: {yesNo: yes}}
            """);
    var district = new ListedUnit("h", "Huyện H", "Huyện H", "district", 1, List.of());

    assertThat(rows(empty(set, List.of(district)), "h").stream().map(row -> row.get(9)))
        .contains("a", "b", "yes");
  }

  @Test
  void checksWhatIsEntered() {
    var sheet = part(empty(twoUnits()), "xl/worksheets/sheet4.xml");
    assertThat(sheet.split("<dataValidation ")).hasSize(1 + DECISION_1663.facts().size());
    assertThat(sheet)
        .contains(
            "type=\"list\"",
            "<formula1>DanhSach!$A$1:$A$2</formula1>",
            "errorStyle=\"stop\"",
            "Hãy nhập một số nguyên")
        .doesNotContain("null");
  }

  @Test
  void isWellFormedWithoutAFormulaWhateverItsTextsAre() {
    var nasty = "=HYPERLINK(\"http://x\";\"<&>'\")\u0001\uFFFE";
    var unit =
        new UnitAnswers(
            "so-x",
            nasty,
            "department",
            Map.of("staff", new Fact.Amount(Rational.of(5))),
            Map.of(),
            List.of(),
            List.of(
                new Deduction(
                    "incident", Optional.empty(), Optional.of("@SUM(1)"), "+1 & \"2\" <3>")),
            Optional.empty(),
            true);
    var workbook =
        written(
            DECISION_1663, new Answers(DECISION_1663.id(), 2017, "-1+1", List.of(), List.of(unit)));
    parts(workbook).forEach((name, xml) -> assertThat(wellFormed(xml)).as(name).isTrue());
    assertThat(parts(workbook))
        .allSatisfy((name, xml) ->
            assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContain("<f>"));
    assertThat(read(DECISION_1663, workbook).units().getFirst().deductions())
        .isEqualTo(unit.deductions());
    assertThat(read(DECISION_1663, workbook).note()).isEqualTo("-1+1");
  }

  @Test
  void namesSheetsApartWhereIdsAreLongOrDifferOnlyInCase() {
    var ids =
        List.of(
            "a-very-long-id-of-a-unit-in-the-province-1",
            "a-very-long-id-of-a-unit-in-the-province-2",
            "So-X",
            "so-x",
            "history");
    var units =
        ids.stream()
            .map(id ->
                unit(
                    DECISION_1663,
                    id,
                    Map.of("staff", new Fact.Amount(Rational.of(ids.indexOf(id))))))
            .toList();
    var answers = new Answers(DECISION_1663.id(), 2017, "", List.of(), units);
    var workbook = written(DECISION_1663, answers);
    assertThat(sheets(workbook))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() <= 31 && !name.equalsIgnoreCase("history"));
    assertThat(sheets(workbook).stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
    assertThat(read(DECISION_1663, workbook)).isEqualTo(answers);
  }

  private static List<ListedUnit> twoUnits() {
    return List.of(
        new ListedUnit("so-x", "Sở X", "Sở X", "department", 1, List.of()),
        new ListedUnit("ubnd-y", "UBND huyện Y", "UBND huyện Y", "district", 1, List.of()));
  }

  private static UnitAnswers unit(CriteriaSet set, String id, Map<String, Fact> facts) {
    return new UnitAnswers(
        id,
        "Đơn vị " + id,
        set.groups().getFirst().id(),
        facts,
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        true);
  }

  private static Answers anyAnswers(CriteriaSet set, int units, Random random) {
    var all = new ArrayList<UnitAnswers>();
    var criteria = set.scored().toList();
    for (int i = 0; i < units; i++) {
      boolean reported = random.nextInt(5) > 0;
      var deductions =
          reported && !set.deductions().isEmpty() && random.nextBoolean()
              ? List.of(
                  new Deduction(
                      set.deductions().getFirst().kind(),
                      random.nextBoolean() ? Optional.of(Points.of("2.5")) : Optional.empty(),
                      random.nextBoolean() ? Optional.of("12/QĐ-HĐ") : Optional.empty(),
                      "Lý do " + i))
              : List.<Deduction>of();
      all.add(
          new UnitAnswers(
              "u-" + i,
              "Đơn vị số " + i,
              set.groups().get(random.nextInt(set.groups().size())).id(),
              reported ? anyFacts(set, random) : Map.of(),
              reported ? anyFacts(set, random) : Map.of(),
              reported && random.nextBoolean()
                  ? List.of(criteria.get(random.nextInt(criteria.size())).code())
                  : List.of(),
              deductions,
              reported && random.nextBoolean()
                  ? Optional.of(OffsetDateTime.parse("2017-12-14T16:30:05+07:00"))
                  : Optional.empty(),
              reported));
    }
    return new Answers(
        set.id(),
        set.year(),
        random.nextBoolean() ? "Số liệu thử" : "",
        List.of(),
        List.copyOf(all));
  }

  private static Map<String, Fact> anyFacts(CriteriaSet set, Random random) {
    var facts = new LinkedHashMap<String, Fact>();
    for (var fact : set.facts().values()) {
      if (random.nextInt(10) > 0) {
        facts.put(fact.id(), random.nextInt(12) == 0 ? new Fact.None() : anyFact(fact, random));
      }
    }
    return facts;
  }

  private static Fact anyFact(FactDefinition fact, Random random) {
    return switch (fact.type()) {
      case COUNT ->
          new Fact.Amount(
              within(
                  fact,
                  Rational.of(
                      random.nextInt(3) == 0 ? random.nextInt(10_000) : random.nextInt(10))));
      case DECIMAL ->
          new Fact.Amount(
              within(
                  fact,
                  Rational.of(BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(6)))));
      case BOOLEAN -> new Fact.YesNo(random.nextBoolean());
      case DATE ->
          new Fact.Day(
              LocalDate.of(
                  2015 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28)));
      case CHOICE ->
          new Fact.Chosen(fact.options().get(random.nextInt(fact.options().size())).id());
      case TEXT -> new Fact.Words("=Chữ " + random.nextInt(100) + " & <thẻ>");
    };
  }

  private static Rational within(FactDefinition fact, Rational value) {
    return value.max(fact.min()).min(fact.max());
  }

  private static byte[] empty(List<ListedUnit> units) {
    return empty(DECISION_1663, units);
  }

  private static byte[] empty(CriteriaSet set, List<ListedUnit> units) {
    var out = new ByteArrayOutputStream();
    try {
      AnswersTemplate.write(out, set, units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] written(CriteriaSet set, Answers answers) {
    var out = new ByteArrayOutputStream();
    try {
      AnswersTemplate.write(out, set, answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Answers read(CriteriaSet set, byte[] bytes) {
    return AnswersWorkbook.read("a.xlsx", bytes, set, Optional.empty());
  }

  static List<String> sheets(byte[] workbook) {
    return WorkbookReader.of("a.xlsx", workbook).sheets().stream()
        .map(WorkbookReader.Sheet::name)
        .toList();
  }

  /** The rows with something in them, each as its texts by column. */
  static List<Map<Integer, String>> rows(byte[] workbook, String name) {
    var reader = WorkbookReader.of("a.xlsx", workbook);
    var rows = new ArrayList<Map<Integer, String>>();
    var sheet =
        reader.sheets().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    reader.rows(
        sheet,
        row -> {
          var texts = new LinkedHashMap<Integer, String>();
          row.cells().forEach(cell -> texts.put(cell.column(), cell.text()));
          rows.add(texts);
        });
    return rows;
  }

  static String part(byte[] workbook, String name) {
    return new String(
        Optional.ofNullable(parts(workbook).get(name)).orElseThrow(), StandardCharsets.UTF_8);
  }

  static Map<String, byte[]> parts(byte[] workbook) {
    var parts = new LinkedHashMap<String, byte[]>();
    try {
      var file = Files.createTempFile("workbook", ".xlsx");
      try (var zip = new ZipFile(Files.write(file, workbook).toFile())) {
        for (var entry : Collections.list(zip.entries())) {
          parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  static boolean wellFormed(byte[] xml) {
    try {
      DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml));
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
