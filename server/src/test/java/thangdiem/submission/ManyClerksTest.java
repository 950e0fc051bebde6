package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.round.GivenRounds;
import thangdiem.round.Rounds;
import tools.jackson.databind.json.JsonMapper;

/** The evening before the deadline: everybody is signed in and saves at once. */
@ServerTest
class ManyClerksTest {

  private static final int UNITS = 30;
  private static final int CLERKS_OF_A_UNIT = 20;
  private static final int SAVES_OF_A_CLERK = 3;
  private static final int AT_THE_DOOR_AT_ONCE = 16;

  @LocalServerPort int port;
  @Autowired GivenRounds given;
  @Autowired Province province;
  @Autowired Rounds rounds;
  @Autowired JdbcClient sql;

  /** Somebody at work on a fact of their own. */
  private record AtWork(Visitor visitor, String token, String path) {}

  @Test
  void sixHundredSaveAtOnceAndNobodyIsTurnedAway() throws Exception {
    var first = IntStream.range(0, UNITS).mapToObj(_ -> province.somebody(Role.CLERK)).toList();
    var round = given.open(first.toArray(Somebody[]::new));
    var facts =
        rounds.criteria(round).facts().values().stream()
            .filter(fact -> fact.type() == FactType.COUNT)
            .map(FactDefinition::id)
            .limit(CLERKS_OF_A_UNIT)
            .toList();
    var signIns = new ArrayList<Callable<AtWork>>();
    for (var one : first) {
      var unit = given.unit(round, one);
      for (int i = 0; i < CLERKS_OF_A_UNIT; i++) {
        var clerk = i == 0 ? one : province.somebody(Role.CLERK, one.unit());
        var path =
            "/rounds/%s/assessments/%s/facts/%s".formatted(round.key(), unit.code(), facts.get(i));
        // Each office has an address of its own: who guesses at one is no neighbour of the others.
        var address = "127.0.1." + (1 + signIns.size() / CLERKS_OF_A_UNIT);
        signIns.add(() -> {
          var visitor = Visitor.from(address, port).signedIn(clerk.login());
          return new AtWork(visitor, visitor.token(), path);
        });
      }
    }
    assertThat(signIns).hasSize(600);

    var atWork = new ArrayList<AtWork>();
    try (var threads = Executors.newFixedThreadPool(AT_THE_DOOR_AT_ONCE)) {
      for (var clerk : threads.invokeAll(signIns)) {
        atWork.add(clerk.get());
      }
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var savings =
          atWork.stream().map(clerk -> (Callable<List<Integer>>) () -> save(clerk)).toList();
      for (var statuses : threads.invokeAll(savings)) {
        assertThat(statuses.get()).containsOnly(200);
      }
    }

    assertThat(count("select count(*) from answer where round = ?", round.id())).isEqualTo(600);
    assertThat(
            count(
                "select count(*) from ledger_event where kind = 'FACT_ANSWERED' and round = ?",
                round.id()))
        .isEqualTo(600 * SAVES_OF_A_CLERK);
  }

  private static List<Integer> save(AtWork clerk) {
    var statuses = new ArrayList<Integer>();
    int version = 0;
    for (int i = 1; i <= SAVES_OF_A_CLERK; i++) {
      var answer =
          clerk
              .visitor()
              .postForJson(
                  clerk.path(),
                  Map.of("value", String.valueOf(i), "version", String.valueOf(version)),
                  clerk.token());
      statuses.add(answer.statusCode());
      if (answer.statusCode() == 200) {
        version = JsonMapper.shared().readTree(answer.body()).get("version").intValue();
      }
    }
    return statuses;
  }

  private long count(String query, Object round) {
    return sql.sql(query).param(round).query(Long.class).single();
  }
}
