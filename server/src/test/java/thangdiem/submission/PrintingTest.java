package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/** The report on paper and as a workbook, before and after it is sent (in báo cáo). */
@ServerTest
class PrintingTest {

  private static final Pattern SHA256 = Pattern.compile("name=\"sha256\" value=\"([0-9a-f]{64})\"");

  @LocalServerPort int port;
  @Autowired GivenSheets given;
  @Autowired Province province;

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static String strings(byte[] workbook) throws IOException {
    var file = Files.write(Files.createTempFile("bao-cao", ".xlsx"), workbook);
    try (var zip = new ZipFile(file.toFile())) {
      var strings = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes();
      return HtmlUtils.htmlUnescape(new String(strings, StandardCharsets.UTF_8));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aDraftSaysThatItIsOneAndHowMuchIsMissing() throws IOException {
    var office = given.empty();
    given.answer(office, "staff", "30");
    var clerk = new Visitor(port).signedIn(office.clerk().login());

    assertThat(clerk.get(office.path() + "/draft").body()).contains("DỰ THẢO");
    assertThat(text(clerk.download(office.path() + "/draft.pdf")))
        .contains("DỰ THẢO", "Số: ……/BC-……", "câu chưa trả lời");
    assertThat(strings(clerk.download(office.path() + "/draft.xlsx")))
        .contains("DỰ THẢO", "câu chưa trả lời", "30 người");
  }

  @Test
  void numberPlaceAndPostStandInWhatWasSent() throws IOException {
    var office = given.complete();
    var head = new Visitor(port).signedIn(office.head().login());
    var signing = head.get(office.path() + "/signing").body();
    var seen = SHA256.matcher(signing);
    assertThat(seen.find()).as(signing).isTrue();
    head.post(
        office.path() + "/reports",
        Map.of("request", UUID.randomUUID().toString(), "sha256", seen.group(1)));
    head.post(
        office.path() + "/letter",
        Map.of("number", "12/BC-SYT", "place", "Vị Thanh", "post", "Phó Giám đốc"));

    var report = office.path() + "/reports/1/report";
    assertThat(text(head.download(report + ".pdf")))
        .contains("Số: 12/BC-SYT", "Vị Thanh, ngày", "PHÓ GIÁM ĐỐC", seen.group(1))
        .doesNotContain("DỰ THẢO");
    assertThat(strings(head.download(report + ".xlsx")))
        .contains("12/BC-SYT", seen.group(1))
        .doesNotContain("DỰ THẢO");
  }

  @Test
  void whatIsTooLongForALineStaysInItsFieldWithTheReason() {
    var office = given.empty();
    var clerk = new Visitor(port).signedIn(office.clerk().login());
    var long_ = "Hậu Giang ".repeat(10).strip();

    var answer =
        clerk.post(office.path() + "/letter", Map.of("number", "1", "place", long_, "post", ""));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(long_, "Nhiều nhất 80 chữ cái");
  }

  /** The addressee is the agency in which those work who run the round, not a fixed name. */
  @Test
  void isAddressedToTheAgencyOfTheOrganisers() throws IOException {
    var organiser = province.somebody(Role.ORGANISER);
    var office = given.empty();
    var clerk = new Visitor(port).signedIn(office.clerk().login());

    var page = clerk.get(office.path() + "/draft").body();

    assertThat(organiser.unit()).isNotNull();
    assertThat(page).doesNotContain("Sở Thông tin và Truyền thông");
  }

  @Test
  void thePlaceIsReadFromTheNameOfTheUnit() {
    assertThat(Letters.placeIn("UBND huyện Châu Thành A")).isEqualTo("Châu Thành A");
    assertThat(Letters.placeIn("Thành phố Vị Thanh")).isEqualTo("Vị Thanh");
    assertThat(Letters.placeIn("UBND tỉnh Hậu Giang")).isEqualTo("Hậu Giang");
    assertThat(Letters.placeIn("Sở Y tế")).isEmpty();
    assertThat(Letters.placeIn("Ban Quản lý các khu công nghiệp tỉnh")).isEmpty();
  }
}
