package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thangdiem.exchange.GivenWorkbook.nothing;
import static thangdiem.exchange.GivenWorkbook.number;
import static thangdiem.exchange.GivenWorkbook.raw;
import static thangdiem.exchange.GivenWorkbook.text;
import static thangdiem.exchange.GivenWorkbook.yesNo;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.exchange.GivenWorkbook.Cell;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.scoring.SmallSet;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.BadInput;

class AnswersWorkbookTest {

  @Test
  void readsASheetForEachUnitNamedByItsId() {
    var answers =
        described()
            .unit("so-x", "staff", number("120"), "dbms", text("Có"))
            .unit("so-y", "staff", number("7"))
            .read();
    assertThat(answers.units()).extracting(UnitAnswers::unit).containsExactly("so-x", "so-y");
    assertThat(answers.units()).extracting(UnitAnswers::name).containsExactly("Sở X", "Sở Y");
    assertThat(answers.units())
        .extracting(UnitAnswers::group)
        .containsExactly("department", "department");
    assertThat(answers.units().getFirst().facts())
        .containsEntry("staff", amount("120"))
        .containsEntry("dbms", new Fact.YesNo(true))
        .hasSize(2);
  }

  @Test
  void readsOneSheetWithARowForEachUnit() {
    var answers =
        described()
            .sheet(
                "Số liệu",
                List.of(
                    List.of(text("Mã đơn vị"), text("staff"), text("bandwidth_mbps"), text("dbms")),
                    List.of(
                        nothing(),
                        text("Số CBCCVC (người)"),
                        text("Băng thông"),
                        text("Có quản trị CSDL")),
                    List.of(text("so-x"), number("120"), text("60,5"), yesNo(false)),
                    List.of(text("so-y"), nothing(), number("8"))))
            .read();
    assertThat(answers.units().getFirst().facts())
        .containsEntry("staff", amount("120"))
        .containsEntry("bandwidth_mbps", amount("60.5"))
        .containsEntry("dbms", new Fact.YesNo(false));
    assertThat(answers.units().getLast().facts()).containsOnlyKeys("bandwidth_mbps");
  }

  @Test
  void passesOverTheNumbersAndNotesThatOfficialsPutIntoALine() {
    var answers =
        described()
            .sheet(
                "Số liệu",
                List.of(
                    List.of(text("STT"), text("Mã đơn vị"), text("staff"), text("Ghi chú")),
                    List.of(number("1"), text("so-x"), number("120"), text("đã gọi điện hỏi"))))
            .read();

    assertThat(answers.units().getFirst().facts()).containsOnlyKeys("staff");
  }

  @Test
  void readsNamesAndGroupsBesideTheFactsToo() {
    var answers =
        new GivenWorkbook()
            .sheet(
                "Số liệu",
                List.of(
                    List.of(text("unit"), text("staff"), text("name"), text("group")),
                    List.of(text("so-z"), number("5"), text("Sở Z"), text("department"))))
            .read();
    assertThat(answers.units())
        .singleElement()
        .extracting(UnitAnswers::name, UnitAnswers::group)
        .containsExactly("Sở Z", "department");
  }

  @Test
  void readsWhatStandsBesideTheFacts() {
    var answers =
        described()
            .sheet(
                "Thông tin",
                List.of(
                    List.of(text("Bộ tiêu chí"), text("hau-giang-ict/2017")),
                    List.of(text("Năm"), number("2017")),
                    List.of(text("Ghi chú"), text("Số liệu thử"))))
            .unit("so-x", "staff", number("120"))
            .sheet(
                "Không áp dụng",
                List.of(
                    List.of(text("Mã đơn vị"), text("Tiêu chí"), text("Lý do")),
                    List.of(text("so-x"), text("I.5, II.1"), text("Không có Một cửa"))))
            .sheet(
                "Điểm trừ",
                List.of(
                    List.of(
                        text("Mã đơn vị"),
                        text("Trường hợp"),
                        text("Số điểm"),
                        text("Số văn bản quyết định"),
                        text("Lý do")),
                    List.of(
                        text("so-x"),
                        text("late-report"),
                        text("5,5"),
                        text("12/QĐ-HĐ"),
                        text("Nộp muộn")),
                    List.of(
                        text("so-x"),
                        text("incident"),
                        nothing(),
                        nothing(),
                        text("Chưa kết luận"))))
            .read();
    var unit = answers.units().getFirst();
    assertThat(answers.note()).isEqualTo("Số liệu thử");
    assertThat(unit.notApplicable()).containsExactly("I.5", "II.1");
    assertThat(unit.deductions())
        .containsExactly(
            new Deduction(
                "late-report", Optional.of(Points.of("5.5")), Optional.of("12/QĐ-HĐ"), "Nộp muộn"),
            new Deduction("incident", Optional.empty(), Optional.empty(), "Chưa kết luận"));
  }

