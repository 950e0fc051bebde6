package thangdiem.orgunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.exchange.TextTable;

@ServerTest
class UnitImportTest {

  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(name|sent|plan|criteria)\" value=\"([^\"]*)\"");

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

  /** What the confirmation of a preview sends. */
  private static Map<String, String> confirmation(String page) {
    var form = new java.util.HashMap<String, String>();
    var hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      form.put(hidden.group(1), hidden.group(2));
    }
    return form;
  }

  private static byte[] portals(OrgUnit unit, String portal, String version) {
    var columns = UnitSheet.columns(List.of());
    return TextTable.write(
        "Đơn vị",
        "a",
        "",
        List.of(
            columns.get(UnitField.CODE.ordinal()),
            columns.get(UnitField.PORTAL.ordinal()),
            columns.get(UnitField.VERSION.ordinal())),
        List.of(List.of(unit.code(), portal, version)));
  }

  private String lastImport() {
    return sql.sql(
            "select payload from ledger_event where kind = 'UNITS_IMPORTED' order by at desc limit 1")
        .query(String.class)
        .single();
  }

  @Test
  void changesNothingWhereTheExportedWorkbookComesBackUnedited() {
    units.agency("Sở Xuất Ra Nhập Vào");
    var before = units.events();

    var page =
        organiser.upload("/units/import/preview", "a.xlsx", organiser.download("/units/sheet"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("a.xlsx: không có gì thay đổi")
        .doesNotContain("name=\"sent\"");
    assertThat(units.events()).isEqualTo(before);
  }

  @Test
  void doesWhatWasPreviewedAndTellsTheLedger() {
    var unit = units.agency("Sở Nhập Bảng");
    var preview =
        organiser.upload(
            "/units/import/preview", "bang.xlsx", portals(unit, "https://nhap.gov.vn", "1"));
    assertThat(preview.body()).contains("bang.xlsx: thêm 0, thay đổi 1 đơn vị");
    assertThat(units.now(unit)).isEqualTo(unit);

    var done = organiser.post("/units/import", confirmation(preview.body()));

    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(units.now(unit).portal()).hasValue("https://nhap.gov.vn");
    assertThat(lastImport())
        .contains("\"file\":\"bang.xlsx\"", "\"sha256\"")
        .contains("\"unit." + unit.code() + "\":\"portal:  → https://nhap.gov.vn\"");
    var again = organiser.post("/units/import", confirmation(preview.body()));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(units.now(unit).version()).isEqualTo(2);
  }

  @Test
  void refusesAConfirmationWhenSomebodyChangedAUnitMeanwhile() {
    var unit = units.agency("Sở Chen Ngang");
    var preview =
        organiser.upload(
            "/units/import/preview", "a.xlsx", portals(unit, "https://cham.gov.vn", "1"));
    var form = units.form(unit);
    form.put("portal", "https://nhanh.gov.vn");
    organiser.post("/units/" + unit.code() + "/change", form);

    var late = organiser.post("/units/import", confirmation(preview.body()));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("Trong lúc đó đã có người sửa đơn vị")
        .contains("đã có người sửa sau khi xuất bảng")
        .contains("https://nhanh.gov.vn → https://cham.gov.vn");
    assertThat(units.now(unit).portal()).hasValue("https://nhanh.gov.vn");
  }

  @Test
  void doesNothingElseThanWhatWasPreviewed() {
    var unit = units.agency("Sở Tráo Tệp");
    var form =
        confirmation(
            organiser
                .upload("/units/import/preview", "a.xlsx", portals(unit, "https://a.gov.vn", "1"))
                .body());
    form.put(
        "sent",
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(portals(unit, "https://trao.gov.vn", "1")));

    assertThat(organiser.post("/units/import", form).statusCode()).isEqualTo(409);
    assertThat(units.now(unit)).isEqualTo(unit);
    form.put("sent", "///không phải tệp///");
    assertThat(organiser.post("/units/import", form).statusCode()).isEqualTo(409);
  }

  @Test
  void refusesHostileFilesInWords() throws Exception {
    var unit = units.agency("Sở Tệp Lạ");
    var good = portals(unit, "https://a.gov.vn", "1");

    assertThat(refused("chữ".getBytes(StandardCharsets.UTF_8))).contains("không phải tệp Excel");
    assertThat(refused(new byte[0])).contains("không phải tệp Excel");
    assertThat(refused(new byte[(1 << 20) + 1])).contains("tệp lớn hơn 1 MB");
    assertThat(refused(changed(good, "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet", "<worksheet")))
        .contains("có khai báo DOCTYPE");
    assertThat(refused(changed(good, "<f>WEBSERVICE(\"http://a\")</f><v>", "<v>")))
        .contains("ô có công thức");
    assertThat(refused(with(good, "xl/vbaProject.bin", new byte[8]))).contains("có macro");
    assertThat(refused(with(good, "xl/bom.xml", new byte[60 << 20]))).contains("phình ra quá lớn");
    assertThat(units.now(unit)).isEqualTo(unit);
  }

  private String refused(byte[] bytes) {
    var page = organiser.upload("/units/import/preview", "a.xlsx", bytes);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).doesNotContain("name=\"sent\"");
    return page.body();
  }

  /** The workbook with something put into its first sheet, where it fits last. */
  private static byte[] changed(byte[] workbook, String put, String at) throws Exception {
    var parts = parts(workbook);
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml",
        (_, content) -> {
          var xml = new String(content, StandardCharsets.UTF_8);
          assertThat(xml).contains(at);
          int last = xml.lastIndexOf(at);
          return (xml.substring(0, last) + put + xml.substring(last + at.length()))
              .getBytes(StandardCharsets.UTF_8);
        });
    return zipped(parts);
  }

  private static byte[] with(byte[] workbook, String part, byte[] content) throws Exception {
    var parts = parts(workbook);
    parts.put(part, content);
    return zipped(parts);
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws Exception {
    var file = Files.createTempFile("don-vi", ".xlsx");
    var parts = new LinkedHashMap<String, byte[]>();
    try {
      Files.write(file, workbook);
      try (var zip = new ZipFile(file.toFile())) {
        for (var entry : zip.stream().toList()) {
          parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    } finally {
      Files.delete(file);
    }
    return parts;
  }

  private static byte[] zipped(Map<String, byte[]> parts) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  @Test
  void takesOverTheUnitsOfADecisionAfterAPreviewAndOnlyOnce() {
    var preview = organiser.get("/units/taking-over?criteria=hau-giang-ict/2017");
    assertThat(preview.statusCode()).isEqualTo(200);
    var form = confirmation(preview.body());
    if (form.containsKey("plan")) { // Another test of this process may have taken them over.
      form.put("criteria", "hau-giang-ict/2017");
      assertThat(organiser.post("/units/taking-over", form).statusCode()).isEqualTo(302);
      assertThat(organiser.post("/units/taking-over", form).statusCode()).isEqualTo(409);
    }
    assertThat(orgUnits.named("so-y-te").rankingGroup()).hasValue("department");
    assertThat(organiser.get("/units/taking-over?criteria=hau-giang-ict/2017").body())
        .contains("mọi đơn vị đã như trong quyết định");

    var health = orgUnits.named("so-y-te");
    var changed = units.form(health);
    changed.put("ordinal", "99");
    organiser.post("/units/so-y-te/change", changed);
    var plan = organiser.get("/units/taking-over?criteria=hau-giang-ict/2017").body();
    assertThat(plan).contains("thêm 0, thay đổi 1 đơn vị").containsPattern(">99\\s*<");
    form = confirmation(plan);
    form.put("criteria", "hau-giang-ict/2017");
    assertThat(organiser.post("/units/taking-over", form).statusCode()).isEqualTo(302);
    assertThat(orgUnits.named("so-y-te").ordinal()).isEqualTo(health.ordinal());
    assertThat(lastImport()).contains("unit.so-y-te\":\"ordinal: 99 → " + health.ordinal());
  }
}
