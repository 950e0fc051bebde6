package thangdiem.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.words.BadInput;

/** Named givens of the exchange tests. */
final class Given {

  private Given() {}

  /** The folder {@code criteria/} of the repository; tests run in the module or at the root. */
  static Path criteriaFolder() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("criteria/hau-giang-ict"))) {
        return folder.resolve("criteria");
      }
    }
    throw new IllegalStateException("no criteria folder above " + Path.of("").toAbsolutePath());
  }

  private static final CriteriaSource DECISION_1663 =
      CriteriaSource.read("hau-giang-ict/2017", List.of(criteriaFolder()));

  static CriteriaSource decision1663() {
    return DECISION_1663;
  }

  static String text(String resource) {
    try (var stream = Given.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The four published cases. */
  static Answers fourUnits() {
    return AnswersJson.read(
        "answers.json", text("/cases/answers.json"), decision1663().file().set(), Optional.empty());
  }

  static Round aRoundOfFourUnits() {
    return Round.of(decision1663(), fourUnits(), Policy.DEFAULT);
  }

  static Answers answers(String json) {
    return AnswersJson.read("answers.json", json, decision1663().file().set(), Optional.empty());
  }

  /** Answers of one made-up department with those facts. */
  static String oneDepartment(String facts) {
    return """
    {"criteria": "hau-giang-ict/2017", "year": 2017,
     "units": [{"unit": "so-x", "name": "Sở X", "group": "department", "facts": {%s}}]}\
    """
        .formatted(facts);
  }

  /** What a refusal says, one line for each mistake. */
  static List<String> refused(Runnable reading) {
    try {
      reading.run();
    } catch (BadInput bad) {
      return bad.getMessage().lines().toList();
    }
    throw new AssertionError("accepted");
  }

  static byte[] bundle(Round round) {
    var out = new ByteArrayOutputStream();
    try {
      Bundle.write(out, round, Bundle.results(round));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
