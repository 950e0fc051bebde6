package thangdiem.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

@ServerTest
class SessionUseTest {

  @LocalServerPort int port;
  @Autowired Province province;
  @Autowired JdbcClient sql;

  @Test
  void readingPagesWritesTheSessionOnceAMinute() {
    var organiser = province.somebody(Role.ORGANISER);
    var visitor = new Visitor(port).signedIn(organiser.login());
    visitor.get("/rounds");
    var written = version(organiser);

    visitor.get("/rounds");

    assertThat(version(organiser)).isEqualTo(written);

    sql.sql(
            "update spring_session set last_access_time = last_access_time - 61000 where principal_name = :who")
        .param("who", organiser.account().toString())
        .update();
    var aged = version(organiser);
    visitor.get("/rounds");

    assertThat(version(organiser)).isNotEqualTo(aged);
  }

  /** Which transaction wrote the row of their session. */
  private String version(Province.Somebody somebody) {
    return sql.sql("select xmin::text from spring_session where principal_name = :who")
        .param("who", somebody.account().toString())
        .query(String.class)
        .single();
  }
}
