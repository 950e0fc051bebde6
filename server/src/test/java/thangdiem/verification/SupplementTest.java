package thangdiem.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.criteria.Rational;
import thangdiem.round.GivenRounds;
import thangdiem.round.Milestone;
import thangdiem.round.Phase;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.verification.GivenHearing.Case;
import thangdiem.words.VietnamTime;

/** A unit adds to its report, in a window of its own and only what it names (C-3). */
@ServerTest
class SupplementTest {

  @LocalServerPort private int port;
  @Autowired private GivenHearing given;
  @Autowired private GivenRounds rounds;
  @Autowired private Rounds all;
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

  private HttpResponse<String> adds(Somebody who, Map<String, String> facts) {
    return as(who).post(now.findings() + "/supplements", facts);
  }

  private OffsetDateTime inTwoDays() {
    return all.now().plusDays(2).truncatedTo(ChronoUnit.MINUTES);
  }

  private HttpResponse<String> gaveBack(Somebody who, OffsetDateTime until) {
    return as(who)
        .post(
            now.item("I.1") + "/returned",
            Map.of(
                "fact", "computers",
                "returnWords", "Đếm lại máy đang dùng",
                "until", VietnamTime.show(until)));
  }

  private int insert(String kind, String fact) {
    return rounds.act(
        """
        insert into supplement (id, round, unit, fact, value, kind, at, by_account)
        values (gen_random_uuid(), :round, :unit, :fact, '1', :kind, now_effective(), :by)
        """,
        Map.of(
            "round", now.round().id(),
            "unit", now.unit().unit(),
            "fact", fact,
            "kind", kind,
            "by", now.clerk().account()));
  }

