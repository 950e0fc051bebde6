package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import thangdiem.Zipped;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Sha256;
import thangdiem.proof.NoteKey;
import thangdiem.proof.NoteSigner;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

/**
 * The verifier in Python and the engine come to the same (hai chương trình kiểm chứng độc lập), on
 * random rounds of three criteria sets under random policies, adopted and published, and on bundles
 * that somebody changed. {@code -Dthangdiem.bundles=1000} has it look at more.
 */
@EnabledIf(
    value = "thangdiem.law.SecondVerifier#pythonIsThere",
    disabledReason = "python3 is not installed")
class SecondVerifierTest {

  private static final int BUNDLES = Integer.getInteger("thangdiem.bundles", 200);
  private static final RandomBundles RANDOM =
      new RandomBundles(
          Stream.of("hau-giang-ict/2017", "minh-hoa/2025", Law.DIGITAL_ECONOMY)
              .map(
                  set -> CriteriaSource.read(set, List.of(SecondVerifier.ROOT.resolve("criteria"))))
              .toList());
  private static final Pattern VALUE =
      Pattern.compile("(?<=\": )(\"[^\"]*\"|-?\\d+|true|false|null)(?=,?\\n)");
  private static final Pattern SIGN = Pattern.compile("[0-9A-Za-z]");
  private static final String UNIT = "\\bu\\d\\b";

  @TempDir Path folder;

  @Test
  void everyRoundIsRecomputedToTheSameResultBeforeAndAfterItsPublication() throws Exception {
    var bundles = new ArrayList<Path>();
    for (int i = 0; i < BUNDLES; i++) {
      var bundle = i % 2 == 0 ? RANDOM.adopted(i) : RANDOM.published(i).bundle();
      assertThat(engine(bundle)).as("bundle %d", i).isEmpty();
      bundles.add(written("round-" + i + ".zip", bundle));
    }

    var said = SecondVerifier.of(paths(bundles));

    assertThat(said.exit()).as("%s", said.lines()).isZero();
    assertThat(said.lines().stream().filter(line -> line.contains(": ĐẠT."))).hasSize(BUNDLES);
  }

  /** A change somebody made: in which file, and the bundle as it is then. */
  private record Changed(String file, byte[] bundle) {}

  @Test
  void everyValueThatSomebodyChangesIsFoundByBothAndNamedByFileOrUnit() throws Exception {
    var random = new SplittableRandom(1663);
    var changes = IntStream.range(0, BUNDLES).mapToObj(i -> changed(i, random)).toList();
    var bundles = new ArrayList<Path>();
    for (var change : changes) {
      bundles.add(written("changed-" + bundles.size() + ".zip", change.bundle()));
    }

    var said = byBundle(SecondVerifier.of(paths(bundles)).lines(), bundles);

    for (int i = 0; i < BUNDLES; i++) {
      var file = changes.get(i).file();
      var named = Pattern.compile(Pattern.quote(file) + "|" + UNIT);
      assertThat(engine(changes.get(i).bundle()))
          .as("the engine about %s in bundle %d", file, i)
          .anyMatch(line -> named.matcher(line).find());
      assertThat(said.get(bundles.get(i)))
          .as("the other about %s in bundle %d", file, i)
          .anyMatch(line -> named.matcher(line).find());
    }
  }

  @Test
  void aChangedPointIsNamedByUnitAndCriterion() throws Exception {
    var files = Zipped.unpack(RANDOM.adopted(0));
    var results = files.get("results.json");
    files.put(
        "results.json", results.replaceFirst("\"points\": \"[^\"]*\"", "\"points\": \"77.77\""));

    var said = SecondVerifier.of(List.of(written("p.zip", Zipped.pack(files)).toString()));

    assertThat(String.join("\n", said.lines()))
        .contains("KHÔNG ĐẠT", "u0 · criteria · I.1 · points: công bố \"77.77\", tính lại");
  }

  @Test
  void aBundleSignedAnewByAnotherIsRefusedByWhoeverKnowsTheKey() throws Exception {
    var published = RANDOM.published(1);
    var bundle = written("signed.zip", published.bundle()).toString();
    var key = RandomBundles.SIGNER.key().written();
    var other = NoteSigner.make("thang-diem.example").key().written();

    assertThat(engine(published.bundle(), key)).isEmpty();
    assertThat(SecondVerifier.of(List.of(bundle, "--key", key)).exit()).isZero();
    assertThat(engine(published.bundle(), other))
        .anyMatch(line -> line.contains("ledger/key.txt"))
        .anyMatch(line -> line.contains("SIGNATURE.txt"))
        .anyMatch(line -> line.contains("ledger/checkpoint.txt"));
    assertThat(String.join("\n", SecondVerifier.of(List.of(bundle, "--key", other)).lines()))
        .contains("ledger/key.txt", "SIGNATURE.txt", "ledger/checkpoint.txt");
  }

