package thangdiem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import thangdiem.criteria.Finding;
import thangdiem.criteria.Linter;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Examples;
import thangdiem.words.BadInput;

/**
 * {@code check}: reads a criteria set, names every mistake at once, the linter's findings, and runs
 * its examples (kiểm tra bộ tiêu chí).
 */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final Main main;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
  private String file = "";

  CheckCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    CriteriaSource source;
    try {
      source = CriteriaSource.read(file, Main.criteriaRoots());
    } catch (BadInput bad) {
      if (bad.mistakes().stream()
          .anyMatch(mistake ->
              mistake.what().key().startsWith("file.")
                  || mistake.what().key().equals("criteria.notFound"))) {
        throw bad;
      }
      bad.mistakes().forEach(mistake -> main.complain(mistake.in(main.words())));
      main.say("cli.check.wrong", bad.mistakes().size(), 0);
      return Main.ANSWER_IS_NO;
    }
    var findings = Linter.findings(source.file());
    var examples = Examples.run(source);
    findings.forEach(this::tell);
    examples.failures().forEach(mistake -> main.complain(mistake.in(main.words())));
    long errors =
        findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).count()
            + examples.failures().size();
    long warnings =
        findings.stream().filter(finding -> finding.severity() == Finding.Severity.WARNING).count();
    if (errors > 0) {
      main.say("cli.check.wrong", errors, warnings);
      return Main.ANSWER_IS_NO;
    }
    var set = source.file().set();
    main.say(
        examples.count() == 0 ? "cli.check.fineWithoutExamples" : "cli.check.fine",
        set.sections().size(),
        set.scored().count(),
        set.facts().size(),
        examples.count(),
        warnings);
    return Main.DONE;
  }

  private void tell(Finding finding) {
    var kind =
        main.words()
            .say(
                finding.severity() == Finding.Severity.ERROR
                    ? "cli.check.error"
                    : "cli.check.warning");
    var mistake = finding.mistake();
    var lines = mistake.where() + ": " + kind + ": " + mistake.what().in(main.words());
    main.complain(
        mistake.excerpt().isEmpty() ? lines : lines + "\n" + String.join("\n", mistake.excerpt()));
  }
}
