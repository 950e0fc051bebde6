package thangdiem.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Publication;
import thangdiem.exchange.Round;
import thangdiem.exchange.Sha256;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Scorer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a published bundle (đọc gói kiểm chứng) and scores it again. */
final class EditionReader {

  private static final String NAME = "bundle.zip";
  private static final String PUBLICATION = "publication.json";

  /** Computed again here, and of thousands of units too large to be held meanwhile. */
  private static final String RESULTS = "results.json";

  private static final String CLAIMED = "claimed.json";
  private static final String VERIFIED = "verified.json";

  private final Map<String, byte[]> files;

  private EditionReader(Map<String, byte[]> files) {
    this.files = files;
  }

  /**
   * Reads what every page needs; the rest is read from the same bundle when a page needs it.
   *
   * @param bundle gives the bundle, again where it is asked again
   */
  static Edition read(Published published, Supplier<byte[]> bundle) {
    var files = new LinkedHashMap<>(Bundle.files(NAME, bundle.get()));
    var packed = new LinkedHashMap<String, Edition.PackedFile>();
    files.forEach(
        (name, bytes) -> packed.put(name, new Edition.PackedFile(bytes.length, Sha256.of(bytes))));
    List.of(RESULTS, CLAIMED, VERIFIED).forEach(files::remove);
    return new EditionReader(files).edition(published, packed, bundle);
  }

  private Edition edition(
      Published published, Map<String, Edition.PackedFile> packed, Supplier<byte[]> bundle) {
    var source =
        CriteriaSource.read(
            "criteria.yaml",
            text("criteria.yaml"),
            "units.yaml",
            files.containsKey("units.yaml") ? text("units.yaml") : "",
            Map.of());
    var set = source.file().set();
    var policy = policy();
    var answers = AnswersJson.read(NAME, text("answers.json"), set, Optional.empty());
    var round = Round.of(source, answers, policy);
    var units = new LinkedHashMap<String, Standing>();
    round.standings().units().forEach(unit -> units.put(unit.sheet().answers().unit(), unit));
    return new Edition(
        published,
        Optional.ofNullable(files.get(PUBLICATION))
            .map(bytes -> Publication.read(PUBLICATION, bytes)),
        round,
        units,
        round.standings().byGroup(),
        SingletonSupplier.of(() ->
            new EditionReader(Bundle.files(NAME, bundle.get())).columns(set, policy, units))
            ::obtain,
        byUnit(differences(), Difference::unit),
        byUnit(exhibits(), Exhibit::unit),
        json("robustness.json").path("draws").asLong(0),
        firmness(),
        packed);
  }

  private Policy policy() {
    var policy = Policy.DEFAULT;
    for (var setting : json("policy.json").properties()) {
      policy = policy.with(setting.getKey(), setting.getValue().asString());
    }
    return policy;
  }

  private Edition.Columns columns(CriteriaSet set, Policy policy, Map<String, Standing> decided) {
    return new Edition.Columns(
        standings(CLAIMED, set, policy, decided), standings(VERIFIED, set, policy, decided));
  }

  /** Where a column says what was decided too, the sheet is the same one and is held once. */
  private Map<String, Standing> standings(
      String name, CriteriaSet set, Policy policy, Map<String, Standing> decided) {
    if (!files.containsKey(name)) {
      return Map.of();
    }
    var answers = AnswersJson.read(name, text(name), set, Optional.empty());
    var sheets =
        new Scorer(set, policy, answers.notHeld())
            .score(List.copyOf(answers.units())).stream()
                .map(sheet ->
                    Optional.ofNullable(decided.get(sheet.answers().unit()))
                        .map(Standing::sheet)
                        .filter(sheet::equals)
                        .orElse(sheet))
                .toList();
    return Standings.of(set, policy, sheets).units().stream()
        .collect(Collectors.toMap(unit -> unit.sheet().answers().unit(), Function.identity()));
  }

  private List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    json("findings.json")
        .forEach(one ->
            differences.add(
                new Difference(
                    one.path("unit").asString(""),
                    one.path("code").asString(""),
                    one.path("column").asString(""),
                    one.path("reason").asString(""),
                    one.path("document").asString(""))));
    return differences;
  }

  private List<Exhibit> exhibits() {
    var exhibits = new ArrayList<Exhibit>();
    json("evidence.json")
        .forEach(one ->
            exhibits.add(
                new Exhibit(
                    one.path("unit").asString(""),
                    texts(one.path("facts")),
                    texts(one.path("criteria")),
                    one.path("title").asString(""),
                    one.path("number").asString(""),
                    one.path("issuer").asString(""),
                    one.path("issuedOn").asString(""),
                    one.path("pages").asString(""))));
    return exhibits;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  private Map<String, Firmness> firmness() {
    var firmness = new HashMap<String, Firmness>();
    json("robustness.json")
        .path("units")
        .forEach(unit -> {
          var weights = unit.path("weights");
          int low = weights.path("lowInGroup").asInt(0);
          if (low > 0) {
            firmness.put(
                unit.path("unit").asString(""),
                new Firmness(low, weights.path("highInGroup").asInt(low)));
          }
        });
    return firmness;
  }

  private static <T> Map<String, List<T>> byUnit(List<T> all, Function<T, String> unit) {
    return all.stream().collect(Collectors.groupingBy(unit));
  }

  /** A file as JSON; one that the bundle does not hold is empty. */
  private JsonNode json(String name) {
    return files.containsKey(name)
        ? JsonMapper.shared().readTree(files.get(name))
        : JsonMapper.shared().missingNode();
  }

  private String text(String name) {
    var bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalStateException("a published bundle without " + name);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
