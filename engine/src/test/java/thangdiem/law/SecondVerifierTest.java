package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import thangdiem.Zipped;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Round;
import thangdiem.exchange.Sha256;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Policy;
import thangdiem.scoring.UnitAnswers;

/**
 * The verifier in Python and the engine come to the same (hai chương trình kiểm chứng độc lập), on
 * random rounds of both criteria sets under random policies, and on bundles that somebody changed.
 * {@code -Dthangdiem.bundles=1000} has it look at more.
 */
@EnabledIf(value = "pythonIsThere", disabledReason = "python3 is not installed")
class SecondVerifierTest {

  private static final int BUNDLES = Integer.getInteger("thangdiem.bundles", 200);
  private static final Path ROOT = root();
  private static final List<CriteriaSource> SETS =
      Stream.of("hau-giang-ict/2017", "minh-hoa/2025")
          .map(set -> CriteriaSource.read(set, List.of(ROOT.resolve("criteria"))))
          .toList();
  private static final Pattern VALUE =
      Pattern.compile("(?<=\": )(\"[^\"]*\"|-?\\d+|true|false|null)(?=,?\\n)");

  @TempDir Path folder;

  static boolean pythonIsThere() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Path root() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("verifier"))) {
        return at;
      }
    }
    throw new IllegalStateException("no verifier folder above " + Path.of("").toAbsolutePath());
  }

  @Test
  void everyRoundThatTheEnginePublishesIsRecomputedToTheSameResult() throws Exception {
    var bundles = new ArrayList<Path>();
    for (int i = 0; i < BUNDLES; i++) {
      bundles.add(written("round-" + i + ".zip", bundle(i)));
    }

    var said = verdicts(bundles);

    assertThat(said).hasSize(BUNDLES).allMatch(line -> line.contains(": ĐẠT."));
  }

  @Test
  void everyValueThatSomebodyChangesIsFound() throws Exception {
    var random = new SplittableRandom(1663);
    var bundles = new ArrayList<Path>();
    for (int i = 0; i < BUNDLES; i++) {
      boolean results = i % 2 == 0;
      var name = results ? "results.json" : "answers.json";
      var files = Zipped.unpack(bundle(i));
      var before = files.get(name);
      var after = changed(before, results, random);
      files.put(name, after);
      if (results) {
        files.computeIfPresent(
            "SHA256SUMS", (_, sums) -> sums.replace(Sha256.of(before), Sha256.of(after)));
      }
      bundles.add(written("changed-" + i + ".zip", Zipped.pack(files)));
    }

    var said = verdicts(bundles);

    assertThat(said).hasSize(BUNDLES).noneMatch(line -> line.contains(": ĐẠT."));
  }

  @Test
  void aChangedPointIsNamedByUnitAndCriterion() throws Exception {
    var files = Zipped.unpack(bundle(0));
    var results = files.get("results.json");
    files.put(
        "results.json", results.replaceFirst("\"points\": \"[^\"]*\"", "\"points\": \"77.77\""));

    var said = String.join("\n", outcome(List.of(written("point.zip", Zipped.pack(files)))));

    assertThat(said)
        .contains("KHÔNG ĐẠT", "u0 · criteria · I.1 · points: công bố \"77.77\", tính lại");
  }

  /** A round of some units that answer at random, under a random policy. */
  private static byte[] bundle(int seed) {
    var random = new SplittableRandom(seed);
    var source = SETS.get(seed % SETS.size());
    var set = source.file().set();
    var units =
        new RandomAnswers(set, seed)
            .units(1 + random.nextInt(6)).stream()
                .map(unit -> withMore(unit, set, random))
                .toList();
    var answers = new Answers(set.id(), set.year(), "", List.of(), units);
    var round = Round.of(source, answers, policy(random));
    var out = new ByteArrayOutputStream();
    try {
      Bundle.write(out, round, Bundle.results(round));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static UnitAnswers withMore(UnitAnswers unit, CriteriaSet set, SplittableRandom random) {
    var codes = set.scored().map(criterion -> criterion.code()).toList();
    var notApplicable =
        random.ints(random.nextInt(3), 0, codes.size()).mapToObj(codes::get).distinct().toList();
    var kinds = set.deductions();
    var deductions =
        kinds.isEmpty() || random.nextBoolean()
            ? List.<Deduction>of()
            : List.of(
                new Deduction(
                    kinds.get(random.nextInt(kinds.size())).kind(),
                    java.util.Optional.of(thangdiem.criteria.Points.of(random.nextInt(60))),
                    random.nextBoolean()
                        ? java.util.Optional.of("12/QĐ-HĐ")
                        : java.util.Optional.empty(),
                    "thử"));
    return new UnitAnswers(
        unit.unit(),
        unit.name(),
        unit.group(),
        unit.facts(),
        unit.previous(),
        notApplicable,
        deductions,
        unit.submittedAt(),
        true);
  }

  private static Policy policy(SplittableRandom random) {
    var policy = Policy.DEFAULT;
    for (var choice :
        Map.of(
                "rounding", List.of("criterion-2", "none"),
                "bonusInTotal", List.of("true", "false"),
                "notApplicable", List.of("zero", "rescale-section", "full"),
                "zeroDenominator", List.of("zero", "not-applicable"),
                "ratioCap", List.of("1", "none"),
                "overall", List.of("total", "mean-of-section-percentages"))
            .entrySet()) {
      var values = choice.getValue();
      policy = policy.with(choice.getKey(), values.get(random.nextInt(values.size())));
    }
    return policy;
  }

  /** One value is another; of results any but the sentences, which nobody computes with. */
  private static String changed(String text, boolean results, SplittableRandom random) {
    var places = new ArrayList<int[]>();
    for (var match = VALUE.matcher(text); match.find(); ) {
      var line = text.substring(text.lastIndexOf('\n', match.start()) + 1, match.start());
      boolean words = line.contains("\"because\"") || line.contains("\"reason\"");
      if (!results || !words && !line.contains("\"message\"") && !line.contains("\"decision\"")) {
        places.add(new int[] {match.start(), match.end()});
      }
    }
    var place = places.get(random.nextInt(places.size()));
    var value = text.substring(place[0], place[1]);
    var other =
        switch (value) {
          case "true" -> "false";
          case "false", "null" -> "true";
          default ->
              value.startsWith("\"")
                  ? "\"" + random.nextInt(10) + value.substring(1)
                  : value + random.nextInt(1, 10);
        };
    return text.substring(0, place[0]) + other + text.substring(place[1]);
  }

  private Path written(String name, byte[] bundle) throws IOException {
    return Files.write(folder.resolve(name), bundle);
  }

  private List<String> verdicts(List<Path> bundles) throws Exception {
    return outcome(bundles).stream().filter(line -> line.startsWith(folder.toString())).toList();
  }

  private List<String> outcome(List<Path> bundles) throws Exception {
    var command = new ArrayList<String>();
    command.add("python3");
    command.add(ROOT.resolve("verifier/kiemchung.py").toString());
    bundles.forEach(bundle -> command.add(bundle.toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines().toList();
  }
}
