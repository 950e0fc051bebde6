package thangdiem;

import static thangdiem.Demo.vietnam;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.council.Corrections;
import thangdiem.council.MotionKind;
import thangdiem.council.Proposed;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Rational;
import thangdiem.exchange.CriteriaSource;
import thangdiem.publication.Decree;
import thangdiem.publication.Publications;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.verification.Divisions;
import thangdiem.verification.Findings;
import thangdiem.verification.Ground;
import thangdiem.verification.Judgement;
import thangdiem.verification.Verdict;
import thangdiem.verification.VerifiedSheets;

/**
 * The two years of the demo that are published (các năm đã công bố): in the second some figures
 * were corrected by verifiers, and one after it was published.
 */
@Component
class DemoPublished {

  private static final int FIRST_YEAR = 2015;
  private static final int SECOND_YEAR = 2016;
  private static final int WITH_PAPERS = 6;
  private static final int TOO_MANY = 9;
  private static final String CORRECTED_LATER = "so-khoa-hoc-va-cong-nghe";

  private final DemoPeople people;
  private final DemoReports reports;
  private final DemoEvidence evidence;
  private final DemoCouncil council;
  private final Rounds rounds;
  private final Divisions divisions;
  private final Findings findings;
  private final VerifiedSheets sheets;
  private final Corrections corrections;
  private final Publications publications;

  DemoPublished(
      DemoPeople people,
      DemoReports reports,
      DemoEvidence evidence,
      DemoCouncil council,
      Rounds rounds,
      Divisions divisions,
      Findings findings,
      VerifiedSheets sheets,
      Corrections corrections,
      Publications publications) {
    this.people = people;
    this.reports = reports;
    this.evidence = evidence;
    this.council = council;
    this.rounds = rounds;
    this.divisions = divisions;
    this.findings = findings;
    this.sheets = sheets;
    this.corrections = corrections;
    this.publications = publications;
  }

  /**
   * Runs both years to their end.
   *
   * @param clock sets the time of decisions
   */
  void run(
      Actor organiser,
      CriteriaSource source,
      DemoReports.Sample sample,
      Consumer<OffsetDateTime> clock) {
    for (int year = FIRST_YEAR; year <= SECOND_YEAR; year++) {
      clock.accept(vietnam(year, 10, 16, 8, 0));
      var draft = rounds.draft(organiser, year, false, source);
      rounds.moveTo(organiser, draft, Phase.OPEN);
      var round = rounds.named(draft.key());
      for (var unit : rounds.units(round)) {
        clock.accept(
            vietnam(year, 12, 1 + unit.ordinal() % 12, 8 + unit.ordinal() % 9, unit.ordinal()));
        var facts = sample.before(unit.code(), SECOND_YEAR + 1 - year);
        boolean shows = year == SECOND_YEAR && unit.ordinal() <= WITH_PAPERS;
        reports.report(
            round,
            unit,
            facts,
            () -> {
              if (shows) {
                show(round, unit, facts.keySet(), source);
              }
            });
      }
      clock.accept(vietnam(year, 12, 18, 8, 0));
      move(organiser, round, Phase.VERIFYING);
      if (year == SECOND_YEAR) {
        verify(organiser, rounds.named(round.key()));
      }
      clock.accept(vietnam(year + 1, 1, 23, 8, 0));
      move(organiser, round, Phase.EXPLAINING);
      clock.accept(vietnam(year + 1, 2, 2, 8, 0));
      move(organiser, round, Phase.COUNCIL);
      clock.accept(vietnam(year + 1, 2, 20, 14, 0));
      council.adopt(round, LocalDate.of(year + 1, 2, 20));
      clock.accept(vietnam(year + 1, 2, 28, 9, 0));
      publish(organiser, round, year == FIRST_YEAR ? "407/QĐ-UBND" : "386/QĐ-UBND", clock);
    }
    correct(organiser, rounds.named(String.valueOf(SECOND_YEAR)), clock);
  }

