package thangdiem.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.audit.Receipts;
import thangdiem.proof.NoteSigner;

/** Somebody without an account holds a receipt against the ledger. */
@ServerTest
class ReceiptPageTest {

  @LocalServerPort private int port;
  @Autowired private Acts acts;
  @Autowired private Receipts receipts;

  private Visitor anybody;
  private String code = "";
  private String receipt = "";

  @BeforeEach
  void aUnitHasAReceipt() {
    anybody = new Visitor(port);
    var event =
        acts.bySystem(
            Act.INSTALLED,
            said ->
                said.with("unitName", "Sở Y tế")
                    .with("total", "853.25")
                    .with("grade", "Tốt")
                    .with("late", "false")
                    .id());
    receipt = receipts.of(event).json();
    code = receipts.code(event);
  }

  @Test
  void thePastedReceiptIsFoundInTheLedger() {
    var answer = anybody.post("/receipt", Map.of("text", receipt.replace("\n", "\r\n")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Đúng: Sở Y tế đã gửi báo cáo")
        .contains("853,25")
        .contains("Đúng hạn");
  }

  @Test
  void theUploadedReceiptIsFoundInTheLedger() {
    var answer =
        anybody.upload("/receipt", "bien-nhan.json", receipt.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.body()).contains("Đúng: Sở Y tế đã gửi báo cáo");
  }

  @Test
  void theQrOpensTheReceiptTheFileAndTheSheet() throws Exception {
    var page = anybody.get("/receipt/" + code);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("853,25").contains("/receipt/" + code + "/pdf");
    assertThat(anybody.get("/receipt/" + code + "/json").body()).isEqualTo(receipt);
    try (var pdf = Loader.loadPDF(anybody.download("/receipt/" + code + "/pdf"))) {
      assertThat(pdf.getNumberOfPages()).isOne();
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("BIÊN NHẬN", "Sở Y tế", "853,25", "Trong nhật ký");
    }
  }

  @Test
  void aChangedReceiptIsRefusedWithTheReason() {
    var answer = anybody.post("/receipt", Map.of("text", receipt.replace("853.25", "953.25")));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Không đúng").doesNotContain("Đúng: Sở Y tế");
  }

  @Test
  void aReceiptSignedWithAnotherKeyIsRefused() {
    var other = NoteSigner.make(receipts.key().name()).key().written();
    var answer =
        anybody.post("/receipt", Map.of("text", receipt.replace(receipts.key().written(), other)));
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsNoReceiptIsRefused() {
    for (var text : new String[] {"", "x", "{}", "<script>alert(1)</script>"}) {
      var answer = anybody.post("/receipt", Map.of("text", text));
      assertThat(answer.statusCode()).as(text).isEqualTo(422);
      assertThat(answer.body()).doesNotContain("<script>alert");
    }
    assertThat(anybody.post("/receipt", Map.of("text", "x".repeat(70_000))).statusCode())
        .isEqualTo(422);
  }

  @Test
  void everyWrongCodeGetsTheSameAnswer() {
    var guesser = Visitor.from("127.0.0.61", port);
    var unknown = guesser.get("/receipt/" + "A".repeat(43));
    assertThat(unknown.statusCode()).isEqualTo(404);
    var nonceChanged = code.substring(0, 30) + "AAAAAAAAAAAAA";
    var wrong = guesser.get("/receipt/" + nonceChanged);
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(withoutToken(wrong.body())).isEqualTo(withoutToken(unknown.body()));
  }

  /** The language link carries the page's own address back. */
  private static String withoutToken(String page) {
    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
        .replaceAll("/receipt/[A-Za-z0-9_-]{43}", "/receipt/…");
  }

  @Test
  void whoGuessesCodesMustWait() {
    var guesser = Visitor.from("127.0.0.62", port);
    int answer = 0;
    for (int i = 0; i < 12 && answer != 429; i++) {
      answer = guesser.get("/receipt/" + "A".repeat(43)).statusCode();
    }
    assertThat(answer).isEqualTo(429);
  }
}
