package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

@ServerTest
class SignInTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;

  @Test
  void opensThePagesToWhoKnowsThePassword() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());

    assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    assertThat(visitor.get("/").headers().firstValue("Location")).hasValue("/rounds");
  }

  @Test
  void saysTheSameOfAWrongPasswordAndOfAnUnknownLogin() {
    var clerk = province.somebody(Role.CLERK);
    var wrong =
        new Visitor(port).post("/sign-in", Map.of("login", clerk.login(), "password", "sai"));
    var unknown =
        new Visitor(port).post("/sign-in", Map.of("login", "không có ai", "password", "sai"));

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
  }

  @Test
  void leavesAnEventForEachSignIn() {
    var clerk = province.somebody(Role.CLERK);
    new Visitor(port).signedIn(clerk.login());

    assertThat(
            sql.sql("select kind from ledger_event where actor = :actor")
                .param("actor", clerk.account())
                .query(String.class)
                .list())
        .containsExactly("SIGNED_IN");
  }
}