  private void move(Actor organiser, Round round, Phase to) {
    rounds.moveTo(organiser, rounds.named(round.key()), to);
  }

  private void show(Round round, RoundUnit unit, Iterable<String> answered, CriteriaSource source) {
    if (unit.code().equals(DemoPeople.WITHOUT_PEOPLE)) {
      return;
    }
    var set = source.file().set();
    var facts = new java.util.ArrayList<String>();
    answered.forEach(fact -> {
      FactDefinition known = set.facts().get(fact);
      if (known != null && !known.theme().equals("security")) {
        facts.add(fact);
      }
    });
    evidence.attachReport(
        people.clerk(unit.code()), round, unit, set, facts, LocalDate.of(SECOND_YEAR, 11, 28));
  }

  /** Two units counted too much. */
  private void verify(Actor organiser, Round round) {
    divisions.share(organiser, round, Divisions.By.UNIT);
    for (var unit : List.of("so-y-te", "ubnd-huyen-vi-thuy")) {
      var sheet = sheets.of(round, unit);
      if (sheet.claimed().facts().get("computers_antivirus") instanceof Fact.Amount(var claimed)) {
        var judge =
            List.of("thamdinh", "thamdinh2").stream()
                .map(people::actor)
                .filter(actor -> findings.isTheirs(actor, round, sheet, "IV.3"))
                .findFirst()
                .orElseThrow();
        findings.judge(
            judge,
            round,
            sheet,
            "IV.3",
            new Judgement(
                Verdict.CORRECTED,
                Optional.of(Ground.COUNTED_OTHERWISE),
                "Bản quyền của " + TOO_MANY + " máy đã hết hạn trong năm.",
                Map.of(
                    "computers_antivirus",
                    Optional.of(new Fact.Amount(claimed.minus(Rational.of(TOO_MANY)))))),
            0);
      }
    }
  }

  private void publish(
      Actor organiser, Round round, String number, Consumer<OffsetDateTime> clock) {
    var on = rounds.now().atZoneSameInstant(thangdiem.words.VietnamTime.ZONE);
    publications.publish(
        organiser,
        rounds.named(round.key()),
        new Decree(number, on.toLocalDate(), on.toOffsetDateTime()),
        Optional.empty());
    clock.accept(on.toOffsetDateTime().plusHours(1));
  }

  /** A unit found its own mistake after the result was published. */
  private void correct(Actor organiser, Round round, Consumer<OffsetDateTime> clock) {
    clock.accept(vietnam(SECOND_YEAR + 1, 3, 20, 9, 0));
    var unit =
        rounds.units(round).stream()
            .filter(one -> one.code().equals(CORRECTED_LATER))
            .findFirst()
            .orElseThrow();
    var claimed = sheets.of(round, CORRECTED_LATER).claimed().facts().get("computers_internet");
    if (!(claimed instanceof Fact.Amount(var computers))) {
      throw new IllegalStateException("the sample has no computers of " + CORRECTED_LATER);
    }
    var secretary = people.actor("thuky");
    var id =
        corrections.propose(
            secretary,
            round,
            unit,
            "I.2",
            new Proposed(
                MotionKind.VALUES,
                Ground.COUNTED_OTHERWISE.name(),
                "Đơn vị báo đã đếm trùng máy tính của đơn vị trực thuộc.",
                Map.of(
                    "computers_internet",
                    Optional.of(new Fact.Amount(computers.minus(Rational.of(TOO_MANY)))))),
            "152/STTTT-CNTT",
            LocalDate.of(SECOND_YEAR + 1, 3, 17));
    for (var approver : List.of("lanhdao", "uyvien")) {
      corrections.approve(people.actor(approver), round, corrections.one(round, id));
    }
    publish(organiser, round, "571/QĐ-UBND", clock);
  }
}