  @Test
  void aReceiptIsBorneOutByTheLedgerOfTheBundleAndAForgedOneIsNot() throws Exception {
    for (int seed = 0; seed < 6; seed++) {
      var published = RANDOM.published(seed);
      var bundle = written("b" + seed + ".zip", published.bundle()).toString();
      var receipts = published.receipts();
      var held = new ArrayList<>(List.of(bundle));
      for (var receipt : receipts) {
        var file = Files.writeString(folder.resolve("r" + held.size() + ".json"), receipt);
        held.addAll(List.of("--receipt", file.toString()));
      }
      assertThat(engine(published.bundle(), receipts)).isEmpty();
      assertThat(SecondVerifier.of(held).exit()).isZero();

      var elsewhere = RANDOM.published(seed + 100).receipts().getFirst();
      var moved = receipts.getFirst().replaceFirst("\"position\": (\\d+)", "\"position\": 1$1");
      var reworded = receipts.getFirst().replaceFirst("\"version\": \"1\"", "\"version\": \"2\"");
      for (var forged : List.of(elsewhere, moved, reworded)) {
        var file = Files.writeString(folder.resolve("forged.json"), forged).toString();
        assertThat(engine(published.bundle(), List.of(forged))).isNotEmpty();
        assertThat(SecondVerifier.of(List.of(bundle, "--receipt", file)).exit()).isNotZero();
      }
    }
  }

