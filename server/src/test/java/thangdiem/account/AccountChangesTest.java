package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/** What the administrator changes of an account, and what nobody can. */
@ServerTest
@Import(Office.class)
class AccountChangesTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private Office office;
  @Autowired private JdbcClient sql;

  private Province.Somebody administrator;
  private Visitor admin;

  @BeforeEach
  void signIn() {
    administrator = province.somebody(Role.ADMINISTRATOR);
    admin = new Visitor(port).signedIn(administrator.login());
  }

  private static String page(Province.Somebody somebody) {
    return "/accounts/" + somebody.account();
  }

  private Map<String, String> details(Province.Somebody somebody, String name) {
    var form = new HashMap<String, String>();
    form.put("name", name);
    form.put("post", "Trưởng phòng");
    form.put("unit", office.code(somebody.unit()));
    form.put("email", "dia-chi-moi@haugiang.example");
    form.put("phone", "0293 3878 123");
    form.put("version", office.of(somebody.account(), "version"));
    return form;
  }

  @Test
  void changesWhoSomebodyIs() {
    var clerk = province.somebody(Role.CLERK);

    assertThat(admin.post(page(clerk), details(clerk, "Trần Thị Mai")).statusCode()).isEqualTo(302);
    assertThat(office.of(clerk.account(), "name")).isEqualTo("Trần Thị Mai");
    assertThat(office.of(clerk.account(), "post")).isEqualTo("Trưởng phòng");
    assertThat(office.events(clerk.account())).containsExactly("ACCOUNT_CHANGED");
  }

  @Test
  void refusesAChangeOfWhatSomebodyElseHasChangedSince() {
    var clerk = province.somebody(Role.CLERK);
    var earlier = details(clerk, "Tên thứ hai");
    admin.post(page(clerk), details(clerk, "Tên thứ nhất"));

    assertThat(admin.post(page(clerk), earlier).statusCode()).isEqualTo(409);
    assertThat(office.of(clerk.account(), "name")).isEqualTo("Tên thứ nhất");
  }

  @Test
  void namesEveryWrongFieldAndKeepsWhatWasTyped() {
    var clerk = province.somebody(Role.CLERK);
    var form = details(clerk, "");
    form.put("email", "không phải thư");
    form.put("phone", "abc");
    form.put("unit", "khong-co");
    form.put("post", "Phó phòng");

    var answer = admin.post(page(clerk), form).body();

    assertThat(answer)
        .contains("id=\"name-error\"", "id=\"email-error\"", "id=\"phone-error\"")
        .contains("id=\"unit-error\"", "value=\"Phó phòng\"");
    assertThat(office.of(clerk.account(), "post")).isEmpty();
  }

  @Test
  void changesNoColumnThatTheFormDoesNotHave() {
    var clerk = province.somebody(Role.CLERK);
    var before = office.of(clerk.account(), "password");
    var form = details(clerk, "Trần Thị Mai");
    form.putAll(
        Map.of(
            "login", "quyen-cao",
            "password", "x",
            "disabled_at", "2017-01-01",
            "totp_secret", "x",
            "role", "ADMINISTRATOR",
            "works_in", province.root().toString(),
            "id", UUID.randomUUID().toString()));

    admin.post(page(clerk), form);

    assertThat(office.of(clerk.account(), "login")).isEqualTo(clerk.login());
    assertThat(office.of(clerk.account(), "password")).isEqualTo(before);
    assertThat(office.of(clerk.account(), "works_in")).isEqualTo(clerk.unit().toString());
    assertThat(office.of(clerk.account(), "disabled_at")).isEqualTo("null");
    assertThat(office.roles(clerk.account())).containsExactly("CLERK");
  }

  @Test
  void endsEverySessionOfWhoeverIsDisabled() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(200);

    admin.post(page(clerk) + "/disabled", Map.of());

    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(302);
    assertThat(office.sessions(clerk.account())).isZero();
    assertThat(signIn(clerk).statusCode()).isEqualTo(401);
    assertThat(office.events(clerk.account())).containsExactly("ACCOUNT_DISABLED");
  }

  private java.net.http.HttpResponse<String> signIn(Province.Somebody somebody) {
    return new Visitor(port)
        .post("/sign-in", Map.of("login", somebody.login(), "password", Province.PASSWORD));
  }

  @Test
  void letsThemInAgainWithTheRolesTheyHad() {
    var clerk = province.somebody(Role.CLERK);
    admin.post(page(clerk) + "/disabled", Map.of());

    admin.post(page(clerk) + "/enabled", Map.of());

    assertThat(signIn(clerk).statusCode()).isEqualTo(302);
    assertThat(office.roles(clerk.account())).containsExactly("CLERK");
    assertThat(office.events(clerk.account()))
        .containsExactly("ACCOUNT_DISABLED", "ACCOUNT_ENABLED");
  }

  @Test
  void givesARoleInAUnitFromTheNextRequestOn() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);

    admin.post(page(clerk) + "/roles", Map.of("role", "HEAD", "unit", office.code(clerk.unit())));
    assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);

    admin.post(
        page(clerk) + "/roles/withdrawn",
        Map.of("role", "HEAD", "unit", office.code(clerk.unit())));
    assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(office.events(clerk.account())).containsExactly("ROLE_GRANTED", "ROLE_WITHDRAWN");
  }

  @Test
  void reachesWithARoleInAUnitWhatIsBelowIt() {
    var head = province.somebody(Role.HEAD);
    var below = province.somebody(Role.CLERK);
    province.change(
        "update org_unit set parent = :parent where id = :unit",
        Map.of("parent", head.unit(), "unit", below.unit()));
    var visitor = new Visitor(port).signedIn(head.login());

    assertThat(visitor.get("/accounts/" + below.account()).statusCode()).isEqualTo(200);
  }

  @Test
  void holdsARoleOfTheProvinceInTheProvinceWhateverUnitWasChosen() {
    var clerk = province.somebody(Role.CLERK);

    admin.post(
        page(clerk) + "/roles", Map.of("role", "VERIFIER", "unit", office.code(clerk.unit())));

    assertThat(
            sql.sql("select unit from account_role where account = :id and role = 'VERIFIER'")
                .param("id", clerk.account())
                .query(UUID.class)
                .single())
        .isEqualTo(province.root());
  }

  @Test
  void keepsTheAuditorApartFromEveryOtherRole() {
    var auditor = province.somebody(Role.AUDITOR);
    var clerk = province.somebody(Role.CLERK);

    assertThat(admin.post(page(auditor) + "/roles", Map.of("role", "ORGANISER")).statusCode())
        .isEqualTo(409);
    assertThat(admin.post(page(clerk) + "/roles", Map.of("role", "AUDITOR")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void keepsRolesOfUnitsOutOfTheProvince() {
    var clerk = province.somebody(Role.CLERK);

    assertThat(
            admin
                .post(
                    page(clerk) + "/roles",
                    Map.of("role", "HEAD", "unit", office.code(province.root())))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void letsNobodyGiveThemselvesARole() {
    assertThat(admin.post(page(administrator) + "/roles", Map.of("role", "ORGANISER")).statusCode())
        .isEqualTo(409);
    assertThat(office.roles(administrator.account())).containsExactly("ADMINISTRATOR");
  }

  @Test
  void letsTheOrganiserGiveNoRoleAndChangeNobody() {
    var organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    var clerk = province.somebody(Role.CLERK);

    for (var address : new String[] {"", "/disabled", "/enabled", "/roles", "/erasure"}) {
      assertThat(
              organiser
                  .post(page(clerk) + address, Map.of("role", "ORGANISER", "name", "x"))
                  .statusCode())
          .as(address)
          .isEqualTo(403);
    }
    assertThat(office.events(clerk.account())).isEmpty();
  }

  @Test
  void keepsTheLastAdministrator() {
    leaveOnly(administrator.account());

    assertThat(
            admin
                .post(
                    page(administrator) + "/roles/withdrawn",
                    Map.of("role", "ADMINISTRATOR", "unit", office.code(province.root())))
                .statusCode())
        .isEqualTo(409);
    assertThat(admin.post(page(administrator) + "/disabled", Map.of()).statusCode()).isEqualTo(409);
    assertThat(office.roles(administrator.account())).containsExactly("ADMINISTRATOR");
  }

  private void leaveOnly(UUID... kept) {
    province.change(
        """
        delete from account_role
         where role = 'ADMINISTRATOR' and account <> all (:kept)
        """,
        Map.of("kept", kept));
  }

  @Test
  void leavesOneOfTwoAdministratorsWhoDisableEachOtherAtOnce() {
    var other = province.somebody(Role.ADMINISTRATOR);
    var otherVisitor = new Visitor(port).signedIn(other.login());
    leaveOnly(administrator.account(), other.account());
    var first = admin.token();
    var second = otherVisitor.token();

    CompletableFuture.allOf(
            CompletableFuture.runAsync(
                () -> admin.post(page(other) + "/disabled", Map.of(), first)),
            CompletableFuture.runAsync(
                () -> otherVisitor.post(page(administrator) + "/disabled", Map.of(), second)))
        .join();

    assertThat(
            sql.sql(
                    """
                    select count(*) from account
                     where id in (:one, :other) and disabled_at is null
                    """)
                .param("one", administrator.account())
                .param("other", other.account())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void removesTheSecondFactorOfSomebodyWhoLostIt() {
    var clerk = province.somebody(Role.CLERK);
    new Visitor(port).signedIn(clerk.login());
    office.change("update account set totp_secret = 'x' where id = :account", clerk.account());

    admin.post(page(clerk) + "/second-factor/reset", Map.of());

    assertThat(office.of(clerk.account(), "totp_secret")).isEqualTo("null");
    assertThat(office.sessions(clerk.account())).isZero();
    assertThat(signIn(clerk).headers().firstValue("Location")).hasValue("/");
    assertThat(office.events(clerk.account())).containsExactly("SECOND_FACTOR_RESET");
  }

  @Test
  void needsTheTokenOfTheForm() {
    var clerk = province.somebody(Role.CLERK);

    assertThat(admin.forged(page(clerk) + "/disabled", Map.of()).statusCode()).isEqualTo(403);
    assertThat(office.of(clerk.account(), "disabled_at")).isEqualTo("null");
  }
}
