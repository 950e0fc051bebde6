package thangdiem.council;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Round;
import thangdiem.exchange.Sha256;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;

/**
 * A result as its bytes (bản chốt kết quả), all written by the engine: whoever has them can compute
 * every point and rank again. The same result always gives the same bytes.
 *
 * @param answers answers.json
 * @param bundle with criteria, answers, policy, results and checksums
 */
record Snapshot(Round computed, byte[] answers, byte[] bundle, String resultsSha256) {

  /** Computes from the answers as they are read back, so that the file says it all. */
  static Snapshot of(CriteriaSource source, Answers answers, Policy policy) {
    var file = new ByteArrayOutputStream();
    AnswersJson.write(file, answers);
    return of(source, file.toByteArray(), policy);
  }

  /** The same out of an answers file. */
  static Snapshot of(CriteriaSource source, byte[] answers, Policy policy) {
    var computed = Round.of(source, read(source, answers), policy);
    var results = Bundle.results(computed);
    var bundle = new ByteArrayOutputStream();
    try {
      Bundle.write(bundle, computed, results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Snapshot(computed, answers, bundle.toByteArray(), Sha256.of(results));
  }

  static Answers read(CriteriaSource source, byte[] answers) {
    return AnswersJson.read(
        "answers.json",
        new String(answers, StandardCharsets.UTF_8),
        source.file().set(),
        Optional.empty());
  }

  /** Of the bundle. */
  String sha256() {
    return Sha256.of(bundle);
  }
}