  @Test
  void theSignedDecisionMayBeMissingFromABundleButNotBeTakenOutOrExchanged() throws Exception {
    var name = "decision-signed.pdf";
    var bundles =
        IntStream.range(1, 20).mapToObj(RANDOM::published).map(RandomBundles.Published::bundle);
    var with = new ArrayList<byte[]>();
    for (var bundle : bundles.toList()) {
      if (Zipped.unpack(bundle).containsKey(name)) {
        with.add(bundle);
      } else {
        assertThat(engine(bundle)).isEmpty();
      }
    }
    assertThat(with).isNotEmpty();
    var files = Zipped.unpack(with.getFirst());
    assertThat(engine(with.getFirst())).isEmpty();
    assertThat(SecondVerifier.of(List.of(written("with.zip", with.getFirst()).toString())).exit())
        .isZero();

    files.remove(name);
    var without = Zipped.pack(files);
    files.put(name, "%PDF-1.7 another\n");
    for (var bundle : List.of(without, Zipped.pack(files))) {
      assertThat(engine(bundle)).anyMatch(line -> line.contains(name));
      var said = SecondVerifier.of(List.of(written("other.zip", bundle).toString()));
      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.lines()).anyMatch(line -> line.contains(name));
    }
  }

  @Test
  void aBundleWithoutAFileOfThePublishedOnesIsRefused() throws Exception {
    for (var file :
        List.of(
            "publication.json",
            "claimed.json",
            "findings.json",
            "decision.pdf",
            "ledger/leaves.txt",
            "ledger/key.txt",
            "SIGNATURE.txt")) {
      var files = Zipped.unpack(RANDOM.published(3).bundle());
      files.remove(file);
      var bundle = Zipped.pack(files);
      assertThat(engine(bundle)).anyMatch(line -> line.contains(file));
      var said = SecondVerifier.of(List.of(written("less.zip", bundle).toString()));
      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.lines()).anyMatch(line -> line.contains(file));
    }
  }

  @Test
  void whatIsNoBundleIsRefusedInWords() throws Exception {
    var whole = RANDOM.published(5).bundle();
    var random = new SplittableRandom(8032);
    var bundles = new ArrayList<Path>();
    for (int i = 0; i < BUNDLES; i++) {
      var broken = whole.clone();
      if (i % 2 == 0) {
        broken = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        for (int j = 0; j < 3; j++) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
      }
      if (i % 2 == 0) {
        assertThat(engine(broken)).as("cut to %d bytes", broken.length).isNotEmpty();
      }
      bundles.add(written("broken-" + i + ".zip", broken));
    }
    for (var leaves :
        List.of(
            "x\n",
            "",
            "ab".repeat(32),
            ("AB".repeat(32) + "\n"),
            ("ab".repeat(32) + "\n").repeat(300_000))) {
      var files = Zipped.unpack(whole);
      files.put("ledger/leaves.txt", leaves);
      var bundle = Zipped.pack(files);
      assertThat(engine(bundle)).anyMatch(line -> line.contains("ledger/leaves.txt"));
      bundles.add(written("leaves-" + bundles.size() + ".zip", bundle));
    }

    var said = SecondVerifier.of(paths(bundles));

    assertThat(said.lines()).noneMatch(line -> line.contains("Traceback"));
    assertThat(said.lines().stream().filter(line -> line.contains(": KHÔNG ĐẠT")))
        .hasSizeGreaterThan(BUNDLES * 9 / 10);
  }

  @Test
  void knowsEd25519AsRfc8032AndTreesAsRfc6962() throws Exception {
    var vectors = Files.readString(Path.of("src/test/resources/thangdiem/law/vectors.py"));
    var said = SecondVerifier.script(vectors);
    assertThat(said.exit()).as("%s", said.lines()).isZero();
  }

  // ── What the engine says ───────────────────────────────────────────────────────────────────────

  private static List<String> engine(byte[] bundle) {
    return engine(bundle, Optional.empty(), Map.of());
  }

  private static List<String> engine(byte[] bundle, String key) {
    return engine(bundle, NoteKey.of(key), Map.of());
  }

  private static List<String> engine(byte[] bundle, List<String> receipts) {
    var held = new HashMap<String, String>();
    receipts.forEach(receipt -> held.put("receipt-" + held.size(), receipt));
    return engine(bundle, Optional.empty(), held);
  }

  private static List<String> engine(
      byte[] bundle, Optional<NoteKey> key, Map<String, String> receipts) {
    try {
      return Bundle.verify("bundle.zip", bundle, key, receipts).differences().stream()
          .map(difference -> difference.in(Words.VIETNAMESE))
          .toList();
    } catch (BadInput refused) {
      return refused.getMessage().lines().toList();
    }
  }

  // ── Changes ────────────────────────────────────────────────────────────────────────────────────

  /** One value of one file is another; of every other bundle the checksums are rewritten. */
  private static Changed changed(int seed, SplittableRandom random) {
    var files = Zipped.unpack(RANDOM.published(seed).bundle());
    var names = List.copyOf(files.keySet());
    var name = names.get(random.nextInt(names.size()));
    var before = String.valueOf(files.get(name));
    var after = changed(before, name.endsWith(".json") ? VALUE : SIGN, random);
    files.put(name, after);
    if (seed % 2 == 0) {
      files.computeIfPresent(
          "SHA256SUMS", (_, sums) -> sums.replace(Sha256.of(before), Sha256.of(after)));
    }
    return new Changed(name, Zipped.pack(files));
  }

  private static String changed(String text, Pattern what, SplittableRandom random) {
    var places = new ArrayList<int[]>();
    for (var match = what.matcher(text); match.find(); ) {
      places.add(new int[] {match.start(), match.end()});
    }
    var place = places.get(random.nextInt(places.size()));
    var value = text.substring(place[0], place[1]);
    var other =
        switch (value) {
          case "true" -> "false";
          case "false", "null" -> "true";
          default -> {
            if (what == SIGN) {
              yield value.equals("7") ? "8" : "7";
            }
            yield value.startsWith("\"")
                ? "\"" + random.nextInt(10) + value.substring(1)
                : value + random.nextInt(1, 10);
          }
        };
    return text.substring(0, place[0]) + other + text.substring(place[1]);
  }

  private Path written(String name, byte[] bundle) throws IOException {
    return Files.write(folder.resolve(name), bundle);
  }

  private static List<String> paths(List<Path> bundles) {
    return bundles.stream().map(Path::toString).toList();
  }

  /** What was said of each bundle: a line that begins with its path, and the lines below it. */
  private static Map<Path, List<String>> byBundle(List<String> lines, List<Path> bundles) {
    var said = new HashMap<Path, List<String>>();
    int at = -1;
    for (var line : lines) {
      if (at + 1 < bundles.size() && line.startsWith(bundles.get(at + 1) + ":")) {
        at++;
        said.put(bundles.get(at), new ArrayList<>());
      }
      said.get(bundles.get(at)).add(line.replace(bundles.get(at) + ":", ""));
    }
    return said;
  }
}
