package thangdiem.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.TextFile;

/**
 * {@code verify}: recomputes a published result from its bundle, checks signature and ledger, and
 * names the first differences (kiểm chứng).
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private static final int MEGABYTES = 512;
  private static final int RECEIPT_MEGABYTES = 1;

  private final Main main;

  @Parameters(index = "0", paramLabel = "BUNDLE.zip", descriptionKey = "bundle")
  private String bundle = "";

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "bundleKey")
  private Optional<String> key = Optional.empty();

  @Option(names = "--receipt", paramLabel = "FILE", descriptionKey = "bundleReceipt")
  private List<String> receipts = List.of();

  VerifyCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    var verdict =
        Bundle.verify(
            bundle,
            TextFile.bytes(TextFile.path(bundle), MEGABYTES),
            key.map(VerifyLedgerCommand::key),
            held());
    if (!verdict.differences().isEmpty()) {
      main.say("cli.verify.different");
      verdict.differences().forEach(difference -> main.print("  " + difference.in(main.words())));
      return Main.ANSWER_IS_NO;
    }
    main.say("cli.verify.same", verdict.units());
    verdict.signed().ifPresentOrElse(this::signed, () -> main.say("cli.verify.unsigned"));
    return Main.DONE;
  }

  private Map<String, String> held() {
    var held = new LinkedHashMap<String, String>();
    for (var file : receipts) {
      held.put(file, TextFile.text(TextFile.existing(file), RECEIPT_MEGABYTES));
    }
    return held;
  }

  private void signed(Bundle.Signed signed) {
    main.say("cli.verify.signed", signed.key().name(), signed.leaves(), signed.disclosed());
    if (!receipts.isEmpty()) {
      main.say("cli.verify.receipts", receipts.size());
    }
    if (key.isEmpty()) {
      main.say("cli.verify.ownKey", signed.key().written());
    }
  }
}
