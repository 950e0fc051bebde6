package thangdiem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code completion}: prints the script that completes commands and options in bash and zsh. */
@Command(name = "completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

  private final Main main;

  CompletionCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    main.print(Main.completion("thangdiem"));
    return Main.DONE;
  }
}
