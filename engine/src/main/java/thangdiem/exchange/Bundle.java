package thangdiem.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import thangdiem.proof.NoteKey;
import thangdiem.proof.NoteSigner;
import thangdiem.scoring.Policy;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * The bundle (gói kiểm chứng): criteria, answers with their deductions, policy, results and
 * checksums in one ZIP, so that whoever doubts a result can recompute it alone. The same round
 * always gives the same bytes. A published one holds more, and is signed (docs/bundle.md).
 */
public final class Bundle {

  private static final String CRITERIA = "criteria.yaml";
  private static final String CRITERIA_JSON = "criteria.json";
  private static final String UNITS = "units.yaml";
  private static final String ANSWERS = "answers.json";
  private static final String POLICY = "policy.json";
  private static final String RESULTS = "results.json";
  private static final String SUMS = BundleFiles.SUMS;
  private static final String README = "README.txt";
  private static final String ADOPTED = "bundle.zip";
  private static final List<String> NEEDED =
      List.of(CRITERIA, CRITERIA_JSON, ANSWERS, POLICY, RESULTS, SUMS);

  private Bundle() {}

  /** Writes the bundle of a round; {@code results} are the bytes of its results.json. */
  public static void write(OutputStream out, Round round, byte[] results) throws IOException {
    write(out, round, json -> json.write(results));
  }

  /** Writes the bundle of a round, and its results.json beside it as well. */
  public static void write(OutputStream out, Round round, OutputStream results) throws IOException {
    write(out, round, json -> writeResults(new Both(json, results), round));
  }

  private static void write(OutputStream out, Round round, BundleWriter.Content results)
      throws IOException {
    var bundle = new BundleWriter(out);
    bundle.file(README, Words.VIETNAMESE.say("bundle.readme"));
    bundle.file(CRITERIA, round.source().file().text());
    bundle.file(CRITERIA_JSON, json -> CriteriaJson.write(json, round.source().file().set()));
    if (!round.source().unitsText().isEmpty()) {
      bundle.file(UNITS, round.source().unitsText());
    }
    bundle.file(ANSWERS, json -> AnswersJson.write(json, round.answers()));
    bundle.file(POLICY, json -> policy(json, round.standings().policy()));
    bundle.file(RESULTS, results);
    bundle.file(SUMS, bundle.sums());
    bundle.finish();
  }

  /**
   * One file of a bundle; the others are passed over.
   *
   * @throws BadInput when it is no ZIP, or larger than a bundle may be
   */
  public static Optional<byte[]> file(String name, byte[] zip, String wanted) {
    return BundleFiles.one(name, zip, wanted);
  }

  /**
   * The files of a bundle by their names.
   *
   * @throws BadInput when it is no ZIP, or larger than a bundle may be
   */
  public static Map<String, byte[]> files(String name, byte[] zip) {
    return BundleFiles.unpack(name, zip);
  }

  /**
   * Writes a published bundle (docs/bundle.md): an adopted one with what is published beside it,
   * signed.
   *
   * @param more the further files by their names, among them publication.json
   */
  public static void publish(
      OutputStream out, byte[] adopted, Map<String, byte[]> more, NoteSigner signer)
      throws IOException {
    var files = BundleFiles.unpack(ADOPTED, adopted);
    files.remove(SUMS);
    files.put(README, readme().getBytes(StandardCharsets.UTF_8));
    new TreeMap<>(more).forEach(files::put);
    files.put(PublishedFiles.KEY, (signer.key().written() + "\n").getBytes(StandardCharsets.UTF_8));
    var bundle = new BundleWriter(out);
    for (var file : files.entrySet()) {
      bundle.file(file.getKey(), file.getValue());
    }
    var sums = bundle.sums();
    var publication = Publication.read(ADOPTED + "/" + PublishedFiles.PUBLICATION, files);
    bundle.file(SUMS, sums);
    bundle.file(
        BundleFiles.SIGNATURE, signer.sign(SignedCheck.statement(publication, sums)).note());
    bundle.finish();
  }

  /** Whoever opens a published bundle may read either language. */
  private static String readme() {
    return Words.VIETNAMESE.say("bundle.publishedReadme")
        + "\n"
        + Words.ENGLISH.say("bundle.publishedReadme");
  }

  /** The bytes of results.json of a round. */
  public static byte[] results(Round round) {
    return bytes(json -> writeResults(json, round));
  }

  /** Writes the results.json of a round. */
  public static void writeResults(OutputStream out, Round round) throws IOException {
    ResultsJson.write(out, round.source().file(), round.answers(), round.standings());
  }

  private static byte[] bytes(BundleWriter.Content content) {
    var out = new ByteArrayOutputStream();
    written(out, content);
    return out.toByteArray();
  }

