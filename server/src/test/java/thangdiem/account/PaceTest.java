package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

@ServerTest
class PaceTest {

  private static final int FLOOD = 300;
  private static final int FREE = 5;

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;
  @Autowired private Pace pace;

  private static Map<String, String> right(String login) {
    return Map.of("login", login, "password", Province.PASSWORD);
  }

  private static Map<String, String> wrong(String login) {
    return Map.of("login", login, "password", "đoán mò một mật khẩu");
  }

  /** Many wrong tries at once, as a script would send them; the status of each. */
  private static List<Integer> flood(Visitor rival, String login) throws Exception {
    var token = rival.token();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          IntStream.range(0, FLOOD)
              .mapToObj(_ ->
                  threads.submit(() -> rival.post("/sign-in", wrong(login), token).statusCode()))
              .toList();
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    }
  }

  private long looksAt(String login) {
    return sql.sql(
            """
            select count(*) from ledger_event join ledger_commitment using (event)
             where kind = 'SIGN_IN_FAILED' and field = 'login' and value = :login
            """)
        .param("login", login)
        .query(Long.class)
        .single();
  }

  @Test
  void keepsNobodyOutWhateverARivalTries() throws Exception {
    var victim = province.somebody(Role.HEAD);
    var device = new Visitor(port).signedIn(victim.login());
    device.post("/sign-out", Map.of());

    var answers = flood(new Visitor(port), victim.login()); // From the victim's own address.

    assertThat(answers).containsOnly(401, 429).contains(429);
    assertThat(device.post("/sign-in", right(victim.login())).statusCode()).isEqualTo(302);
    assertThat(Visitor.from("127.0.0.7", port).post("/sign-in", right(victim.login())).statusCode())
        .isEqualTo(302);
  }

  @Test
  void looksOnlyAtTheTriesThatItAllows() throws Exception {
    var victim = province.somebody(Role.HEAD);
    var answers = flood(Visitor.from("127.0.0.8", port), victim.login());

    long looked = answers.stream().filter(status -> status == 401).count();
    assertThat(looked).isBetween(1L, FREE + 6L);
    assertThat(looksAt(victim.login())).isEqualTo(looked);
  }

  @Test
  void slowsDownAfterTheFreeTriesAndSaysHowLong() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = Visitor.from("127.0.0.9", port);
    for (int i = 0; i < FREE; i++) {
      assertThat(visitor.post("/sign-in", wrong(clerk.login())).statusCode()).isEqualTo(401);
    }
    sql.sql("update sign_in_failure set at = now() where login = :login")
        .param("login", clerk.login())
        .update();
    var refused = visitor.post("/sign-in", right(clerk.login()));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("giây rồi thử lại", "không bị khoá");
  }

  @Test
  void doublesTheWaitAndEndsIt() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = Visitor.from("127.0.0.10", port);
    seemToHaveTried(clerk.login(), "127.0.0.10", FREE + 3, 7);
    assertThat(visitor.post("/sign-in", right(clerk.login())).statusCode()).isEqualTo(429);

    seemToHaveTried(clerk.login(), "127.0.0.10", FREE + 3, 9);
    assertThat(visitor.post("/sign-in", right(clerk.login())).statusCode()).isEqualTo(302);
  }

  @Test
  void slowsDownTheWayByPasskeyToo() {
    var visitor = Visitor.from("127.0.0.13", port);
    for (int i = 0; i < FREE; i++) {
      assertThat(visitor.post("/sign-in/passkey", Map.of("credential", "{}")).statusCode())
          .isEqualTo(401);
    }
    sql.sql("update sign_in_failure set at = now() where address = '127.0.0.13'").update();

    assertThat(visitor.post("/sign-in/passkey", Map.of("credential", "{}")).statusCode())
        .isEqualTo(429);
  }

  @Test
  void slowsDownWhoGuessesAtAnOpenScreen() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    for (int i = 0; i < FREE; i++) {
      assertThat(visitor.post("/me/confirm", Map.of("password", "sai")).statusCode())
          .isEqualTo(401);
    }
    sql.sql("update sign_in_failure set at = now() where login = :login")
        .param("login", clerk.login())
        .update();

    assertThat(visitor.post("/me/confirm", Map.of("password", Province.PASSWORD)).statusCode())
        .isEqualTo(429);
  }

  @Test
  void slowsAnAddressThatTriesManyLogins() {
    for (int i = 0; i < 150; i++) {
      seemToHaveTried("ai-do-" + i, "127.0.0.11", 1, 0);
    }
    var clerk = province.somebody(Role.CLERK);
    assertThat(Visitor.from("127.0.0.11", port).post("/sign-in", wrong(clerk.login())).statusCode())
        .isEqualTo(429);
  }

  @Test
  void doesNotTakeANeighbourWhoWasFasterForAGuesser() {
    seemToHaveTried("dong-nghiep-nhanh-tay", "127.0.0.14", 1, -2);
    var clerk = province.somebody(Role.CLERK);

    assertThat(Visitor.from("127.0.0.14", port).post("/sign-in", right(clerk.login())).statusCode())
        .isEqualTo(302);
  }

  @Test
  void forgetsOldTries() {
    seemToHaveTried("ai-do-lau-roi", "127.0.0.12", 3, 90_000);
    pace.prune();
    assertThat(
            sql.sql("select count(*) from sign_in_failure where login = 'ai-do-lau-roi'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private void seemToHaveTried(String login, String address, int tries, int secondsAgo) {
    sql.sql("delete from sign_in_failure where login = :login and address = :address")
        .param("login", login)
        .param("address", address)
        .update();
    sql.sql(
            """
            insert into sign_in_failure (login, address, at)
            select :login, :address, now() - make_interval(secs => :ago)
              from generate_series(1, :tries)
            """)
        .param("login", login)
        .param("address", address)
        .param("ago", secondsAgo)
        .param("tries", tries)
        .update();
  }
}
