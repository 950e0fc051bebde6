package thangdiem.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Papers;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Extensions;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/** A deduction goes its way: proposed, made known, answered, decided under a document, once. */
@ServerTest
class DeductionTest {

  private static final int CLICKS = 50;

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds given;
  @Autowired private Rounds rounds;
  @Autowired private Extensions extensions;
  @Autowired private Deductions deductions;
  @Autowired private DeductionHearings hearings;
  @Autowired private DeductionDecisions decisions;
  @Autowired private JdbcClient sql;

  private Somebody head;
  private Somebody verifier;
  private Somebody secretary;
  private Round round;

  @BeforeEach
  void aRoundBeingVerified() {
    head = province.somebody(Role.HEAD);
    verifier = province.somebody(Role.VERIFIER);
    secretary = province.somebody(Role.COUNCIL_SECRETARY);
    round = given.open(head);
    given.send(round, head);
    round = given.moved(round, Phase.VERIFYING);
  }

  @AfterEach
  void isNowAgain() {
    TestDatabase.database().setClock(OffsetDateTime.now());
  }

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private String path() {
    return "/rounds/" + round.key() + "/deductions";
  }

  private String own() {
    return "/rounds/"
        + round.key()
        + "/assessments/"
        + given.unit(round, head).code()
        + "/deductions";
  }

  private HttpResponse<String> proposedBy(Visitor visitor) {
    return visitor.post(
        path(),
        Map.of(
            "unit",
            given.unit(round, head).code(),
            "cause",
            Cause.WRONG_FIGURES.name(),
            "criterion",
            "I.1",
            "words",
            "Kiểm tra thấy 12 máy, khai 20."));
  }

  private DeductionCase only() {
    return deductions.of(round, given.organiser()).getFirst();
  }

  private DeductionCase proposed() {
    assertThat(proposedBy(as(verifier)).statusCode()).isEqualTo(302);
    return only();
  }

  private DeductionCase notified() {
    var one = proposed();
    hearings.notifyUnit(given.organiser(), round, one.id(), 5, "Xin giải trình.");
    return only();
  }

  private DeductionCase contested() {
    var one = notified();
    var answer =
        as(head)
            .post(
                own() + "/" + one.id() + "/explanation",
                Map.of("stance", "contests", "words", "Tám máy để ở bộ phận Một cửa."));
    assertThat(answer.statusCode()).isEqualTo(302);
    return only();
  }

  private static Map<String, String> upheld() {
    return Map.of(
        "ground",
        Ground.PROVEN.name(),
        "words",
        "Hội đồng đã xem biên bản kiểm tra.",
        "document",
        "12/QĐ-HĐ",
        "documentOn",
        "01/02/2018");
  }

  private static Ending ending(Ground ground) {
    return new Ending(
        ground,
        "vì lẽ ấy",
        ground.step() == Step.Kind.WITHDRAWN
            ? Optional.empty()
            : Optional.of(new Step.Document("13/QĐ-HĐ", java.time.LocalDate.of(2018, 2, 2))));
  }

  @Test
  void isMadeKnownHeardAndDecidedUnderADocument() {
    var one = contested();
    assertThat(one.state()).isEqualTo(DeductionCase.State.CONTESTED);

    var answer = as(secretary).post(path() + "/" + one.id() + "/decision", upheld());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(only().state()).isEqualTo(DeductionCase.State.UPHELD);
    assertThat(deductions.decided(round).get(head.unit()))
        .singleElement()
        .satisfies(taken -> assertThat(taken.decision()).contains("12/QĐ-HĐ"));
    assertThat(as(head).get(own()).body())
        .contains("12/QĐ-HĐ", "Tám máy để ở bộ phận Một cửa.", "Đơn vị từng không đồng ý");
  }

  @Test
  void takesNoEffectBeforeADecision() {
    proposed();
    assertThat(deductions.decided(round)).isEmpty();
    hearings.notifyUnit(given.organiser(), round, only().id(), 5, "");
    assertThat(deductions.decided(round)).isEmpty();
  }

