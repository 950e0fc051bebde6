package thangdiem;

import static thangdiem.Demo.vietnam;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.Rational;
import thangdiem.inspection.Draw;
import thangdiem.inspection.PlanForm;
import thangdiem.inspection.Plans;
import thangdiem.inspection.Proposals;
import thangdiem.inspection.Reason;
import thangdiem.inspection.Signing;
import thangdiem.inspection.Visit;
import thangdiem.inspection.Visits;
import thangdiem.round.Participation;
import thangdiem.round.Round;
import thangdiem.scoring.Fact;
import thangdiem.verification.VerifiedSheets;

/**
 * Inspections of the demo (kiểm tra mẫu): units are drawn, one is visited and its minutes are
 * signed by both sides, one is still to be visited, one is left out for a stated reason.
 */
@Component
class DemoInspection {

  static final String VISITED = "ubnd-huyen-phung-hiep";
  private static final int YEAR = 2017;
  private static final String SEED = "Xổ số kiến thiết Hậu Giang 25/11/2017: 482913";
  private static final int DRAWN = 5;
  private static final int NOT_FOUND = 9;
  private static final String DECISION = "112/QĐ-STTTT";
  private static final String COUNTED = "computers_antivirus";
  private static final String INSPECTORS_UNIT = "van-phong-ubnd-tinh";

  private final DemoPeople people;
  private final Proposals proposals;
  private final Plans plans;
  private final Visits visits;
  private final Signing signing;
  private final VerifiedSheets sheets;

  DemoInspection(
      DemoPeople people,
      Proposals proposals,
      Plans plans,
      Visits visits,
      Signing signing,
      VerifiedSheets sheets) {
    this.people = people;
    this.proposals = proposals;
    this.plans = plans;
    this.visits = visits;
    this.signing = signing;
    this.sheets = sheets;
  }

  /**
   * Draws, decides, plans and visits.
   *
   * @param clock sets the time of decisions
   */
  void run(Actor organiser, Round round, Consumer<OffsetDateTime> clock) {
    clock.accept(vietnam(YEAR, 11, 27, 8, 15));
    proposals.draw(organiser, round, SEED, DRAWN);
    var drawn =
        proposals.draws(round).getFirst().candidates().stream()
            .filter(unit -> unit.drawn().isPresent() && !unit.code().equals(VISITED))
            .filter(unit -> !unit.code().equals(INSPECTORS_UNIT))
            .map(Draw.Candidate::code)
            .toList();
    clock.accept(vietnam(YEAR, 11, 27, 10, 40));
    var visited = visits.part(organiser, round.key(), VISITED);
    choose(
        organiser,
        visited,
        true,
        Reason.OTHER,
        "Huyện chưa gửi bảng kê máy có phần mềm diệt virus.");
    var ahead = visits.part(organiser, round.key(), drawn.get(0));
    choose(organiser, ahead, true, Reason.AS_DRAWN, "Theo kết quả bốc thăm.");
    choose(
        organiser,
        visits.part(organiser, round.key(), drawn.get(1)),
        false,
        Reason.NOBODY_FREE,
        "Tổ kiểm tra chỉ đủ người cho hai cuộc trước ngày 15/12.");
    plan(organiser, visited, "30/11/2017 08:30", "Trụ sở UBND huyện Phụng Hiệp");
    plan(organiser, ahead, "14/12/2017 08:30", "Trụ sở " + ahead.unit().name());
    visit(round, clock);
  }

  private void choose(
      Actor organiser, Participation part, boolean chosen, Reason reason, String words) {
    proposals.choose(organiser, part.round(), part.unit(), chosen, reason, words);
  }

  private void plan(Actor organiser, Participation part, String starts, String place) {
    var inspector = people.actor("kiemtra").account().toString();
    plans.plan(
        organiser,
        part,
        PlanForm.of(
            starts, place, DECISION, inspector, "", List.of(), List.of("computers", COUNTED), 0));
  }

  private void visit(Round round, Consumer<OffsetDateTime> clock) {
    var inspector = people.actor("kiemtra");
    var claimed = sheets.of(round, VISITED).claimed().facts();
    clock.accept(vietnam(YEAR, 11, 30, 8, 35));
    note(inspector, round, "began", "08 giờ 30, ngày 30 tháng 11 năm 2017");
    note(inspector, round, "present", "Ông Lê Văn Út, Chánh Văn phòng HĐND và UBND huyện");
    clock.accept(vietnam(YEAR, 11, 30, 10, 5));
    if (claimed.get("computers") instanceof Fact.Amount(var computers)) {
      note(inspector, round, "measured:computers", whole(computers));
    }
    if (claimed.get(COUNTED) instanceof Fact.Amount(var protectedOnes)) {
      note(
          inspector,
          round,
          "measured:" + COUNTED,
          whole(protectedOnes.minus(Rational.of(NOT_FOUND))));
    }
    note(
        inspector,
        round,
        "remark:" + COUNTED,
        "Chín máy chỉ cài bản dùng thử đã hết hạn, không còn cập nhật.");
    note(inspector, round, "findings", "Số máy tính đúng như khai; số máy có diệt virus thấp hơn.");
    note(inspector, round, "opinion", "Huyện thống nhất số liệu đã đếm cùng Tổ kiểm tra.");
    clock.accept(vietnam(YEAR, 11, 30, 11, 10));
    note(inspector, round, "ended", "11 giờ 10, ngày 30 tháng 11 năm 2017");
    sign(inspector, round, Visit.Side.TEAM, "Võ Minh Trí", "Tổ trưởng");
    sign(inspector, round, Visit.Side.UNIT, "Lê Văn Út", "Chánh Văn phòng HĐND và UBND huyện");
    signing.close(inspector, visits.toNote(inspector, round.key(), VISITED));
  }

  private static String whole(Rational number) {
    return number.toDecimal(0).toPlainString();
  }

  private void note(Actor inspector, Round round, String field, String value) {
    var visit = visits.toNote(inspector, round.key(), VISITED);
    visits.note(inspector, visit, UUID.randomUUID(), field, 0, value, visit.now());
  }

  private void sign(Actor inspector, Round round, Visit.Side side, String name, String post) {
    var visit = visits.toNote(inspector, round.key(), VISITED);
    signing.sign(
        inspector,
        visit,
        new Visit.Signature(UUID.randomUUID(), side, name, post, "", visit.sha256(), visit.now()));
  }
}
