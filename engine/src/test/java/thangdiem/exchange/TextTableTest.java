package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static thangdiem.exchange.GivenWorkbook.number;
import static thangdiem.exchange.GivenWorkbook.raw;
import static thangdiem.exchange.GivenWorkbook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

class TextTableTest {

  private static final List<TextTable.Column> COLUMNS =
      List.of(
          TextTable.Column.of("Mã", 12),
          TextTable.Column.of("Tên", 40),
          TextTable.Column.ofDays("Từ ngày", 12),
          TextTable.Column.of("Ngành dọc", 10, List.of("Có", "Không")));

  private static TextTable.Content read(byte[] bytes) {
    return TextTable.read("a.xlsx", bytes, COLUMNS, "Mã", 10);
  }

  private static List<String> refused(byte[] bytes) {
    var refusal = new ArrayList<String>();
    assertThatExceptionOfType(BadInput.class)
        .isThrownBy(() -> read(bytes))
        .satisfies(no -> no.mistakes().forEach(one -> refusal.add(one.in(Words.VIETNAMESE))));
    return refusal;
  }

  @SafeVarargs
  private static byte[] aTable(List<GivenWorkbook.Cell>... rows) throws Exception {
    return new GivenWorkbook().sheet("Đơn vị", List.of(rows)).bytes();
  }

  @Test
  void readsWhatItHasWrittenWhateverTheTextsBeginWith() {
    var texts = List.of("=1+1", "+84 293", "-5", "@A1", " 0012", "Xã \"Ô\" <&> 1", "01/07/2025");
    var rows = texts.stream().map(text -> List.of("a", text, "01/07/2025", "Có")).toList();

    var content = read(TextTable.write("Đơn vị", "Danh sách", "", COLUMNS, rows));

    assertThat(content.mistakes()).isEmpty();
    assertThat(content.rows().stream().map(row -> row.text("Tên")))
        .containsExactlyElementsOf(texts);
    assertThat(content.rows().getFirst().text("Từ ngày")).isEqualTo("01/07/2025");
    assertThat(content.place(5, "Tên")).isEqualTo("Đơn vị!B5");
  }

  @Test
  void takesANumberForADayOnlyInAColumnOfDays() throws Exception {
    var content =
        read(
            aTable(
                List.of(text("Từ ngày"), text(" mã "), text("TÊN")),
                List.of(number("45839"), number("12.0"), text("Sở Y tế"))));

    assertThat(content.rows().getFirst().texts())
        .isEqualTo(Map.of("Từ ngày", "01/07/2025", "Mã", "12", "Tên", "Sở Y tế"));
    assertThat(content.titles()).containsExactlyInAnyOrder("Từ ngày", "Mã", "Tên");
  }

  @Test
  void tellsEveryFormulaAndErrorByItsCellAndKeepsReading() throws Exception {
    var content =
        read(
            aTable(
                List.of(text("Mã"), text("Tên")),
                List.of(text("a"), raw("t=\"str\"", "<f>HYPERLINK(1)</f><v>Sở</v>")),
                List.of(text("b"), raw("t=\"e\"", "<v>#REF!</v>")),
                List.of(text("c"), text("Sở C"), text("ngoài bảng"))));

    assertThat(content.mistakes().stream().map(one -> one.in(Words.VIETNAMESE)))
        .containsExactly(
            "Đơn vị!B2: ô có công thức; hãy dán lại thành giá trị (Dán đặc biệt, Giá trị)",
            "Đơn vị!B3: ô có lỗi «#REF!»; hãy nhập giá trị",
            "Đơn vị!C4: ô nằm ngoài các cột của bảng; hãy xoá ô này");
    assertThat(content.rows()).hasSize(3);
  }

  @Test
  void refusesColumnsThatNobodyKnowsOrThatStandTwice() throws Exception {
    assertThat(refused(aTable(List.of(text("Mã"), text("Tên"), text("Tên"), text("Nhớm")))))
        .satisfiesExactly(
            twice -> assertThat(twice).isEqualTo("Đơn vị!C1: có hai cột «Tên»; hãy giữ một cột"),
            unknown -> assertThat(unknown).startsWith("Đơn vị!D1: không biết cột «Nhớm»"));
  }

  @Test
  void refusesATableWithoutItsHeaderOrWithTooManyRows() throws Exception {
    assertThat(refused(aTable(List.of(text("Tên")))))
        .containsExactly("a.xlsx: không thấy dòng tiêu đề có ô «Mã»");
    var rows = new ArrayList<List<GivenWorkbook.Cell>>();
    rows.add(List.of(text("Mã")));
    for (int i = 0; i < 11; i++) {
      rows.add(List.of(text("x" + i)));
    }
    assertThat(refused(new GivenWorkbook().sheet("A", rows).bytes()))
        .containsExactly("a.xlsx: bảng có hơn 10 dòng; hãy chia thành nhiều tệp");
  }
}
