package thangdiem.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thangdiem.exchange.Sha256;
import thangdiem.exchange.TextFile;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.LedgerFile;
import thangdiem.proof.NoteKey;
import thangdiem.proof.Receipt;
import thangdiem.proof.ReceiptCheck;
import thangdiem.proof.SignedNote;
import thangdiem.words.BadInput;
import thangdiem.words.Sentence;

/**
 * {@code verify-receipt}: checks a receipt without server and network (kiểm tra biên nhận); on
 * request also against the ledger, against checkpoints of others, and against the answers sent.
 */
@Command(name = "verify-receipt", mixinStandardHelpOptions = true)
final class VerifyReceiptCommand implements Callable<Integer> {

  private static final int RECEIPT_MEGABYTES = 1;
  private static final int SNAPSHOT_MEGABYTES = 64;

  private final Main main;

  @Parameters(index = "0", paramLabel = "RECEIPT.json", descriptionKey = "receipt")
  private String receipt = "";

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
  private Optional<String> key = Optional.empty();

  @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "checkpoint")
  private List<String> checkpoints = List.of();

  @Option(names = "--ledger", paramLabel = "LEDGER.jsonl", descriptionKey = "receiptLedger")
  private Optional<String> ledger = Optional.empty();

  @Option(names = "--snapshot", paramLabel = "FILE", descriptionKey = "snapshot")
  private Optional<String> snapshot = Optional.empty();

  VerifyReceiptCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    var known = key.map(VerifyLedgerCommand::key);
    var text = TextFile.text(TextFile.existing(receipt), RECEIPT_MEGABYTES);
    var read = Receipt.read(receipt, text);
    var verdict = ReceiptCheck.check(read, text, known);
    var wrong = new java.util.ArrayList<>(verdict.differences());
    wrong.addAll(against(read, known, verdict));
    snapshot.flatMap(file -> answers(file, verdict)).ifPresent(wrong::add);
    if (!wrong.isEmpty()) {
      main.say("cli.receipt.wrong");
      wrong.forEach(difference -> main.print("  " + difference.in(main.words())));
      return Main.ANSWER_IS_NO;
    }
    main.say("cli.receipt.right", verdict.position() + 1, verdict.size());
    verdict.says().forEach((word, value) -> main.print("  " + named(word) + ": " + value));
    if (known.isEmpty()) {
      main.say("cli.receipt.ownKey", read.key());
    }
    return Main.DONE;
  }

  private String named(String word) {
    var label = "receipt.says." + word;
    return main.words().keys().contains(label) ? main.words().say(label) : word;
  }

  /** The receipt's checkpoint beside those of others, over the events of the ledger. */
  private List<Sentence> against(
      Receipt read, Optional<NoteKey> known, ReceiptCheck.Verdict verdict) {
    var held = held();
    if (ledger.isPresent()) {
      held.put(receipt, read.checkpoint());
      return LedgerFile.check(
              TextFile.existing(ledger.get()), held, known.or(() -> NoteKey.of(read.key())))
          .differences();
    }
    var signer = known.or(() -> NoteKey.of(read.key()));
    return held.entrySet().stream()
        .flatMap(other -> sameSize(other, signer, read, verdict).stream())
        .toList();
  }

  private Map<String, String> held() {
    var held = new LinkedHashMap<String, String>();
    for (var file : checkpoints) {
      held.put(file, TextFile.text(TextFile.path(file), RECEIPT_MEGABYTES));
    }
    return held;
  }

  /** Without the ledger, only a checkpoint of the same size can be held against the receipt's. */
  private static Optional<Sentence> sameSize(
      Map.Entry<String, String> other,
      Optional<NoteKey> signer,
      Receipt read,
      ReceiptCheck.Verdict verdict) {
    var note = SignedNote.of(other.getValue());
    var checkpoint = note.flatMap(signed -> Checkpoint.of(signed.text()));
    if (checkpoint.isEmpty()) {
      return Optional.of(Sentence.of("ledger.noCheckpoint", other.getKey()));
    }
    if (signer.filter(note.orElseThrow()::isSignedBy).isEmpty()) {
      return Optional.of(Sentence.of("ledger.signature", other.getKey()));
    }
    if (checkpoint.get().size() != verdict.size()) {
      throw BadInput.at(
          other.getKey(), "receipt.needsLedger", checkpoint.get().size(), verdict.size());
    }
    var own = SignedNote.of(read.checkpoint()).flatMap(signed -> Checkpoint.of(signed.text()));
    return own.filter(mine -> mine.equals(checkpoint.get())).isPresent()
        ? Optional.empty()
        : Optional.of(Sentence.of("receipt.split", other.getKey(), verdict.size()));
  }

  private static Optional<Sentence> answers(String file, ReceiptCheck.Verdict verdict) {
    var said = verdict.says().getOrDefault("sha256", "");
    var found = Sha256.of(TextFile.bytes(TextFile.path(file), SNAPSHOT_MEGABYTES));
    return found.equals(said)
        ? Optional.empty()
        : Optional.of(Sentence.of("receipt.snapshot", file, found, said));
  }
}