  @Test
  void isNotShownToTheUnitBeforeItIsMadeKnown() {
    proposed();
    assertThat(as(head).get(own()).body()).doesNotContain("Kiểm tra thấy 12 máy");
    hearings.notifyUnit(given.organiser(), round, only().id(), 5, "");
    assertThat(as(head).get(own()).body()).contains("Kiểm tra thấy 12 máy");
  }

  @Test
  void isATaskOfTheUnitUntilItHasAnswered() {
    notified();
    assertThat(as(head).get("/rounds/" + round.key()).body())
        .contains(own(), "giải trình chậm nhất");
    as(head)
        .post(
            own() + "/" + only().id() + "/explanation",
            Map.of("stance", "accepts", "words", "Nhận."));
    assertThat(as(head).get("/rounds/" + round.key()).body())
        .doesNotContain("giải trình chậm nhất");
  }

  @Test
  void isDecidedOnlyOnceTheUnitWasHeardOrItsTimeIsOver() {
    var one = notified();
    var decides = province.actor(secretary);
    assertThatThrownBy(() -> decisions.decide(decides, round, one.id(), ending(Ground.PROVEN)))
        .isInstanceOf(Refusal.class)
        .hasMessage("deduction.notHeard");

    var lastDay = one.step(Step.Kind.NOTIFIED).flatMap(Step::answerBy).orElseThrow();
    TestDatabase.database()
        .setClock(
            lastDay.plusDays(1).atStartOfDay(thangdiem.words.VietnamTime.ZONE).toOffsetDateTime());
    decisions.decide(decides, round, one.id(), ending(Ground.NOT_EXPLAINED));

    assertThat(only().state()).isEqualTo(DeductionCase.State.UPHELD);
  }

  @Test
  void isOneHoweverOftenItIsProposed() {
    proposed();
    assertThat(proposedBy(as(verifier)).statusCode()).isEqualTo(409);
    assertThat(deductions.of(round, given.organiser())).hasSize(1);
  }

