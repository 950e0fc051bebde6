package thangdiem.law;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Publication;
import thangdiem.exchange.RobustnessJson;
import thangdiem.exchange.Round;
import thangdiem.exchange.Sha256;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.Hash;
import thangdiem.proof.LedgerEntry;
import thangdiem.proof.LedgerFile;
import thangdiem.proof.LedgerPayload;
import thangdiem.proof.MerkleTree;
import thangdiem.proof.NoteSigner;
import thangdiem.proof.Receipt;
import thangdiem.ranking.Robustness;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Policy;
import thangdiem.scoring.UnitAnswers;

/**
 * Bundles of made-up rounds under made-up policies, adopted ones and published ones with a made-up
 * ledger; the same for the same seed but for the key.
 */
final class RandomBundles {

  static final NoteSigner SIGNER = NoteSigner.make("thang-diem.example");

  private static final OffsetDateTime ADOPTED = OffsetDateTime.parse("2018-02-20T14:00:00+07:00");
  private static final int MOST_UNITS = 6;
  private static final int DRAWS = 20;

  private final List<CriteriaSource> sets;

  RandomBundles(List<CriteriaSource> sets) {
    this.sets = sets;
  }

  /**
   * A published bundle, and what others hold of its ledger.
   *
   * @param receipts of some of its events, as JSON
   */
  record Published(byte[] bundle, List<String> receipts) {}

  /** A round of some units that answer at random, under a random policy. */
  byte[] adopted(int seed) {
    return written(round(seed, false));
  }

  Published published(int seed) {
    return published(seed, round(seed, true), new SplittableRandom(seed).nextInt(1, 400));
  }

