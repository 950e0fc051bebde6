package thangdiem.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Mailbox;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.criteria.Rational;
import thangdiem.document.LayoutFaults;
import thangdiem.round.GivenRounds;
import thangdiem.scoring.Fact;
import thangdiem.verification.GivenHearing.Case;

/** A unit is told, explains in time, and hears what came of it (giải trình, C-6). */
@ServerTest
class HearingTest {

  private static final String WORDS = "Ba máy ấy đã chuyển cho bộ phận Một cửa, vẫn đang dùng";

  @LocalServerPort private int port;
  @Autowired private GivenHearing given;
  @Autowired private GivenRounds rounds;
  @Autowired private JdbcClient sql;

  private Case now;

  @BeforeEach
  void twoUnitsAreVerified() {
    now = given.verifying();
  }

  @AfterEach
  void isNowAgain() {
    TestDatabase.database().setClock(OffsetDateTime.now());
  }

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private int post(Somebody who, String path, Map<String, String> fields) {
    return as(who).post(path, fields).statusCode();
  }

  private static Map<String, String> explaining(int version, Map<String, String> more) {
    var fields = new HashMap<>(Map.of("stance", "EXPLAIN", "words", WORDS));
    fields.put("version", String.valueOf(version));
    fields.putAll(more);
    return fields;
  }

  /** The unit was found to have 80 computers, and has been told. */
  private void told() {
    given.corrected(now, 80);
    now = given.explaining(now);
    assertThat(post(now.organiser(), now.explanations() + "/notices", Map.of())).isEqualTo(302);
  }

  private OffsetDateTime until() {
    return sql.sql("select max(until) from explanation_request where unit = ?")
        .param(now.unit().unit())
        .query(OffsetDateTime.class)
        .single();
  }

  private long rows(String table) {
    return given.sheet(now).hearings().stream()
        .filter(heard ->
            switch (table) {
              case "sent" -> heard.isSent();
              case "decided" -> heard.outcome().isPresent();
              default -> true;
            })
        .count();
  }

  @Test
  void aQuestionReachesTheUnitAtOnceAndItsAnswerTheVerifier() {
    given.asked(now, "I.2", "Gửi danh sách máy nối mạng");
    assertThat(given.state(now, "I.2")).isEqualTo(QueueItem.State.ASKED);
    assertThat(as(now.clerk()).get(now.findings()).body()).contains("Gửi danh sách máy nối mạng");

    assertThat(post(now.clerk(), now.findings() + "/I.2", explaining(0, Map.of()))).isEqualTo(302);
    assertThat(as(now.verifier()).get(now.item("I.2")).body())
        .as("a draft is the unit's own")
        .doesNotContain(WORDS);
    assertThat(as(now.head()).get(now.findings()).body()).contains(WORDS);
    assertThat(post(now.clerk(), now.findings() + "/I.2/sent", explaining(1, Map.of())))
        .as("only the head sends")
        .isEqualTo(403);
    assertThat(post(now.head(), now.findings() + "/I.2/sent", explaining(1, Map.of())))
        .isEqualTo(302);

    assertThat(as(now.verifier()).get(now.item("I.2")).body()).contains(WORDS, "Đơn vị đã trả lời");
    assertThat(given.state(now, "I.2")).isEqualTo(QueueItem.State.HEARD);
    given.accepted(now, "I.2");
    assertThat(given.state(now, "I.2")).isEqualTo(QueueItem.State.EQUAL);
  }

