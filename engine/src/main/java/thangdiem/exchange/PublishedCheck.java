package thangdiem.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import thangdiem.criteria.CriteriaSet;
import thangdiem.ranking.Robustness;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/**
 * Whether the files of a published bundle speak of the same round (đối chiếu các tệp công bố): the
 * same units in every column, findings and evidence of units and criteria that there are, a
 * decision for every deduction, and the robustness that follows from the answers.
 */
final class PublishedCheck {

  private static final Set<String> COLUMNS = Set.of("verified", "council");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** What is published is measured within this; more is an attempt to keep us busy. */
  private static final long MOST_MEASURED = 5_000_000;

  private final String name;
  private final Map<String, byte[]> files;
  private final Round round;
  private final Publication publication;
  private final Set<String> units;
  private final List<Sentence> differences = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  PublishedCheck(String name, Map<String, byte[]> files, Round round, Publication publication) {
    this.name = name;
    this.files = files;
    this.round = round;
    this.publication = publication;
    this.units =
        round.answers().units().stream().map(UnitAnswers::unit).collect(Collectors.toSet());
  }

  /**
   * What does not fit.
   *
   * @throws BadInput when one of the files cannot be read
   */
  List<Sentence> differences() {
    publication();
    column(PublishedFiles.CLAIMED);
    column(PublishedFiles.VERIFIED);
    deductions();
    rows(PublishedFiles.FINDINGS, this::finding);
    if (files.containsKey(PublishedFiles.EVIDENCE)) {
      rows(PublishedFiles.EVIDENCE, this::evidence);
    }
    if (files.containsKey(PublishedFiles.ROBUSTNESS)) {
      robustness();
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes);
    }
    return differences;
  }

  private CriteriaSet set() {
    return round.source().file().set();
  }

  private void publication() {
    var file = PublishedFiles.PUBLICATION;
    if (publication.version() < 1
        || publication.version() > 1 != publication.correction().isPresent()) {
      differ("bundle.version", file, publication.version());
    }
    publication
        .correction()
        .ifPresent(correction -> {
          unit(file + " · correction", correction.unit());
          if (correction.deduction().isEmpty()) {
            code(file + " · correction", correction.code());
          } else if (set().deductions().stream()
              .noneMatch(one -> one.kind().equals(correction.deduction()))) {
            differ("bundle.unknown", file, correction.deduction());
          }
        });
  }

  /** The facts before the last column, of the same units in the same order. */
  private void column(String file) {
    var stated =
        AnswersJson.read(name + "/" + file, BundleFiles.text(files, file), set(), Optional.empty());
    var theirs = byUnit(stated.units());
    var ours = byUnit(round.answers().units());
    if (stated.year() != round.answers().year()) {
      value(file, "year", stated.year(), round.answers().year());
    }
    ours.forEach((unit, decided) -> {
      var own = Optional.ofNullable(theirs.get(unit));
      if (own.isEmpty()) {
        differ("bundle.columnLacks", file, unit);
      } else if (!own.get().name().equals(decided.name())) {
        value(file + " · " + unit, "name", own.get().name(), decided.name());
      } else if (!own.get().group().equals(decided.group())) {
        value(file + " · " + unit, "group", own.get().group(), decided.group());
      }
    });
    theirs.keySet().forEach(unit -> unit(file, unit));
  }

  private static Map<String, UnitAnswers> byUnit(Iterable<UnitAnswers> units) {
    var found = new LinkedHashMap<String, UnitAnswers>();
    units.forEach(unit -> found.put(unit.unit(), unit));
    return found;
  }

  private void deductions() {
    for (var unit : round.answers().units()) {
      for (var deduction : unit.deductions()) {
        if (deduction.decision().isEmpty()) {
          differ("bundle.undecided", unit.unit(), deduction.kind());
        }
      }
    }
  }

  private void rows(String file, Consumer<JsonObject> row) {
    var json = Json.parse(name + "/" + file, BundleFiles.text(files, file));
    if (!(json instanceof Json.Array(var items))) {
      throw BadInput.at(name + "/" + file, "json.expected.array");
    }
    for (int i = 0; i < items.size(); i++) {
      row.accept(new JsonObject(file + "[" + i + "]", items.get(i), mistakes::add));
    }
  }

  private void finding(JsonObject finding) {
    unit(finding.path(), finding.needText("unit"));
    code(finding.path(), finding.needText("code"));
    var column = finding.needText("column");
    if (!COLUMNS.contains(column)) {
      differ("bundle.unknown", finding.path(), column);
    }
  }

  private void evidence(JsonObject item) {
    unit(item.path(), item.needText("unit"));
    for (var fact : item.list("facts")) {
      if (!(fact instanceof Json.Text(var id) && set().facts().containsKey(id))) {
        differ("bundle.unknown", item.path(), ResultsDifference.shown(fact));
      }
    }
    var sha256 = item.needText("sha256");
    if (!SHA_256.matcher(sha256).matches()) {
      differ("bundle.unknown", item.path(), sha256);
    }
  }

  private void robustness() {
    var file = PublishedFiles.ROBUSTNESS;
    var stated = Json.parse(name + "/" + file, BundleFiles.text(files, file));
    var head = new JsonObject(name + "/" + file + " $", stated, mistakes::add);
    long draws = whole(head, "draws");
    long seed = whole(head, "seed");
    if (draws < 1 || draws * Math.max(1, round.answers().units().size()) > MOST_MEASURED) {
      throw BadInput.at(name + "/" + file, "bundle.robustnessTooLarge");
    }
    var measured = new ByteArrayOutputStream();
    RobustnessJson.write(
        measured,
        Robustness.of(set(), round.answers(), round.standings().policy(), (int) draws, seed));
    var found = Json.parse(file, measured.toString(StandardCharsets.UTF_8));
    if (!found.equals(stated)) {
      ResultsDifference.between(stated, found)
          .forEach(difference -> differ("bundle.in", file, difference));
    }
  }

  private long whole(JsonObject json, String key) {
    json.missing(key);
    return json.number(key)
        .filter(number -> number.isWhole() && number.numerator().bitLength() < Long.SIZE)
        .map(number -> number.numerator().longValueExact())
        .orElse(0L);
  }

  private void unit(String where, String unit) {
    if (!units.contains(unit)) {
      differ("bundle.unknown", where, unit);
    }
  }

  private void code(String where, String code) {
    if (set().scoredBelow(code).isEmpty()) {
      differ("bundle.unknown", where, code);
    }
  }

  private void value(String where, String what, Object said, Object found) {
    differ(
        "bundle.value",
        where,
        Sentence.of("bundle.what.other", what),
        String.valueOf(said),
        String.valueOf(found));
  }

  private void differ(String what, Object... arguments) {
    differences.add(Sentence.of(what, arguments));
  }
}
