package thangdiem.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thangdiem.exchange.TextFile;
import thangdiem.proof.LedgerFile;
import thangdiem.proof.NoteKey;
import thangdiem.words.BadInput;

/**
 * {@code verify-ledger}: checks an exported ledger against its checkpoints and those that others
 * hold (kiểm tra nhật ký).
 */
@Command(name = "verify-ledger", mixinStandardHelpOptions = true)
final class VerifyLedgerCommand implements Callable<Integer> {

  private static final int CHECKPOINT_MEGABYTES = 1;

  private final Main main;

  @Parameters(index = "0", paramLabel = "LEDGER.jsonl", descriptionKey = "ledger")
  private String ledger = "";

  @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "checkpoint")
  private List<String> checkpoints = List.of();

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
  private Optional<String> key = Optional.empty();

  VerifyLedgerCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    var known = key.map(VerifyLedgerCommand::key);
    var held = new LinkedHashMap<String, String>();
    for (var file : checkpoints) {
      held.put(file, TextFile.text(TextFile.path(file), CHECKPOINT_MEGABYTES));
    }
    var verdict = LedgerFile.check(TextFile.existing(ledger), held, known);
    if (!verdict.holds()) {
      main.say("cli.ledger.different");
      verdict.differences().forEach(difference -> main.print("  " + difference.in(main.words())));
      return Main.ANSWER_IS_NO;
    }
    main.say(
        "cli.ledger.same",
        verdict.size(),
        verdict.root().hex(),
        verdict.checkpoints(),
        verdict.proven(),
        verdict.erased());
    if (verdict.proven() < verdict.size()) {
      main.say("cli.ledger.unproven", verdict.size() - verdict.proven());
    }
    if (known.isEmpty()) {
      main.say("cli.ledger.ownKey");
    }
    if (held.isEmpty()) {
      main.say("cli.ledger.ownCheckpoints");
    }
    return Main.DONE;
  }

  static NoteKey key(String written) {
    return NoteKey.of(written).orElseThrow(() -> BadInput.at("--key", "ledger.file.key"));
  }
}
