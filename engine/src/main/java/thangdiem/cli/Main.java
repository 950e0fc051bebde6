package thangdiem.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import thangdiem.words.BadInput;
import thangdiem.words.Usage;
import thangdiem.words.Words;

/**
 * {@code thangdiem}: the command line of the engine. Vietnamese unless {@code THANGDIEM_LANG=en}.
 */
@Command(
    name = "thangdiem",
    subcommands = {
      CheckCommand.class,
      TemplateCommand.class,
      ScoreCommand.class,
      VerifyCommand.class,
      VerifyLedgerCommand.class,
      VerifyReceiptCommand.class,
      CompletionCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Runnable {

  static final int DONE = 0;
  static final int ANSWER_IS_NO = 1;
  static final int BAD_INPUT = 2;
  static final int FAULT = 3;

  private final PrintStream out;
  private final PrintStream err;
  private final Words words;

  @Option(names = "--trace", hidden = true)
  private boolean trace;

  Main(PrintStream out, PrintStream err, Words words) {
    this.out = out;
    this.err = err;
    this.words = words;
  }

  public static void main(String[] args) {
    // Windows consoles and C locales guess wrong: everything said is UTF-8.
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code =
        run(
            args,
            out,
            err,
            Words.of(Optional.ofNullable(System.getenv("THANGDIEM_LANG")).orElse("vi")));
    out.flush();
    System.exit(code);
  }

  /** Runs one command line and gives its exit code. */
  static int run(String[] args, PrintStream out, PrintStream err, Words words) {
    var main = new Main(out, err, words);
    return main.commandLine().execute(args);
  }

  private CommandLine commandLine() {
    var factory = new Factory(this);
    var line = new CommandLine(this, factory);
    line.setResourceBundle(new HelpTexts(words));
    line.setOut(new java.io.PrintWriter(out, true));
    line.setErr(new java.io.PrintWriter(err, true));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((problem, _) -> misused(problem));
    line.setExecutionExceptionHandler((problem, _, _) -> failed(problem));
    return line;
  }

  /** Gives commands the program they belong to. */
  private record Factory(Main main) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Main.class) {
          return type.cast(constructor.newInstance(main));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  private int misused(ParameterException problem) {
    err.println(Usage.explained(problem, words));
    err.println(
        words.say("cli.seeHelp", problem.getCommandLine().getCommandSpec().qualifiedName()));
    return BAD_INPUT;
  }

  private int failed(Exception problem) {
    if (problem instanceof BadInput bad) {
      bad.mistakes().forEach(mistake -> err.println(mistake.in(words)));
      return BAD_INPUT;
    }
    err.println(words.say("cli.fault", String.valueOf(problem)));
    if (trace) {
      problem.printStackTrace(err);
    }
    return FAULT;
  }

  /** Says something on standard output. */
  void say(String key, Object... arguments) {
    out.println(words.say(key, arguments));
  }

  void print(String text) {
    out.println(text);
  }

  void complain(String text) {
    err.println(text);
  }

  Words words() {
    return words;
  }

  /** Progress, on standard error and only where somebody watches. */
  void progress(String key, Object... arguments) {
    if (System.console() != null && System.console().isTerminal()) {
      err.print("\r\u001b[K" + words.say(key, arguments));
      err.flush();
    }
  }

  void progressDone() {
    if (System.console() != null && System.console().isTerminal()) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  /** Folders that hold criteria sets: the one the launcher names, and the one here. */
  static List<Path> criteriaRoots() {
    return Optional.ofNullable(System.getProperty("thangdiem.criteria"))
        .map(root -> List.of(Path.of("criteria"), Path.of(root)))
        .orElse(List.of(Path.of("criteria")));
  }

  @Override
  public void run() {
    commandLine().usage(out);
  }

  /** The completion script of a shell. */
  static String completion(String name) {
    var main = new Main(System.out, System.err, Words.VIETNAMESE);
    return AutoComplete.bash(name, main.commandLine());
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "thangdiem "
            + Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("0")
      };
    }
  }
}
