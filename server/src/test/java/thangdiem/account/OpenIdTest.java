package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import elsewhere.IdentityProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/** Coming in through another system, a real one in a process of its own. */
@ServerTest
class OpenIdTest {

  private static IdentityProvider provider;

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;

  @BeforeAll
  static void startTheProvider() throws IOException {
    provider = IdentityProvider.start();
  }

  @AfterAll
  static void endTheProvider() {
    provider.close();
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isBetween(302, 303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private Province.Somebody withEmail(String email) {
    var clerk = province.somebody(Role.CLERK);
    province.change(
        "update account set email = :email where id = :account",
        Map.of("email", email, "account", clerk.account()));
    return clerk;
  }

  /** What the other system sends the browser back to us with, once somebody signed in there. */
  private static String answerFor(String name, String asked) {
    var there = Visitor.at(IdentityProvider.ISSUER);
    there.get(asked.substring(IdentityProvider.ISSUER.length()));
    var page = there.get("/login").body();
    var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    var on =
        location(
            there.forged(
                "/login",
                Map.of(
                    "username",
                    name,
                    "password",
                    IdentityProvider.PASSWORD,
                    "_csrf",
                    token.group(1))));
    var back =
        URI.create(
            location(there.get(URI.create(on).getPath() + "?" + URI.create(on).getRawQuery())));
    assertThat(back.toString()).startsWith("http://localhost" + OpenIdProvider.CALLBACK);
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  private HttpResponse<String> through(Visitor visitor, String name, String next) {
    var asked = location(visitor.get("/sign-in/openid?next=" + next));
    assertThat(asked).startsWith(IdentityProvider.ISSUER).contains("code_challenge=", "nonce=");
    return visitor.get(answerFor(name, asked));
  }

  @Test
  void opensTheAccountWhoseEmailTheOtherSystemVerified() {
    var mai = withEmail("Mai@HauGiang.example");
    var visitor = new Visitor(port);

    assertThat(location(through(visitor, "mai", "/me"))).isEqualTo("/me");
    assertThat(visitor.get("/me").body()).contains(mai.login(), "mai@haugiang.example");
    assertThat(
            sql.sql("select kind from ledger_event where actor = :actor order by at")
                .param("actor", mai.account())
                .query(String.class)
                .list())
        .containsExactly("IDENTITY_LINKED", "SIGNED_IN");
  }

  @Test
  void knowsALinkedAccountAgainWhateverItsEmailIsNow() {
    var lan = withEmail("lan@haugiang.example");
    through(new Visitor(port), "lan", "/");
    province.change(
        "update account set email = null where id = :account", Map.of("account", lan.account()));
    var visitor = new Visitor(port);

    assertThat(location(through(visitor, "lan", "/"))).isEqualTo("/");
    assertThat(visitor.get("/me").body()).contains(lan.login());
  }

  @Test
  void makesNoAccountAndBelievesNoUnverifiedEmail() {
    withEmail("chua-xac-thuc@haugiang.example");
    var unverified = through(new Visitor(port), "chua-xac-thuc", "/");
    var stranger = through(new Visitor(port), "nguoi-la", "/");

    assertThat(unverified.statusCode()).isEqualTo(401);
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.body()).contains("Không có tài khoản nào ở đây");
  }

  @Test
  void letsNobodyInWhoIsDisabledHere() {
    var thanh = withEmail("thanh@haugiang.example");
    through(new Visitor(port), "thanh", "/");
    province.change(
        "update account set disabled_at = now() where id = :account",
        Map.of("account", thanh.account()));

    assertThat(through(new Visitor(port), "thanh", "/").statusCode()).isEqualTo(401);
  }

  @Test
  void takesNoAnswerThatAnotherSessionAskedForNorTheSameTwice() {
    withEmail("phuc@haugiang.example");
    var visitor = Visitor.from("127.0.3.1", port);
    var answer = answerFor("phuc", location(visitor.get("/sign-in/openid")));

    assertThat(Visitor.from("127.0.3.2", port).get(answer).statusCode()).isEqualTo(401);
    var other = Visitor.from("127.0.3.3", port);
    other.get("/sign-in/openid");
    assertThat(other.get(answer).statusCode()).isEqualTo(401);
    assertThat(visitor.get(answer).statusCode()).isEqualTo(302);
    assertThat(visitor.get(answer).statusCode()).isEqualTo(401);
  }

  @Test
  void slowsDownWhoSendsAnswersThatNobodyAskedFor() {
    var visitor = Visitor.from("127.0.3.4", port);
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.get(OpenIdProvider.CALLBACK + "?code=x&state=y").statusCode())
          .isEqualTo(401);
    }
    sql.sql("update sign_in_failure set at = now() where address = '127.0.3.4'").update();
    assertThat(visitor.get(OpenIdProvider.CALLBACK + "?code=x&state=y").statusCode())
        .isEqualTo(429);
  }

  @Test
  void goesNowhereElseAfterwards() {
    withEmail("ngoc@haugiang.example");
    assertThat(location(through(new Visitor(port), "ngoc", "//evil.example"))).isEqualTo("/");
  }
}
