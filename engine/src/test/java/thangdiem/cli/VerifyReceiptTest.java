package thangdiem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thangdiem.exchange.Sha256;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.LedgerEntry;
import thangdiem.proof.LedgerFile;
import thangdiem.proof.LedgerPayload;
import thangdiem.proof.MerkleTree;
import thangdiem.proof.NoteSigner;
import thangdiem.proof.Receipt;
import thangdiem.words.Words;

/** A unit's receipt, as somebody checks it who has no server. */
class VerifyReceiptTest {

  private static final String ANSWERS = "{\"staff\":120}";
  private static final String ORIGIN = "thang-diem.example";

  private final NoteSigner signer = NoteSigner.make(ORIGIN);
  private final List<LedgerEntry> events =
      IntStream.range(0, 20).mapToObj(VerifyReceiptTest::event).toList();
  private String said = "";

  @TempDir private Path folder;
  private Path receipt;

  private static LedgerEntry event(int number) {
    var payload =
        new LedgerPayload(
            Map.of("event", "e" + number, "kind", "REPORT_SUBMITTED", "at", "2017-12-14T09:30:05Z"),
            new TreeMap<>(
                Map.of(
                    "data",
                    Map.of(
                        "unitName", "Sở Y tế", "total", "853.25", "sha256", Sha256.of(ANSWERS)))));
    return new LedgerEntry(number, payload.json(), Map.of());
  }

  private String checkpoint(int size) {
    var leaves =
        events.subList(0, size).stream().map(event -> MerkleTree.leaf(event.payload())).toList();
    return signer.sign(new Checkpoint(ORIGIN, size, MerkleTree.root(leaves)).text()).note();
  }

  @BeforeEach
  void theUnitHoldsItsReceipt() throws IOException {
    var leaves =
        events.subList(0, 12).stream().map(event -> MerkleTree.leaf(event.payload())).toList();
    receipt =
        file(
            "biên nhận.json",
            Receipt.of(
                    events.get(7).payload(),
                    7,
                    MerkleTree.inclusion(leaves, 7),
                    checkpoint(12),
                    signer.key())
                .json());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private int verify(Object... more) {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        Main.run(
            Stream.concat(Stream.of("verify-receipt", receipt), Stream.of(more))
                .map(Object::toString)
                .toArray(String[]::new),
            print,
            print,
            Words.VIETNAMESE);
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  void aRightReceiptPassesAndSaysWhatItProves() {
    assertThat(verify("--key", signer.key().written())).as(said).isZero();
    assertThat(said)
        .startsWith("ĐẠT")
        .contains("sự kiện thứ 8 trong 12")
        .contains("Đơn vị: Sở Y tế")
        .contains("Lúc: 14/12/2017 16:30:05")
        .doesNotContain("Lưu ý");
  }

  @Test
  void withoutAKeyItSaysThatTheKeyIsTheReceiptsOwn() {
    assertThat(verify()).isZero();
    assertThat(said).contains("Lưu ý: khoá lấy từ chính biên nhận");
  }

  @Test
  void aChangedReceiptFailsWithTheReason() throws IOException {
    receipt = file("sửa.json", Files.readString(receipt).replaceFirst("853.25", "953.25"));
    assertThat(verify()).isEqualTo(1);
    assertThat(said).startsWith("KHÔNG ĐẠT").contains("«953.25»").contains("«853.25»");
  }

  @Test
  void anotherKeyFails() {
    assertThat(verify("--key", NoteSigner.make(ORIGIN).key().written())).isEqualTo(1);
  }

  @Test
  void theAnswersThatWereSentAreToldFromOthers() throws IOException {
    assertThat(verify("--snapshot", file("answers.json", ANSWERS))).as(said).isZero();
    assertThat(verify("--snapshot", file("others.json", "{}"))).isEqualTo(1);
    assertThat(said).contains("không phải số liệu đã gửi");
  }

  @Test
  void aCheckpointOfTheSameSizeWithAnotherRootShowsTwoLedgers() throws IOException {
    assertThat(verify("--checkpoint", file("same.txt", checkpoint(12)))).as(said).isZero();
    var other = new Checkpoint(ORIGIN, 12, MerkleTree.leaf("khác"));
    assertThat(verify("--checkpoint", file("other.txt", signer.sign(other.text()).note())))
        .isEqualTo(1);
    assertThat(said).contains("hai nhật ký khác nhau");
  }

  @Test
  void aLaterCheckpointIsHeldAgainstTheExportedLedger() throws IOException {
    var later = file("later.txt", checkpoint(18));
    assertThat(verify("--checkpoint", later)).isEqualTo(2);
    assertThat(said).contains("--ledger");
    assertThat(verify("--checkpoint", later, "--ledger", ledger(events))).as(said).isZero();

    var rewritten = new java.util.ArrayList<>(events);
    rewritten.set(7, new LedgerEntry(7, event(99).payload(), Map.of()));
    assertThat(verify("--ledger", ledger(rewritten))).isEqualTo(1);
  }

  private Path ledger(List<LedgerEntry> entries) throws IOException {
    var file = folder.resolve("ledger.jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      LedgerFile.head(out, ORIGIN, signer.key(), entries.size());
      for (var entry : entries) {
        LedgerFile.event(out, entry);
      }
    }
    return file;
  }

  @Test
  void whatIsNoReceiptIsBadInput() throws IOException {
    receipt = file("x.json", "{}");
    assertThat(verify()).isEqualTo(2);
  }
}