  @Test
  void takesAnUntouchedSheetForAUnitThatHasNotReported() {
    var answers =
        described().unit("so-x", "staff", nothing()).unit("so-y", "staff", number("0")).read();
    assertThat(answers.units()).extracting(UnitAnswers::reported).containsExactly(false, true);
  }

  @Test
  void readsWhenAUnitReported() {
    var units =
        List.of(
            List.of(text("Mã đơn vị"), text("Tên đơn vị"), text("Nhóm"), text("Thời điểm gửi")),
            List.of(text("so-x"), text("Sở X"), text("department"), text("14/12/2017 16:30")),
            List.of(
                text("so-y"), text("Sở Y"), text("department"), text("2017-12-15T00:00:00+07:00")));
    var answers =
        new GivenWorkbook()
            .sheet("Đơn vị", units)
            .unit("so-x", "staff", number("1"))
            .unit("so-y", "staff", number("1"))
            .read();
    assertThat(answers.units())
        .extracting(unit -> unit.submittedAt().orElseThrow())
        .containsExactly(
            OffsetDateTime.parse("2017-12-14T16:30:00+07:00"),
            OffsetDateTime.parse("2017-12-15T00:00:00+07:00"));
  }

  /** Whoever types 14/12/2017 16:30 into a spreadsheet finds a number there. */
  @ParameterizedTest
  @CsvSource({
    "43083.6875, false, 2017-12-14T16:30:00+07:00",
    "43084, false, 2017-12-15T00:00:00+07:00",
    "43083.99998842593, false, 2017-12-14T23:59:59+07:00",
    "41621.6875, true, 2017-12-14T16:30:00+07:00"
  })
  void readsTheInstantThatASpreadsheetMakesOfADayAndAnHour(
      String kept, boolean since1904, OffsetDateTime sent) {
    var workbook =
        new GivenWorkbook()
            .sheet(
                "Đơn vị",
                List.of(
                    List.of(
                        text("Mã đơn vị"), text("Tên đơn vị"), text("Nhóm"), text("Thời điểm gửi")),
                    List.of(text("so-x"), text("Sở X"), text("department"), number(kept))))
            .unit("so-x", "staff", number("1"));
    var answers = (since1904 ? workbook.since1904() : workbook).read();
    assertThat(answers.units().getFirst().submittedAt()).contains(sent);
  }

  @Test
  void passesOverWhatNobodySeesAroundACodeOrATitle() {
    var answers =
        described()
            .sheet(
                "Số liệu",
                List.of(
                    List.of(
                        text("\u00A0Mã\u202Fđơn vị\u00A0"),
                        text("staff\u00A0"),
                        text("\uFEFFdbms")),
                    List.of(text("so-x\u00A0\u200B"), text("\u00A01.234\u00A0"), text("có\u00A0"))))
            .read();
    assertThat(answers.units().getFirst().unit()).isEqualTo("so-x");
    assertThat(answers.units().getFirst().facts())
        .containsEntry("staff", amount("1234"))
        .containsEntry("dbms", new Fact.YesNo(true));
  }

  @ParameterizedTest
  @CsvSource({"SO-Y-TE, có phải «so-y-te»?", "so-y-te-, có phải «so-y-te»?"})
  void suggestsTheUnitThatIsMeant(String typed, String said) {
    var bytes = new GivenWorkbook().unit(typed, "staff", number("1")).bytes();
    assertThat(
            Given.refused(() ->
                AnswersWorkbook.read(
                    "a.xlsx", bytes, Given.decision1663().file().set(), Optional.empty())))
        .singleElement()
        .asString()
        .startsWith("a.xlsx " + typed + ": ")
        .endsWith(said);
  }

