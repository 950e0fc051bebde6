package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

@ServerTest
class SecondFactorTest {

  private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{30,})</code>");
  private static final Pattern RECOVERY = Pattern.compile("<code>([A-Z2-9]{5}-[A-Z2-9]{5})</code>");

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;

  /** Somebody whose phone shows codes of this secret. */
  private record Protected(Province.Somebody who, byte[] secret, List<String> recovery) {
    String codeAt(long step) {
      return Totp.code(secret, step, Totp.DIGITS);
    }
  }

  private static long now() {
    return Totp.step(Instant.now());
  }

  private Protected protectedSomebody(Visitor visitor, Role role) {
    var who = province.somebody(role);
    visitor.signedIn(who.login());
    var secret = secretOn(visitor.get("/me/second-factor").body());
    var told =
        visitor.post("/me/second-factor", Map.of("code", Totp.code(secret, now(), Totp.DIGITS)));
    assertThat(told.statusCode()).isEqualTo(200);
    return new Protected(
        who, secret, RECOVERY.matcher(told.body()).results().map(found -> found.group(1)).toList());
  }

  static byte[] secretOn(String page) {
    var match = SECRET.matcher(page);
    assertThat(match.find()).isTrue();
    return decoded(match.group(1).replace(" ", ""));
  }

  private static byte[] decoded(String base32) {
    var bits = new StringBuilder();
    base32
        .chars()
        .forEach(letter ->
            bits.append(
                Integer.toBinaryString(32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))
                    .substring(1)));
    var bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    return bytes;
  }

  private HttpResponse<String> password(Visitor visitor, String login) {
    return visitor.post("/sign-in", Map.of("login", login, "password", Province.PASSWORD));
  }

  private static HttpResponse<String> code(Visitor visitor, String code) {
    return visitor.post("/sign-in/second-step", Map.of("code", code));
  }

  @Test
  void opensOnlyWithTheCodeOnThePhoneAfterThePassword() {
    var mai = protectedSomebody(new Visitor(port), Role.ORGANISER);
    var visitor = new Visitor(port);

    assertThat(password(visitor, mai.who().login()).headers().firstValue("Location"))
        .hasValue("/sign-in/second-step");
    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(302);
    assertThat(code(visitor, "000000").statusCode()).isEqualTo(401);
    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(302);
    assertThat(code(visitor, mai.codeAt(now() + 1)).statusCode()).isEqualTo(302);
    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(200);
  }

  @Test
  void takesEachCodeOnce() {
    var mai = protectedSomebody(new Visitor(port), Role.ORGANISER);
    var code = mai.codeAt(now() + 1);
    var first = new Visitor(port);
    password(first, mai.who().login());
    assertThat(code(first, code).statusCode()).isEqualTo(302);

    var second = new Visitor(port);
    password(second, mai.who().login());
    assertThat(code(second, code).statusCode()).isEqualTo(401);
  }

  @Test
  void takesEachRecoveryCodeOnce() {
    var mai = protectedSomebody(new Visitor(port), Role.ORGANISER);
    assertThat(mai.recovery()).hasSize(10).doesNotHaveDuplicates();
    var typed = mai.recovery().getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    var first = new Visitor(port);
    password(first, mai.who().login());
    assertThat(code(first, typed).statusCode()).isEqualTo(302);
    assertThat(first.get("/me").body()).contains("còn 9 mã dự phòng");

    var second = new Visitor(port);
    password(second, mai.who().login());
    assertThat(code(second, typed).statusCode()).isEqualTo(401);
  }

  @Test
  void leadsNobodyToTheSecondStepWithoutThePassword() {
    var visitor = new Visitor(port);
    assertThat(visitor.get("/sign-in/second-step").headers().firstValue("Location"))
        .hasValue("/sign-in");
    assertThat(code(visitor, "123456").headers().firstValue("Location")).hasValue("/sign-in");
  }

  @Test
  void slowsDownWhoGuessesCodesWhereverTheyComeFrom() {
    var mai = protectedSomebody(new Visitor(port), Role.ORGANISER);
    for (int i = 1; i <= 5; i++) {
      var thief = Visitor.from("127.0.2." + i, port);
      password(thief, mai.who().login());
      assertThat(code(thief, "00000" + i).statusCode()).isEqualTo(401);
    }
    sql.sql("update sign_in_failure set at = now() where login = :at")
        .param("at", "second step of " + mai.who().login())
        .update();
    var thief = Visitor.from("127.0.2.6", port);
    password(thief, mai.who().login());

    assertThat(code(thief, mai.codeAt(now() + 1)).statusCode()).isEqualTo(429);
  }

  @Test
  void keepsTheSecretSealedAndTheRecoveryCodesHashed() {
    var mai = protectedSomebody(new Visitor(port), Role.ORGANISER);
    var kept =
        sql.sql("select totp_secret from account where id = :account")
            .param("account", mai.who().account())
            .query(String.class)
            .single();

    assertThat(kept).doesNotContain(Totp.base32(mai.secret()));
    assertThat(
            sql.sql("select count(*) from recovery_code where account = :account")
                .param("account", mai.who().account())
                .query(Long.class)
                .single())
        .isEqualTo(10);
  }

  @Test
  void asksForThePasswordAgainWhenTheSignInWasLongAgo() {
    var visitor = new Visitor(port);
    var clerk = province.somebody(Role.CLERK);
    visitor.signedIn(clerk.login());
    sql.sql(
            """
            update spring_session_attributes set attribute_bytes = '1'
             where attribute_name = 'proven' and session_primary_id in
                   (select primary_id from spring_session where principal_name = :account)
            """)
        .param("account", clerk.account().toString())
        .update();

    assertThat(visitor.get("/me/second-factor").headers().firstValue("Location"))
        .hasValue("/me/confirm?next=/me/second-factor");
    var confirmed =
        visitor.post(
            "/me/confirm", Map.of("password", Province.PASSWORD, "next", "/me/second-factor"));
    assertThat(confirmed.headers().firstValue("Location")).hasValue("/me/second-factor");
    assertThat(visitor.get("/me/second-factor").statusCode()).isEqualTo(200);
  }

  @Test
  void turnsOffOnlyWithAPasswordThatCanStandAlone() {
    var visitor = new Visitor(port);
    var mai = protectedSomebody(visitor, Role.ORGANISER);
    assertThat(visitor.post("/me/second-factor/remove", Map.of("password", "sai")).statusCode())
        .isEqualTo(422);
    var changed =
        visitor.post(
            "/me/password",
            Map.of("current", Province.PASSWORD, "password", "tám chữ!", "again", "tám chữ!"));
    assertThat(changed.statusCode()).isEqualTo(302);
    assertThat(visitor.post("/me/second-factor/remove", Map.of("password", "tám chữ!")).body())
        .contains("chưa đủ mạnh");

    visitor.post(
        "/me/password",
        Map.of("current", "tám chữ!", "password", Province.PASSWORD, "again", Province.PASSWORD));
    assertThat(
            visitor
                .post("/me/second-factor/remove", Map.of("password", Province.PASSWORD))
                .statusCode())
        .isEqualTo(302);
    assertThat(new Visitor(port).signedIn(mai.who().login()).get("/me").statusCode())
        .isEqualTo(200);
    assertThat(
            sql.sql(
                    """
                    select kind from ledger_event where actor = :actor order by at
                    """)
                .param("actor", mai.who().account())
                .query(String.class)
                .list())
        .containsExactly(
            "SIGNED_IN",
            "SECOND_FACTOR_CHANGED",
            "PASSWORD_CHANGED",
            "PASSWORD_CHANGED",
            "SECOND_FACTOR_CHANGED",
            "SIGNED_IN");
  }
}
