package thangdiem.orgunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;

@ServerTest
class UnitChangeTest {

  @Autowired private Province province;
  @Autowired private OrgUnits orgUnits;
  @Autowired private Acts acts;
  @Autowired private JdbcClient sql;
  @LocalServerPort private int port;
  private UnitsOfATest units;
  private Visitor organiser;

  @BeforeEach
  void hasAnOrganiser() {
    organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    units = new UnitsOfATest(orgUnits, acts, sql);
  }

  private static Map<String, String> with(Map<String, String> form, String... fields) {
    var changed = new HashMap<>(form);
    for (int i = 0; i < fields.length; i += 2) {
      changed.put(fields[i], fields[i + 1]);
    }
    return changed;
  }

  @Test
  void addsAUnitAsItWasTypedAndTellsTheLedger() {
    var code = UnitsOfATest.code("so");
    var answer =
        organiser.post(
            "/units",
            Map.of(
                "code", code,
                "name", "  Sở   Ðất đai ", // With Eth, as some keyboards write Đ.
                "kind", "agency",
                "parent", "tinh",
                "portal", "sodatdai.haugiang.gov.vn",
                "from", "1/7/2025",
                "vertical", "true"));

    assertThat(answer.statusCode()).isEqualTo(302);
    var unit = orgUnits.named(code);
    assertThat(unit.name()).isEqualTo("Sở \u0110ất đai");
    assertThat(unit.officialName()).isEqualTo(unit.name());
    assertThat(unit.portal()).hasValue("https://sodatdai.haugiang.gov.vn");
    assertThat(unit.validFrom()).hasValue(java.time.LocalDate.of(2025, 7, 1));
    assertThat(unit.vertical()).isTrue();
    assertThat(unit.parent()).hasValue(province.root());
    assertThat(units.events(Act.UNIT_ADDED, unit))
        .singleElement()
        .asString()
        .contains("\"name\":\"Sở Đất đai\"", "\"from\":\"01/07/2025\"", "\"parent\":\"tinh\"");
  }

  @Test
  void tellsEveryMistakeAtOnceAndKeepsWhatWasTyped() {
    var before = units.events();
    var answer =
        organiser.post(
            "/units",
            Map.of(
                "name", "",
                "code", "mã có dấu",
                "kind", "ministry",
                "parent", "không có đâu",
                "group", "nhóm lạ",
                "ordinal", "mười",
                "portal", "https://user:pass@example.vn/",
                "from", "31/02/2025"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Ghi tên, không quá 200 ký tự")
        .contains("Mã gồm chữ không dấu")
        .contains("Chọn một trong: Cơ quan")
        .contains("Không có đơn vị «không có đâu»")
        .contains("Không có nhóm «nhóm lạ»")
        .contains("Ghi một số nguyên như 12")
        .contains("Ghi địa chỉ trên Internet")
        .contains("Ghi một ngày có thật như 01/07/2025, không phải «31/02/2025»")
        .contains("value=\"mã có dấu\"", "value=\"mười\"", "value=\"31/02/2025\"");
    assertThat(units.events()).isEqualTo(before);
  }

  @Test
  void tellsTheLedgerWhichFieldBecameWhat() {
    var unit = units.agency("Sở Có Cổng");

    organiser.post(
        "/units/" + unit.code() + "/change",
        with(units.form(unit), "portal", "https://cong.haugiang.gov.vn"));

    assertThat(units.now(unit).portal()).hasValue("https://cong.haugiang.gov.vn");
    assertThat(units.now(unit).version()).isEqualTo(2);
    assertThat(units.events(Act.UNIT_CHANGED, unit))
        .singleElement()
        .asString()
        .contains("\"portal\":\"https://cong.haugiang.gov.vn\"", "\"portal.before\":\"\"")
        .doesNotContain("officialName");
  }

  @Test
  void leavesNoEventWhereNothingChanges() {
    var unit = units.agency("Sở Như Cũ");
    var answer = organiser.post("/units/" + unit.code() + "/change", units.form(unit));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(units.now(unit)).isEqualTo(unit);
    assertThat(units.events(Act.UNIT_CHANGED, unit)).isEmpty();
  }

  @Test
  void refusesAFormOfAnOlderVersionAndShowsBothValues() {
    var unit = units.agency("Sở Hai Người Sửa");
    var form = units.form(unit);
    var address = "/units/" + unit.code() + "/change";
    organiser.post(address, with(form, "portal", "https://truoc.gov.vn"));

    var late = organiser.post(address, with(form, "portal", "https://sau.gov.vn"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("người khác đã sửa đơn vị này");
    assertThat(late.body()).contains("https://truoc.gov.vn", "https://sau.gov.vn");
    assertThat(late.body()).contains("name=\"version\" value=\"2\"");
    assertThat(units.now(unit).portal()).hasValue("https://truoc.gov.vn");
    var again = organiser.post(address, with(form, "portal", "https://sau.gov.vn", "version", "2"));
    assertThat(again.statusCode()).isEqualTo(302);
    assertThat(units.now(unit).portal()).hasValue("https://sau.gov.vn");
  }

  @Test
  void letsNoUnitStandBelowItself() {
    var above = units.agency("Sở Trên");
    var middle = units.below(above.id(), OrgUnit.Kind.SUB_UNIT, "Chi cục Giữa");
    var under = units.below(middle.id(), OrgUnit.Kind.SUB_UNIT, "Trạm Dưới");

    for (var parent : List.of(above, middle, under)) {
      var answer =
          organiser.post(
              "/units/" + above.code() + "/change",
              with(units.form(above), "parent", parent.code()));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("Sở Trên không thể thuộc chính mình");
    }
    assertThat(units.now(above)).isEqualTo(above);
  }

  @Test
  void readsNothingThatTheFormDoesNotAskFor() {
    var unit = units.agency("Sở Chỉ Đổi Tên");
    organiser.post(
        "/units/" + unit.code() + "/name",
        with(
            units.form(unit),
            "name",
            "Sở Tên Mới Hẳn",
            "since",
            "01/02/2024",
            "document",
            "12/QĐ-UBND",
            "code",
            "ma-khac",
            "portal",
            "https://la.example.vn",
            "ordinal",
            "1"));

    var now = units.now(unit);
    assertThat(now.name()).isEqualTo("Sở Tên Mới Hẳn");
    assertThat(now.portal()).isEmpty();
    assertThat(now.ordinal()).isEqualTo(unit.ordinal());
  }

  @ParameterizedTest
  @CsvSource({
    "https://haugiang.gov.vn, true",
    "http://soyte.haugiang.gov.vn:8080/trang?a=1#b, true",
    "https://xn--ting-vit-n0a.vn, true",
    "ftp://haugiang.gov.vn, false",
    "javascript:alert(1), false",
    "https://haugiang.gov.vn@ke-xau.example, false",
    "https://localhost/, false",
    "https://may.local/, false",
    "http://127.0.0.1/, false",
    "http://2130706433/, false",
    "http://0x7f.1/, false",
    "http://[::1]/, false",
    "http://10.0.0.1/, false",
    "http://noibo.internal/, false",
    "https://haugiang.gov.vn:99999/, false",
    "https://haugiang .gov.vn/, false",
    "https://hậugiang.vn/, false",
    "//haugiang.gov.vn, false"
  })
  void takesOnlyPublicAddressesOfTheWeb(String address, boolean taken) {
    assertThat(Typed.isWebAddress(address)).isEqualTo(taken);
  }
}
