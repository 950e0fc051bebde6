package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.exchange.TextTable;

/** Many people by one sheet: look, confirm, hand out. */
@ServerTest
@Import(Office.class)
class GuestListTest {

  private static final List<String> TITLES =
      List.of(
          "Họ và tên",
          "Chức vụ",
          "Đơn vị",
          "Vai trò",
          "Thư điện tử",
          "Điện thoại",
          "Tên đăng nhập");
  private static final Pattern ROWS = Pattern.compile("name=\"rows\" value=\"([^\"]*)\"");
  private static final Pattern CODES = Pattern.compile("name=\"codes\" value=\"([^\"]*)\"");

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private Office office;
  @Autowired private JdbcClient sql;

  private Visitor organiser;
  private UUID unit;
  private String code;

  @BeforeEach
  void aUnitWithoutPeople() {
    organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    unit = province.agency("Đơn vị mời cả danh sách");
    code = office.code(unit);
  }

  private static byte[] sheet(List<List<String>> rows) {
    return TextTable.write(
        "Người dùng",
        "",
        "",
        TITLES.stream().map(title -> TextTable.Column.of(title, 20)).toList(),
        rows);
  }

  private String preview(byte[] file) {
    return organiser.upload("/accounts/list/preview", "moi.xlsx", file).body();
  }

  private List<String> person(String name) {
    return List.of(name, "Chuyên viên", code, "Cán bộ đầu mối", "", "", "");
  }

  private long people() {
    return sql.sql("select count(*) from account where works_in = :unit")
        .param("unit", unit)
        .query(Long.class)
        .single();
  }

  private static String kept(Pattern field, String page) {
    var match = field.matcher(page);
    if (!match.find()) {
      throw new AssertionError("the page keeps nothing");
    }
    return match.group(1).replace("&amp;", "&").replace("&#39;", "'").replace("&#34;", "\"");
  }

  @Test
  void offersAFormThatComesBackAsItWentOut() {
    var form = organiser.download("/accounts/list/empty");

    assertThat(preview(form)).contains("Tệp không có dòng nào");
  }

  @Test
  void showsWhatEachRowWillBecomeAndInvitesNobodyYet() {
    var page = preview(sheet(List.of(person("Trần Văn An"), person("Lê Thị Bình"))));

    assertThat(page)
        .contains("2 người sẽ được mời", "Trần Văn An", "Lê Thị Bình", "Cán bộ đầu mối");
    assertThat(people()).isZero();
  }

  @Test
  void invitesThemAllOnConfirmationWithAnEventAndACodeEach() {
    var page = preview(sheet(List.of(person("Trần Văn An"), person("Lê Thị Bình"))));

    var slips = organiser.post("/accounts/list", Map.of("rows", kept(ROWS, page))).body();

    assertThat(slips).contains("2 phiếu mời", "Trần Văn An", "Lê Thị Bình");
    assertThat(people()).isEqualTo(2);
    assertThat(
            sql.sql("select kind from ledger_event where unit = :unit and kind = 'INVITED'")
                .param("unit", unit)
                .query(String.class)
                .list())
        .hasSize(2);
    var first = Office.codeOn(slips).replace("-", "");
    assertThat(new Visitor(port).get("/invitation/" + first).statusCode()).isEqualTo(200);
  }

  @Test
  void givesTheCodesAsAWorkbookToo() {
    var page = preview(sheet(List.of(person("Trần Văn An"))));
    var slips = organiser.post("/accounts/list", Map.of("rows", kept(ROWS, page))).body();

    var workbook = organiser.download("/accounts/codes", Map.of("codes", kept(CODES, slips)));

    var columns =
        List.of(
            "Họ và tên",
            "Đơn vị",
            "Tên đăng nhập",
            "Mã dùng một lần",
            "Dùng được đến",
            "Đường dẫn");
    var content =
        TextTable.read(
            "ma.xlsx",
            workbook,
            columns.stream().map(title -> TextTable.Column.of(title, 20)).toList(),
            "Họ và tên",
            10);
    assertThat(content.rows()).hasSize(1);
    assertThat(content.rows().getFirst().text("Mã dùng một lần")).isEqualTo(Office.codeOn(slips));
  }