  private void refusedByTheDatabase(String kind, String fact) {
    assertThatThrownBy(() -> insert(kind, fact))
        .as(kind + " of " + fact)
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private Fact claimed(String fact) {
    return given.sheet(now).claimed().facts().get(fact);
  }

  private static Fact amount(long value) {
    return new Fact.Amount(Rational.of(value));
  }

  @Test
  void whatIsGivenBackIsCompletedAndLookedAtAgain() {
    given.accepted(now, "I.1");
    given.accepted(now, "I.2");
    assertThat(adds(now.clerk(), Map.of("f.computers", "85")).statusCode())
        .as("nothing was given back")
        .isEqualTo(409);
    refusedByTheDatabase("RETURN", "computers");

    assertThat(gaveBack(now.verifier(), inTwoDays()).statusCode()).isEqualTo(302);

    assertThat(as(now.clerk()).get(now.findings()).body()).contains("Đếm lại máy đang dùng");
    assertThat(as(now.clerk()).get("/rounds").body()).contains("được trả lại để bổ sung");
    assertThat(adds(now.stranger(), Map.of("f.computers", "85")).statusCode()).isEqualTo(404);
    assertThat(adds(now.clerk(), Map.of("f.computers", "85", "f.staff", "1")).statusCode())
        .isEqualTo(302);
    assertThat(claimed("computers")).isEqualTo(amount(85));
    assertThat(claimed("staff")).as("it was not named").isEqualTo(amount(100));
    refusedByTheDatabase("RETURN", "staff");
    assertThat(
            sql.sql("select value from answer where unit = ? and fact = 'computers'")
                .param(now.unit().unit())
                .query(String.class)
                .single())
        .as("what was reported stays")
        .isEqualTo("90");
    assertThat(given.state(now, "I.1")).isEqualTo(QueueItem.State.REOPENED);
    assertThat(as(now.verifier()).get(now.item("I.1")).body()).contains(": 90 → ", ": 85");
    given.accepted(now, "I.1");
    assertThat(given.state(now, "I.1")).isEqualTo(QueueItem.State.EQUAL);
  }

  @Test
  void aReturnEndsAtItsInstant() {
    var until = inTwoDays();
    gaveBack(now.verifier(), until);
    var clerk = as(now.clerk());
    for (int milliseconds : new int[] {0, 1}) {
      TestDatabase.database().setClock(until.plus(milliseconds, ChronoUnit.MILLIS));
      assertThat(
              clerk.post(now.findings() + "/supplements", Map.of("f.computers", "85")).statusCode())
          .isEqualTo(409);
      refusedByTheDatabase("RETURN", "computers");
    }
    assertThat(claimed("computers")).isEqualTo(amount(90));
    TestDatabase.database().setClock(until.minusSeconds(30));
    assertThat(insert("RETURN", "computers")).isOne();
  }

  @Test
  void nobodyElseGivesBackAndNotForThePast() {
    assertThat(gaveBack(now.organiser(), inTwoDays()).statusCode()).isEqualTo(403);
    assertThat(gaveBack(now.verifier(), all.now().minusDays(1)).statusCode()).isEqualTo(422);
    assertThatThrownBy(() ->
            rounds.act(
                """
                insert into completion (id, round, unit, words, until, at, by_account)
                values (gen_random_uuid(), :round, :unit, 'x',
                        now_effective() + interval '1 day', now_effective(), :by)
                """,
                Map.of(
                    "round", now.round().id(),
                    "unit", now.unit().unit(),
                    "by", now.clerk().account())))
        .as("somebody of the unit")
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void inJanuaryOnlyWhatMayStillMoveIsToppedUp() {
    var calendar = all.calendar(now.round());
    var from = calendar.find(Milestone.TOP_UP_FROM).orElseThrow();
    var until = calendar.find(Milestone.TOP_UP_UNTIL).orElseThrow();
    given.accepted(now, "I.1");

    TestDatabase.database().setClock(from.minusSeconds(30));
    assertThat(adds(now.clerk(), Map.of("f.services_level3", "6")).statusCode()).isEqualTo(409);
    refusedByTheDatabase("TOP_UP", "services_level3");

    TestDatabase.database().setClock(from);
    assertThat(
            adds(now.clerk(), Map.of("f.services_level3", "6", "f.computers", "99")).statusCode())
        .isEqualTo(302);
    assertThat(claimed("services_level3")).isEqualTo(amount(6));
    assertThat(claimed("computers")).isEqualTo(amount(90));
    assertThat(as(now.head()).get(now.findings()).body()).contains(": 4 → ");

    for (int milliseconds : new int[] {0, 1}) {
      TestDatabase.database().setClock(until.plus(milliseconds, ChronoUnit.MILLIS));
      assertThat(adds(now.clerk(), Map.of("f.services_level3", "7")).statusCode()).isEqualTo(409);
      refusedByTheDatabase("TOP_UP", "services_level3");
    }
    assertThat(claimed("services_level3")).isEqualTo(amount(6));
  }

  @Test
  void laterEvidenceComesOnlyForWhatIsNamedAndStays() {
    var paper = "%PDF-1.4 " + now.clerk().login();
    assertThat(attach("CRITERION:I.1", paper).statusCode()).as("no window").isEqualTo(409);
    gaveBack(now.verifier(), inTwoDays());

    assertThat(attach("CRITERION:I.2", paper).statusCode()).as("not named").isEqualTo(409);
    assertThat(attach("FACT:computers", paper).statusCode()).isEqualTo(302);

    assertThat(as(now.verifier()).get(now.findings()).body()).contains("nộp sau báo cáo");
    var id =
        sql.sql("select id::text from evidence_item where unit = ? and later")
            .param(now.unit().unit())
            .query(String.class)
            .single();
    assertThat(as(now.clerk()).post("/evidence/" + id + "/withdrawn", Map.of()).statusCode())
        .isEqualTo(409);
    for (var change :
        new String[] {
          "update evidence_item set withdrawn_at = now_effective(), withdrawn_by = by_account"
              + " where unit = :unit",
          "insert into evidence_citation select id, 'CRITERION', 'I.2', '' from evidence_item"
              + " where unit = :unit",
          "delete from evidence_citation where item in"
              + " (select id from evidence_item where unit = :unit)"
        }) {
      assertThatThrownBy(() -> rounds.act(change, Map.of("unit", now.unit().unit())))
          .as(change)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  private HttpResponse<String> attach(String about, String line) {
    return as(now.clerk())
        .upload(
            now.findings() + "/evidence?about=" + about.replace(":", "%3A"),
            "bo-sung.pdf",
            thangdiem.Papers.ofOnePage(line));
  }

  /** Who may do what in which phase; columns: clerk, head, stranger, verifier, organiser. */
  @Test
  void everyStepInEveryPhase() {
    given.asked(now, "I.2", "Gửi danh sách");
    gaveBack(now.verifier(), inTwoDays());
    var table =
        """
        VERIFYING  draft    302 302 404 403 403
        VERIFYING  add      302 302 404 403 403
        VERIFYING  return   403 403 403 302 403
        VERIFYING  rule     403 403 403 403 302
        VERIFYING  tell     403 403 403 403 409
        EXPLAINING draft    302 302 404 403 403
        EXPLAINING add      302 302 404 403 403
        EXPLAINING return   403 403 403 302 403
        EXPLAINING rule     403 403 403 403 302
        EXPLAINING tell     403 403 403 403 409
        COUNCIL    draft    409 409 404 403 403
        COUNCIL    add      409 409 404 403 403
        COUNCIL    return   403 403 403 409 403
        COUNCIL    rule     403 403 403 403 409
        COUNCIL    tell     403 403 403 403 409
        ADOPTED    draft    409 409 404 403 403
        ADOPTED    add      409 409 404 403 403
        ADOPTED    return   403 403 403 409 403
        ADOPTED    rule     403 403 403 403 409
        PUBLISHED  draft    409 409 404 403 403
        PUBLISHED  add      409 409 404 403 403
        PUBLISHED  return   403 403 403 409 403
        PUBLISHED  rule     403 403 403 403 409
        """;
    int value = 10;
    for (var line : table.lines().toList()) {
      var cells = line.trim().split("\\s+");
      inPhase(Phase.valueOf(cells[0]));
      var people =
          new Somebody[] {now.clerk(), now.head(), now.stranger(), now.verifier(), now.organiser()};
      for (int i = 0; i < people.length; i++) {
        assertThat(step(cells[1], people[i], value++))
            .as(line + ", column " + (i + 1))
            .isEqualTo(Integer.parseInt(cells[i + 2]));
      }
    }
  }

  private void inPhase(Phase phase) {
    TestDatabase.pastTheRules(
        "update round set phase = :phase where id = :round",
        Map.of("phase", phase.name(), "round", now.round().id()));
  }

  private int step(String what, Somebody who, int value) {
    return switch (what) {
      case "draft" ->
          as(who)
              .post(
                  now.findings() + "/I.2",
                  Map.of("words", "lần " + value, "version", String.valueOf(version())))
              .statusCode();
      case "add" -> adds(who, Map.of("f.computers", String.valueOf(value))).statusCode();
      case "return" -> gaveBack(who, inTwoDays()).statusCode();
      case "rule" ->
          as(who)
              .post(now.explanations() + "/rule", Map.of("turns", "1", "days", "5"))
              .statusCode();
      case "tell" -> as(who).post(now.explanations() + "/notices", Map.of()).statusCode();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private int version() {
    return sql.sql(
            """
            select coalesce(max(version), 0) from explanation
              join explanation_request asked on asked.id = request where asked.unit = ?
            """)
        .param(now.unit().unit())
        .query(Integer.class)
        .single();
  }
}