  /** Writes to memory, which never fails. */
  private static void written(OutputStream memory, BundleWriter.Content content) {
    try {
      content.writeTo(memory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void policy(OutputStream out, Policy policy) {
    try (var json = Json.writer(out)) {
      json.writeStartObject();
      policy.settings().forEach(json::writeStringProperty);
      json.writeEndObject();
    }
  }

  /**
   * What recomputing a bundle came to.
   *
   * @param differences the first ones, by unit, criterion and rank; empty: everything published
   *     follows from what was published
   * @param units how many units were recomputed
   * @param signed of a published bundle
   */
  public record Verdict(List<Sentence> differences, int units, Optional<Signed> signed) {}

  /**
   * What the signature of a published bundle is held to.
   *
   * @param key whose signature was checked
   * @param leaves how many events its ledger has
   * @param disclosed how many of them the bundle tells
   */
  public record Signed(NoteKey key, int leaves, int disclosed) {}

  /** Recomputes a bundle by itself, as {@link #verify(String, byte[], Optional, Map)}. */
  public static Verdict verify(String name, byte[] zip) {
    return verify(name, zip, Optional.empty(), Map.of());
  }

  /**
   * Recomputes a bundle, and of a published one checks signature and ledger.
   *
   * @param name how mistakes name it
   * @param key as printed where nobody can change it; without it the bundle's own counts
   * @param receipts which its ledger must bear out, by their names
   * @throws BadInput when it is not a bundle at all, or its criteria or answers cannot be read
   */
  public static Verdict verify(
      String name, byte[] zip, Optional<NoteKey> key, Map<String, String> receipts) {
    var files = BundleFiles.unpack(name, zip);
    boolean published = PublishedFiles.any(files);
    need(name, files, NEEDED);
    if (published) {
      need(name, files, PublishedFiles.NEEDED);
    } else if (key.isPresent() || !receipts.isEmpty()) {
      throw BadInput.at(name, "bundle.unsigned");
    }
    var checksums = CompletableFuture.supplyAsync(() -> BundleFiles.checksums(files));
    try {
      var recomputed = new Recomputed(name, files);
      var differences = new ArrayList<Sentence>(checksums.join());
      differences.addAll(recomputed.differences());
      var signed =
          published
              ? Optional.of(signed(name, files, recomputed.round, key, receipts, differences))
              : Optional.<Signed>empty();
      return new Verdict(
          List.copyOf(differences), recomputed.round.answers().units().size(), signed);
    } catch (BadInput unreadable) {
      // Where a file was changed so that it cannot be read, that it was changed is said first.
      throw new BadInput(
          Stream.concat(
                  checksums.join().stream().map(changed -> new Mistake(name, changed, List.of())),
                  unreadable.mistakes().stream())
              .toList());
    }
  }

  /** What follows from the files of a bundle. */
  private static final class Recomputed {

    private final String name;
    private final Map<String, byte[]> files;
    private final Round round;

    Recomputed(String name, Map<String, byte[]> files) {
      this.name = name;
      this.files = files;
      var source =
          CriteriaSource.read(
              name + "/" + CRITERIA,
              text(CRITERIA),
              name + "/" + UNITS,
              files.containsKey(UNITS) ? text(UNITS) : "",
              Map.of());
      var answers =
          AnswersJson.read(
              name + "/" + ANSWERS, text(ANSWERS), source.file().set(), Optional.empty());
      this.round = Round.of(source, answers, policy(name + "/" + POLICY, text(POLICY)));
    }

    private String text(String file) {
      return TextFile.text(name + "/" + file, BundleFiles.file(files, file));
    }

    List<Sentence> differences() {
      var differences = new ArrayList<Sentence>();
      var set = round.source().file().set();
      if (!Arrays.equals(
          BundleFiles.file(files, CRITERIA_JSON), bytes(json -> CriteriaJson.write(json, set)))) {
        differences.add(Sentence.of("bundle.criteriaJson"));
      }
      var same = new SameBytes(BundleFiles.file(files, RESULTS));
      written(same, json -> writeResults(json, round));
      if (!same.allThere()) {
        differences.addAll(
            ResultsDifference.between(
                Json.parse(name + "/" + RESULTS, text(RESULTS)),
                Json.parse(RESULTS, new String(results(round), StandardCharsets.UTF_8))));
      }
      return differences;
    }
  }

  private static Signed signed(
      String name,
      Map<String, byte[]> files,
      Round round,
      Optional<NoteKey> key,
      Map<String, String> receipts,
      List<Sentence> differences) {
    var publication = Publication.read(name + "/" + PublishedFiles.PUBLICATION, files);
    differences.addAll(new PublishedCheck(name, files, round, publication).differences());
    var check = new SignedCheck(name, files, publication, key);
    receipts.forEach(check::receipt);
    differences.addAll(check.differences());
    return check.signed();
  }

  private static void need(String name, Map<String, byte[]> files, List<String> needed) {
    var missing = needed.stream().filter(one -> !files.containsKey(one)).toList();
    if (!missing.isEmpty()) {
      throw new BadInput(
          missing.stream().map(file -> Mistake.at(name, "bundle.missing", file)).toList());
    }
  }

  private static Policy policy(String name, String text) {
    var mistakes = new ArrayList<Mistake>();
    var json = new JsonObject(name + " $", Json.parse(name, text), mistakes::add);
    var policy = Policy.DEFAULT;
    for (var key : json.keys()) {
      var value = json.text(key);
      if (value.isPresent()) {
        policy = policy.with(key, value.get());
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes);
    }
    return policy;
  }
}
