package thangdiem;

import static thangdiem.Demo.vietnam;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Refusal;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.verification.Divisions;
import thangdiem.verification.Finding;
import thangdiem.verification.Findings;
import thangdiem.verification.Ground;
import thangdiem.verification.Judgement;
import thangdiem.verification.Verdict;
import thangdiem.verification.VerifiedSheets;

/**
 * A rehearsal of the year that is being verified (diễn tập thẩm định): most is confirmed, some is
 * corrected, asked or refused, and two verifiers differ.
 */
@Component
class DemoVerification {

  private static final int YEAR = 2017;
  private static final String ORGANISER = "so-thong-tin-va-truyen-thong";
  private static final int CONFIRMED_UNITS = 12;
  private static final int TOO_MANY = 9;

  private final DemoPeople people;
  private final Rounds rounds;
  private final Divisions divisions;
  private final Findings findings;
  private final VerifiedSheets sheets;

  DemoVerification(
      DemoPeople people,
      Rounds rounds,
      Divisions divisions,
      Findings findings,
      VerifiedSheets sheets) {
    this.people = people;
    this.rounds = rounds;
    this.divisions = divisions;
    this.findings = findings;
    this.sheets = sheets;
  }

  /**
   * Verifies a part of a round.
   *
   * @param clock sets the time of decisions
   */
  void verify(Actor organiser, Round round, Consumer<OffsetDateTime> clock) {
    var first = people.actor("thamdinh");
    var second = people.actor("thamdinh2");
    divisions.share(organiser, round, Divisions.By.UNIT);
    divisions.give(organiser, round, first.account(), Set.of("so-cong-thuong"), Set.of(), 1);
    divisions.give(organiser, round, second.account(), Set.of("so-cong-thuong"), Set.of("IV"), 2);
    var units = rounds.units(round);
    for (int u = 0; u < CONFIRMED_UNITS; u++) {
      for (var section : rounds.criteria(round).sections()) {
        clock.accept(vietnam(YEAR, 11, 22 + u % 6, 8 + u % 8, u * 11 % 60));
        confirm(first, second, round, units.get(u), section);
      }
    }
    clock.accept(vietnam(YEAR, 11, 29, 9, 47));
    judge(
        whose(first, second, round, "so-tai-nguyen-va-moi-truong", "II.3.5"),
        round,
        "so-tai-nguyen-va-moi-truong",
        "II.3.5",
        new Judgement(
            Verdict.CORRECTED,
            Optional.of(Ground.DIFFERS_FROM_EVIDENCE),
            "Trang 3 của báo cáo ghi 4.500 hồ sơ đúng hạn; hồ sơ gia hạn không tính là đúng hạn.",
            Map.of("dossiers_on_time", amount(4500))));
    judge(
        whose(first, second, round, "ubnd-huyen-phung-hiep", "IV.3"),
        round,
        "ubnd-huyen-phung-hiep",
        "IV.3",
        new Judgement(
            Verdict.ASKED,
            Optional.empty(),
            "Đề nghị gửi bảng kê máy tính có cài phần mềm diệt virus.",
            Map.of()));
    judge(
        whose(first, second, round, "thanh-tra-tinh", "II.1"),
        round,
        "thanh-tra-tinh",
        "II.1",
        new Judgement(Verdict.CLAIM_APPROVED, Optional.empty(), "", Map.of()));
    judge(
        first,
        round,
        "so-cong-thuong",
        "IV.3",
        new Judgement(Verdict.ACCEPTED, Optional.empty(), "", Map.of()));
    judge(
        second,
        round,
        "so-cong-thuong",
        "IV.3",
        corrected("computers_antivirus", 130, "15 máy chỉ cài bản dùng thử đã hết hạn."));
    correctHeard(first, second, round, "II.3.5", "dossiers_on_time");
    correctHeard(first, second, round, "IV.3", "computers_antivirus");
    judge(
        second,
        round,
        ORGANISER,
        "I.1",
        corrected("computers", 56, "Ba máy đã thanh lý trong năm vẫn được đếm."));
  }

  /** The demo's own unit has figures corrected, so that there is something to explain. */
  private void correctHeard(Actor first, Actor second, Round round, String code, String fact) {
    var unit = sheets.of(round, DemoAccounts.CLERKS_UNIT);
    if (unit.claimed().facts().get(fact) instanceof Fact.Amount(var claimed)) {
      var who = whose(first, second, round, DemoAccounts.CLERKS_UNIT, code);
      judge(
          who,
          round,
          DemoAccounts.CLERKS_UNIT,
          code,
          corrected(
              fact,
              claimed.minus(Rational.of(TOO_MANY)).toDecimal(0).longValueExact(),
              "Bảng kê đính kèm ghi ít hơn " + TOO_MANY + " đơn vị đếm."));
    }
  }

  private static Judgement corrected(String fact, long value, String words) {
    return new Judgement(
        Verdict.CORRECTED,
        Optional.of(Ground.COUNTED_OTHERWISE),
        words,
        Map.of(fact, amount(value)));
  }

  private static Optional<Fact> amount(long value) {
    return Optional.of(new Fact.Amount(Rational.of(value)));
  }

  private Actor whose(Actor first, Actor second, Round round, String unit, String code) {
    return findings.isTheirs(first, round, sheets.of(round, unit), code) ? first : second;
  }

  private void judge(Actor who, Round round, String unit, String code, Judgement judgement) {
    var one = sheets.of(round, unit);
    long seen =
        one.findings().stream()
            .filter(finding -> finding.code().equals(code))
            .filter(finding -> finding.account().equals(who.account()))
            .mapToLong(Finding::seq)
            .max()
            .orElse(0);
    findings.judge(who, round, one, code, judgement, seen);
  }

  /** Confirms what nothing speaks against, by whoever it was given to. */
  private void confirm(Actor first, Actor second, Round round, RoundUnit unit, Section section) {
    var one = sheets.of(round, unit.code());
    var who = findings.isTheirs(first, round, one, section.code()) ? first : second;
    try {
      findings.acceptAll(who, round, one, section.code());
    } catch (Refusal nothingPlain) {
      return;
    }
  }
}
