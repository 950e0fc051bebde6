package thangdiem;

import static thangdiem.Demo.vietnam;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.Points;
import thangdiem.deduction.Cause;
import thangdiem.deduction.DeductionDecisions;
import thangdiem.deduction.DeductionHearings;
import thangdiem.deduction.Deductions;
import thangdiem.deduction.Ending;
import thangdiem.deduction.Ground;
import thangdiem.deduction.Proposal;
import thangdiem.deduction.Step;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.exchange.Sha256;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;

/**
 * Deductions in every state (trừ điểm mẫu): one contested and upheld, one contested, one that waits
 * for its unit, one withdrawn.
 */
@Component
class DemoDeductions {

  /** What the demo's round takes off; for an incident nobody has fixed it, and pages warn. */
  static final Map<String, Optional<Points>> AMOUNTS =
      Map.of(
          Cause.LATE_REPORT.kind(), Optional.of(Points.of(5)),
          Cause.WRONG_FIGURES.kind(), Optional.of(Points.of(10)),
          Cause.INCIDENT.kind(), Optional.empty());

  private static final int YEAR = 2017;
  private static final int WORKING_DAYS = 5;
  private static final String LATE = "so-xay-dung";
  private static final String CORRECTED = "so-tai-nguyen-va-moi-truong";
  private static final String MISTAKEN = "ubnd-huyen-phung-hiep";
  private static final String ARTICLE =
      "https://bao-mau.example.vn/trang-so-y-te-bi-chen-noi-dung-la";

  private final DemoPeople people;
  private final Rounds rounds;
  private final Deductions deductions;
  private final DeductionHearings hearings;
  private final DeductionDecisions decisions;

  DemoDeductions(
      DemoPeople people,
      Rounds rounds,
      Deductions deductions,
      DeductionHearings hearings,
      DeductionDecisions decisions) {
    this.people = people;
    this.rounds = rounds;
    this.deductions = deductions;
    this.hearings = hearings;
    this.decisions = decisions;
  }

  /**
   * Lets what happened be proposed and handled, as far as it has come by the demo's day.
   *
   * @param clock sets the time of decisions
   */
  void run(Actor organiser, Round round, Consumer<OffsetDateTime> clock) {
    clock.accept(vietnam(YEAR, 11, 22, 9, 0));
    hearings.proposeLateReports(organiser, round);
    lateUpheld(organiser, round, clock);
    figuresContested(organiser, round, clock);
    withdrawn(organiser, round, clock);
    incidentNotified(organiser, round, clock);
  }

  private void lateUpheld(Actor organiser, Round round, Consumer<OffsetDateTime> clock) {
    var late = about(round, organiser, LATE);
    clock.accept(vietnam(YEAR, 11, 23, 9, 0));
    hearings.notifyUnit(
        organiser, round, late, WORKING_DAYS, "Đề nghị Sở giải trình việc gửi muộn.");
    clock.accept(vietnam(YEAR, 11, 27, 15, 20));
    explain(
        round,
        late,
        LATE,
        "Mạng của Sở hỏng hai ngày cuối hạn; Sở đã gọi điện báo nhưng chưa có văn bản.");
    clock.accept(vietnam(YEAR, 12, 5, 16, 10));
    decisions.decide(
        people.actor("thuky"),
        round,
        late,
        new Ending(
            Ground.PROVEN,
            "Sở không đề nghị gia hạn bằng văn bản trước khi hết hạn.",
            Optional.of(new Step.Document("03/QĐ-HĐ", LocalDate.of(YEAR, 12, 5)))));
  }

  private void figuresContested(Actor organiser, Round round, Consumer<OffsetDateTime> clock) {
    clock.accept(vietnam(YEAR, 11, 29, 10, 5));
    var id =
        hearings.propose(
            people.actor("thamdinh2"),
            round,
            unit(round, CORRECTED),
            wrong("II.3.5", "Báo cáo ghi 4.500 hồ sơ đúng hạn, bảng tự chấm khai cao hơn."));
    clock.accept(vietnam(YEAR, 11, 30, 8, 30));
    hearings.notifyUnit(organiser, round, id, WORKING_DAYS, "");
    clock.accept(vietnam(YEAR, 12, 4, 10, 45));
    explain(round, id, CORRECTED, "Sở đếm cả hồ sơ gia hạn theo hướng dẫn cũ, không khai khống.");
  }

  private void withdrawn(Actor organiser, Round round, Consumer<OffsetDateTime> clock) {
    clock.accept(vietnam(YEAR, 12, 4, 14, 0));
    var id =
        hearings.propose(
            people.actor("thamdinh2"),
            round,
            unit(round, MISTAKEN),
            wrong("IV.3", "Chưa thấy bảng kê máy có phần mềm diệt virus."));
    clock.accept(vietnam(YEAR, 12, 5, 8, 15));
    decisions.withdraw(
        organiser,
        round,
        id,
        new Ending(
            Ground.MISTAKEN,
            "Huyện đang được hỏi về tiêu chí này, chưa phải số liệu sai.",
            Optional.empty()));
  }

  private void incidentNotified(Actor organiser, Round round, Consumer<OffsetDateTime> clock) {
    clock.accept(vietnam(YEAR, 12, 6, 9, 30));
    var capture = article();
    var id =
        hearings.propose(
            organiser,
            round,
            unit(round, DemoAccounts.CLERKS_UNIT),
            new Proposal(
                Cause.INCIDENT,
                ARTICLE,
                Optional.of(LocalDate.of(YEAR, 12, 4)),
                "Báo phản ánh trang thông tin điện tử của Sở bị chèn nội dung lạ trong hai giờ.",
                Optional.of(
                    new Proposal.Shown(
                        Sha256.of(capture), "PDF", "ban-chup-bai-bao.pdf", capture))));
    clock.accept(vietnam(YEAR, 12, 7, 8, 0));
    hearings.notifyUnit(
        organiser, round, id, WORKING_DAYS, "Đề nghị Sở cho biết đã xử lý thế nào.");
  }

  private static Proposal wrong(String criterion, String words) {
    return new Proposal(Cause.WRONG_FIGURES, criterion, Optional.empty(), words, Optional.empty());
  }

  private void explain(Round round, UUID id, String unit, String words) {
    var clerk = people.clerk(unit);
    deductions.of(round, clerk).stream()
        .filter(one -> one.id().equals(id))
        .forEach(one -> hearings.explain(clerk, round, one, false, words));
  }

  private UUID about(Round round, Actor reader, String unit) {
    return deductions.of(round, reader).stream()
        .filter(one -> one.code().equals(unit))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private RoundUnit unit(Round round, String code) {
    return rounds.units(round).stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** A made-up article, as it would be printed from a browser. */
  private static byte[] article() {
    return new OfficialDocument(
            new OfficialHead(List.of("Báo mẫu"), "04/12/2017 07:12", "", ""),
            "BẢN CHỤP BÀI BÁO",
            "Trang của Sở Y tế bị chèn nội dung lạ",
            List.of(
                new Block.Paragraph(
                    "Sáng 4/12, trang thông tin điện tử của Sở Y tế hiện nội dung không liên quan"
                        + " trong khoảng hai giờ trước khi được khắc phục."),
                new Block.Note(ARTICLE)),
            new Signatures(List.of(), List.of()),
            List.of())
        .pdf();
  }
}