  @Test
  void tellsWhoNamesASheetByTheUnitsNameItsId() {
    var bytes = new GivenWorkbook().unit("Sở Y tế", "staff", number("1")).bytes();
    assertThat(
            Given.refused(() ->
                AnswersWorkbook.read(
                    "a.xlsx", bytes, Given.decision1663().file().set(), Optional.empty())))
        .singleElement()
        .asString()
        .startsWith("a.xlsx Sở Y tế: mã đơn vị «Sở Y tế»")
        .endsWith("có phải «so-y-te»?");
  }

  @Test
  void blamesALineOfTotalsOnce() {
    var bytes =
        new GivenWorkbook()
            .sheet(
                "Số liệu",
                List.of(
                    List.of(text("Mã đơn vị"), text("staff")),
                    List.of(text("so-y-te"), number("3")),
                    List.of(text("Tổng cộng"), number("3"))))
            .bytes();
    assertThat(
            Given.refused(() ->
                AnswersWorkbook.read(
                    "a.xlsx", bytes, Given.decision1663().file().set(), Optional.empty())))
        .singleElement()
        .asString()
        .startsWith("a.xlsx Số liệu!A3: mã đơn vị «Tổng cộng»");
  }

  @Test
  void acceptsOnlyListedUnits() {
    var listed = List.of(new ListedUnit("so-y", "Sở Y", "Sở Y", "department", 1, List.of()));
    var bytes = described().unit("so-x", "staff", number("1")).bytes();
    assertThat(
            Given.refused(() ->
                AnswersWorkbook.read(
                    "a.xlsx", bytes, Given.decision1663().file().set(), Optional.of(listed))))
        .anyMatch(
            line -> line.startsWith("a.xlsx so-x: ") && line.contains("không có trong danh mục"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | 120",
        "1.2E2 | 120",
        "60.5 | 60.5",
        "0.30000000000000004 | 0.3",
        "60.499999999999996 | 60.5",
        "1.0000000000000001E-1 | 0.1",
        "0 | 0",
        "1E12 | 1000000000000"
      })
  void readsANumberAsExcelShowsIt(String kept, BigDecimal shown) {
    assertThat(GivenWorkbook.stated("bandwidth_mbps", number(kept)))
        .isEqualTo(new Fact.Amount(Rational.of(shown)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "staff | 1.234 | 1234",
        "staff | 1 234 | 1234",
        "bandwidth_mbps | 1.234,5 | 1234.5",
        "bandwidth_mbps | 60,5 | 60.5",
        "bandwidth_mbps | 0.5 | 0.5"
      })
  void readsANumberAsItIsTypedInVietnam(String fact, String typed, String number) {
    assertThat(GivenWorkbook.stated(fact, text(typed))).isEqualTo(amount(number));
  }

  private static Fact share(Cell cell) {
    return styled("share", cell).units().getFirst().facts().get("share");
  }

  /** Answers of one unit in a workbook whose styles 1, 2 and 9 show numbers in percent. */
  private static Answers styled(String fact, Cell cell) {
    var workbook =
        GivenWorkbook.described(new GivenWorkbook())
            .unit("so-x", fact, cell)
            .part(
                "xl/styles.xml",
                """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                  <numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts>
                  <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
                  <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
                  <cellStyles/>
                </styleSheet>
                """);
    var set = SmallSet.withRule("{yesNo: yes}");
    return AnswersWorkbook.read("a.xlsx", workbook.bytes(), set, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,5", "12,5%", "12,50 %", " 12.5 % "})
  void takesTheSignOfAFactStatedInPercent(String typed) {
    assertThat(share(text(typed))).isEqualTo(amount("12.5"));
  }

  /** Excel keeps 12,5% as 0.125, and shows it as it was typed. */
  @ParameterizedTest
  @CsvSource({"0, 0.125, 0.125", "1, 0.125, 12.5", "2, 0.125, 12.5", "3, 12.5, 12.5", "9, 1, 1"})
  void readsANumberShownInPercentAsItIsShown(String look, String kept, String means) {
    assertThat(share(raw("s=\"" + look + "\"", "<v>" + kept + "</v>"))).isEqualTo(amount(means));
  }

  @Test
  void asksWhatANumberShownInPercentMeansWhereAnotherUnitIsAskedFor() {
    assertThatThrownBy(() -> styled("c", raw("s=\"1\"", "<v>0.855</v>")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("hiện 85,5 %, còn số liệu tính bằng cái: là 85,5 hay 0,855?");
    assertThatThrownBy(() -> styled("a", raw("s=\"2\"", "<v>1</v>")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("hiện 100 %, còn số liệu tính bằng cái: là 100 hay 1?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Có", "có", " CÓ ", "x", "X", "TRUE", "1", "Co\u0301"})
  void readsYes(String typed) {
    assertThat(GivenWorkbook.stated("dbms", text(typed))).isEqualTo(new Fact.YesNo(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Không", "không", "KHÔNG", "FALSE", "0", "Kho\u0302ng"})
  void readsNo(String typed) {
    assertThat(GivenWorkbook.stated("dbms", text(typed))).isEqualTo(new Fact.YesNo(false));
  }

  @Test
  void readsYesAndNoAsExcelKeepsThem() {
    assertThat(GivenWorkbook.stated("dbms", yesNo(true))).isEqualTo(new Fact.YesNo(true));
    assertThat(GivenWorkbook.stated("dbms", yesNo(false))).isEqualTo(new Fact.YesNo(false));
    assertThat(GivenWorkbook.stated("dbms", number("1"))).isEqualTo(new Fact.YesNo(true));
    assertThat(GivenWorkbook.stated("dbms", number("0.0"))).isEqualTo(new Fact.YesNo(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"staff", "bandwidth_mbps", "dbms", "plan_issued_on", "portal_about"})
  void readsThatThereIsNone(String fact) {
    for (var typed :
        List.of(
            "Không có",
            "không có",
            " KHÔNG  CÓ ",
            Normalizer.normalize("Không có", Normalizer.Form.NFD))) {
      assertThat(GivenWorkbook.stated(fact, text(typed))).isEqualTo(new Fact.None());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"15/11/2016", "2016-11-15", "15-11-2016", "2016-11-15T00:00:00"})
  void readsADayAsItIsTyped(String typed) {
    assertThat(GivenWorkbook.stated("plan_issued_on", text(typed)))
        .isEqualTo(new Fact.Day(LocalDate.of(2016, 11, 15)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42689 | 2016-11-15",
        "42689.75 | 2016-11-15",
        "1 | 1900-01-01",
        "59 | 1900-02-28",
        "61 | 1900-03-01"
      })
  void readsADayAsExcelCountsIt(String serial, LocalDate day) {
    assertThat(GivenWorkbook.stated("plan_issued_on", number(serial))).isEqualTo(new Fact.Day(day));
  }

  @Test
  void readsADayOfAWorkbookThatCountsFrom1904() {
    var answers = described().since1904().unit("so-x", "plan_issued_on", number("41227")).read();
    assertThat(answers.units().getFirst().facts())
        .containsEntry("plan_issued_on", new Fact.Day(LocalDate.of(2016, 11, 15)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"vi_en", "Đủ bằng tiếng Việt và tiếng Anh", "đủ bằng tiếng việt  và tiếng anh "})
  void readsAChoiceByItsIdOrItsLabel(String typed) {
    assertThat(GivenWorkbook.stated("portal_about", text(typed)))
        .isEqualTo(new Fact.Chosen("vi_en"));
    assertThat(
            GivenWorkbook.stated(
                "portal_about", text(Normalizer.normalize(typed, Normalizer.Form.NFD))))
        .isEqualTo(new Fact.Chosen("vi_en"));
  }

  @Test
  void readsTextInRunsAndWithoutPhoneticHints() {
    var shared =
        described()
            .shared(
                "<si><r><t>Không</t></r><r><t xml:space=\"preserve\"> có</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>");
    assertThat(
            shared
                .unit("so-x", "staff", raw("t=\"s\"", "<v>0</v>"))
                .read()
                .units()
                .getFirst()
                .facts())
        .containsEntry("staff", new Fact.None());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "staff          | 1.5        | số nguyên",
        "staff          | -1         | nhỏ hơn 0",
        "staff          | 1,234      | hai cách: 1234 hay 1,234",
        "staff          | 1000000000001 | lớn hơn 1.000.000.000.000",
        "staff          | trăm hai   | không đọc được số «trăm hai»",
        "bandwidth_mbps | 1.234      | hai cách: 1234 hay 1,234",
        "dbms           | có lẽ      | cần Có hoặc Không, không phải «có lẽ»",
        "dbms           | 2          | cần Có hoặc Không",
        "plan_issued_on | 31/02/2016 | ngày có thật",
        "plan_issued_on | 11/15/2016 | ngày có thật",
        "plan_issued_on | 2016       | ngày có thật",
        "portal_about   | tiếng Pháp | cần một trong: Đủ bằng tiếng Việt và tiếng Anh; Đủ bằng tiếng Việt; Chưa đủ",
      })
  void refusesWhatAFactCannotBeNamingSheetAndCell(String fact, String typed, String said) {
    assertThat(GivenWorkbook.refused(fact, text(typed)))
        .singleElement()
        .asString()
        .startsWith("a.xlsx so-x!C4: ")
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "staff,1E400",
    "staff,1E-400",
    "staff,1E999999999",
    "staff,NaN",
    "staff,0x10",
    "plan_issued_on,60",
    "plan_issued_on,0",
    "plan_issued_on,-5",
    "plan_issued_on,2016",
    "plan_issued_on,3000000"
  })
  void refusesANumberThatIsNone(String fact, String kept) {
    assertThat(GivenWorkbook.refused(fact, number(kept)))
        .singleElement()
        .asString()
        .startsWith("a.xlsx so-x!C4: ");
  }

  @Test
  void neverBelievesWhatAFormulaCameTo() {
    var formulas =
        List.of(
            raw("", "<f>SUM(A1:A2)</f><v>5</v>"),
            raw("", "<v>5</v><f>SUM(A1:A2)</f>"),
            raw("", "<f/><v>5</v>"),
            raw("", "<f t=\"shared\" si=\"0\"/><v>5</v>"),
            raw("", "<f t=\"dataTable\" ref=\"C4:C4\" r1=\"A1\"/><v>5</v>"),
            raw("t=\"s\"", "<f>A1</f><v>0</v>"),
            raw("t=\"str\"", "<f>A1</f><v>5</v>"),
            raw("t=\"b\"", "<f>TRUE()</f><v>1</v>"),
            raw("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>"),
            raw("t=\"inlineStr\"", "<f>A1</f><is><t>5</t></is>"));
    for (var formula : formulas) {
      assertThat(described().shared("<si><t>5</t></si>").unit("so-x", "staff", formula).refused())
          .singleElement()
          .asString()
          .isEqualTo(
              "a.xlsx so-x!C4: ô có công thức; hãy dán lại thành giá trị (Dán đặc biệt, Giá trị)");
    }
  }

  @Test
  void neverBelievesACellThatAFormulaElsewhereFills() {
    var array =
        described()
            .unit(
                "so-x",
                "staff",
                raw("", "<f t=\"array\" ref=\"C4:C5\">A1:A2</f><v>5</v>"),
                "computers",
                number("5"));
    assertThat(array.refused())
        .hasSize(2)
        .allMatch(line -> line.contains("công thức"))
        .anyMatch(line -> line.contains("so-x!C5"));
  }

  @Test
  void looksForFormulasOnlyWhereItReads() {
    var rows =
        List.of(
            List.of(text("Mã"), text("Điểm tự đánh giá"), text("Số liệu kê khai")),
            List.of(text("staff"), raw("", "<f>15*1</f><v>15</v>"), number("120")));
    assertThat(described().sheet("so-x", rows).read().units().getFirst().facts())
        .containsEntry("staff", amount("120"));
  }

  @Test
  void refusesACellInError() {
    assertThat(GivenWorkbook.refused("staff", raw("t=\"e\"", "<v>#REF!</v>")))
        .containsExactly("a.xlsx so-x!C4: ô có lỗi «#REF!»; hãy nhập giá trị");
  }

  @Test
  void listsEverythingWrongAtOnceWithSheetAndCell() {
    var refused =
        described()
            .sheet(
                "Thông tin",
                List.of(
                    List.of(text("Bộ tiêu chí"), text("hau-giang-ict/2016")),
                    List.of(text("Năm"), text("2016"))))
            .unit(
                "so-x",
                "staff",
                text("nhiều"),
                "staf",
                number("1"),
                "dbms",
                text("ừ"),
                "dbms",
                text("có"))
            .unit("so-z", "staff", number("1"))
            .sheet("Nháp", List.of(List.of(text("tính thử"))))
            .sheet(
                "Số liệu",
                List.of(
                    List.of(text("Mã đơn vị"), text("staff"), text("colour"), text("staff")),
                    List.of(text("so-x"), number("1"), nothing(), nothing(), number("3")),
                    List.of(nothing(), number("1"))))
            .sheet(
                "Không áp dụng",
                List.of(
                    List.of(text("Mã đơn vị"), text("Tiêu chí")),
                    List.of(text("so-x"), text("VI.1")),
                    List.of(text("so-y"), text("I.5"))))
            .sheet(
                "Điểm trừ",
                List.of(
                    List.of(text("Mã đơn vị"), text("Trường hợp"), text("Số điểm")),
                    List.of(text("so-x"), text("rude"), number("-2"))))
            .refused();
    assertThat(refused)
        .anyMatch(
            line -> line.startsWith("a.xlsx Thông tin!B1: ") && line.contains("hau-giang-ict/2016"))
        .anyMatch(line -> line.startsWith("a.xlsx Thông tin!B2: ") && line.contains("2016"))
        .anyMatch(line -> line.startsWith("a.xlsx so-x!C4: ") && line.contains("«nhiều»"))
        .anyMatch(line -> line.startsWith("a.xlsx so-x!A5: ") && line.contains("có phải «staff»"))
        .anyMatch(line -> line.startsWith("a.xlsx so-x!C6: ") && line.contains("Có hoặc Không"))
        .anyMatch(
            line -> line.startsWith("a.xlsx so-x!C7: ") && line.contains("«dbms» đã được ghi"))
        .anyMatch(line -> line.startsWith("a.xlsx so-z: ") && line.contains("tên"))
        .anyMatch(line -> line.startsWith("a.xlsx Nháp: ") && line.contains("không biết trang này"))
        .anyMatch(line -> line.startsWith("a.xlsx Số liệu!C1: ") && line.contains("«colour»"))
        .anyMatch(
            line -> line.startsWith("a.xlsx Số liệu!D1: ") && line.contains("«staff» đã được ghi"))
        .anyMatch(line -> line.startsWith("a.xlsx Số liệu!A2: ") && line.contains("đã có ở trên"))
        .anyMatch(
            line -> line.startsWith("a.xlsx Số liệu!E2: ") && line.contains("không có mã số liệu"))
        .anyMatch(line -> line.startsWith("a.xlsx Không áp dụng!B2: ") && line.contains("«VI.1»"))
        .anyMatch(line ->
            line.startsWith("a.xlsx Không áp dụng!A3: ")
                && line.contains("không có số liệu trong tệp"))
        .anyMatch(line -> line.startsWith("a.xlsx Điểm trừ!B2: ") && line.contains("rude"))
        .anyMatch(line -> line.startsWith("a.xlsx Điểm trừ!B2: ") && line.contains("không thể âm"));
  }

  @Test
  void readsARowWithoutAUnitOnlyBelowTheHeader() {
    var rows =
        List.of(
            List.of(text("Mã đơn vị"), text("staff")),
            List.of(nothing(), text("Số CBCCVC")),
            List.of(nothing(), number("3")),
            List.of(text("so-x"), number("1")));
    assertThat(described().sheet("Số liệu", rows).refused())
        .containsExactly("a.xlsx Số liệu!A3: dòng có số liệu mà không có mã đơn vị");
  }

  @Test
  void refusesAValueWhereNothingIsDeclared() {
    assertThat(described().unit("so-x", "I.1", number("15"), "staff", number("1")).refused())
        .singleElement()
        .asString()
        .startsWith("a.xlsx so-x!C4: ")
        .contains("không phải dòng số liệu");
  }

  @Test
  void refusesFactsOfAUnitThatIsSaidNotToHaveReported() {
    var units =
        List.of(
            List.of(text("Mã đơn vị"), text("Tên đơn vị"), text("Nhóm"), text("Có báo cáo")),
            List.of(text("so-x"), text("Sở X"), text("department"), text("Không")));
    assertThat(
            new GivenWorkbook().sheet("Đơn vị", units).unit("so-x", "staff", number("1")).refused())
        .singleElement()
        .asString()
        .startsWith("a.xlsx so-x: ")
        .contains("không báo cáo");
  }

  @Test
  void refusesAFormWithoutTheColumnThatIsRead() {
    assertThat(
            described()
                .sheet(
                    "so-x",
                    List.of(
                        List.of(text("Mã"), text("Số liệu")), List.of(text("staff"), number("1"))))
                .refused())
        .containsExactly("a.xlsx so-x: không thấy cột «Số liệu kê khai»");
  }

  @Test
  void refusesAWorkbookWithoutUnits() {
    assertThat(
            new GivenWorkbook().sheet("Hướng dẫn", List.of(List.of(text("Cách điền")))).refused())
        .singleElement()
        .asString()
        .contains("không có đơn vị nào");
  }

  @Test
  void ignoresASheetInWhichThereIsNothing() {
    assertThat(
            described()
                .unit("so-x", "staff", number("1"))
                .sheet("Sheet2", List.of())
                .read()
                .units())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"/>",
        "<row r=\"1\"/><row r=\"1\"/>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
        "<row r=\"0\"/>",
        "<row r=\"1048577\"/>",
        "<row r=\"99999999999\"/>",
        "<row r=\"x\"/>",
        "<row r=\"1\"><c t=\"s\"><v>2147483647</v></c></row>",
        "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c t=\"s\"><v>one</v></c></row>",
        "<row r=\"1\"><c t=\"strange\"><v>1</v></c></row>",
        "<row r=\"1\"><c><v><v>1</v></v></c></row>",
        "<row r=\"1\"><c><f t=\"array\" ref=\"A0:B\">1</f></c></row>",
        "<row r=\"1\"><c><v>&undeclared;</v></c></row>",
        "<row><c><v>1",
      })
  void refusesRowsThatNoSpreadsheetWrites(String rows) {
    assertThat(described().sheetXml("so-x", rows, StandardCharsets.UTF_8).refused())
        .singleElement()
        .asString()
        .startsWith("a.xlsx so-x: ")
        .contains("hỏng");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE"})
  void readsEveryEncodingOfXml(String charset) {
    var rows =
        "<row><c t=\"inlineStr\"><is><t>Mã</t></is></c><c t=\"inlineStr\"><is><t>Số liệu kê khai</t></is></c></row>"
            + "<row><c t=\"inlineStr\"><is><t>staff</t></is></c><c><v>5</v></c></row>";
    assertThat(
            described()
                .sheetXml("so-x", rows, Charset.forName(charset))
                .read()
                .units()
                .getFirst()
                .facts())
        .containsEntry("staff", amount("5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<si><t>a&nobody;b</t></si>", "<si><t>a\u0001</t></si>", "<si><t>a"})
  void refusesSharedTextsThatAreNoXml(String shared) {
    assertThat(described().shared(shared).unit("so-x", "staff", number("5")).refused())
        .singleElement()
        .asString()
        .contains("hỏng");
  }

  @Test
  void refusesADocumentTypeInAPartUnderAnotherName() {
    var relations =
        "<Relationships><Relationship Id=\"w\" Type=\"x/officeDocument\" Target=\"xl/book.bin\"/></Relationships>";
    assertThat(
            described()
                .part("_rels/.rels", relations)
                .part("xl/book.bin", "<!DOCTYPE workbook><workbook/>")
                .refused())
        .singleElement()
        .asString()
        .contains("hỏng");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 48, 49, 50, 99, 130})
  void readsARowEachOfFewUnitsAndOfMany(int units) {
    var rows = new ArrayList<List<GivenWorkbook.Cell>>();
    rows.add(List.of(text("Mã đơn vị"), text("Tên đơn vị"), text("Nhóm"), text("staff")));
    for (int i = 0; i < units; i++) {
      rows.add(
          List.of(text("u-" + i), text("Sở " + i), text("department"), number(String.valueOf(i))));
    }
    var read = new GivenWorkbook().sheet("Số liệu", rows).read().units();
    assertThat(read).hasSize(units);
    for (int i = 0; i < units; i++) {
      assertThat(read.get(i).unit()).isEqualTo("u-" + i);
      assertThat(read.get(i).facts()).containsEntry("staff", amount(String.valueOf(i)));
    }
  }

  @Test
  void refusesALongSheetThatBreaksOffLate() {
    var rows =
        new StringBuilder("<row r=\"1\"><c t=\"inlineStr\"><is><t>Mã đơn vị</t></is></c></row>");
    for (int i = 2; i < 140; i++) {
      rows.append("<row r=\"" + i + "\"><c t=\"inlineStr\"><is><t>u-" + i + "</t></is></c></row>");
    }
    rows.append("<row r=\"7\"/>");
    assertThat(
            new GivenWorkbook()
                .sheetXml("Số liệu", rows.toString(), StandardCharsets.UTF_8)
                .refused())
        .singleElement()
        .asString()
        .startsWith("a.xlsx Số liệu: ")
        .contains("hỏng");
  }

  @Test
  void stopsAtFiveHundredMistakes() {
    var facts = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      facts.add("unknown_" + i);
      facts.add(number("1"));
    }
    assertThat(described().unit("so-x", facts.toArray()).refused())
        .hasSize(501)
        .last()
        .asString()
        .contains("hơn 500 lỗi");
  }

  @Test
  void refusesWhatIsNoWorkbook() {
    for (var bytes :
        List.of(
            new byte[0],
            "PK".getBytes(StandardCharsets.US_ASCII),
            GivenWorkbook.zip(Map.of("a.txt", new byte[] {1})))) {
      assertThat(Given.refused(() -> GivenWorkbook.read(bytes)))
          .containsExactly("a.xlsx: không phải tệp Excel .xlsx");
    }
  }

  @Test
  void answersBrokenFilesWithARefusalAndNothingElse() {
    var good = described().unit("so-x", "staff", number("120"), "dbms", text("Có")).bytes();
    var random = new Random(1663);
    for (int i = 0; i < 3_000; i++) {
      var bytes =
          random.nextBoolean() ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
      for (int j = random.nextInt(4); j >= 0 && bytes.length > 0; j--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      readsOrRefuses(bytes);
    }
    for (int i = 0; i < 500; i++) {
      var bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      readsOrRefuses(bytes);
    }
  }

  @Test
  void answersBrokenXmlInWholeFilesWithARefusalAndNothingElse() {
    var random = new Random(1663);
    var rows =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Mã</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Số liệu kê khai</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>staff</t></is></c><c r=\"B2\" t=\"n\"><f>1</f><v>5</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"b\"><v>1</v></c></row>";
    for (int i = 0; i < 3_000; i++) {
      var broken = new StringBuilder(rows);
      for (int j = random.nextInt(4); j >= 0; j--) {
        int at = random.nextInt(broken.length());
        switch (random.nextInt(3)) {
          case 0 ->
              broken.setCharAt(
                  at, (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65_536)));
          case 1 -> broken.delete(at, Math.min(broken.length(), at + random.nextInt(20)));
          default -> broken.insert(at, rows, 0, random.nextInt(60));
        }
      }
      readsOrRefuses(
          described()
              .shared("<si><t>dbms</t></si>")
              .sheetXml("so-x", broken.toString(), StandardCharsets.UTF_8)
              .bytes());
    }
  }

  /** Nothing but answers or a refusal comes out of any bytes. */
  private static void readsOrRefuses(byte[] bytes) {
    try {
      assertThat(GivenWorkbook.read(bytes).units()).isNotEmpty();
    } catch (BadInput refused) {
      assertThat(refused.mistakes()).isNotEmpty();
    }
  }

  private static GivenWorkbook described() {
    return GivenWorkbook.described(new GivenWorkbook());
  }

  private static Fact amount(String decimal) {
    return new Fact.Amount(Rational.of(decimal));
  }
}
