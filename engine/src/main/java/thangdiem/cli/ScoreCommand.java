package thangdiem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.ListedUnit;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.AnswersWorkbook;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Round;
import thangdiem.exchange.TextFile;
import thangdiem.ranking.Robustness;
import thangdiem.ranking.Standing;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Policy;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * {@code score}: answers in, points with reasons, grades, ranks and the bundle out (chấm điểm, xếp
 * hạng).
 */
@Command(name = "score", mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  /** A province has fewer units; of thousands nobody reads the names on a terminal. */
  private static final int NAMED = 60;

  private static final int MEGABYTES = 200;
  private static final int MOST_DRAWS = 1_000_000;

  private final Main main;

  @Parameters(index = "0", paramLabel = "ANSWERS", descriptionKey = "answers")
  private String answersFile = "";

  @Option(names = "--criteria", required = true, paramLabel = "REF", descriptionKey = "criteria")
  private String criteria = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "outDir")
  private String outDir = "";

  @Option(names = "--units", paramLabel = "FILE", descriptionKey = "units")
  private Optional<String> units = Optional.empty();

  @Option(names = "--policy", paramLabel = "KEY=VALUE", descriptionKey = "policy")
  private List<String> policies = new ArrayList<>();

  @Option(names = "--only", paramLabel = "FILE", descriptionKey = "only")
  private List<String> only = new ArrayList<>();

  @Option(names = "--robustness", paramLabel = "N", descriptionKey = "robustness")
  private Optional<Integer> draws = Optional.empty();

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed")
  private Optional<Long> seed = Optional.empty();

  ScoreCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    var policy = policy();
    if (draws.isPresent() && (draws.get() < 1 || draws.get() > MOST_DRAWS)) {
      throw BadInput.at("", "cli.robustnessRange", MOST_DRAWS);
    }
    var folder = TextFile.path(outDir);
    var files = new ResultFiles(folder, only);
    var law = CriteriaSource.read(criteria, Main.criteriaRoots());
    var listed = ListedUnits.read(units, law.file().set());
    var source = listed.map(list -> law.of(list.text(), list.units())).orElse(law);
    var set = source.file().set();
    main.progress("cli.score.reading");
    var answers = answers(set, listed.map(ListedUnits::units));
    main.progress("cli.score.scoring", answers.units().size());
    var round = Round.of(source, answers, policy);
    Optional<Robustness> robustness = Optional.empty();
    if (draws.isPresent()) {
      main.progress("cli.score.robustness", draws.get());
      robustness =
          Optional.of(
              Robustness.of(set, answers, policy, draws.get(), seed.orElse((long) set.year())));
    }
    main.progress("cli.score.writing");
    files.write(round, robustness, main.words());
    main.progressDone();
    summary(round);
    boolean page = files.has(ResultFiles.PAGE);
    main.say(
        page ? "cli.score.page" : "cli.score.folder",
        folder.resolve(page ? ResultFiles.PAGE : "").toAbsolutePath().normalize());
    return Main.DONE;
  }

  private Policy policy() {
    var policy = Policy.DEFAULT;
    var mistakes = new ArrayList<Mistake>();
    for (var setting : policies) {
      int equals = setting.indexOf('=');
      try {
        if (equals < 1) {
          throw BadInput.at("", "cli.policyForm", setting);
        }
        policy = policy.with(setting.substring(0, equals), setting.substring(equals + 1));
      } catch (BadInput bad) {
        mistakes.addAll(bad.mistakes());
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes);
    }
    return policy;
  }

  private Answers answers(CriteriaSet set, Optional<List<ListedUnit>> only) {
    var file = TextFile.path(answersFile);
    var kind = answersFile.toLowerCase(Locale.ROOT);
    if (kind.endsWith(".json")) {
      return AnswersJson.read(answersFile, TextFile.text(file, MEGABYTES), set, only);
    }
    if (kind.endsWith(".xlsx")) {
      return AnswersWorkbook.read(answersFile, TextFile.bytes(file, MEGABYTES), set, only);
    }
    throw BadInput.at(answersFile, "cli.answersKind");
  }

  private void summary(Round round) {
    var standings = round.standings();
    var set = standings.set();
    main.say("cli.score.done", round.answers().units().size(), set.id());
    if (set.illustration()) {
      main.say("cli.score.illustration");
    }
    if (!round.answers().note().isEmpty()) {
      main.say("cli.score.note", round.answers().note());
    }
    standings
        .byGroup()
        .forEach((group, members) -> {
          var first = members.getFirst().sheet();
          if (group.ranked() && first.answers().reported()) {
            main.say(
                "cli.score.first",
                group.name(),
                first.answers().name(),
                first.total().decimal(),
                first.grade().name());
          }
        });
    count(
        "cli.score.noReport",
        round.answers().units().stream().filter(unit -> !unit.reported()).count());
    main.say(
        "cli.score.grades",
        set.grades().highestFirst().stream()
            .map(grade ->
                grade.name()
                    + " "
                    + standings.units().stream()
                        .filter(unit -> unit.sheet().grade().equals(grade))
                        .count())
            .collect(Collectors.joining(" · ")));
    count(
        "cli.score.warnings",
        standings.units().stream().mapToLong(unit -> unit.sheet().failedChecks().size()).sum());
    count(
        "cli.score.deductions",
        standings.units().stream()
            .flatMap(unit -> unit.sheet().deductionEffects().stream())
            .filter(effect -> effect.effect().value().signum() == 0)
            .count());
    var flips =
        standings.units().stream().filter(unit -> unit.flags().contains(Flag.ORDER_FLIPS)).toList();
    if (!flips.isEmpty()) {
      main.say(
          "cli.score.flips",
          flips.size(),
          flips.stream().limit(NAMED).map(ScoreCommand::name).collect(Collectors.joining(", ")));
      count("cli.score.flipsMore", Math.max(0, flips.size() - NAMED));
    }
  }

  private static String name(Standing standing) {
    return standing.sheet().answers().name();
  }

  private void count(String key, long count) {
    if (count > 0) {
      main.say(key, count);
    }
  }
}
