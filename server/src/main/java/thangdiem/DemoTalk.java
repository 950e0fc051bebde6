package thangdiem;

import static thangdiem.Demo.vietnam;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;
import thangdiem.submission.Assessment;
import thangdiem.submission.Assessments;
import thangdiem.submission.Assignments;
import thangdiem.submission.Handovers;
import thangdiem.submission.Remarks;

/**
 * How the demo's clerk works with others (phối hợp trong đơn vị): a section is a colleague's, facts
 * are talked about, somebody is called for, and the head has given the sheet back with words.
 */
@Component
class DemoTalk {

  private static final int YEAR = 2017;
  private static final String FACT = "computers_internet";

  private final DemoPeople people;
  private final Assessments assessments;
  private final Assignments assignments;
  private final Remarks remarks;
  private final Handovers handovers;

  DemoTalk(
      DemoPeople people,
      Assessments assessments,
      Assignments assignments,
      Remarks remarks,
      Handovers handovers) {
    this.people = people;
    this.assessments = assessments;
    this.assignments = assignments;
    this.remarks = remarks;
    this.handovers = handovers;
  }

  /** What happens, each at its time. */
  void run(Round round, BiConsumer<OffsetDateTime, Runnable> happenings) {
    happenings.accept(vietnam(YEAR, 12, 5, 8, 20), () -> share(round));
    happenings.accept(
        vietnam(YEAR, 12, 11, 10, 10),
        () ->
            say(
                round,
                DemoPeople.COLLEAGUE,
                "@canbo Có 4 máy hỏng đang chờ thanh lý, có tính vào số máy nối Internet không?"));
    happenings.accept(
        vietnam(YEAR, 12, 11, 10, 25),
        () ->
            say(
                round,
                "canbo",
                "@"
                    + DemoPeople.COLLEAGUE
                    + " Không tính máy chờ thanh lý, theo biên bản kiểm kê tháng 10."));
    happenings.accept(
        vietnam(YEAR, 12, 12, 8, 15),
        () ->
            say(
                round,
                DemoPeople.COLLEAGUE,
                "@canbo Đã trừ 4 máy. Nhờ chị gắn biên bản kiểm kê làm minh chứng."));
    happenings.accept(vietnam(YEAR, 12, 12, 8, 35), () -> giveBack(round));
  }

  private void share(Round round) {
    var clerk = people.actor("canbo");
    for (var section : List.of("I", "III", "IV")) {
      assignments.give(clerk, of(clerk, round), section, "canbo");
    }
    assignments.give(clerk, of(clerk, round), "II", DemoPeople.COLLEAGUE);
  }

  private void say(Round round, String login, String words) {
    var actor = people.actor(login);
    remarks.say(actor, of(actor, round), FACT, words);
  }

  private void giveBack(Round round) {
    var head = people.actor("thutruong");
    handovers.giveBack(
        head,
        of(head, round),
        "Mục II: kiểm lại số hồ sơ trực tuyến với bộ phận Một cửa; bổ sung minh chứng cho mục I.");
  }

  private Assessment of(Actor actor, Round round) {
    return assessments.toFill(actor, round.key(), DemoAccounts.CLERKS_UNIT);
  }
}
