package thangdiem.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Minutes and decisions in the form of NĐ 30/2020, as two files out of one value. */
class OfficialDocumentTest {

  private static final PDFTextStripper BELOW_THE_PAGE_NUMBER =
      new PDFTextStripper() {
        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
          if (positions.getFirst().getY() > Nd30.TOP) {
            super.writeString(text, positions);
          }
        }
      };

  private static String pdfText(byte[] file) throws IOException {
    try (var pdf = Loader.loadPDF(file)) {
      return BELOW_THE_PAGE_NUMBER.getText(pdf).replaceAll("\\s+", " ").strip();
    }
  }

  @Test
  void bothFilesSayTheSameInTheSameOrder() throws IOException {
    var minutes = GivenMinutes.minutes(5);
    assertThat(new DocxReading(minutes.docx()).text())
        .isEqualTo(pdfText(minutes.pdf()))
        .contains("Thời gian bắt đầu: 08 giờ 30", "Chủ trì: Nguyễn Văn Khánh.", "tầng 1 & tầng 2");
    var decision = GivenMinutes.decision();
    assertThat(new DocxReading(decision.docx()).text())
        .isEqualTo(pdfText(decision.pdf()))
        .contains(
            "ngày 19 tháng 6 năm 2015; Căn cứ",
            "Truyền thông. QUYẾT ĐỊNH: Điều 1. Công bố",
            "KT. CHỦ TỊCH PHÓ CHỦ TỊCH");
  }

  @Test
  void theDecreeHasNothingToObjectTo() {
    assertThat(LayoutFaults.of(GivenMinutes.minutes(80).docx())).isEmpty();
    assertThat(LayoutFaults.of(GivenMinutes.decision().docx())).isEmpty();
  }

  @Test
  void theDecreeObjectsToWhatIsChanged() {
    for (var change :
        java.util.Map.of(
                "w:left=\"1701\"", "w:left=\"1401\"",
                "<w:titlePg/>", "",
                "w:firstLine=\"720\"", "w:firstLine=\"0\"",
                "CỘNG HÒA", "CỘNG HOÀ",
                "Nơi nhận:", "Gửi:",
                "năm 2015;", "năm 2015.",
                "w:val=\"24\"", "w:val=\"20\"")
            .entrySet()) {
      var docx = new DocxReading(GivenMinutes.decision().docx());
      var changed = docx.document().replace(change.getKey(), change.getValue());
      assertThat(changed).as("holds %s", change.getKey()).isNotEqualTo(docx.document());
      assertThat(LayoutFaults.of(with(docx, changed))).as(change.getKey()).isNotEmpty();
    }
  }

  private static byte[] with(DocxReading docx, String document) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : docx.parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(
            part.getKey().equals("word/document.xml")
                ? document.getBytes(StandardCharsets.UTF_8)
                : part.getValue());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void aLeadAloneHasALineOfItsOwn() throws IOException {
    var minutes = GivenMinutes.minutes(1);
    var document =
        new OfficialDocument(
            minutes.head(),
            minutes.type(),
            minutes.subject(),
            List.of(
                new Block.Paragraph("Thành phần:", ""),
                new Block.Items(List.of("Võ Minh Trí, Tổ trưởng;"))),
            minutes.signatures(),
            List.of());
    try (var pdf = Loader.loadPDF(document.pdf())) {
      assertThat(new PDFTextStripper().getText(pdf).lines().map(String::strip))
          .containsSubsequence("Thành phần:", "- Võ Minh Trí, Tổ trưởng;");
    }
  }

  @Test
  void aLetterHasNoTitleAndSaysInItsHeadWhatItIsAbout() throws IOException {
    var minutes = GivenMinutes.minutes(1);
    var letter =
        new OfficialDocument(
            new OfficialHead(
                List.of("UBND tỉnh Hậu Giang", "Sở Y tế"),
                "Số: ……/SYT",
                "V/v giải trình",
                "Hậu Giang, ngày 02 tháng 01 năm 2018"),
            "",
            "Giải trình",
            List.of(
                new Block.To("Sở Thông tin và Truyền thông"),
                new Block.Paragraph("Nội dung như sau.")),
            new Signatures(
                List.of(new Signatures.Signer(List.of("GIÁM ĐỐC"), "", Strokes.NONE)),
                minutes.signatures().recipients()),
            List.of());
    assertThat(new DocxReading(letter.docx()).text())
        .isEqualTo(pdfText(letter.pdf()))
        .containsSubsequence("V/v giải trình", "Kính gửi: Sở Thông tin", "Nội dung như sau.")
        .doesNotContain("Giải trình Kính gửi");
    assertThat(LayoutFaults.of(letter.docx())).isEmpty();
  }

  @Test
  void equalValuesGiveEqualDocx() {
    assertThat(GivenMinutes.minutes(3).docx()).isEqualTo(GivenMinutes.minutes(3).docx());
  }

  @Test
  void signaturesAndPhotographsAreInBoth() throws IOException {
    var docx = new DocxReading(GivenMinutes.minutes(3).docx());
    assertThat(docx.parts().keySet())
        .filteredOn(name -> name.startsWith("word/media/"))
        .containsExactly(
            "word/media/picture1.png", "word/media/picture2.png", "word/media/picture3.jpeg");
    assertThat(docx.parts().get("word/media/picture3.jpeg")).isEqualTo(GivenMinutes.photo());
    try (var pdf = Loader.loadPDF(GivenMinutes.minutes(3).pdf())) {
      var last = pdf.getPage(pdf.getNumberOfPages() - 1).getResources();
      assertThat(last.getXObjectNames()).hasSize(1);
    }
  }

  @Test
  void whatIsNoPhotographOrSignatureIsRefused() {
    assertThatThrownBy(() -> Jpeg.of("<svg onload=…".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    var cut = java.util.Arrays.copyOf(GivenMinutes.photo(), 60);
    assertThatThrownBy(() -> Jpeg.of(cut)).isInstanceOf(IllegalArgumentException.class);
    for (var wrong : new String[] {"1", "1,2;", "601,0", "-1,0", "1,2 NaN,3", "1,2,3"}) {
      assertThatThrownBy(() -> Strokes.of(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Strokes.of("1,2 3,4;5,6").lines()).hasSize(2);
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "THANGDIEM_LIBREOFFICE",
      matches = ".+",
      disabledReason = "THANGDIEM_LIBREOFFICE names no soffice")
  void anOfficeProgramOpensItWithTheSameText(@TempDir Path folder) throws Exception {
    var document = GivenMinutes.minutes(5);
    Files.write(folder.resolve("minutes.docx"), document.docx());
    var program =
        new ProcessBuilder(
                System.getenv("THANGDIEM_LIBREOFFICE"),
                "-env:UserInstallation=file://" + folder.resolve("profile"),
                "--headless",
                "--convert-to",
                "txt:Text (encoded):UTF8",
                "--outdir",
                folder.toString(),
                folder.resolve("minutes.docx").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
    var read = Files.readString(folder.resolve("minutes.txt")).replace("\uFEFF", "");
    assertThat(letters(read)).isEqualTo(letters(pdfText(document.pdf())));
  }

  private static String letters(String text) {
    return text.replaceAll("\\s", "");
  }
}
