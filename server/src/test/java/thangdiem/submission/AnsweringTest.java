package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clerk gives answers, and what becomes of each. */
@ServerTest
class AnsweringTest {

  @LocalServerPort int port;
  @Autowired GivenSheets given;
  @Autowired GivenRounds rounds;
  @Autowired Province province;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transactions;

  private static HttpResponse<String> save(
      Visitor visitor, GivenSheets.Office office, String fact, String value, int version) {
    return visitor.postForJson(
        office.path() + "/facts/" + fact,
        Map.of("value", value, "version", String.valueOf(version)));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private Visitor clerkOf(GivenSheets.Office office) {
    return new Visitor(port).signedIn(office.clerk().login());
  }

  private String kept(GivenSheets.Office office, String fact) {
    return sql.sql("select value from answer where round = ? and unit = ? and fact = ?")
        .params(office.round().id(), office.unit().unit(), fact)
        .query(String.class)
        .optional()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "computers      | 1.234     | 1234       | 1.234",
        "computers      | 0         | 0          | 0",
        "bandwidth_mbps | 1.234,5   | \"1234.5\" | 1234,5",
        "bandwidth_mbps | 0.5       | \"0.5\"    | 0,5",
        "bandwidth_mbps | 0,00      | 0          | 0",
        "dbms           | yes       | true       | Có",
        "dbms           | Không     | false      | Không",
        "plan_issued_on | 15/11/2016 | \"2016-11-15\" | 15/11/2016",
        "plan_issued_on | không có  | null       | Không có",
        "computers      | ‎1 234    | 1234       | 1.234"
      })
  void keepsNumbersAsVietnamesePeopleTypeThem(
      String fact, String typed, String kept, String shown) {
    var office = given.empty();
    var clerk = clerkOf(office);

    var answer = save(clerk, office, fact, typed.replace("‎", ""), 0);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("shown").stringValue()).isEqualTo(shown);
    assertThat(kept(office, fact)).isEqualTo(kept);
    assertThat(save(clerk, office, fact, shown, json(answer).get("version").intValue()))
        .as("what is shown reads as what is kept")
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    assertThat(kept(office, fact)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "computers      | mười hai   | mười hai",
        "computers      | 12,5       | Số máy tính",
        "computers      | -3         | Số máy tính",
        "bandwidth_mbps | 1.234      | 1,234",
        "computers      | 99999999999999 | Số máy tính",
        "dbms           | có lẽ      | có lẽ",
        "plan_issued_on | 31/02/2017 | 31/02/2017"
      })
  void asksAboutWhatItCannotReadAndChangesNothing(String fact, String typed, String named) {
    var office = given.empty();

    var answer = save(clerkOf(office), office, fact, typed, 0);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("question").stringValue()).contains(named);
    assertThat(kept(office, fact)).isEmpty();
  }

  @Test
  void showsBothValuesToWhoeverComesSecond() {
    var office = given.empty();
    var first = clerkOf(office);
    var second = new Visitor(port).signedIn(office.head().login());
    save(first, office, "staff", "66", 0);

    var answer = save(second, office, "staff", "64", 0);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).get("shown").stringValue()).isEqualTo("66");
    assertThat(json(answer).get("by").stringValue()).isEqualTo("Người " + office.clerk().login());
    assertThat(kept(office, "staff")).isEqualTo("66");
    assertThat(
            save(second, office, "staff", "64", json(answer).get("version").intValue())
                .statusCode())
        .isEqualTo(200);
    assertThat(kept(office, "staff")).isEqualTo("64");
  }

  @Test
  void whoSavesWaitsForAnImportOfTheUnitAndNeitherForTheOther() {
    var office = given.empty();
    var clerk = clerkOf(office);
    int version = json(save(clerk, office, "staff", "66", 0)).get("version").intValue();
    var saving = new CompletableFuture<Integer>();

    transactions.executeWithoutResult(importing -> {
      importing.setRollbackOnly();
      sql.sql("select 1 from round_unit where round = ? and unit = ? for update")
          .params(office.round().id(), office.unit().unit())
          .query(Integer.class)
          .single();
      Thread.startVirtualThread(
          () -> saving.complete(save(clerk, office, "staff", "67", version).statusCode()));
      awaitSomebodyWaiting();
      sql.sql("update answer set value = '68' where round = ? and unit = ? and fact = 'staff'")
          .params(office.round().id(), office.unit().unit())
          .update();
    });

    assertThat(saving.join()).isEqualTo(200);
    assertThat(kept(office, "staff")).isEqualTo("67");
  }

  /** Until another waits for what this transaction holds. */
  private void awaitSomebodyWaiting() {
    while (sql.sql(
            """
            select not exists (
              select from pg_locks
               where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
            """)
        .query(Boolean.class)
        .single()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void takesTheSameAnswerAgainWithoutAnotherEvent() {
    var office = given.empty();
    var clerk = clerkOf(office);
    save(clerk, office, "staff", "66", 0);
    long events = events(office);

    var again = save(clerk, office, "staff", "66", 0);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(events(office)).isEqualTo(events);
  }

  @Test
  void doesNotTakeAClearedAnswerForTheOldOne() {
    var office = given.empty();
    var clerk = clerkOf(office);
    int old = json(save(clerk, office, "staff", "66", 0)).get("version").intValue();
    save(clerk, office, "staff", "", old);
    assertThat(kept(office, "staff")).isEmpty();
    save(clerk, office, "staff", "70", 0);

    assertThat(save(clerk, office, "staff", "71", old).statusCode()).isEqualTo(409);
    assertThat(kept(office, "staff")).isEqualTo("70");
  }

  /** F09: who is told that it is kept finds it in the history, and the last one in its place. */
  @Test
  void losesNoAcknowledgedAnswerOfEightWriters() throws Exception {
    var office = given.empty();
    var acknowledged = new AtomicInteger();
    var clerk = clerkOf(office);
    var token = clerk.token();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers =
          IntStream.range(0, 8)
              .mapToObj(writer ->
                  threads.submit(() -> {
                    int version = 0;
                    for (int i = 0; i < 25; i++) {
                      var answer =
                          clerk.postForJson(
                              office.path() + "/facts/staff",
                              Map.of(
                                  "value",
                                  String.valueOf(writer * 100 + i),
                                  "version",
                                  String.valueOf(version)),
                              token);
                      assertThat(answer.statusCode()).isIn(200, 409);
                      version = json(answer).get("version").intValue();
                      if (answer.statusCode() == 200) {
                        acknowledged.incrementAndGet();
                      }
                    }
                    return version;
                  }))
              .toList();
      for (var writer : writers) {
        writer.get();
      }
    }
    assertThat(events(office)).isEqualTo(acknowledged.get());
    assertThat(
            sql.sql(
                    """
                    select payload like '%value":"' || (
                             select value from answer where unit = :unit and fact = 'staff') || '"%'
                      from ledger_event where kind = 'FACT_ANSWERED' and unit = :unit
                     order by at desc limit 1
                    """)
                .param("unit", office.unit().unit())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private long events(GivenSheets.Office office) {
    return sql.sql("select count(*) from ledger_event where kind = 'FACT_ANSWERED' and unit = ?")
        .param(office.unit().unit())
        .query(Long.class)
        .single();
  }

  @Test
  void computesThePointsOfEveryCriterionThatAFactFeeds() {
    var office = given.empty();
    var clerk = clerkOf(office);
    save(clerk, office, "staff", "66", 0);
    save(clerk, office, "computers", "61", 0);

    var page = clerk.get(office.path() + "/sections/I").body();

    assertThat(page).contains("13,86").contains("61 máy / 66 người");
  }

  @Test
  void warnsOfWhatAVerifierWouldAskBeforeItIsADeduction() {
    var office = given.empty();
    var clerk = clerkOf(office);
    save(clerk, office, "computers", "61", 0);
    save(clerk, office, "computers_internet", "74", 0);

    assertThat(clerk.get(office.path() + "/sections/I").body())
        .contains("Số máy kết nối Internet lớn hơn số máy tính");
  }

  @Test
  void showsThePageAgainToABrowserWithoutScript() {
    var office = given.empty();
    var clerk = clerkOf(office);

    var kept = clerk.post(office.path() + "/facts/staff", Map.of("value", "66", "version", "0"));
    var asked =
        clerk.post(office.path() + "/facts/computers", Map.of("value", "mười", "version", "0"));
    var conflict =
        clerk.post(office.path() + "/facts/staff", Map.of("value", "64", "version", "0"));

    assertThat(kept.statusCode()).isEqualTo(302);
    assertThat(kept.headers().firstValue("Location").orElseThrow()).endsWith("/sections/I#f-staff");
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("value=\"mười\"").contains("không đọc được");
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body()).contains("value=\"64\"").contains("vừa lưu 66");
  }

  @Test
  void opensForTheUnitsOwnPeopleAndThoseWhoRunTheRoundAlone() {
    var office = given.empty();
    var path = office.path() + "/sections/I";
    var statuses =
        List.of(Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.COUNCIL_MEMBER).stream()
            .map(role -> new Visitor(port).signedIn(province.somebody(role).login()))
            .map(visitor -> visitor.get(path).statusCode())
            .toList();

    assertThat(statuses).containsExactly(404, 404, 200, 200, 403);
    assertThat(clerkOf(office).get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoAnswersOnceTheRoundIsClosed() {
    var office = given.complete();
    var clerk = clerkOf(office);
    rounds.act(
        "update round_unit set submitted_at = now_effective() where round = :round",
        Map.of("round", office.round().id()));
    rounds.moved(office.round(), Phase.VERIFYING);

    assertThat(save(clerk, office, "staff", "1", 0).statusCode()).isEqualTo(409);
    assertThat(kept(office, "staff")).isNotEqualTo("1");
  }

  @Test
  void aClaimOfNotApplicableAsksForNoFactsAndIsTakenBack() {
    var office = given.empty();
    var clerk = clerkOf(office);

    var claimed =
        clerk.post(
            office.path() + "/claims",
            Map.of("code", "I.5", "reason", "Không có bộ phận Một cửa", "section", "I"));

    assertThat(claimed.statusCode()).isEqualTo(302);
    assertThat(clerk.get(office.path() + "/sections/I").body())
        .contains("Không có bộ phận Một cửa")
        .contains("Không cần trả lời");
    assertThat(
            clerk
                .post(office.path() + "/claims", Map.of("code", "I.5", "reason", " "))
                .statusCode())
        .isEqualTo(409);
    assertThat(
            clerk
                .post(office.path() + "/claims/withdrawn", Map.of("code", "I.5", "section", "I"))
                .statusCode())
        .isEqualTo(302);
  }
}
