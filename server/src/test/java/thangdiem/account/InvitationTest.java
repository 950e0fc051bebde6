package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Mailbox;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/** From the invitation to the first sign-in, and everything a code is not good for. */
@ServerTest
@Import(Office.class)
class InvitationTest {

  private static final String PASSWORD = "bốn con trâu qua sông";

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private Office office;
  @Autowired private JdbcClient sql;

  private Visitor organiser;
  private UUID unit;
  private String login;

  @BeforeEach
  void aUnitWithoutPeople() {
    organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    unit = province.agency("Đơn vị chưa có ai");
    login = "moi" + System.nanoTime();
  }

  /** Each from an address of their own, as people at home are. */
  private Visitor guest() {
    var bytes = UUID.randomUUID().getLeastSignificantBits();
    return Visitor.from(
        "127.%d.%d.%d".formatted(1 + (bytes & 127), bytes >> 8 & 255, 1 + (bytes >> 16 & 127)),
        port);
  }

  private String invite(String role) {
    return office.invite(organiser, office.filled(login, unit, role));
  }

  private static String address(String code) {
    return "/invitation/" + code.replace("-", "");
  }

  private static Map<String, String> choosing(String password) {
    return Map.of("password", password, "again", password);
  }

  private int signIn(String password) {
    return guest().post("/sign-in", Map.of("login", login, "password", password)).statusCode();
  }

  @Test
  void letsThePersonChooseAPasswordAndSignIn() {
    var code = invite("CLERK");
    var guest = guest();

    assertThat(guest.get(address(code)).body()).contains("Trần Thị Mai", login);
    assertThat(guest.post(address(code), choosing(PASSWORD)).statusCode()).isEqualTo(200);

    assertThat(signIn(PASSWORD)).isEqualTo(302);
    assertThat(office.events(office.account(login)))
        .containsExactly("INVITED", "INVITATION_TAKEN_UP");
  }

  @Test
  void leadsFromTheTypedCodeToItsPageHoweverItIsTyped() {
    var code = invite("CLERK");

    assertThat(
            guest()
                .post("/invitation", Map.of("code", " " + code.toLowerCase(java.util.Locale.ROOT)))
                .headers()
                .firstValue("Location"))
        .hasValue(address(code));
  }

  @Test
  void makesALinkOfTheBaseUrlAndOfNothingElse() {
    var page = organiser.post("/accounts/new", office.filled(login, unit, "CLERK")).body();

    assertThat(page)
        .contains("QR: http://localhost/invitation/" + Office.codeOn(page).replace("-", ""));
  }

