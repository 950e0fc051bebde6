package thangdiem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.TextFile;

/**
 * {@code verify}: recomputes a published result from its bundle and names the first differences
 * (kiểm chứng).
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private static final int MEGABYTES = 512;

  private final Main main;

  @Parameters(index = "0", paramLabel = "BUNDLE.zip", descriptionKey = "bundle")
  private String bundle = "";

  VerifyCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    var verdict = Bundle.verify(bundle, TextFile.bytes(TextFile.path(bundle), MEGABYTES));
    if (verdict.differences().isEmpty()) {
      main.say("cli.verify.same", verdict.units());
      return Main.DONE;
    }
    main.say("cli.verify.different");
    verdict.differences().forEach(difference -> main.print("  " + difference.in(main.words())));
    return Main.ANSWER_IS_NO;
  }
}
