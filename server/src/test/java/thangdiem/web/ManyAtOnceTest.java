package thangdiem.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/**
 * More people than connections to the database: they wait their turn, and nobody is turned away.
 */
@ServerTest
class ManyAtOnceTest {

  private static final int PEOPLE = 4;
  private static final int AT_ONCE = 64;
  private static final int FIRST_YEAR = 2300;

  @LocalServerPort int port;
  @Autowired Province province;
  @Autowired JdbcClient sql;

  @Test
  void everybodyIsAnsweredAndEveryChangeIsThereWithItsEvent() throws Exception {
    var people =
        IntStream.range(0, PEOPLE)
            .mapToObj(_ -> new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login()))
            .toList();
    var changes = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < AT_ONCE; i++) {
      var person = people.get(i % PEOPLE);
      int year = FIRST_YEAR + i;
      changes.add(() ->
          person.post("/holidays/" + year, Map.of("days", "02/09/" + year + " Lễ")).statusCode());
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(changes)) {
        assertThat(answer.get()).isEqualTo(302);
      }
    }

    assertThat(count("select count(*) from calendar_day where day >= '2300-01-01'"))
        .isEqualTo(AT_ONCE);
    assertThat(
            count(
                "select count(*) from ledger_event where kind = 'HOLIDAYS_SET'"
                    + " and payload like '%\"23__-09-02\"%'"))
        .isEqualTo(AT_ONCE);
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }
}