  @Test
  void keepsNothingOfTheCodeButAHash() {
    var letters = invite("CLERK").replace("-", "");

    assertThat(
            sql.sql(
                    """
                    select count(*) from invitation
                     where encode(code_hash, 'escape') like '%' || :code || '%'
                        or invitation::text like '%' || :code || '%'
                    """)
                .param("code", letters)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            sql.sql("select count(*) from ledger_event where payload like '%' || :code || '%'")
                .param("code", letters)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(organiser.get("/accounts/" + office.account(login)).body()).doesNotContain(letters);
  }

  @Test
  void isGoodOnce() {
    var code = invite("CLERK");
    guest().post(address(code), choosing(PASSWORD));

    assertThat(guest().get(address(code)).statusCode()).isEqualTo(410);
    assertThat(guest().post(address(code), choosing("một mật khẩu khác hẳn")).statusCode())
        .isEqualTo(410);
    assertThat(signIn(PASSWORD)).isEqualTo(302);
  }

  @Test
  void isGoodOnceForTwoWhoUseItAtTheSameMoment() {
    var code = invite("CLERK");
    var one = guest();
    var other = guest();
    var tokenOfOne = one.token();
    var tokenOfOther = other.token();

    var answers =
        Stream.of(
                CompletableFuture.supplyAsync(
                    () -> one.post(address(code), choosing(PASSWORD), tokenOfOne)),
                CompletableFuture.supplyAsync(
                    () -> other.post(address(code), choosing(PASSWORD), tokenOfOther)))
            .toList()
            .stream()
            .map(answer -> answer.join().statusCode())
            .toList();

    assertThat(answers).containsOnlyOnce(200);
    assertThat(office.events(office.account(login)))
        .containsExactly("INVITED", "INVITATION_TAKEN_UP");
  }

  @Test
  void isNoLongerGoodWhenItsTimeIsOver() {
    var code = invite("CLERK");
    office.change(
        "update invitation set expires_at = now_effective() where account = :account",
        office.account(login));

    assertThat(guest().get(address(code)).body()).contains("hết hạn");
    assertThat(guest().post(address(code), choosing(PASSWORD)).statusCode()).isEqualTo(410);
    assertThat(office.of(office.account(login), "password")).isEqualTo("null");
  }

  @Test
  void isNoLongerGoodWhenItIsWithdrawn() {
    var code = invite("CLERK");
    var page = "/accounts/" + office.account(login);

    organiser.post(page + "/invitation/withdrawn", Map.of());

    assertThat(guest().post(address(code), choosing(PASSWORD)).statusCode()).isEqualTo(410);
    assertThat(office.of(office.account(login), "disabled_at")).isNotEqualTo("null");
    assertThat(office.events(office.account(login)))
        .containsExactly("INVITED", "INVITATION_WITHDRAWN");
    assertThat(organiser.post(page + "/invitation/withdrawn", Map.of()).statusCode())
        .isEqualTo(409);
  }

  @Test
  void isReplacedByANewOne() {
    var former = invite("CLERK");

    var code =
        Office.codeOn(
            organiser.post("/accounts/" + office.account(login) + "/invitation", Map.of()).body());

    assertThat(code).isNotEqualTo(former);
    assertThat(guest().get(address(former)).statusCode()).isEqualTo(410);
    assertThat(guest().get(address(code)).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsAGuesserNothingAndSlowsThemDown() {
    var code = invite("CLERK");
    var guesser = guest();
    for (int i = 0; i < 5; i++) {
      assertThat(guesser.get("/invitation/AAAAAAAAA" + (2 + i)).statusCode()).isEqualTo(404);
    }

    var slowed = guesser.get("/invitation/AAAAAAAAAB");
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
    assertThat(guesser.get(address(code)).statusCode()).isEqualTo(429);
    assertThat(guest().get(address(code)).statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoPasswordThatIsShortKnownOrTheirOwnName() {
    var code = invite("CLERK");
    var guest = guest();

    for (var bad : new String[] {"ngắn quá", "123456789012345", "Trần Thị Mai 2017"}) {
      assertThat(guest.post(address(code), choosing(bad)).body())
          .as(bad)
          .contains("id=\"password-error\"");
    }
    assertThat(
            guest.post(address(code), Map.of("password", PASSWORD, "again", PASSWORD + "x")).body())
        .contains("id=\"password-error\"");
    assertThat(office.of(office.account(login), "password")).isEqualTo("null");
    assertThat(guest.post(address(code), choosing(PASSWORD)).statusCode()).isEqualTo(200);
  }

  @Test
  void givesNoMoreByFieldsThatTheFormDoesNotHave() {
    var code = invite("CLERK");
    var form = new HashMap<>(choosing(PASSWORD));
    form.putAll(Map.of("role", "ADMINISTRATOR", "login", "khac", "account", "x", "unit", "tinh"));

    guest().post(address(code), form);

    assertThat(office.roles(office.account(login))).containsExactly("CLERK");
  }

  @Test
  void letsTheOrganiserInviteWhomItWorksWithAndNobodyElse() {
    for (var role :
        new String[] {
          "ADMINISTRATOR", "ORGANISER", "AUDITOR", "CHAIRMAN", "COUNCIL_MEMBER", "COUNCIL_SECRETARY"
        }) {
      var answer = organiser.post("/accounts/new", office.filled(login, unit, role));

      assertThat(answer.body()).as(role).contains("id=\"role-error\"");
    }
    assertThat(
            sql.sql("select count(*) from account where login = :login")
                .param("login", login)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void letsTheOrganiserMakeNoCodeForWhoeverHasMorePower() {
    var administrator = province.somebody(Role.ADMINISTRATOR);
    var clerk = province.somebody(Role.CLERK);

    for (var somebody : new Province.Somebody[] {administrator, clerk}) {
      var page = "/accounts/" + somebody.account() + "/invitation";
      assertThat(organiser.post(page, Map.of()).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void givesWhoeverLostTheirPasswordANewWayInAndEndsWhatWasOpen() {
    var clerk = province.somebody(Role.CLERK);
    var open = new Visitor(port).signedIn(clerk.login());
    var admin = new Visitor(port).signedIn(province.somebody(Role.ADMINISTRATOR).login());

    var code =
        Office.codeOn(admin.post("/accounts/" + clerk.account() + "/invitation", Map.of()).body());
    guest().post(address(code), choosing(PASSWORD));

    assertThat(open.get("/rounds").statusCode()).isEqualTo(302);
    login = clerk.login();
    assertThat(signIn(PASSWORD)).isEqualTo(302);
    assertThat(signIn(Province.PASSWORD)).isEqualTo(401);
  }

  @Test
  void sendsALetterWithTheLinkAndSaysSo() {
    var form = office.filled(login, unit, "CLERK");
    var mailbox = login + "@haugiang.example";
    form.put("email", mailbox);

    var code = office.invite(organiser, form);

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(Mailbox.of(mailbox)).hasSize(1));
    assertThat(Mailbox.of(mailbox).getFirst().text())
        .contains("http://localhost" + address(code), login);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(organiser.get("/accounts?words=" + login).body()).contains("đã gửi thư"));
  }

  @Test
  void saysWhenALetterCouldNotBeSent() {
    var form = office.filled(login, unit, "CLERK");
    form.put("email", "a..b@haugiang.example");

    office.invite(organiser, form);

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(organiser.get("/accounts?words=" + login).body())
                .contains("thư không gửi được"));
  }

  @Test
  void makesALoginOfTheNameWhereNoneWasTyped() {
    var form = office.filled("", unit, "CLERK");
    form.put("name", "Đỗ Thị Bích Ngọc");

    var page = organiser.post("/accounts/new", form).body();

    assertThat(page).containsPattern("ngocdtb\\d*<");
  }
}
