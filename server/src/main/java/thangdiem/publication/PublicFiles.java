package thangdiem.publication;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.council.Adjustment;
import thangdiem.council.CouncilSheets;
import thangdiem.council.CouncilUnit;
import thangdiem.criteria.CriteriaSet;
import thangdiem.evidence.Citation;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.EvidenceItem;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.RobustnessJson;
import thangdiem.ranking.Robustness;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Answers;
import thangdiem.scoring.UnitAnswers;
import thangdiem.verification.Finding;
import thangdiem.words.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a published bundle says beside the result (docs/bundle.md): the columns before the last, why
 * they differ, and what was shown as proof. Nobody's own words and nobody's name are in it.
 */
@Component
class PublicFiles {

  private static final Words SAY = Words.VIETNAMESE;

  /** Of how many units the ranks are still measured in seconds, here and by whoever checks. */
  private static final int MOST_MEASURED = 2_000;

  private static final int MOST_DRAWS = 10_000;

  /** What the verifier measures again: draws × units (docs/bundle.md). */
  private static final int MOST_RANKS = 5_000_000;

  private final Rounds rounds;
  private final CouncilSheets sheets;
  private final Evidence evidence;

  PublicFiles(Rounds rounds, CouncilSheets sheets, Evidence evidence) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.evidence = evidence;
  }

  /**
   * The files by their names.
   *
   * @param decided the answers that were adopted
   */
  Map<String, byte[]> of(Round round, Answers decided) {
    var set = rounds.criteria(round);
    var units = sheets.all(round);
    var shown = evidence.of(round.id());
    var files = new LinkedHashMap<String, byte[]>();
    files.put("claimed.json", column(set, decided, units, unit -> unit.verified().claimed()));
    files.put("verified.json", column(set, decided, units, unit -> unit.verified().verified()));
    files.put("findings.json", json(units.stream().flatMap(PublicFiles::reasons).toList()));
    files.put("evidence.json", json(units.stream().flatMap(unit -> proofs(unit, shown)).toList()));
    if (units.size() <= MOST_MEASURED) {
      var measured = new ByteArrayOutputStream();
      RobustnessJson.write(
          measured,
          Robustness.of(set, decided, rounds.policy(round), draws(units.size()), round.year()));
      files.put("robustness.json", measured.toByteArray());
    }
    return files;
  }

  /** As many as whoever checks repeats. */
  static int draws(int units) {
    return Math.min(MOST_DRAWS, MOST_RANKS / Math.max(1, units));
  }

  private static byte[] column(
      CriteriaSet set,
      Answers decided,
      List<CouncilUnit> units,
      Function<CouncilUnit, UnitAnswers> column) {
    var out = new ByteArrayOutputStream();
    AnswersJson.write(
        out,
        new Answers(
            set.id(),
            set.year(),
            decided.note(),
            decided.notHeld(),
            units.stream().map(column).toList()));
    return out.toByteArray();
  }

  private static byte[] json(List<Map<String, Object>> rows) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(rows);
  }

  private static Stream<Map<String, Object>> reasons(CouncilUnit unit) {
    var settled =
        unit.verified().findings().stream()
            .map(Finding::code)
            .distinct()
            .flatMap(code -> unit.verified().standing(code).stream())
            .filter(finding -> !finding.verdict().agrees())
            .map(finding ->
                reason(
                    unit,
                    finding.code(),
                    "verified",
                    finding.verdict().name(),
                    finding.ground().map(Enum::name).orElse(""),
                    finding.at().toString(),
                    Optional.empty()));
    var adjusted =
        unit.adjustments().stream()
            .map(one ->
                reason(
                    unit,
                    one.code(),
                    "council",
                    one.kind().name(),
                    one.ground(),
                    one.at().toString(),
                    one.document().or(() -> session(one))));
    return Stream.concat(settled, adjusted);
  }

  private static Optional<String> session(Adjustment one) {
    return Optional.of(SAY.say("publish.session", one.session(), Words.date(one.day())));
  }

  private static Map<String, Object> reason(
      CouncilUnit unit,
      String code,
      String column,
      String verdict,
      String ground,
      String at,
      Optional<String> document) {
    var row = new LinkedHashMap<String, Object>();
    row.put("unit", unit.unit().code());
    row.put("code", code);
    row.put("column", column);
    row.put("verdict", verdict);
    row.put("reason", ground.isEmpty() ? "" : SAY.say("verify.ground." + ground));
    document.ifPresent(known -> row.put("document", known));
    row.put("at", at);
    return row;
  }

  private static Stream<Map<String, Object>> proofs(
      CouncilUnit unit, Map<UUID, List<EvidenceItem>> shown) {
    return shown.getOrDefault(unit.unit().unit(), List.of()).stream()
        .filter(EvidenceItem::current)
        .filter(item -> !item.citations().isEmpty())
        .map(item -> proof(unit, item));
  }

  /**
   * Of what has no number, and so is somebody's own file, and of what is confidential no words are
   * told; of the latter nothing but its hash and what it is for.
   */
  private static Map<String, Object> proof(CouncilUnit unit, EvidenceItem item) {
    var facts = new ArrayList<String>();
    var criteria = new ArrayList<String>();
    var pages = new ArrayList<String>();
    for (var citation : item.citations()) {
      (citation.about().of() == Citation.Of.FACT ? facts : criteria).add(citation.about().code());
      if (!citation.pages().isEmpty()) {
        pages.add(citation.pages());
      }
    }
    var said = item.description();
    boolean told = item.confidential().isEmpty();
    boolean issued = told && !said.number().isBlank();
    var row = new LinkedHashMap<String, Object>();
    row.put("unit", unit.unit().code());
    row.put("facts", facts);
    row.put("criteria", criteria);
    row.put("title", issued ? said.subject() : "");
    row.put("number", issued ? said.number() : "");
    row.put("issuer", issued ? said.issuer() : "");
    row.put("issuedOn", issued ? said.issuedOn().map(Object::toString).orElse("") : "");
    row.put("pages", told ? String.join("; ", pages) : "");
    row.put("sha256", item.sha256());
    if (told) {
      row.put("bytes", item.size());
    }
    return row;
  }
}
