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
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import tools.jackson.databind.json.JsonMapper;

/** The evening before the deadline: many come at the same moment, and all save at once. */
@ServerTest
class ManyClerksTest {

  private static final int UNITS = 30;
  private static final int CLERKS_OF_A_UNIT = 20;
  private static final int SAVES_OF_A_CLERK = 3;
  private static final int AT_THE_DOOR_AT_ONCE = 64;

  @LocalServerPort int port;
  @Autowired GivenRounds given;
  @Autowired Province province;
  @Autowired Rounds rounds;
  @Autowired JdbcClient sql;

  /** Somebody with a fact of their own to work on. */
  private record Clerk(Somebody who, Visitor visitor, String path) {

    int signIn() {
      return visitor
          .post("/sign-in", Map.of("login", who.login(), "password", Province.PASSWORD))
          .statusCode();
    }

    List<Integer> save() {
      var token = visitor.token();
      var statuses = new ArrayList<Integer>();
      int version = 0;
      for (int i = 1; i <= SAVES_OF_A_CLERK; i++) {
        var typed = Map.of("value", String.valueOf(i), "version", String.valueOf(version));
        var answer = visitor.postForJson(path, typed, token);
        statuses.add(answer.statusCode());
        if (answer.statusCode() == 200) {
          version = JsonMapper.shared().readTree(answer.body()).get("version").intValue();
        }
      }
      return statuses;
    }
  }

  @Test
  void sixHundredSaveAtOnceAndNobodyIsTurnedAway() throws Exception {
    var units =
        IntStream.range(0, UNITS)
            .mapToObj(i ->
                province.crowd(CLERKS_OF_A_UNIT, Role.CLERK, province.agency("Đơn vị đông " + i)))
            .toList();
    var round = given.open(units.stream().map(List::getFirst).toArray(Somebody[]::new));
    var clerks = new ArrayList<Clerk>();
    for (var unit : units) {
      clerks.addAll(clerks(round, unit, "127.0.4." + (1 + units.indexOf(unit))));
    }
    assertThat(clerks).hasSize(600);

    assertThat(atOnce(AT_THE_DOOR_AT_ONCE, clerks, Clerk::signIn)).containsOnly(302);
    assertThat(atOnce(clerks.size(), clerks, Clerk::save)).containsOnly(List.of(200, 200, 200));

    assertThat(count("select count(*) from answer where round = ?", round)).isEqualTo(600);
    assertThat(
            count(
                "select count(*) from ledger_event where kind = 'FACT_ANSWERED' and round = ?",
                round))
        .isEqualTo(600 * SAVES_OF_A_CLERK);
  }

  /** The clerks of a unit, at the one address that their office has. */
  private List<Clerk> clerks(Round round, List<Somebody> unit, String address) {
    var facts =
        rounds.criteria(round).facts().values().stream()
            .filter(fact -> fact.type() == FactType.COUNT)
            .map(FactDefinition::id)
            .toList();
    var code = given.unit(round, unit.getFirst()).code();
    var folder = "/rounds/%s/assessments/%s/facts/".formatted(round.key(), code);
    return IntStream.range(0, unit.size())
        .mapToObj(i -> new Clerk(unit.get(i), Visitor.from(address, port), folder + facts.get(i)))
        .toList();
  }

  private interface Deed<T> {
    T by(Clerk clerk);
  }

  private static <T> List<T> atOnce(int many, List<Clerk> clerks, Deed<T> deed) throws Exception {
    try (var threads = Executors.newFixedThreadPool(many)) {
      var results = new ArrayList<T>();
      var deeds = clerks.stream().map(clerk -> (Callable<T>) () -> deed.by(clerk)).toList();
      for (var done : threads.invokeAll(deeds)) {
        results.add(done.get());
      }
      return results;
    }
  }

  private long count(String query, Round round) {
    return sql.sql(query).param(round.id()).query(Long.class).single();
  }
}
