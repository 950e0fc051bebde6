package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  void saysTheSameOfAWrongPasswordAnUnknownLoginAndADisabledAccount() {
    var clerk = province.somebody(Role.CLERK);
    var disabled = province.somebody(Role.CLERK);
    province.change(
        "update account set disabled_at = now() where id = :account",
        Map.of("account", disabled.account()));

    var wrong = bytes("127.0.1.1", clerk.login(), "một mật khẩu sai");
    assertThat(bytes("127.0.1.2", "không có ai", "một mật khẩu sai")).isEqualTo(wrong);
    assertThat(bytes("127.0.1.3", disabled.login(), Province.PASSWORD)).isEqualTo(wrong);
    assertThat(wrong).startsWith("401");
  }

  /** Everything that an answer tells, but for the login typed and the token of the session. */
  private String bytes(String from, String login, String password) {
    var answer =
        Visitor.from(from, port).post("/sign-in", Map.of("login", login, "password", password));
    var headers = new java.util.TreeMap<>(answer.headers().map());
    headers.keySet().removeAll(java.util.Set.of("date", "content-length", "set-cookie"));
    return answer.statusCode()
        + headers.toString()
        + answer
            .body()
            .replace("value=\"" + login + "\"", "")
            .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }

  @Test
  void givesTheSessionAnotherNameAndNothingOfTheOneBefore() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port);
    var tokenBefore = visitor.token();
    var before = visitor.cookie("phien");
    visitor.signedIn(clerk.login());

    assertThat(before).isNotEmpty();
    assertThat(visitor.cookie("phien")).isNotEmpty().isNotEqualTo(before);
    assertThat(new Visitor(port).holding("phien", before).get("/rounds").statusCode())
        .isEqualTo(302);
    assertThat(visitor.post("/sign-out", Map.of(), tokenBefore).statusCode()).isEqualTo(403);
  }

  @Test
  void marksItsCookiesForBrowsersOnlyAndForOurPagesOnly() {
    var clerk = province.somebody(Role.CLERK);
    var answer =
        new Visitor(port)
            .post("/sign-in", Map.of("login", clerk.login(), "password", Province.PASSWORD));

    assertThat(answer.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }

  @Test
  void goesOnWhereOneWasAndNowhereElse() {
    var clerk = province.somebody(Role.CLERK);
    assertThat(new Visitor(port).get("/rounds?x=1").headers().firstValue("Location"))
        .hasValue("/sign-in?next=%2Frounds%3Fx%3D1");
    assertThat(landing(clerk.login(), "/rounds?x=1")).isEqualTo("/rounds?x=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "http:///evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/%2f%2fevil.example",
        "/%5cevil.example",
        "/%09/evil.example",
        "\t//evil.example",
        " //evil.example",
        "/ /evil.example",
        "/.evil.example",
        "/..//evil.example",
        "/rounds/../..//evil.example",
        "/rounds//evil.example",
        "/@evil.example",
        "@evil.example",
        ".evil.example",
        "/rounds@evil.example",
        "/rounds\r\nLocation: https://evil.example",
        "/rounds%0d%0aX: y",
        "/;@evil.example",
        "/rounds;x=https://evil.example",
        "?next=//evil",
        "#//evil.example",
        "/#//evil.example",
        "/rounds?u=//evil.example",
        "/rounds?u=https:x",
        "/nowhere",
        "/sign-out",
        "/sign-in",
        "/sign-in?next=//evil.example",
        "/language/en/x",
        "",
        "/\u2215evil.example",
        "/\uff0fevil.example",
        "//localhost",
        "/rounds/<script>",
        "/rounds?x=<script>",
        "///",
        "//",
        "/rounds%00"
      })
  void leadsToNoAddressThatSomebodySmuggledIn(String next) {
    var page =
        new Visitor(port)
            .get(
                "/sign-in?next="
                    + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(page.body()).contains("name=\"next\" value=\"/\"");
  }

  private String landing(String login, String next) {
    return new Visitor(port)
        .post("/sign-in", Map.of("login", login, "password", Province.PASSWORD, "next", next))
        .headers()
        .firstValue("Location")
        .orElse("");
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