  @Test
  void aUnitIsToldOfItsOwnDifferencesOnceAndOfNothingElse() {
    given.corrected(now, 80);
    assertThat(as(now.head()).get(now.findings()).body())
        .as("nothing of a difference is seen before the unit is told")
        .doesNotContain(GivenHearing.REASON);
    assertThat(post(now.organiser(), now.explanations() + "/notices", Map.of())).isEqualTo(409);
    rounds.act(
        "update account set email = :email where id = :id",
        Map.of("email", now.head().login() + "@haugiang.example", "id", now.head().account()));
    now = given.explaining(now);

    assertThat(post(now.organiser(), now.explanations() + "/notices", Map.of())).isEqualTo(302);
    assertThat(post(now.organiser(), now.explanations() + "/notices", Map.of()))
        .as("everybody has been told")
        .isEqualTo(409);

    assertThat(rows("told")).isOne();
    assertThat(Mailbox.of(now.head().login() + "@haugiang.example")).hasSize(1);
    assertThat(as(now.head()).get(now.findings()).body())
        .contains(GivenHearing.REASON, "Người thẩm định", "I.1")
        .doesNotContain("Người " + now.verifier().login(), "m-I.2");
    assertThat(as(now.head()).get("/rounds").body()).contains("chờ giải trình");
    var theirs = now.findings().replace(now.unit().code(), now.other().code());
    assertThat(as(now.stranger()).get(now.findings()).statusCode()).isEqualTo(404);
    assertThat(as(now.stranger()).get(theirs).body()).doesNotContain(GivenHearing.REASON, "m-I.1");
    assertThat(post(now.stranger(), now.findings() + "/I.1/sent", explaining(0, Map.of())))
        .isEqualTo(404);
    assertThat(post(now.head(), now.findings() + "/I.2/sent", explaining(0, Map.of())))
        .as("it was not asked about this")
        .isEqualTo(409);
  }

  @Test
  void anAcceptedExplanationIsANewFindingAndNeverMovesTheUnitsOwnColumn() {
    told();
    var said = explaining(0, Map.of("f.computers", "88"));
    assertThat(post(now.head(), now.findings() + "/I.1/sent", said)).isEqualTo(302);
    assertThat(given.state(now, "I.1")).isEqualTo(QueueItem.State.HEARD);
    assertThat(given.sheet(now).verified().facts())
        .as("what the unit holds to be right decides nothing by itself")
        .containsEntry("computers", new Fact.Amount(Rational.of(80)));

    var undecided = Map.of("outcomeWords", "Biên bản bàn giao khớp");
    assertThat(post(now.verifier(), now.item("I.1") + "/outcome", undecided))
        .as("whoever chooses nothing has decided nothing")
        .isEqualTo(422);
    assertThat(given.state(now, "I.1")).isEqualTo(QueueItem.State.HEARD);

    assertThat(
            post(
                now.verifier(),
                now.item("I.1") + "/outcome",
                Map.of("result", "ACCEPTED", "outcomeWords", "Biên bản bàn giao khớp")))
        .isEqualTo(302);

    var sheet = given.sheet(now);
    assertThat(sheet.verified().facts())
        .containsEntry("computers", new Fact.Amount(Rational.of(88)));
    assertThat(sheet.claimed().facts())
        .containsEntry("computers", new Fact.Amount(Rational.of(90)));
    assertThat(sheet.standing("I.1").orElseThrow().ground()).contains(Ground.EXPLANATION_ACCEPTED);
    assertThat(as(now.head()).get(now.findings()).body())
        .contains("Chấp nhận giải trình", "Biên bản bàn giao khớp");
    assertThat(
            post(
                now.verifier(),
                now.item("I.1") + "/outcome",
                Map.of("result", "UPHELD", "outcomeWords", "nghĩ lại")))
        .as("it has been decided")
        .isEqualTo(409);
  }

