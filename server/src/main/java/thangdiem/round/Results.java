package thangdiem.round;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.ResultsWorkbook;
import thangdiem.exchange.Sha256;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Reasons;
import thangdiem.words.Words;

/**
 * The result of a rehearsal (kết quả diễn tập): what the engine makes of what its council adopted,
 * kept as the bytes that are handed out. A result that counts is adopted by the council and
 * published; this is neither.
 */
@Component
class Results {

  /**
   * A kept result with what it was computed from.
   *
   * @param sha256 of its results.json as kept
   * @param holds whether computing it again gives the same bytes
   */
  record Kept(thangdiem.exchange.Round computed, String sha256, boolean holds) {}

  private final ResultTable table;
  private final RoundTable rounds;
  private final RoundAnswers answers;
  private final CalendarTable calendars;
  private final Editions editions;
  private final List<AdoptedAnswers> adopted;

  Results(
      ResultTable table,
      RoundTable rounds,
      RoundAnswers answers,
      CalendarTable calendars,
      Editions editions,
      List<AdoptedAnswers> adopted) {
    this.table = table;
    this.rounds = rounds;
    this.answers = answers;
    this.calendars = calendars;
    this.editions = editions;
    this.adopted = adopted;
  }

  /**
   * Computes and keeps the result of a finished round; its SHA-256. Within the act that ends it.
   */
  String keep(Round round) {
    var computed = compute(round);
    var results = Bundle.results(computed);
    var workbook = new ByteArrayOutputStream();
    var bundle = new ByteArrayOutputStream();
    try {
      ResultsWorkbook.write(
          workbook,
          computed.standings(),
          new Reasons(computed.standings().set(), computed.standings().policy()),
          computed.answers().note());
      Bundle.write(bundle, computed, results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var sha256 = Sha256.of(results);
    table.add(round.id(), results, sha256, workbook.toByteArray(), bundle.toByteArray());
    return sha256;
  }

  /** The rounds that have one to show. */
  List<UUID> rounds() {
    return table.rounds();
  }

  /** Whether there is a result to show. */
  boolean has(Round round) {
    return table.sha256(round.id()).isPresent();
  }

  /**
   * The result of a round, computed again and compared with what was kept.
   *
   * @throws NotFound when there is none
   */
  Kept of(Round round) {
    var sha256 =
        table.sha256(round.id()).orElseThrow(() -> new NotFound("result of " + round.key()));
    var computed = compute(round);
    return new Kept(computed, sha256, Sha256.of(Bundle.results(computed)).equals(sha256));
  }

  private thangdiem.exchange.Round compute(Round round) {
    CriteriaSource source =
        editions.source(round.criteriaSha256(), () -> rounds.criteriaYaml(round.id()));
    var set = source.file().set();
    var note = Words.VIETNAMESE.say("results.note", round.name());
    var policy = calendars.calendar(round.id()).inForce(round.policy(), set);
    return thangdiem.exchange.Round.of(source, read(round, set, note), policy);
  }

  /** What the council adopted, else what was sent. */
  private Answers read(Round round, CriteriaSet set, String note) {
    return adopted.stream()
        .flatMap(known -> known.of(round).stream())
        .findFirst()
        .map(json ->
            AnswersJson.read(
                "answers.json", new String(json, StandardCharsets.UTF_8), set, Optional.empty()))
        .or(() -> answers.of(round, set, note, true))
        .orElseThrow(() -> new Refusal("results.noAnswers"));
  }
}
