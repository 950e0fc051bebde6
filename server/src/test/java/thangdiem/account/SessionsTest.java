package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

@ServerTest
class SessionsTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;

  /** Says when Java's serialisation brings it to life. */
  static final class Gadget implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
    static boolean awoke;

    @Serial
    private void readObject(java.io.ObjectInputStream in) throws IOException {
      awoke = true;
    }
  }

  static Stream<byte[]> foreignBytes() throws IOException {
    var serialised = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(serialised)) {
      out.writeObject(new HashMap<>(Map.of("x", new Gadget())));
    }
    return Stream.of(
        serialised.toByteArray(),
        "{\"@class\":\"thangdiem.account.SessionsTest$Gadget\"}".getBytes(StandardCharsets.UTF_8),
        "[\"java.util.ArrayList\",[]]".getBytes(StandardCharsets.UTF_8),
        new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1},
        new byte[0],
        "x".repeat(5000).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("foreignBytes")
  void takesASessionThatSomebodyTamperedWithAsSignedOut(byte[] bytes) {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    sql.sql(
            """
            update spring_session_attributes set attribute_bytes = :bytes
             where session_primary_id in
                   (select primary_id from spring_session where principal_name = :account)
            """)
        .param("bytes", bytes)
        .param("account", clerk.account().toString())
        .update();

    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(302);
    assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(200);
    assertThat(visitor.signedIn(clerk.login()).get("/rounds").statusCode()).isEqualTo(200);
    assertThat(Gadget.awoke).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "AAAA",
        "JzsgZHJvcCB0YWJsZSBhY2NvdW50OyAtLQ==",
        "AAECAw==",
        "%00",
        "....",
        "ÿ",
        "MTIzNDU2NzgtMTIzNC0xMjM0LTEyMzQtMTIzNDU2Nzg5MDAA"
      })
  void answersACookieOfAnyFormWithAnOrdinaryPage(String value) {
    for (var name : List.of("phien", "thiet-bi", "lang")) {
      var answer = new Visitor(port).get("/sign-in", "Cookie", name + "=" + value);
      assertThat(answer.statusCode()).isEqualTo(200);
      // Without the token: chance puts any three letters into it.
      var said = answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
      assertThat(said).doesNotContain("org.", "SQL", "java.", "Exception");
    }
  }

  @Test
  void endsAfterTwelveHoursHoweverBusy() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    sql.sql(
            "update spring_session set creation_time = creation_time - :age where principal_name ="
                + " :account")
        .param("age", 12 * 3_600_000L)
        .param("account", clerk.account().toString())
        .update();

    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(302);
  }

  @Test
  void endsAfterHalfAnHourWithoutARequest() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    sql.sql(
            "update spring_session set last_access_time = last_access_time - :age where"
                + " principal_name = :account")
        .param("age", 31 * 60_000L)
        .param("account", clerk.account().toString())
        .update();

    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(302);
  }

  @Test
  void endsWithTheAccountAtTheNextRequest() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    province.change(
        "update account set disabled_at = now() where id = :account",
        Map.of("account", clerk.account()));

    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(302);
    assertThat(visitor.post("/sign-out", Map.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void losesARoleAtTheNextRequest() {
    var auditor = province.somebody(Role.AUDITOR);
    var visitor = new Visitor(port).signedIn(auditor.login());
    assertThat(visitor.get("/ledger").statusCode()).isEqualTo(200);
    province.change(
        "delete from account_role where account = :account", Map.of("account", auditor.account()));

    assertThat(visitor.get("/ledger").statusCode()).isEqualTo(403);
  }
}
