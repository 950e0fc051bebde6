package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Sha256;
import thangdiem.round.GivenRounds;
import thangdiem.round.Rounds;

/** The head signs and sends, and what becomes of a report (ký và gửi). */
@ServerTest
class SendingTest {

  private static final Pattern SHA256 = Pattern.compile("name=\"sha256\" value=\"([0-9a-f]{64})\"");

  @LocalServerPort int port;
  @Autowired GivenSheets given;
  @Autowired GivenRounds rounds;
  @Autowired Province province;
  @Autowired Rounds all;
  @Autowired JdbcClient sql;

  @AfterEach
  void isNowAgain() {
    TestDatabase.database().setClock(OffsetDateTime.now());
  }

  private Visitor headOf(GivenSheets.Office office) {
    return new Visitor(port).signedIn(office.head().login());
  }

  private static String seen(Visitor head, GivenSheets.Office office) {
    var found = SHA256.matcher(head.get(office.path() + "/signing").body());
    return found.find() ? found.group(1) : "";
  }

  private static HttpResponse<String> send(
      Visitor head, GivenSheets.Office office, UUID request, String sha256) {
    return head.post(
        office.path() + "/reports", Map.of("request", request.toString(), "sha256", sha256));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
  }

  private long reports(GivenSheets.Office office) {
    return sql.sql("select count(*) from submission where unit = ?")
        .param(office.unit().unit())
        .query(Long.class)
        .single();
  }

  private Optional<Boolean> late(GivenSheets.Office office) {
    return sql.sql("select late from submission where unit = ? and taken_back_at is null")
        .param(office.unit().unit())
        .query(Boolean.class)
        .optional();
  }