  @Test
  void theLetterSaysWhatWasClaimedFoundAndExplainedAndThatItIsADraftUntilItIsSent()
      throws IOException {
    told();
    post(now.clerk(), now.findings() + "/I.1", explaining(0, Map.of()));
    var letter = now.findings() + "/letter";
    assertThat(LayoutFaults.of(as(now.clerk()).download(letter + ".docx"))).isEmpty();
    assertThat(read(as(now.clerk()), letter + ".pdf"))
        .contains("V/v giải trình", "Kính gửi:", ": 80", GivenHearing.REASON, WORDS, "Bản dự thảo");
    assertThat(read(as(now.verifier()), letter + ".pdf"))
        .as("a draft is the unit's own")
        .doesNotContain(WORDS);
    assertThat(as(now.stranger()).get(letter + ".pdf").statusCode()).isEqualTo(404);

    post(now.head(), now.findings() + "/I.1/sent", explaining(1, Map.of()));
    assertThat(read(as(now.verifier()), letter + ".pdf"))
        .contains(WORDS, "Người " + now.head().login())
        .doesNotContain("Bản dự thảo");
  }

  private static String read(Visitor visitor, String path) throws IOException {
    try (var pdf = Loader.loadPDF(visitor.download(path))) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  @Test
  void theSheetOfAVerificationListsEveryDifferenceWithItsReason() throws IOException {
    given.corrected(now, 87);
    var sheet = "/rounds/" + now.round().key() + "/verification/" + now.unit().code() + "/sheet";
    assertThat(LayoutFaults.of(as(now.organiser()).download(sheet + ".docx"))).isEmpty();
    assertThat(read(as(now.organiser()), sheet + ".pdf"))
        .contains("PHIẾU THẨM ĐỊNH", now.unit().name(), GivenHearing.REASON)
        .contains("chưa xong", "Người " + now.verifier().login());
  }

  @Test
  void isPartlyAcceptedWithTheValuesOfTheVerifier() {
    told();
    post(now.head(), now.findings() + "/I.1/sent", explaining(0, Map.of("f.computers", "90")));

    post(
        now.verifier(),
        now.item("I.1") + "/outcome",
        Map.of("result", "PARTLY", "outcomeWords", "Hai máy có biên bản", "f.computers", "82"));

    assertThat(given.sheet(now).verified().facts())
        .containsEntry("computers", new Fact.Amount(Rational.of(82)));
  }

  @Test
  void saysBesideTheFieldWhatIsMissing() {
    told();
    assertThat(
            post(
                now.head(),
                now.findings() + "/I.1/sent",
                Map.of("stance", "EXPLAIN", "words", "", "version", "0")))
        .isEqualTo(422);
    var wrong =
        as(now.head()).post(now.findings() + "/I.1", explaining(0, Map.of("f.computers", "vài")));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains(WORDS, "value=\"vài\"");
    post(now.head(), now.findings() + "/I.1/sent", explaining(0, Map.of()));
    var partly =
        as(now.verifier())
            .post(
                now.item("I.1") + "/outcome",
                Map.of("result", "PARTLY", "outcomeWords", "Hai máy", "f.computers", "90"));
    assertThat(partly.statusCode()).isEqualTo(422);
    assertThat(partly.body()).contains("Hai máy", "ít nhất một số liệu");
  }

  @Test
  void theHeadSendsAllDraftsAtOnce() {
    given.asked(now, "I.2", "Gửi danh sách máy nối mạng");
    told();
    assertThat(post(now.head(), now.findings() + "/sent", Map.of())).isEqualTo(409);
    post(now.clerk(), now.findings() + "/I.1", explaining(0, Map.of()));
    post(now.clerk(), now.findings() + "/I.2", explaining(0, Map.of()));
    assertThat(post(now.clerk(), now.findings() + "/sent", Map.of())).isEqualTo(403);

    assertThat(post(now.head(), now.findings() + "/sent", Map.of())).isEqualTo(302);

    assertThat(rows("sent")).isEqualTo(2);
  }

  @Test
  void isHeardAsOftenAsTheRoundAllows() {
    told();
    assertThat(post(now.head(), now.findings() + "/I.1/sent", explaining(0, Map.of())))
        .isEqualTo(302);
    var upheld = Map.of("result", "UPHELD", "outcomeWords", "Biên bản không có dấu");
    assertThat(post(now.verifier(), now.item("I.1") + "/outcome", upheld)).isEqualTo(302);
    assertThat(given.sheet(now).findings()).hasSize(1);
    assertThat(post(now.organiser(), now.explanations() + "/notices", Map.of()))
        .as("once, where nothing else is set")
        .isEqualTo(409);
    assertThatThrownBy(() ->
            rounds.act(
                """
                insert into explanation_request
                       (id, round, unit, code, finding, turn, until, at, by_account)
                select gen_random_uuid(), round, unit, code, finding, 2,
                       now_effective() + interval '1 day', now_effective(), by_account
                  from explanation_request where unit = :unit
                """,
                Map.of("unit", now.unit().unit())))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertThat(
            post(now.organiser(), now.explanations() + "/rule", Map.of("turns", "2", "days", "3")))
        .isEqualTo(302);
    assertThat(post(now.organiser(), now.explanations() + "/notices", Map.of())).isEqualTo(302);
    assertThat(post(now.head(), now.findings() + "/I.1/sent", explaining(0, Map.of())))
        .isEqualTo(302);
    assertThat(post(now.verifier(), now.item("I.1") + "/outcome", upheld)).isEqualTo(302);
    assertThat(post(now.organiser(), now.explanations() + "/notices", Map.of())).isEqualTo(409);
  }

  @Test
  void anAgreementNeedsNoDecision() {
    told();

    assertThat(
            post(
                now.head(),
                now.findings() + "/I.1/sent",
                Map.of("stance", "AGREE", "version", "0")))
        .isEqualTo(302);

    assertThat(given.state(now, "I.1")).isEqualTo(QueueItem.State.DIFFERENT);
    assertThat(as(now.head()).get(now.findings()).body()).contains("Đơn vị đồng ý");
    assertThat(
            post(
                now.head(),
                now.findings() + "/I.1/sent",
                Map.of("stance", "AGREE", "version", "1")))
        .as("what was sent stays")
        .isEqualTo(409);
  }

  /** F01: the instant itself is too late, in the application and in its database. */
  @Test
  void noAnswerIsTakenFromTheInstantOn() {
    told();
    assertThat(post(now.clerk(), now.findings() + "/I.1", explaining(0, Map.of()))).isEqualTo(302);
    var head = as(now.head());
    var until = until();
    for (int milliseconds : new int[] {0, 1}) {
      TestDatabase.database().setClock(until.plus(milliseconds, ChronoUnit.MILLIS));
      var answer = head.post(now.findings() + "/I.1/sent", explaining(1, Map.of()));
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("hết thời hạn");
      for (var change :
          new String[] {
            "update explanation set sent_at = :before, sent_by = by_account"
                + " where request = (select id from explanation_request where unit = :unit)",
            "update explanation set words = 'x'"
                + " where :before is not null and request ="
                + " (select id from explanation_request where unit = :unit)",
            "insert into explanation_value select id, 'staff', '1' from explanation_request"
                + " where unit = :unit and :before is not null"
          }) {
        assertThatThrownBy(() ->
                rounds.act(
                    change, Map.of("unit", now.unit().unit(), "before", until.minusSeconds(1))))
            .as(change)
            .isInstanceOf(DataIntegrityViolationException.class);
      }
    }
    assertThat(rows("sent")).isZero();

    TestDatabase.database().setClock(until.minusSeconds(30));
    assertThat(head.post(now.findings() + "/I.1/sent", explaining(1, Map.of())).statusCode())
        .isEqualTo(302);
  }

  /** A millisecond before it, what is taken is taken before the instant. */
  @Test
  void whatIsTakenWasSentBeforeTheInstant() {
    told();
    var head = as(now.head());
    TestDatabase.database().setClock(until().minus(1, ChronoUnit.MILLIS));

    int answer = head.post(now.findings() + "/I.1/sent", explaining(0, Map.of())).statusCode();

    assertThat(
            sql.sql(
                    """
                    select count(*) from explanation
                      join explanation_request asked on asked.id = request
                     where asked.unit = ? and sent_at < asked.until
                    """)
                .param(now.unit().unit())
                .query(Long.class)
                .single())
        .isEqualTo(answer == 302 ? 1 : 0);
  }

  @Test
  void noCouncilSitsWhileAUnitMayStillExplain() {
    told();
    var on = "/rounds/" + now.round().key() + "/phase";
    var council = Map.of("to", "COUNCIL");

    var refused = as(now.organiser()).post(on, council);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("còn trong thời hạn giải trình", "đang chờ " + now.unit().name());
    assertThat(post(now.clerk(), now.findings() + "/I.1", explaining(0, Map.of()))).isEqualTo(302);
    assertThat(post(now.organiser(), on, council)).as("a draft is no answer").isEqualTo(409);
    assertThat(post(now.head(), now.findings() + "/I.1/sent", explaining(1, Map.of())))
        .isEqualTo(302);

    var undecided = as(now.organiser()).post(on, council);
    assertThat(undecided.statusCode()).as("explained and not decided").isEqualTo(409);
    assertThat(undecided.body())
        .contains("chưa trả lời kết quả: " + now.unit().name() + " (I.1)")
        .doesNotContain("còn trong thời hạn giải trình");
    assertThat(
            post(
                now.verifier(),
                now.item("I.1") + "/outcome",
                Map.of("result", "UPHELD", "outcomeWords", "Không có quyết định điều chuyển")))
        .isEqualTo(302);

    assertThat(post(now.organiser(), on, council)).as("all is decided").isEqualTo(302);
  }

  @Test
  void whatAUnitExplainedIsDecidedBeforeTheCouncilSitsHoweverLongItsTermIsOver() {
    told();
    assertThat(post(now.head(), now.findings() + "/I.1/sent", explaining(0, Map.of())))
        .isEqualTo(302);
    TestDatabase.database().setClock(until());

    assertThat(
            post(
                now.organiser(),
                "/rounds/" + now.round().key() + "/phase",
                Map.of("to", "COUNCIL")))
        .isEqualTo(409);
  }

  @Test
  void theCouncilSitsOnceTheTermIsOverEvenIfNobodyExplained() {
    told();
    TestDatabase.database().setClock(until());

    assertThat(
            post(
                now.organiser(),
                "/rounds/" + now.round().key() + "/phase",
                Map.of("to", "COUNCIL")))
        .isEqualTo(302);
  }

  @Test
  void isNotHeardOnceTheRoundHasMovedOn() {
    told();
    post(now.clerk(), now.findings() + "/I.1", explaining(0, Map.of()));
    TestDatabase.pastTheRules(
        "update round set phase = 'COUNCIL' where id = :round", Map.of("round", now.round().id()));

    assertThat(post(now.head(), now.findings() + "/I.1/sent", explaining(1, Map.of())))
        .isEqualTo(409);
    assertThat(as(now.head()).get(now.findings()).body()).contains(GivenHearing.REASON);
  }

  @Test
  void onlyWhoFoundItDecidesAndNeverSomebodyOfTheUnit() {
    told();
    post(now.head(), now.findings() + "/I.1/sent", explaining(0, Map.of()));
    var request =
        sql.sql("select id from explanation_request where unit = ?")
            .param(now.unit().unit())
            .query(java.util.UUID.class)
            .single();

    assertThatThrownBy(() ->
            rounds.act(
                """
                insert into explanation_outcome
                       (request, round, unit, result, words, at, by_account)
                values (:request, :round, :unit, 'UPHELD', 'x', now_effective(), :by)
                """,
                Map.of(
                    "request", request,
                    "round", now.round().id(),
                    "unit", now.unit().unit(),
                    "by", now.head().account())))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(
            post(
                now.organiser(),
                now.item("I.1") + "/outcome",
                Map.of("result", "UPHELD", "outcomeWords", "x")))
        .isEqualTo(403);
  }
}