  /** The same over a ledger of so many events besides those of the round. */
  static Published published(int seed, Round round, int others) {
    var random = new SplittableRandom(seed);
    int version = 1 + random.nextInt(2);
    var results = Sha256.of(Bundle.results(round));
    var ledger = new ArrayList<String>();
    var disclosed = new ArrayList<Integer>();
    for (int i = 0; i < others; i++) {
      ledger.add(event(random, "FACT_SAVED", Map.of("fact", "staff")));
    }
    for (var unit : round.answers().units()) {
      disclosed.add(ledger.size());
      ledger.add(event(random, "REPORT_SUBMITTED", Map.of("unit", unit.unit(), "version", "1")));
    }
    for (int v = 1; v <= version; v++) {
      disclosed.add(ledger.size());
      ledger.add(
          event(
              random,
              v == 1 ? "ROUND_ADOPTED" : "CORRECTION_APPROVED",
              Map.of("version", String.valueOf(v), "results", v == version ? results : "cũ")));
    }
    ledger.add(event(random, "PUBLISHING", Map.of()));
    var leaves = ledger.stream().map(MerkleTree::leaf).toList();
    var out = new ByteArrayOutputStream();
    try {
      Bundle.publish(
          out, written(round), files(round, version, ledger, disclosed, leaves, random), SIGNER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var receipts =
        disclosed.stream()
            .limit(2)
            .map(position -> receipt(ledger, leaves, position, leaves.size() - 1))
            .toList();
    return new Published(out.toByteArray(), receipts);
  }

  private static Map<String, byte[]> files(
      Round round,
      int version,
      List<String> ledger,
      List<Integer> disclosed,
      List<Hash> leaves,
      SplittableRandom random) {
    var set = round.source().file().set();
    var files = new LinkedHashMap<String, byte[]>();
    files.put("publication.json", publication(round, version));
    files.put("claimed.json", column(round.answers(), set, random));
    files.put("verified.json", column(round.answers(), set, random));
    files.put("findings.json", findings(round, random));
    files.put("evidence.json", evidence(round, random));
    files.put("decision.pdf", bytes("%PDF-1.7 \"năm\": " + random.nextInt() + ",\n%%EOF\n"));
    if (version > 1) {
      files.put("decision-signed.pdf", bytes("%PDF-1.7 scan " + version + "\n%%EOF\n"));
    }
    if (random.nextBoolean()) {
      var robustness = new ByteArrayOutputStream();
      RobustnessJson.write(
          robustness,
          Robustness.of(set, round.answers(), round.standings().policy(), DRAWS, random.nextInt()));
      files.put("robustness.json", robustness.toByteArray());
    }
    files.put("ledger/leaves.txt", lines(leaves.stream().map(Hash::hex)));
    files.put("ledger/checkpoint.txt", bytes(checkpoint(leaves, leaves.size())));
    var events = new StringWriter();
    disclosed.forEach(position -> {
      try {
        LedgerFile.event(events, new LedgerEntry(position, ledger.get(position), Map.of()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    files.put("ledger/events.jsonl", bytes(events.toString()));
    return files;
  }

  private static String event(SplittableRandom random, String kind, Map<String, String> data) {
    return new LedgerPayload(
            Map.of(
                "at",
                "2018-02-20T07:00:00.123456Z",
                "event",
                "su-kien-" + random.nextInt(),
                "kind",
                kind,
                "nonce",
                Long.toHexString(random.nextLong()),
                "round",
                "dot-2017"),
            data.isEmpty() ? Map.of() : Map.of("data", new TreeMap<>(data)))
        .json();
  }

  private static String checkpoint(List<Hash> leaves, int size) {
    var root = MerkleTree.root(leaves.subList(0, size));
    return SIGNER.sign(new Checkpoint("thang-diem.example", size, root).text()).note();
  }

  private static String receipt(List<String> ledger, List<Hash> leaves, int position, int size) {
    return Receipt.of(
            ledger.get(position),
            position,
            MerkleTree.inclusion(leaves.subList(0, size), position),
            checkpoint(leaves, size),
            SIGNER.key())
        .json();
  }

  private static byte[] publication(Round round, int version) {
    var set = round.source().file().set();
    boolean ofDeduction = !set.deductions().isEmpty() && round.answers().units().size() % 2 == 0;
    var out = new ByteArrayOutputStream();
    new Publication(
            String.valueOf(round.answers().year()),
            round.answers().year(),
            version,
            "Đợt thử",
            "Hậu Giang",
            new Publication.Decision("519/QĐ-UBND", ADOPTED.toLocalDate()),
            ADOPTED.plusDays(8),
            ADOPTED.plusDays(8),
            version == 1
                ? Optional.empty()
                : Optional.of(
                    new Publication.Correction(
                        "12/BC",
                        LocalDate.of(2018, 2, 19),
                        round.answers().units().getFirst().unit(),
                        ofDeduction ? "" : set.scored().findFirst().orElseThrow().code(),
                        ofDeduction ? set.deductions().getFirst().kind() : "",
                        "")),
            false,
            true)
        .write(out);
    return out.toByteArray();
  }

  /** The same units with some facts fewer. */
  private static byte[] column(Answers answers, CriteriaSet set, SplittableRandom random) {
    var units =
        answers.units().stream()
            .map(unit -> {
              var facts = new TreeMap<>(unit.facts());
              facts.keySet().removeIf(_ -> random.nextInt(10) == 0);
              return new UnitAnswers(
                  unit.unit(),
                  unit.name(),
                  unit.group(),
                  facts,
                  unit.previous(),
                  unit.notApplicable(),
                  List.of(),
                  unit.submittedAt(),
                  unit.reported());
            })
            .toList();
    var out = new ByteArrayOutputStream();
    AnswersJson.write(out, new Answers(set.id(), set.year(), "", answers.notHeld(), units));
    return out.toByteArray();
  }

  private static byte[] findings(Round round, SplittableRandom random) {
    var codes = round.source().file().set().scored().map(ScoredCriterion::code).toList();
    return array(
        round.answers().units().stream()
            .map(unit ->
                """
                {"unit": "%s",
                 "code": "%s",
                 "column": "%s",
                 "verdict": "CORRECTED",
                 "reason": "Không có minh chứng",
                 "at": "2018-01-10T09:00:00+07:00"
                }\
                """
                    .formatted(
                        unit.unit(),
                        codes.get(random.nextInt(codes.size())),
                        random.nextBoolean() ? "verified" : "council")));
  }

  private static byte[] evidence(Round round, SplittableRandom random) {
    var facts = List.copyOf(round.source().file().set().facts().keySet());
    return array(
        round.answers().units().stream()
            .map(unit ->
                """
                {"unit": "%s",
                 "facts": ["%s"],
                 "title": "Kế hoạch",
                 "number": "12/KH",
                 "sha256": "%s",
                 "bytes": %d
                }\
                """
                    .formatted(
                        unit.unit(),
                        facts.get(random.nextInt(facts.size())),
                        Sha256.of(unit.unit()),
                        random.nextInt(1, 9999))));
  }

  private static byte[] array(Stream<String> rows) {
    return bytes("[" + String.join(",\n", rows.toList()) + "]\n");
  }

  private static byte[] lines(Stream<String> lines) {
    return bytes(lines.map(line -> line + "\n").collect(java.util.stream.Collectors.joining()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // ── A round ────────────────────────────────────────────────────────────────────────────────────

  private Round round(int seed, boolean decided) {
    var random = new SplittableRandom(seed);
    var source = sets.get(seed % sets.size());
    var set = source.file().set();
    var units =
        new RandomAnswers(set, seed)
            .units(1 + random.nextInt(MOST_UNITS)).stream()
                .map(unit -> withMore(unit, set, random, decided))
                .toList();
    var mayBeLeftOut =
        set.sections().stream().filter(Section::rescaledWhenNotHeld).map(Section::code).toList();
    var notHeld = random.nextInt(3) == 0 ? mayBeLeftOut : List.<String>of();
    return Round.of(source, new Answers(set.id(), set.year(), "", notHeld, units), policy(random));
  }

  private static byte[] written(Round round) {
    var out = new ByteArrayOutputStream();
    try {
      Bundle.write(out, round, Bundle.results(round));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static UnitAnswers withMore(
      UnitAnswers unit, CriteriaSet set, SplittableRandom random, boolean decided) {
    var codes = set.scored().map(ScoredCriterion::code).toList();
    boolean reported = random.nextInt(8) > 0;
    var notApplicable =
        random.ints(random.nextInt(3), 0, codes.size()).mapToObj(codes::get).distinct().toList();
    var submitted =
        OffsetDateTime.parse(set.year() + "-12-14T16:30:00+07:00").plusDays(random.nextInt(-2, 3));
    return new UnitAnswers(
        unit.unit(),
        unit.name(),
        unit.group(),
        reported ? unit.facts() : Map.of(),
        unit.previous(),
        reported ? notApplicable : List.of(),
        deductions(set, random, decided),
        reported && random.nextBoolean() ? Optional.of(submitted) : Optional.empty(),
        reported);
  }

  private static List<Deduction> deductions(
      CriteriaSet set, SplittableRandom random, boolean decided) {
    var kinds = set.deductions();
    return kinds.isEmpty() || random.nextBoolean()
        ? List.of()
        : List.of(
            new Deduction(
                kinds.get(random.nextInt(kinds.size())).kind(),
                Optional.of(Points.of(random.nextInt(60))),
                decided || random.nextBoolean() ? Optional.of("12/QĐ-HĐ") : Optional.empty(),
                "thử"));
  }

  private static Policy policy(SplittableRandom random) {
    var policy = Policy.DEFAULT;
    for (var choice :
        new TreeMap<>(
                Map.of(
                    "rounding", List.of("criterion-2", "none"),
                    "bonusInTotal", List.of("true", "false"),
                    "notApplicable", List.of("zero", "rescale-section", "full"),
                    "zeroDenominator", List.of("zero", "not-applicable"),
                    "ratioCap", List.of("1", "none"),
                    "overall", List.of("total", "mean-of-section-percentages")))
            .entrySet()) {
      var values = choice.getValue();
      policy = policy.with(choice.getKey(), values.get(random.nextInt(values.size())));
    }
    return policy;
  }
}
