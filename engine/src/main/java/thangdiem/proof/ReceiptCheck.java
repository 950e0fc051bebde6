package thangdiem.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The check of a receipt (kiểm tra biên nhận): that its words are those of the payload, that the
 * payload leads to the root, and that the root is signed. Needs nothing but the receipt; whoever
 * holds a checkpoint from elsewhere holds it against the receipt too.
 */
public final class ReceiptCheck {

  private final Receipt receipt;
  private final Optional<NoteKey> key;
  private final List<Sentence> differences = new ArrayList<>();

  /**
   * What was found.
   *
   * @param says what the receipt proves, where it does
   * @param position of the event, 0 for the first
   * @param size of the ledger that the checkpoint vouches for
   * @param differences what is not as it must be; empty when all is
   */
  public record Verdict(
      Map<String, String> says, long position, long size, List<Sentence> differences) {

    public boolean holds() {
      return differences.isEmpty();
    }
  }

  private ReceiptCheck(Receipt receipt, Optional<NoteKey> key) {
    this.receipt = receipt;
    this.key = key;
  }

  /**
   * Checks a receipt by itself.
   *
   * @param text the file, of which no byte may be another
   * @param key as printed where nobody can change it; without it the receipt's own counts
   */
  public static Verdict check(Receipt receipt, String text, Optional<NoteKey> key) {
    return new ReceiptCheck(receipt, key).verdict(text);
  }

  private Verdict verdict(String text) {
    words();
    var own = NoteKey.of(receipt.key());
    if (own.isEmpty() || key.isPresent() && !key.get().written().equals(receipt.key())) {
      differ("receipt.otherKey");
    }
    var note = SignedNote.of(receipt.checkpoint());
    var checkpoint = note.flatMap(signed -> Checkpoint.of(signed.text()));
    if (key.or(() -> own).filter(known -> isSigned(note, known)).isEmpty()) {
      differ("receipt.signature");
    }
    long size = checkpoint.map(Checkpoint::size).orElse(0L);
    if (checkpoint.filter(this::includes).isEmpty()) {
      differ("receipt.inclusion", receipt.position(), size);
    }
    if (differences.isEmpty() && !receipt.json().equals(text)) {
      differ("receipt.form");
    }
    return new Verdict(receipt.says(), receipt.position(), size, List.copyOf(differences));
  }

  private void words() {
    var payload = LedgerPayload.of(receipt.payload());
    if (payload.isEmpty()) {
      differ("receipt.payload");
      return;
    }
    var said = Receipt.said(payload.get());
    said.forEach((word, value) -> {
      var claimed = receipt.says().getOrDefault(word, "");
      if (!claimed.equals(value)) {
        differ("receipt.words", word, claimed, value);
      }
    });
    receipt
        .says()
        .forEach((word, claimed) -> {
          if (!said.containsKey(word)) {
            differ("receipt.words", word, claimed, "");
          }
        });
  }

  private static boolean isSigned(Optional<SignedNote> note, NoteKey key) {
    return note.filter(signed -> signed.isSignedBy(key)).isPresent();
  }

  private boolean includes(Checkpoint checkpoint) {
    return MerkleTree.includes(
        checkpoint.root(),
        checkpoint.size(),
        receipt.position(),
        MerkleTree.leaf(receipt.payload()),
        receipt.inclusion());
  }

  private void differ(String what, Object... arguments) {
    differences.add(Sentence.of(what, arguments));
  }
}