  @Test
  void makesNoWorkbookOfCodesThatAreNone() {
    var workbook =
        organiser.download("/accounts/codes", Map.of("codes", "AAAAAAAAAA\nBBBBB-BBBBB"));

    assertThat(
            TextTable.read(
                    "ma.xlsx",
                    workbook,
                    List.of(
                        TextTable.Column.of("Họ và tên", 1),
                        TextTable.Column.of("Đơn vị", 1),
                        TextTable.Column.of("Tên đăng nhập", 1),
                        TextTable.Column.of("Mã dùng một lần", 1),
                        TextTable.Column.of("Dùng được đến", 1),
                        TextTable.Column.of("Đường dẫn", 1)),
                    "Họ và tên",
                    10)
                .rows())
        .isEmpty();
  }

  @Test
  void namesEveryMistakeAtItsCell() {
    var page =
        preview(
            sheet(
                List.of(
                    List.of("", "", "khong-co", "Vua", "không phải thư", "abc", "Tên Có Dấu"),
                    List.of("Lê Thị Bình", "", code, "Quản trị hệ thống", "", "", ""))));

    assertThat(page)
        .contains("!A5", "!C5", "!D5", "!E5", "!F5", "!G5")
        .contains("!D6", "không được giao vai trò này")
        .doesNotContain("name=\"rows\"");
    assertThat(people()).isZero();
  }

  @Test
  void refusesFormulas() {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "x", "1.0")) {
      var written = workbook.newWorksheet("Người dùng");
      for (int i = 0; i < TITLES.size(); i++) {
        written.value(0, i, TITLES.get(i));
      }
      written.formula(1, 0, "CONCATENATE(\"Trần\",\" Mai\")");
      written.value(1, 2, code);
      written.value(1, 3, "Cán bộ đầu mối");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    assertThat(preview(bytes.toByteArray()))
        .contains("!A2", "công thức")
        .doesNotContain("name=\"rows\"");
  }

  @Test
  void refusesTheSamePersonAndTheSameLoginTwice() {
    assertThat(preview(sheet(List.of(person("Trần Văn An"), person("TRẦN VĂN  AN")))))
        .contains("Trùng với dòng 5")
        .doesNotContain("name=\"rows\"");
    assertThat(
            preview(
                sheet(
                    List.of(
                        List.of("Trần Văn An", "", code, "Cán bộ đầu mối", "", "", "hai.nguoi"),
                        List.of("Lê Thị Bình", "", code, "Cán bộ đầu mối", "", "", "Hai.Nguoi")))))
        .contains("«hai.nguoi» đã có người dùng")
        .doesNotContain("name=\"rows\"");
  }

  @Test
  void refusesWhoeverWasInvitedBefore() {
    var page = preview(sheet(List.of(person("Trần Văn An"))));
    organiser.post("/accounts/list", Map.of("rows", kept(ROWS, page)));

    assertThat(preview(sheet(List.of(person("Trần Văn An"))))).contains("đã có tài khoản");
    assertThat(organiser.post("/accounts/list", Map.of("rows", kept(ROWS, page))).body())
        .contains("đã có tài khoản");
    assertThat(people()).isEqualTo(1);
  }

  @Test
  void checksAgainWhatComesBackWithTheConfirmation() {
    var answer =
        organiser.post(
            "/accounts/list", Map.of("rows", "Trần Văn An\t\t" + code + "\tADMINISTRATOR"));

    assertThat(answer.body()).contains("không được giao vai trò này");
    assertThat(people()).isZero();
  }

  @Test
  void refusesAFileThatIsNoWorkbook() {
    assertThat(
            preview("đây không phải tệp Excel".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .contains("không phải tệp Excel")
        .doesNotContain("name=\"rows\"");
  }

  @Test
  void opensToOrganisersAndAdministratorsOnly() {
    var head = new Visitor(port).signedIn(province.somebody(Role.HEAD).login());

    assertThat(head.get("/accounts/list").statusCode()).isEqualTo(403);
    assertThat(head.upload("/accounts/list/preview", "x.xlsx", sheet(List.of())).statusCode())
        .isEqualTo(403);
    assertThat(head.post("/accounts/list", Map.of("rows", "x")).statusCode()).isEqualTo(403);
    assertThat(head.post("/accounts/codes", Map.of("codes", "x")).statusCode()).isEqualTo(403);
  }
}
