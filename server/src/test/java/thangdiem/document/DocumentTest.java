package thangdiem.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Documents as a reader, a printer and an archive find them. */
class DocumentTest {

  private static final float MILLIMETRE = 72 / 25.4f;

  /** Every letter of a page with its place, from the upper left corner. */
  private static List<TextPosition> letters(PDDocument pdf, int page) throws IOException {
    var letters = new ArrayList<TextPosition>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) {
            letters.addAll(positions);
          }
        };
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.getText(pdf);
    return letters;
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
  }

  @Test
  void theTextComesBackAsItWasWritten() throws IOException {
    try (var pdf = Loader.loadPDF(GivenReport.report(5, 20).pdf())) {
      var text = text(pdf);
      assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
      assertThat(text)
          .contains(
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
              "Độc lập - Tự do - Hạnh phúc",
              "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG",
              "Số: ……/BC-SYT",
              "Hậu Giang, ngày 04 tháng 12 năm 2017",
              "Kính gửi: Sở Thông tin và Truyền thông tỉnh Hậu Giang",
              "Tổng điểm tự đánh giá: 853,25 điểm, trên tối đa 1.000 điểm. Tự xếp loại: Tốt.",
              "GIÁM ĐỐC",
              "Nguyễn Thị Ngọc Ánh",
              "Phụ lục I",
              "DANH MỤC TÀI LIỆU MINH CHỨNG",
              "Nơi nhận:");
    }
  }

  @Test
  void everyVietnameseLetterIsInTheType() throws IOException {
    var letters = "ăâđêôơư ằắẳẵặ ầấẩẫậ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ ùúủũụ ừứửữự ỳýỷỹỵ àáảãạ";
    var both = letters + " " + letters.toUpperCase(java.util.Locale.forLanguageTag("vi"));
    var document =
        new ReceiptDocument(
            "X",
            "y",
            List.of(
                new ReceiptDocument.Line("NFC", both),
                new ReceiptDocument.Line("NFD", Normalizer.normalize(both, Normalizer.Form.NFD))),
            "z",
            List.of(),
            "https://thangdiem.example",
            "q",
            List.of("😀 không có trong bộ chữ"));
    try (var pdf = Loader.loadPDF(document.pdf())) {
      var text = text(pdf);
      for (var word : both.split(" ")) {
        assertThat(text.split(word, -1)).as(word).hasSize(3);
      }
      assertThat(text).contains("□ không có");
    }
  }

  @Test
  void marginsAreThoseOfTheDecree() throws IOException {
    try (var pdf = Loader.loadPDF(GivenReport.report(5, 20).pdf())) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(4);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        var box = pdf.getPage(page - 1).getMediaBox();
        assertThat(box.getWidth()).isCloseTo(210 * MILLIMETRE, within(0.1f));
        assertThat(box.getHeight()).isCloseTo(297 * MILLIMETRE, within(0.1f));
        for (var letter : letters(pdf, page)) {
          assertThat(letter.getX()).isGreaterThanOrEqualTo(30 * MILLIMETRE - 0.1f);
          assertThat(letter.getX() + letter.getWidth())
              .as("«%s» on page %d", letter.getUnicode(), page)
              .isLessThanOrEqualTo(box.getWidth() - 15 * MILLIMETRE + 0.1f);
          assertThat(letter.getY())
              .as("«%s» on page %d", letter.getUnicode(), page)
              .isLessThanOrEqualTo(box.getHeight() - 20 * MILLIMETRE + 0.1f);
        }
      }
    }
  }

  @Test
  void aJustifiedLineReachesBothEdges() throws IOException {
    try (var pdf = Loader.loadPDF(GivenReport.report(1, 1).pdf())) {
      float rightmost = 0;
      for (var letter : letters(pdf, 1)) {
        rightmost = Math.max(rightmost, letter.getX() + letter.getWidth());
      }
      assertThat(rightmost).isCloseTo(Nd30.WIDTH - Nd30.RIGHT, within(0.5f));
    }
  }

  @Test
  void pageNumbersStandAboveTheTextAndNotOnFirstPages() throws IOException {
    try (var pdf = Loader.loadPDF(GivenReport.report(5, 20).pdf())) {
      var numbers = new ArrayList<String>();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        numbers.add(
            letters(pdf, page).stream()
                .filter(letter -> letter.getY() < 20 * MILLIMETRE)
                .map(TextPosition::getUnicode)
                .collect(Collectors.joining()));
      }
      assertThat(numbers.getFirst()).isEmpty();
      assertThat(numbers).filteredOn(String::isEmpty).as("letter and two annexes").hasSize(3);
      assertThat(numbers.get(numbers.indexOf("2") - 1)).isEmpty();
      assertThat(numbers).contains("2", "3");
    }
  }

  @Test
  void allTypeIsEmbeddedAndHasTheMeasuresOfTimes() throws IOException {
    try (var pdf = Loader.loadPDF(GivenReport.report(2, 5).pdf())) {
      Set<String> names = new TreeSet<>();
      for (var page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          var font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          names.add(font.getName().replaceFirst(".*\\+", ""));
        }
      }
      assertThat(names)
          .containsExactly(
              "LiberationSerif",
              "LiberationSerif-Bold",
              "LiberationSerif-BoldItalic",
              "LiberationSerif-Italic");
    }
  }

  @Test
  void theFileSaysThatItIsMadeForTheArchive() throws IOException {
    try (var pdf = Loader.loadPDF(GivenReport.receipt().pdf())) {
      var said =
          new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(said)
          .contains("<pdfaid:part>2</pdfaid:part>")
          .contains("BIÊN NHẬN – Về việc gửi báo cáo tự đánh giá");
      assertThat(pdf.getDocumentCatalog().getOutputIntents()).hasSize(1);
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith("BIÊN NHẬN");
    }
  }

  @Test
  void aReceiptIsOneSheet() throws IOException {
    try (var pdf = Loader.loadPDF(GivenReport.receipt().pdf())) {
      assertThat(pdf.getNumberOfPages()).isOne();
      assertThat(text(pdf)).contains("14/12/2017 16:30:05").contains("853,25");
    }
  }

  @Test
  void aRowHigherThanASheetGoesOn() throws IOException {
    var long_ = "Số liệu rất dài. ".repeat(400);
    var report = GivenReport.report(1, 1);
    var section = report.sections().getFirst();
    var line =
        new SelfAssessmentReport.Line(
            "I.1", "Tên", BigDecimal.TEN, BigDecimal.ONE, List.of(), long_);
    var high =
        new SelfAssessmentReport(
            report.letter(),
            report.subject(),
            report.basis(),
            List.of(
                new SelfAssessmentReport.Section(
                    section.code(),
                    section.name(),
                    section.max(),
                    section.points(),
                    List.of(line))),
            report.totals(),
            List.of(),
            "",
            false);
    try (var pdf = Loader.loadPDF(high.pdf())) {
      assertThat(text(pdf).split("dài\\.", -1)).hasSize(401);
    }
  }
}
