package thangdiem;

import static thangdiem.Demo.vietnam;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.verification.Ground;
import thangdiem.verification.Hearing;
import thangdiem.verification.Hearings;
import thangdiem.verification.Judgement;
import thangdiem.verification.Notices;
import thangdiem.verification.Outcome;
import thangdiem.verification.Verdict;
import thangdiem.verification.VerifiedSheets;
import thangdiem.verification.VerifiedUnit;

/** Units are heard (giải trình mẫu): one has explained and was believed, the others still may. */
@Component
class DemoHearing {

  private static final int YEAR = 2017;
  private static final String EXPLAINED = "II.3.5";

  private final DemoPeople people;
  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Notices notices;
  private final Hearings hearings;

  DemoHearing(
      DemoPeople people, Rounds rounds, VerifiedSheets sheets, Notices notices, Hearings hearings) {
    this.people = people;
    this.rounds = rounds;
    this.sheets = sheets;
    this.notices = notices;
    this.hearings = hearings;
  }

  /**
   * Tells all units what was found; the head of the demo's unit explains one finding.
   *
   * @param clock sets the time of decisions
   */
  void run(Round round, Consumer<OffsetDateTime> clock) {
    clock.accept(vietnam(YEAR, 12, 6, 9, 0));
    notices.send(people.actor("chutri"), round);
    var unit = sheets.of(round, DemoAccounts.CLERKS_UNIT);
    var heard = latest(round, unit);
    clock.accept(vietnam(YEAR, 12, 8, 14, 30));
    hearings.send(
        people.actor("thutruong"),
        round,
        unit.unit(),
        heard,
        new Hearings.Typed(
            false,
            "Hồ sơ hẹn lại đã được người dân đồng ý bằng văn bản nên vẫn đúng hạn; xin gửi lại bảng kê.",
            Map.of(),
            0));
    clock.accept(vietnam(YEAR, 12, 11, 10, 15));
    hearings.decide(
        people.actor("thamdinh2"),
        round,
        sheets.of(round, DemoAccounts.CLERKS_UNIT),
        latest(round, unit),
        "II",
        Outcome.Result.ACCEPTED,
        "Bảng kê có chữ ký của người nộp hồ sơ.",
        Optional.of(
            new Judgement(
                Verdict.ACCEPTED,
                Optional.of(Ground.EXPLANATION_ACCEPTED),
                "Bảng kê có chữ ký của người nộp hồ sơ.",
                Map.of())));
  }

  private Hearing latest(Round round, VerifiedUnit unit) {
    return hearings
        .latest(round, rounds.criteria(round), unit.unit().unit(), EXPLAINED)
        .orElseThrow();
  }
}
