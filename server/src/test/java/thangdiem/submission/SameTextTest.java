package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Papers;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.evidence.Evidence;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/** A document is known again by what it says, whatever program made the file. */
@ServerTest
class SameTextTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SAME = "cùng nội dung chữ";

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private Evidence evidence;
  @Autowired private JdbcClient sql;

  private Somebody clerk;
  private Somebody other;
  private Round round;
  private String plan;

  @BeforeEach
  void twoUnitsInARound() {
    clerk = province.somebody(Role.CLERK);
    other = province.somebody(Role.CLERK);
    round = rounds.open(clerk, other);
    plan =
        "Ke hoach ung dung cong nghe thong tin trong hoat dong cua co quan nha nuoc, gui Uy ban nhan dan, dot "
            + round.key();
  }

  private String place(Round where, Somebody of) {
    return "/rounds/" + where.key() + "/assessments/" + code(of) + "/evidence";
  }

  private String code(Somebody of) {
    return sql.sql("select code from org_unit where id = ?")
        .param(of.unit())
        .query(String.class)
        .single();
  }

  /** Attaches a document, and waits until what it says has been read. */
  private UUID read(Round where, Somebody by, String name, byte[] pdf) {
    assertThat(
            new Visitor(port)
                .signedIn(by.login())
                .upload(place(where, by) + "?about=FACT:staff", name, pdf)
                .statusCode())
        .isEqualTo(302);
    var item = evidence.of(where.id(), by.unit()).getFirst();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (sql.sql("select count(*) from evidence_text where sha256 = ?")
            .param(item.sha256())
            .query(Integer.class)
            .single()
        == 0) {
      assertThat(System.nanoTime()).as("still nobody has read " + name).isLessThan(until);
      Thread.onSpinWait();
    }
    return item.id();
  }

  private String seenBy(Role role, String path) {
    return new Visitor(port).signedIn(province.somebody(role).login()).get(path).body();
  }

  @Test
  void thatAnotherUnitHasSavedOrScannedItAnewIsToldToThoseWhoCompareAndNotToRivals()
      throws IOException {
    var original = Papers.ofOnePage(plan);
    var mine = read(round, clerk, "ke-hoach.pdf", original);
    read(round, other, "luu-lai.pdf", savedAnew(original));
    read(round, other, "quet-lai.pdf", scannedAnew(original));

    for (var role : List.of(Role.ORGANISER, Role.VERIFIER, Role.AUDITOR)) {
      assertThat(seenBy(role, place(round, other)))
          .as(role.name())
          .contains(SAME, "/evidence/" + mine, "ke-hoach.pdf")
          .doesNotContain("Trùng từng byte");
    }
    assertThat(seenBy(Role.VERIFIER, "/evidence/" + mine))
        .contains(SAME, "luu-lai.pdf", "quet-lai.pdf");
    assertThat(new Visitor(port).signedIn(other.login()).get(place(round, other)).body())
        .doesNotContain(SAME);

    rounds.send(round, clerk);
    rounds.send(round, other);
    rounds.moved(round, Phase.VERIFYING);
    assertThat(
            seenBy(
                Role.VERIFIER, "/rounds/" + round.key() + "/verification/" + code(clerk) + "/I.1"))
        .as("beside the rule")
        .contains(SAME, "luu-lai.pdf");
  }

  @Test
  void lastYearsDocumentBroughtAgainIsKnownAndOneThatSaysOneNumberOtherwiseIsNot()
      throws IOException {
    var original = Papers.ofOnePage(plan + ", 45 may tinh");
    read(round, clerk, "nam-ngoai.pdf", original);
    var next = rounds.open(clerk);
    read(next, clerk, "nam-nay.pdf", savedAnew(original));
    assertThat(seenBy(Role.VERIFIER, place(next, clerk))).contains(SAME, "nam-ngoai.pdf");

    read(round, other, "so-khac.pdf", Papers.ofOnePage(plan + ", 46 may tinh"));
    assertThat(seenBy(Role.VERIFIER, place(round, other))).doesNotContain(SAME);
  }

  /** As another program would save it: with other metadata, packed otherwise. */
  private static byte[] savedAnew(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      document.getDocumentInformation().setProducer("Another program");
      document.getDocumentInformation().setTitle("ban sao");
      var out = new ByteArrayOutputStream();
      document.save(out);
      assertThat(out.toByteArray()).isNotEqualTo(pdf);
      return out.toByteArray();
    }
  }

  /** As a scanner with recognition makes it: a picture, and behind it unseen lines of text. */
  private byte[] scannedAnew(byte[] pdf) throws IOException {
    try (var printed = Loader.loadPDF(pdf);
        var document = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (var pen = new PDPageContentStream(document, page)) {
        var picture =
            JPEGFactory.createFromImage(
                document, new PDFRenderer(printed).renderImageWithDPI(0, 80));
        pen.drawImage(picture, 0, 0, 595, 842);
        pen.beginText();
        pen.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 11);
        pen.setRenderingMode(RenderingMode.NEITHER);
        pen.newLineAtOffset(70, 718);
        pen.showText(plan.substring(0, 31));
        pen.newLineAtOffset(2, -16);
        pen.showText(plan.substring(31));
        pen.endText();
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
