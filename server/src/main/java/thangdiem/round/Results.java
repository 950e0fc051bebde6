package thangdiem.round;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.ResultsWorkbook;
import thangdiem.exchange.Sha256;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.Scorer;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * The result of a rehearsal (kết quả diễn tập): what the engine makes of the answers that were
 * sent, kept as the bytes that are handed out. A result that counts is adopted by the council and
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

  Results(
      ResultTable table,
      RoundTable rounds,
      RoundAnswers answers,
      CalendarTable calendars,
      Editions editions) {
    this.table = table;
    this.rounds = rounds;
    this.answers = answers;
    this.calendars = calendars;
    this.editions = editions;
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
    var read =
        answers.of(round, set, note, true).orElseThrow(() -> new Refusal("results.noAnswers"));
    return thangdiem.exchange.Round.of(source, read, policy(round, set));
  }

  /** The round's own deadline counts, where it is not the one that the set states. */
  private Policy policy(Round round, CriteriaSet set) {
    var deadline = calendars.calendar(round.id()).deadline().toInstant();
    return deadline.equals(Scorer.deadline(set).toInstant())
        ? round.policy()
        : round
            .policy()
            .with("deadline", deadline.atZone(VietnamTime.ZONE).toOffsetDateTime().toString());
  }
}
