package thangdiem.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thangdiem.words.BadInput;
import thangdiem.words.Sentence;

/** Receipts of a random ledger, honest ones and forged ones. */
class ReceiptTest {

  private static final int RECEIPTS = 1_000;
  private static final String ORIGIN = "thang-diem.example";

  private final Random random = new Random(1663);
  private final NoteSigner signer = NoteSigner.make(ORIGIN);
  private final List<String> events = IntStream.range(0, 700).mapToObj(this::event).toList();
  private final LeveledTree tree = tree(events);

  private String event(int number) {
    return new LedgerPayload(
            Map.of(
                "event",
                "su-kien-" + number,
                "at",
                "2017-12-14T09:30:05.123456Z",
                "kind",
                "REPORT_SUBMITTED",
                "nonce",
                Long.toHexString(random.nextLong())),
            new TreeMap<>(
                Map.of(
                    "data",
                    Map.of(
                        "unitName",
                        "Sở Y tế \"" + number + "\"",
                        "total",
                        random.nextInt(1000) + ".25",
                        "grade",
                        "Tốt"))))
        .json();
  }

  private static LeveledTree tree(List<String> events) {
    var tree = new LeveledTree();
    events.forEach(event -> tree.add(MerkleTree.leaf(event)));
    return tree;
  }

  private String checkpoint(int size) {
    return signer.sign(new Checkpoint(ORIGIN, size, tree.root(size)).text()).note();
  }

  private Receipt receipt(int position, int size) {
    return Receipt.of(
        events.get(position),
        position,
        tree.inclusion(position, size),
        checkpoint(size),
        signer.key());
  }

  private Receipt anyReceipt() {
    int size = 1 + random.nextInt(events.size());
    return receipt(random.nextInt(size), size);
  }

  private ReceiptCheck.Verdict check(String text) {
    return ReceiptCheck.check(Receipt.read("x.json", text), text, Optional.of(signer.key()));
  }

  @Test
  void aThousandReceiptsHold() {
    for (int i = 0; i < RECEIPTS; i++) {
      var receipt = anyReceipt();
      var verdict = check(receipt.json());
      assertThat(verdict.differences()).as(receipt.json()).isEmpty();
      assertThat(verdict.says()).containsEntry("at", "14/12/2017 16:30:05");
      assertThat(verdict.position()).isEqualTo(receipt.position());
    }
  }

  @Test
  void aThousandWithOneByteChangedAreRejected() {
    for (int i = 0; i < RECEIPTS; i++) {
      var honest = anyReceipt().json();
      var forged = new StringBuilder(honest);
      int at = random.nextInt(honest.length());
      char other = (char) (honest.charAt(at) ^ (1 << random.nextInt(6)));
      forged.setCharAt(at, other);
      assertThat(isRejected(forged.toString()))
          .as("%d: %s → %s in%n%s", at, honest.charAt(at), other, honest)
          .isTrue();
    }
  }

  @Test
  void aThousandWithOneFieldOfAnotherReceiptAreRejected() {
    for (int i = 0; i < RECEIPTS; i++) {
      var mine = anyReceipt();
      var other = anyReceipt();
      var forged =
          switch (i % 5) {
            case 0 -> with(mine, other.payload(), mine.position(), mine.inclusion());
            case 1 -> with(mine, mine.payload(), other.position(), mine.inclusion());
            case 2 -> with(mine, mine.payload(), mine.position(), other.inclusion());
            case 3 -> withSays(mine, "total", "1000.00");
            default -> withSays(mine, "penalty", "0");
          };
      if (!forged.equals(mine)) {
        assertThat(isRejected(forged.json())).as(forged.json()).isTrue();
      }
    }
  }

  private static Receipt with(Receipt mine, String payload, long position, List<Hash> path) {
    return new Receipt(
        Receipt.said(LedgerPayload.of(payload).orElseThrow()),
        payload,
        position,
        path,
        mine.checkpoint(),
        mine.key());
  }

  private static Receipt withSays(Receipt mine, String word, String value) {
    var says = new HashMap<>(mine.says());
    says.put(word, value);
    return new Receipt(
        new TreeMap<>(says),
        mine.payload(),
        mine.position(),
        mine.inclusion(),
        mine.checkpoint(),
        mine.key());
  }

  private boolean isRejected(String text) {
    try {
      return !check(text).holds();
    } catch (BadInput refused) {
      return true;
    }
  }

  @Test
  void aReceiptSignedWithAnotherKeyIsRejectedByWhoeverKnowsTheKey() {
    var forger = NoteSigner.make(ORIGIN);
    var own =
        Receipt.of(
            events.getFirst(),
            0,
            List.of(),
            forger
                .sign(new Checkpoint(ORIGIN, 1, MerkleTree.leaf(events.getFirst())).text())
                .note(),
            forger.key());

    assertThat(check(own.json()).differences())
        .extracting(Sentence::key)
        .containsExactly("receipt.otherKey", "receipt.signature");
    assertThat(ReceiptCheck.check(own, own.json(), Optional.empty()).holds()).isTrue();
  }

  @Test
  void namesTheWordThatThePayloadDoesNotSay() {
    assertThat(check(withSays(receipt(5, 9), "total", "999.99").json()).differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.key()).isEqualTo("receipt.words");
          assertThat(difference.arguments()).contains("total", "999.99");
        });
  }

  @Test
  void whatIsNoReceiptIsRefused() {
    var honest = receipt(5, 9).json();
    for (var text :
        List.of(
            "",
            "x",
            "[]",
            "{}",
            honest + "x",
            honest.substring(0, honest.length() / 2),
            honest.replace("thangdiem-receipt/1", "thangdiem-receipt/2"),
            honest.replace("\"position\": 5", "\"position\": 5.5"),
            honest.replace("\"position\": 5", "\"position\": 99999999999999999999"))) {
      assertThatThrownBy(() -> Receipt.read("x.json", text)).as(text).isInstanceOf(BadInput.class);
    }
  }

  @Test
  void theLeveledTreeFindsTheSameRootsAndPathsAsTheWholeList() {
    var leaves = events.subList(0, 140).stream().map(MerkleTree::leaf).toList();
    for (int size = 1; size <= leaves.size(); size++) {
      var list = leaves.subList(0, size);
      assertThat(tree.root(size)).isEqualTo(MerkleTree.root(list));
      for (int index = 0; index < size; index++) {
        assertThat(tree.inclusion(index, size)).isEqualTo(MerkleTree.inclusion(list, index));
      }
    }
  }
}