  @Test
  void freezesWhatTheHeadHasSeenUnderItsHash() {
    var office = given.complete();
    var head = headOf(office);
    var seen = seen(head, office);

    var answer = send(head, office, UUID.randomUUID(), seen);

    assertThat(location(answer)).isEqualTo(office.path() + "/reports/1");
    var bytes = head.download(office.path() + "/reports/1/answers.json");
    assertThat(Sha256.of(bytes)).isEqualTo(seen);
    var read =
        AnswersJson.read(
            "answers.json",
            new String(bytes, java.nio.charset.StandardCharsets.UTF_8),
            all.criteria(office.round()),
            Optional.empty());
    assertThat(read.units().getFirst().facts()).hasSameSizeAs(GivenSheets.answers().entrySet());
    assertThat(head.get(office.path() + "/reports/1").body()).contains(seen);
    assertThat(
            sql.sql(
                    """
                    select payload like '%' || :sha256 || '%' from ledger_event
                     where kind = 'REPORT_SUBMITTED' and unit = :unit
                    """)
                .param("sha256", seen)
                .param("unit", office.unit().unit())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  /** a blank is no answer, so the report waits for it. */
  @Test
  void waitsForEveryFactThatIsNeeded() {
    var office = given.empty();
    var head = headOf(office);

    var answer = send(head, office, UUID.randomUUID(), "0".repeat(64));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("chưa trả lời");
    assertThat(reports(office)).isZero();
  }

  @Test
  void refusesToSendWhatHasChangedSinceItWasSeen() {
    var office = given.complete();
    var head = headOf(office);
    var seen = seen(head, office);
    rounds.act(
        "update answer set value = '1', version = version + 1 where unit = :unit and fact = 'staff'",
        Map.of("unit", office.unit().unit()));

    var answer = send(head, office, UUID.randomUUID(), seen);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("đã đổi sau khi bạn mở trang này");
    assertThat(reports(office)).isZero();
  }

  /** F08: double clicks, retries and two windows. */
  @Test
  void fiftyAtOnceAreOneReportAndTheSameAnswer() throws Exception {
    var office = given.complete();
    var head = headOf(office);
    var seen = seen(head, office);
    var token = head.token();
    var same = UUID.randomUUID();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sendings =
          IntStream.range(0, 50)
              .mapToObj(i ->
                  (Callable<String>)
                      () ->
                          location(
                              head.post(
                                  office.path() + "/reports",
                                  Map.of(
                                      "request",
                                      (i % 2 == 0 ? same : UUID.randomUUID()).toString(),
                                      "sha256",
                                      seen),
                                  token)))
              .toList();
      for (var answer : threads.invokeAll(sendings)) {
        assertThat(answer.get()).isEqualTo(office.path() + "/reports/1");
      }
    }

    assertThat(reports(office)).isOne();
  }

  /** F01, F02, F15: strictly before the instant is in time, whatever zone the machine is in. */
  @ParameterizedTest
  @ValueSource(strings = {"Asia/Ho_Chi_Minh", "UTC", "America/New_York", "Pacific/Kiritimati"})
  void isLateFromTheInstantOfTheDeadlineOnInEveryZone(String zone) {
    var before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      for (var step : new ChronoUnit[] {ChronoUnit.SECONDS, ChronoUnit.HOURS}) {
        for (int away : new int[] {-2, 0, 2}) {
          var office = given.complete();
          var head = headOf(office);
          var seen = seen(head, office);
          var deadline = all.calendar(office.round()).deadline();
          // A second is longer than the request takes only towards the deadline; so look at what
          // the database's clock said when it was sent.
          TestDatabase.database().setClock(deadline.plus(away, step));

          assertThat(location(send(head, office, UUID.randomUUID(), seen)))
              .isEqualTo(office.path() + "/reports/1");
          assertThat(late(office))
              .contains(
                  sql.sql("select at >= ? from submission where unit = ?")
                      .params(deadline, office.unit().unit())
                      .query(Boolean.class)
                      .single());
          if (step == ChronoUnit.HOURS || away >= 0) {
            assertThat(late(office)).contains(away >= 0);
          }
          isNowAgain();
        }
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void isTakenBackBeforeTheDeadlineAndSentAgain() {
    var office = given.complete();
    var head = headOf(office);
    var seen = seen(head, office);
    send(head, office, UUID.randomUUID(), seen);
    var clerk = new Visitor(port).signedIn(office.clerk().login());
    var changed = Map.of("value", "500", "version", "0");
    assertThat(clerk.postForJson(office.path() + "/facts/staff", changed).statusCode())
        .as("the facts of a report are frozen")
        .isEqualTo(409);

    assertThat(head.post(office.path() + "/reports/1/taken-back", Map.of()).statusCode())
        .isEqualTo(302);

    assertThat(head.get(office.path() + "/reports/1").body()).contains("đã được rút");
    assertThat(location(send(head, office, UUID.randomUUID(), seen)))
        .isEqualTo(office.path() + "/reports/2");
    assertThat(late(office)).contains(false);
  }

  @Test
  void isNotTakenBackOnceTheDeadlineHasPassed() {
    var office = given.complete();
    var head = headOf(office);
    send(head, office, UUID.randomUUID(), seen(head, office));
    TestDatabase.database().setClock(all.calendar(office.round()).deadline());

    var answer = head.post(office.path() + "/reports/1/taken-back", Map.of());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("hết hạn");
    assertThat(late(office)).contains(false);
  }

  /** The second wall: what the application would not do, its database does not let it do. */
  @Test
  void theDatabaseFreezesTheFactsOfASentReport() {
    var office = given.complete();
    var head = headOf(office);
    send(head, office, UUID.randomUUID(), seen(head, office));
    var unit = Map.of("unit", office.unit().unit());

    for (var change :
        new String[] {
          "update answer set value = '1' where unit = :unit",
          "delete from answer where unit = :unit",
          "update submission set taken_back_at = now_effective() + interval '1 day',"
              + " taken_back_by = by_account where unit = :unit"
        }) {
      assertThatThrownBy(() -> rounds.act(change, unit))
          .as(change)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    assertThatThrownBy(
            () -> rounds.act("update submission set late = true where unit = :unit", unit))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void goesToTheHeadAndComesBackWithWords() {
    var office = given.complete();
    var clerk = new Visitor(port).signedIn(office.clerk().login());
    var head = headOf(office);

    assertThat(clerk.post(office.path() + "/handover", Map.of()).statusCode()).isEqualTo(302);
    assertThat(head.get(office.path() + "/signing").body())
        .contains("Người " + office.clerk().login() + " đã trình thủ trưởng");
    head.post(office.path() + "/returned", Map.of("words", "Xem lại số máy tính"));

    assertThat(clerk.get(office.path() + "/sections/I").body()).contains("Xem lại số máy tính");
    assertThat(clerk.post(office.path() + "/returned", Map.of("words", "x")).statusCode())
        .isEqualTo(403);
    assertThat(send(clerk, office, UUID.randomUUID(), "x").statusCode()).isEqualTo(403);
  }
}
