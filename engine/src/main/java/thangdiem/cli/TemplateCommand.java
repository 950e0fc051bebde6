package thangdiem.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import thangdiem.exchange.AnswersTemplate;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.TextFile;
import thangdiem.words.BadInput;

/** {@code template}: the answer workbook for units to fill in (biểu mẫu kê khai). */
@Command(name = "template", mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {

  private final Main main;

  @Option(names = "--criteria", required = true, paramLabel = "REF", descriptionKey = "criteria")
  private String criteria = "";

  @Option(names = "--out", required = true, paramLabel = "FILE.xlsx", descriptionKey = "outFile")
  private String outFile = "";

  @Option(names = "--units", paramLabel = "FILE", descriptionKey = "units")
  private Optional<String> units = Optional.empty();

  TemplateCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    var source = CriteriaSource.read(criteria, Main.criteriaRoots());
    var set = source.file().set();
    var listed = ListedUnits.read(units, set).map(ListedUnits::units).orElse(set.units());
    if (listed.isEmpty()) {
      throw BadInput.at("--units", "cli.template.noUnits", set.id());
    }
    if (!outFile.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw BadInput.at(outFile, "cli.template.kind");
    }
    OutputFiles.write(TextFile.path(outFile), out -> AnswersTemplate.write(out, set, listed));
    main.say("cli.template.done", outFile, listed.size());
    return Main.DONE;
  }
}
