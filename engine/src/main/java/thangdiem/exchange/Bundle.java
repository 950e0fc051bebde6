package thangdiem.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import thangdiem.proof.NoteSigner;
import thangdiem.scoring.Policy;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * The bundle (gói kiểm chứng): criteria, answers with their deductions, policy, results and
 * checksums in one ZIP, so that whoever doubts a result can recompute it alone. The same round
 * always gives the same bytes.
 */
public final class Bundle {

  private static final String CRITERIA = "criteria.yaml";
  private static final String CRITERIA_JSON = "criteria.json";
  private static final String UNITS = "units.yaml";
  private static final String ANSWERS = "answers.json";
  private static final String POLICY = "policy.json";
  private static final String RESULTS = "results.json";
  private static final String SUMS = "SHA256SUMS";
  private static final String README = "README.txt";
  private static final String PUBLICATION = "publication.json";
  private static final String SIGNATURE = "SIGNATURE.txt";
  private static final String SIGNED_FORMAT = "thangdiem-bundle/1";
  private static final String ADOPTED = "bundle.zip";
  private static final int MOST_FILES = 64;
  private static final List<String> NEEDED =
      List.of(CRITERIA, CRITERIA_JSON, ANSWERS, POLICY, RESULTS, SUMS);
  private static final int MOST_BYTES = 1 << 30;
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Bundle() {}

  /** Writes the bundle of a round; {@code results} are the bytes of its results.json. */
  public static void write(OutputStream out, Round round, byte[] results) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(README, Words.VIETNAMESE.say("bundle.readme").getBytes(StandardCharsets.UTF_8));
    files.put(CRITERIA, round.source().file().text().getBytes(StandardCharsets.UTF_8));
    files.put(CRITERIA_JSON, bytes(json -> CriteriaJson.write(json, round.source().file().set())));
    if (!round.source().unitsText().isEmpty()) {
      files.put(UNITS, round.source().unitsText().getBytes(StandardCharsets.UTF_8));
    }
    files.put(ANSWERS, bytes(json -> AnswersJson.write(json, round.answers())));
    files.put(POLICY, bytes(json -> policy(json, round.standings().policy())));
    files.put(RESULTS, results);
    files.put(SUMS, sums(files));
    zip(out, files);
  }

  /**
   * The files of a bundle by their names.
   *
   * @throws BadInput when it is no ZIP, or larger than a bundle may be
   */
  public static Map<String, byte[]> files(String name, byte[] zip) {
    return unpack(name, zip);
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
    var files = unpack(ADOPTED, adopted);
    files.remove(SUMS);
    new TreeMap<>(more).forEach(files::put);
    var publication = Publication.read(PUBLICATION, file(files, PUBLICATION));
    var sums = sums(files);
    files.put(SUMS, sums);
    var statement =
        String.join(
            "\n",
            SIGNED_FORMAT,
            publication.round(),
            String.valueOf(publication.version()),
            Sha256.of(sums),
            "");
    files.put(SIGNATURE, signer.sign(statement).note().getBytes(StandardCharsets.UTF_8));
    zip(out, files);
  }

  private static byte[] sums(Map<String, byte[]> files) {
    var sums = new StringBuilder();
    files.forEach(
        (name, content) -> sums.append(Sha256.of(content)).append("  ").append(name).append('\n'));
    return sums.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void zip(OutputStream out, Map<String, byte[]> files) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    for (var file : files.entrySet()) {
      var entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(ALWAYS);
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  /** The bytes of results.json of a round. */
  public static byte[] results(Round round) {
    return bytes(json -> writeResults(json, round));
  }

  private static void writeResults(OutputStream out, Round round) {
    ResultsJson.write(out, round.source().file(), round.answers(), round.standings());
  }

  private static byte[] bytes(Consumer<OutputStream> writer) {
    var out = new ByteArrayOutputStream();
    writer.accept(out);
    return out.toByteArray();
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
   */
  public record Verdict(List<Sentence> differences, int units) {}

  /**
   * Recomputes a bundle.
   *
   * @param name how mistakes name it
   * @throws BadInput when it is not a bundle at all, or its criteria or answers cannot be read
   */
  public static Verdict verify(String name, byte[] zip) {
    var files = unpack(name, zip);
    var missing = NEEDED.stream().filter(needed -> !files.containsKey(needed)).toList();
    if (!missing.isEmpty()) {
      throw new BadInput(
          missing.stream().map(file -> Mistake.at(name, "bundle.missing", file)).toList());
    }
    var checksums = CompletableFuture.supplyAsync(() -> checksums(files));
    var source =
        CriteriaSource.read(
            name + "/" + CRITERIA,
            text(files, CRITERIA),
            name + "/" + UNITS,
            files.containsKey(UNITS) ? text(files, UNITS) : "",
            Map.of());
    var answers =
        AnswersJson.read(
            name + "/" + ANSWERS, text(files, ANSWERS), source.file().set(), Optional.empty());
    var round = Round.of(source, answers, policy(name + "/" + POLICY, text(files, POLICY)));
    var recomputed = new SameBytes(file(files, RESULTS));
    writeResults(recomputed, round);
    var differences = new ArrayList<Sentence>(checksums.join());
    if (!Arrays.equals(
        file(files, CRITERIA_JSON), bytes(json -> CriteriaJson.write(json, source.file().set())))) {
      differences.add(Sentence.of("bundle.criteriaJson"));
    }
    if (!recomputed.allThere()) {
      differences.addAll(
          ResultsDifference.between(
              Json.parse(name + "/" + RESULTS, text(files, RESULTS)),
              Json.parse(RESULTS, new String(results(round), StandardCharsets.UTF_8))));
    }
    return new Verdict(List.copyOf(differences), answers.units().size());
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

  private static List<Sentence> checksums(Map<String, byte[]> files) {
    var differences = new ArrayList<Sentence>();
    var listed = new LinkedHashMap<String, String>();
    text(files, SUMS)
        .lines()
        .map(line -> line.split("  ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> listed.put(parts[1], parts[0]));
    var names = new TreeSet<>(files.keySet());
    names.remove(SUMS);
    names.remove(SIGNATURE);
    names.addAll(listed.keySet());
    for (var name : names) {
      if (!listed.containsKey(name)) {
        differences.add(Sentence.of("bundle.unlisted", name));
      } else if (!files.containsKey(name)) {
        differences.add(Sentence.of("bundle.gone", name));
      } else if (!Sha256.of(file(files, name)).equals(listed.get(name))) {
        differences.add(Sentence.of("bundle.checksum", name));
      }
    }
    return differences;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return TextFile.text(name, file(files, name));
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return files.getOrDefault(name, new byte[0]);
  }

  private static LinkedHashMap<String, byte[]> unpack(String name, byte[] zip) {
    var files = new LinkedHashMap<String, byte[]>();
    long total = 0;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, MOST_BYTES - total + 1));
        total += content.length;
        if (total > MOST_BYTES || files.size() > MOST_FILES) {
          throw BadInput.at(name, "bundle.tooLarge");
        }
        if (files.put(entry.getName(), content) != null) {
          throw BadInput.at(name, "bundle.twice", entry.getName());
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw BadInput.at(name, "bundle.notZip", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw BadInput.at(name, "bundle.notZip", String.valueOf(e.getMessage()));
    }
    return files;
  }
}
