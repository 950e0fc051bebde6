package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import thangdiem.ServerTest;
import thangdiem.cli.Typed;
import thangdiem.proof.Receipt;
import thangdiem.proof.ReceiptCheck;

/** Receipts of a running server, one at a time and fifty at one instant. */
@ServerTest
class ReceiptsTest {

  private static final int AT_ONCE = 50;

  @Autowired private Acts acts;
  @Autowired private Receipts receipts;
  @TempDir private Path folder;

  private UUID event(String total) {
    return acts.bySystem(
        Act.INSTALLED, event -> event.with("unitName", "Sở Y tế").with("total", total).id());
  }

  @Test
  void aReceiptIsCheckedByTheCommandLineWithoutTheServer() throws IOException {
    var receipt = receipts.of(event("853.25"));
    var file = Files.writeString(folder.resolve("biên nhận.json"), receipt.json());

    var typed = Typed.line("verify-receipt", file.toString(), "--key", receipts.key().written());

    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(typed.said()).startsWith("ĐẠT").contains("Sở Y tế").contains("853.25");
    var forged =
        Files.writeString(folder.resolve("sửa.json"), receipt.json().replace("853.25", "953.25"));
    assertThat(Typed.line("verify-receipt", forged.toString()).code()).isEqualTo(1);
  }

  @Test
  void askedAgainLaterTheReceiptIsTheSame() {
    var event = event("1");
    var first = receipts.of(event);
    event("2");
    receipts.of(event("3"));

    assertThat(receipts.of(event)).isEqualTo(first);
  }

  @Test
  void fiftyAtOneInstantGetRightReceiptsAndShareCheckpoints() throws Exception {
    var together = new CyclicBarrier(AT_ONCE);
    var work = new ArrayList<Callable<Receipt>>();
    for (int i = 0; i < AT_ONCE; i++) {
      var total = i + ".50";
      work.add(() -> {
        together.await();
        return receipts.of(event(total));
      });
    }
    var given = new ArrayList<Receipt>();
    try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var done : people.invokeAll(work)) {
        given.add(done.get());
      }
    }

    assertThat(given)
        .allSatisfy(receipt ->
            assertThat(
                    ReceiptCheck.check(receipt, receipt.json(), Optional.of(receipts.key()))
                        .differences())
                .isEmpty());
    assertThat(given).allMatch(receipts::holds);
    assertThat(given).extracting(Receipt::position).doesNotHaveDuplicates();
    var checkpoints = new HashSet<>(given.stream().map(Receipt::checkpoint).toList());
    assertThat(checkpoints).as("checkpoints of %d receipts", AT_ONCE).hasSizeLessThan(AT_ONCE / 2);
  }

  @Test
  void theCodeOpensTheReceiptAndNothingElseDoes() {
    var event = event("700.00");
    var code = receipts.code(event);

    assertThat(receipts.find(code)).contains(receipts.of(event));
    var otherNonce = new ReceiptCode(event, "0".repeat(32)).written();
    var otherEvent = new ReceiptCode(UUID.randomUUID(), "0".repeat(32)).written();
    for (var wrong :
        List.of(otherNonce, otherEvent, event.toString(), "", "x", code + "A", "!".repeat(43))) {
      assertThat(receipts.find(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void aReceiptOfAnotherLedgerIsNotInThisOne() {
    var receipt = receipts.of(event("5"));
    var moved =
        new Receipt(
            receipt.says(),
            receipt.payload(),
            receipt.position() + 1,
            receipt.inclusion(),
            receipt.checkpoint(),
            receipt.key());
    assertThat(receipts.holds(moved)).isFalse();
  }

  @Test
  void anEventThatIsNotThereHasNoReceipt() {
    assertThatThrownBy(() -> receipts.of(UUID.randomUUID())).isInstanceOf(NotFound.class);
  }
}
