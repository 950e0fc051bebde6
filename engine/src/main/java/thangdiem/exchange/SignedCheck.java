package thangdiem.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.LeafList;
import thangdiem.proof.LedgerPayload;
import thangdiem.proof.NoteKey;
import thangdiem.proof.Receipt;
import thangdiem.proof.ReceiptCheck;
import thangdiem.proof.SignedNote;
import thangdiem.words.BadInput;
import thangdiem.words.Sentence;

/**
 * The signature of a published bundle and the ledger in it (chữ ký và nhật ký): that every file is
 * the one that was signed, that the ledger's hashes lead to the signed root, that what is told of
 * the ledger stands in it, and that the adopted result is this one.
 */
final class SignedCheck {

  private static final String FORMAT = "thangdiem-bundle/1";

  private final String name;
  private final Map<String, byte[]> files;
  private final Publication publication;
  private final NoteKey signer;
  private final Optional<LeafList> leaves;
  private final List<Sentence> differences = new ArrayList<>();
  private int disclosed;

  SignedCheck(
      String name, Map<String, byte[]> files, Publication publication, Optional<NoteKey> key) {
    this.name = name;
    this.files = files;
    this.publication = publication;
    var own = NoteKey.of(text(PublishedFiles.KEY));
    if (own.isEmpty() && key.isEmpty()) {
      throw BadInput.at(name + "/" + PublishedFiles.KEY, "ledger.file.key");
    }
    this.signer = key.or(() -> own).orElseThrow();
    if (!own.map(NoteKey::written).equals(Optional.of(signer.written()))) {
      differ("bundle.otherKey", PublishedFiles.KEY);
    }
    this.leaves = LeafList.of(BundleFiles.file(files, PublishedFiles.LEAVES));
    signature();
    ledger();
    events();
  }

  /** What a signature signs: which version of which round, and the checksums of its files. */
  static String statement(Publication publication, byte[] sums) {
    return String.join(
            "\n",
            FORMAT,
            publication.round(),
            String.valueOf(publication.version()),
            Sha256.of(sums),
            "")
        + new String(sums, StandardCharsets.UTF_8);
  }

  /** What was found up to now. */
  List<Sentence> differences() {
    return List.copyOf(differences);
  }

  Bundle.Signed signed() {
    return new Bundle.Signed(signer, leaves.map(LeafList::size).orElse(0), disclosed);
  }

  private String text(String file) {
    return BundleFiles.text(files, file);
  }

  private void differ(String what, Object... arguments) {
    differences.add(Sentence.of(what, arguments));
  }

  private Optional<SignedNote> note(String file) {
    var note = SignedNote.of(text(file));
    if (note.filter(signed -> signed.isSignedBy(signer)).isEmpty()) {
      differ("bundle.signature", file, signer.name());
    }
    return note;
  }

  // ── The signature ──────────────────────────────────────────────────────────────────────────────

  private void signature() {
    var said = note(BundleFiles.SIGNATURE).map(SignedNote::text).orElse("");
    if (!said.equals(statement(publication, BundleFiles.file(files, BundleFiles.SUMS)))) {
      differ("bundle.signedOtherwise", BundleFiles.SUMS);
    }
  }

  // ── The ledger ─────────────────────────────────────────────────────────────────────────────────

  private void ledger() {
    var line = LeafList.wrongLine(BundleFiles.file(files, PublishedFiles.LEAVES));
    line.ifPresent(wrong -> differ("bundle.leafLine", PublishedFiles.LEAVES, wrong));
    var checkpoint = note(PublishedFiles.CHECKPOINT).flatMap(note -> Checkpoint.of(note.text()));
    if (checkpoint.isEmpty()) {
      differ("ledger.noCheckpoint", PublishedFiles.CHECKPOINT);
    } else if (leaves.isPresent()) {
      int size = leaves.get().size();
      if (checkpoint.get().size() != size) {
        differ("bundle.leafCount", PublishedFiles.LEAVES, size, checkpoint.get().size());
      } else if (!leaves.get().root(size).equals(checkpoint.get().root())) {
        differ("bundle.root", PublishedFiles.LEAVES, PublishedFiles.CHECKPOINT);
      }
    }
  }

  private void events() {
    var lines = text(PublishedFiles.EVENTS).lines().toList();
    var about = Optional.<String>empty();
    long last = -1;
    boolean adopted = false;
    for (int i = 0; i < lines.size(); i++) {
      var where = PublishedFiles.EVENTS + ":" + (i + 1);
      var event = Event.read(name + "/" + where, lines.get(i));
      if (event.position() <= last) {
        differ("bundle.eventOrder", where, event.position());
      }
      last = event.position();
      if (leaves.filter(all -> all.holds(event.position(), event.payload())).isEmpty()) {
        differ("bundle.eventLeaf", where, event.position());
      }
      var payload = LedgerPayload.of(event.payload());
      if (payload.isEmpty()) {
        differ("bundle.eventPayload", where);
        continue;
      }
      var round = payload.get().text("round");
      if (!about.orElse(round).equals(round)) {
        differ("bundle.eventRound", where);
      }
      about = Optional.of(round);
      adopted |= adopts(payload.get(), where);
    }
    disclosed = lines.size();
    if (!adopted) {
      differ("bundle.notAdopted", PublishedFiles.EVENTS, publication.version());
    }
  }

  /** Whether this is the event that adopted the published version; it says of which result. */
  private boolean adopts(LedgerPayload payload, String where) {
    var kind = publication.version() == 1 ? "ROUND_ADOPTED" : "CORRECTION_APPROVED";
    var data = payload.object("data");
    if (!payload.text("kind").equals(kind)
        || !String.valueOf(publication.version()).equals(data.get("version"))) {
      return false;
    }
    var found = Sha256.of(BundleFiles.file(files, "results.json"));
    if (!found.equals(data.get("results"))) {
      differ("bundle.adoptedOther", where, data.getOrDefault("results", ""), found);
    }
    return true;
  }

  private record Event(long position, String payload) {

    static Event read(String where, String line) {
      if (Json.parse(where, line) instanceof Json.Object(var members)
          && members.get("position") instanceof Json.Number(var digits)
          && digits.matches("\\d{1,18}")
          && members.get("payload") instanceof Json.Text(var payload)) {
        return new Event(Long.parseLong(digits), payload);
      }
      throw BadInput.at(where, "ledger.file.line");
    }
  }

  // ── Receipts that others hold ──────────────────────────────────────────────────────────────────

  /**
   * A receipt must be borne out by the ledger of the bundle.
   *
   * @throws BadInput when it is none, or of a later ledger
   */
  void receipt(String file, String text) {
    var receipt = Receipt.read(file, text);
    ReceiptCheck.check(receipt, text, Optional.of(signer))
        .differences()
        .forEach(difference -> differ("bundle.in", file, difference));
    var theirs = SignedNote.of(receipt.checkpoint()).flatMap(note -> Checkpoint.of(note.text()));
    if (theirs.isEmpty() || leaves.isEmpty()) {
      return; // Both were said above.
    }
    if (theirs.get().size() > leaves.get().size()) {
      throw BadInput.at(file, "bundle.receiptLater", theirs.get().size(), leaves.get().size());
    }
    if (!leaves.get().root((int) theirs.get().size()).equals(theirs.get().root())) {
      differ("bundle.receiptSplit", file, theirs.get().size());
    }
    if (!leaves.get().holds(receipt.position(), receipt.payload())) {
      differ("bundle.receiptLeaf", file, receipt.position());
    }
  }
}