  @Test
  void takesEffectOnceWhateverTheClicks() throws Exception {
    var one = contested();
    var visitor = as(secretary);
    var token = visitor.token();
    var all = new CountDownLatch(1);
    var answers = new ArrayList<Future<Integer>>();
    try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLICKS; i++) {
        answers.add(
            clicks.submit(() -> {
              all.await();
              return visitor
                  .post(path() + "/" + one.id() + "/decision", upheld(), token)
                  .statusCode();
            }));
      }
      all.countDown();
    }
    var statuses = new ArrayList<Integer>();
    for (var answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).containsOnly(302, 409);
    assertThat(statuses.stream().filter(status -> status == 302)).hasSize(1);
    assertThat(deductions.decided(round).get(head.unit())).hasSize(1);
    assertThat(
            sql.sql("select count(*) from deduction_step where deduction = ? and step = 'UPHELD'")
                .param(one.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void isUndoneOnlyByAnotherDocumentAndBothStay() {
    var one = contested();
    decisions.decide(province.actor(secretary), round, one.id(), ending(Ground.PROVEN));
    var decided = only();
    assertThatThrownBy(
            () -> decisions.withdraw(given.organiser(), round, one.id(), ending(Ground.MISTAKEN)))
        .hasMessage("deduction.decided");

    decisions.annul(province.actor(secretary), round, one.id(), ending(Ground.COMPLAINT));

    assertThat(only().state()).isEqualTo(DeductionCase.State.ANNULLED);
    assertThat(only().steps()).startsWith(decided.steps().toArray(Step[]::new));
    assertThat(deductions.decided(round)).isEmpty();
  }

  @Test
  void staysToBeSeenWhereItIsWithdrawn() {
    var one = contested();
    decisions.withdraw(given.organiser(), round, one.id(), ending(Ground.MISTAKEN));

    assertThat(deductions.decided(round)).isEmpty();
    assertThat(as(secretary).get(path()).body())
        .contains("Đã rút đề xuất", "Đơn vị từng không đồng ý");
    assertThatThrownBy(() ->
            decisions.decide(province.actor(secretary), round, one.id(), ending(Ground.PROVEN)))
        .hasMessage("deduction.decided");
  }

  @Test
  void needsTheCaptureOfTheArticle() {
    var fields =
        Map.of(
            "unit",
            given.unit(round, head).code(),
            "cause",
            Cause.INCIDENT.name(),
            "article",
            "https://bao.example.vn/a",
            "articleOn",
            "02/11/2017",
            "words",
            "Trang bị chèn mã.");
    assertThat(as(verifier).post(path(), fields).statusCode()).isEqualTo(422);
    assertThat(deductions.of(round, given.organiser())).isEmpty();
  }

  @Test
  void keepsTheCaptureUnderItsHash() {
    var bytes = Papers.ofOnePage("Bài báo");
    var unit = given.unit(round, head);
    var id =
        hearings.propose(
            province.actor(verifier),
            round,
            unit,
            new Proposal(
                Cause.INCIDENT,
                "https://bao.example.vn/b",
                Optional.of(java.time.LocalDate.of(2017, 11, 2)),
                "Trang bị chèn mã.",
                Optional.of(
                    new Proposal.Shown(
                        thangdiem.exchange.Sha256.of(bytes), "PDF", "bai-bao.pdf", bytes))));

    assertThat(as(secretary).download(path() + "/" + id + "/capture")).isEqualTo(bytes);
    assertThat(as(head).get(own() + "/" + id + "/capture").statusCode()).isEqualTo(404);
  }

  @Test
  void isNotProposedByWhoBelongsToTheUnit() {
    var insider = province.somebody(Role.VERIFIER, head.unit());
    assertThat(proposedBy(as(insider)).statusCode()).isEqualTo(409);
    assertThat(as(insider).get(path() + "/new").body())
        .doesNotContain("value=\"" + given.unit(round, head).code() + "\"");
    assertThat(deductions.of(round, given.organiser())).isEmpty();
  }

  @Test
  void isNotDecidedByWhoBelongsToTheUnitNotEvenInTheDatabase() {
    var one = contested();
    var insider = province.somebody(Role.COUNCIL_SECRETARY, head.unit());
    assertThat(as(insider).post(path() + "/" + one.id() + "/decision", upheld()).statusCode())
        .isEqualTo(409);
    assertThat(as(insider).get(path() + "/" + one.id()).body())
        .contains("người khác phải xử lý")
        .doesNotContain("/decision\"");
    for (var step : List.of("NOTIFIED", "UPHELD", "DISMISSED", "WITHDRAWN", "ANNULLED")) {
      assertThatThrownBy(() -> stepPastThePages(one.id(), insider, step))
          .as(step)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("nobody judges");
    }
    assertThat(only().state()).isEqualTo(DeductionCase.State.CONTESTED);
  }

  private void stepPastThePages(UUID id, Somebody by, String step) {
    given.act(
        """
        insert into deduction_step (id, deduction, unit, step, answer_by, reason, words, document,
               document_on, at, by_account)
        values (gen_random_uuid(), :id, :unit, :step,
                case when :step = 'NOTIFIED' then date '3002-01-01' end,
                case when :step = 'NOTIFIED' then '' else 'PROVEN' end, 'x',
                case when :step in ('UPHELD', 'DISMISSED', 'ANNULLED') then '1/QĐ' else '' end,
                case when :step in ('UPHELD', 'DISMISSED', 'ANNULLED') then date '2018-01-01' end,
                now_effective(), :by)
        """,
        Map.of("id", id, "unit", head.unit(), "step", step, "by", by.account()));
  }

  @Test
  void isNotAnsweredForAnotherUnit() {
    var one = notified();
    var other = province.somebody(Role.HEAD);
    assertThat(as(other).get(own()).statusCode()).isEqualTo(404);
    assertThatThrownBy(() ->
            given.act(
                """
                insert into deduction_step
                       (id, deduction, unit, step, accepts, words, at, by_account)
                values (gen_random_uuid(), :id, :unit, 'EXPLAINED', true, 'x',
                        now_effective(), :by)
                """,
                Map.of("id", one.id(), "unit", head.unit(), "by", other.account())))
        .hasMessageContaining("a unit answers for itself");
  }

  @Test
  void isNeverChangedNorTakenAway() {
    contested();
    for (var change :
        List.of(
            "update deduction set words = 'x' where round = :round",
            "delete from deduction where round = :round",
            """
            delete from deduction_step using deduction
             where deduction.id = deduction and round = :round
            """,
            """
            update deduction_step set words = 'x' from deduction
             where deduction.id = deduction and round = :round
            """)) {
      assertThatThrownBy(() -> given.act(change, Map.of("round", round.id())))
          .as(change)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void takesNoDecisionOnceTheResultIsAdopted() {
    var one = contested();
    round = given.moved(round, Phase.ADOPTED);
    assertThatThrownBy(() ->
            decisions.decide(province.actor(secretary), round, one.id(), ending(Ground.PROVEN)))
        .hasMessage("deduction.notNow");
    assertThatThrownBy(() -> stepPastThePages(one.id(), secretary, "UPHELD"))
        .hasMessageContaining("the result is adopted");
  }

  @Test
  void warnsWhereNobodyHasFixedAnAmount() {
    var one = contested();
    assertThat(as(secretary).get(path()).body()).contains("Đợt chưa quy định mức trừ");
    assertThat(as(secretary).get(path() + "/" + one.id()).body()).contains("không trừ điểm nào");
  }

  @Test
  void showsAllMistakesAtOnceAndKeepsWhatWasTyped() {
    var one = contested();
    var answer =
        as(secretary)
            .post(
                path() + "/" + one.id() + "/decision",
                Map.of("words", "đã xem", "document", "", "documentOn", "31/02/2018"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("đã xem", "Chọn một mục trong danh sách", "Ghi số văn bản", "31/02/2018");
  }

  @Test
  void proposesItselfFromTheTimeOfSendingAndOnlyOnce() {
    var inTime = province.somebody(Role.CLERK);
    var extended = province.somebody(Role.CLERK);
    var late = province.somebody(Role.CLERK);
    var silent = province.somebody(Role.CLERK);
    var open = given.open(inTime, extended, late, silent);
    var deadline = rounds.calendar(open).deadline();
    var proposal =
        extensions.propose(
            given.organiser(),
            open,
            given.unit(open, extended),
            deadline.plusDays(6),
            "lũ lụt",
            "1/CV");
    extensions.confirm(given.secondOrganiser(), open, proposal);
    TestDatabase.database().setClock(deadline.minusHours(1));
    given.send(open, inTime);
    TestDatabase.database().setClock(deadline.plusDays(1));
    given.send(open, extended);
    given.send(open, late);
    assertThat(deductions.lateReports(open)).isEqualTo(1);
    hearings.proposeLateReports(given.organiser(), open);
    TestDatabase.database().setClock(deadline.plusDays(20));
    var closed = given.moved(open, Phase.VERIFYING);

    assertThat(deductions.lateReports(closed)).isEqualTo(1);
    hearings.proposeLateReports(given.organiser(), closed);

    assertThat(deductions.of(closed, given.organiser()))
        .allMatch(one -> one.cause() == Cause.LATE_REPORT && one.by().isEmpty())
        .extracting(DeductionCase::unit)
        .containsExactlyInAnyOrder(late.unit(), silent.unit());
    assertThatThrownBy(() -> hearings.proposeLateReports(given.organiser(), closed))
        .hasMessage("deduction.noneLate");
  }
}
