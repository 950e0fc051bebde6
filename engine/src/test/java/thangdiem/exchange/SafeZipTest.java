package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeZipTest {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void givesThePartsOfAWorkbookByTheirNames() throws Exception {
    var zip = SafeZip.of("a.xlsx", aWorkbook().part("xl/extra.xml", "<a>ữ</a>").bytes());
    assertThat(zip.has("xl/extra.xml")).isTrue();
    assertThat(zip.has("xl/other.xml")).isFalse();
    assertThat(new String(zip.open("xl/extra.xml").readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("<a>ữ</a>");
  }

  @Test
  void givesPartsThatAreStoredAsTheyAre() throws Exception {
    var content = "<a/>".getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      var entry = new ZipEntry("a.xml");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      var checksum = new CRC32();
      checksum.update(content);
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
    }
    assertThat(SafeZip.of("a.xlsx", out.toByteArray()).open("a.xml").readAllBytes())
        .isEqualTo(content);
  }

  @Test
  void refusesWhatIsNoZip() {
    for (var bytes :
        List.of(
            new byte[0],
            new byte[] {'P'},
            "PK".getBytes(StandardCharsets.US_ASCII),
            "unit,name\r\nso-x,Sở X,department".getBytes(StandardCharsets.UTF_8))) {
      assertThat(refused(bytes)).containsExactly("a.xlsx: không phải tệp Excel .xlsx");
    }
  }

  @Test
  void saysThatAWorkbookWithAPasswordHasOne() {
    var ole2 = ByteBuffer.allocate(600).putLong(0xd0cf11e0a1b11ae1L).array();
    assertThat(refused(ole2)).singleElement().asString().contains("mật khẩu");
    var encrypted = aWorkbook().bytes();
    inTheDirectory(encrypted, 8, (short) 1);
    assertThat(refused(encrypted)).singleElement().asString().contains("mật khẩu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/vbaProject.bin",
        "xl/VBAPROJECT.BIN",
        "xl/externalLinks/externalLink1.xml",
        "xl/activeX/activeX1.xml",
        "xl/embeddings/oleObject1.bin",
        "xl/macrosheets/sheet1.xml",
        "xl/connections.xml",
        "xl/queryTables/queryTable1.xml",
      })
  void refusesMacrosLinksAndEmbeddedObjects(String part) {
    assertThat(refused(aWorkbook().part(part, "<a/>").bytes()))
        .singleElement()
        .asString()
        .contains("macro", part);
  }

  @Test
  void refusesMacrosAndLinksUnderAnyName() {
    var macro =
        "<Types><Override PartName=\"/xl/a.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>";
    assertThat(refused(aWorkbook().part("[Content_Types].xml", macro).bytes()))
        .singleElement()
        .asString()
        .contains("macro");
    assertThat(
            refused(
                aWorkbook()
                    .part("[Content_Types].xml", macro.getBytes(StandardCharsets.UTF_16))
                    .bytes()))
        .singleElement()
        .asString()
        .contains("macro");
    var link =
        "<Relationships><Relationship Id=\"a\" Type=\"http://x/relationships/externalLinkPath\" Target=\"http://x/b.xlsx\" TargetMode=\"External\"/></Relationships>";
    assertThat(refused(aWorkbook().part("xl/other/_rels/a.xml.rels", link).bytes()))
        .singleElement()
        .asString()
        .contains("liên kết ngoài");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void refusesDocumentTypesAndEntitiesInEveryEncoding(String charset) {
    for (var declaration :
        List.of(
            "<!DOCTYPE a>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "<!ENTITY x 'y'>",
            "<<!DOCTYPE a>")) {
      var part = (" ".repeat(70_000) + declaration + "<a/>").getBytes(Charset.forName(charset));
      assertThat(refused(aWorkbook().part("docProps/app.xml", part).bytes()))
          .singleElement()
          .asString()
          .contains("DOCTYPE", "docProps/app.xml");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../a.xml",
        "xl/../../a.xml",
        "C:/a.xml",
        "xl\\a.xml",
        "xl/a\nb.xml"
      })
  void refusesPathsThatLeadElsewhere(String part) {
    assertThat(refused(aWorkbook().part(part, "<a/>").bytes()))
        .singleElement()
        .asString()
        .contains("đường dẫn lạ")
        .doesNotContain("\n");
  }

  @Test
  void refusesTwoPartsOfOneName() {
    assertThat(refused(aWorkbook().part("XL/Workbook.xml", "<a/>").bytes()))
        .singleElement()
        .asString()
        .contains("hai phần cùng tên");
    var twice = aWorkbook().part("xl/aa.xml", "<a/>").part("xl/ab.xml", "<b/>").bytes();
    replace(twice, "xl/ab.xml", "xl/aa.xml");
    assertThat(refused(twice)).singleElement().asString().contains("hai phần cùng tên xl/aa.xml");
  }

  @Test
  void refusesAPartThatStreamingReadersSeeUnderAnotherName() {
    var bytes = aWorkbook().part("xl/aa.xml", "<a/>").bytes();
    int local = indexOf(bytes, "xl/aa.xml", 0);
    bytes[local + 4] = 'b';
    assertThat(refused(bytes)).singleElement().asString().contains("hỏng");
  }

  @Test
  void refusesAPartThatSwellsAHundredfold() {
    assertThat(refused(aWorkbook().part("xl/media/a.bin", new byte[2 * MEGABYTE]).bytes()))
        .singleElement()
        .asString()
        .contains("phình");
    assertThat(
            SafeZip.of("a.xlsx", aWorkbook().part("xl/media/a.bin", new byte[MEGABYTE]).bytes())
                .has("xl/media/a.bin"))
        .isTrue();
  }

  @Test
  void refusesMorePartsThanAWorkbookNeeds() {
    var workbook = aWorkbook();
    for (int i = 0; i < 2_000; i++) {
      workbook.part("xl/a" + i + ".xml", "<a/>");
    }
    assertThat(refused(workbook.bytes())).singleElement().asString().contains("hơn 2000 phần");
  }

  @Test
  void refusesAFileLargerThanAWorkbookNeeds() {
    assertThat(refused(new byte[50 * MEGABYTE + 1])).containsExactly("a.xlsx: tệp lớn hơn 50 MB");
  }

  @Test
  void refusesAPartWhoseChecksumDoesNotComeTrue() {
    var bytes = aWorkbook().bytes();
    inTheDirectory(bytes, 16, (short) 1);
    assertThat(refused(bytes)).singleElement().asString().contains("hỏng");
  }

  @Test
  void refusesPartsThatShareTheirBytes() {
    var bytes = aWorkbook().part("xl/aa.xml", "<a/>").part("xl/ab.xml", "<a/>").bytes();
    int first = indexOf(bytes, "xl/aa.xml", indexOf(bytes, "xl/aa.xml", 0) + 1);
    int second = indexOf(bytes, "xl/ab.xml", indexOf(bytes, "xl/ab.xml", 0) + 1);
    System.arraycopy(bytes, first - 4, bytes, second - 4, 4);
    assertThat(refused(bytes)).singleElement().asString().contains("hỏng");
  }

  private static GivenWorkbook aWorkbook() {
    return new GivenWorkbook().unit("so-x");
  }

  private static List<String> refused(byte[] bytes) {
    return Given.refused(() -> SafeZip.of("a.xlsx", bytes));
  }

  /** Writes a number into the first entry of the central directory. */
  private static void inTheDirectory(byte[] bytes, int offset, short value) {
    int entry = indexOf(bytes, "PK\1\2", 0);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(entry + offset, value);
  }

  private static void replace(byte[] bytes, String from, String to) {
    for (int at = indexOf(bytes, from, 0); at >= 0; at = indexOf(bytes, from, at)) {
      System.arraycopy(to.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, to.length());
    }
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
  }
}
