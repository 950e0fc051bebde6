package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/** Who sees whose account. */
@ServerTest
@Import(Office.class)
class AccountsTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private Office office;

  private Visitor visitor(Role role) {
    return new Visitor(port).signedIn(province.somebody(role).login());
  }

  /** Somebody in a new agency, renamed so that they are found by name. */
  private Province.Somebody named(String name) {
    var clerk = province.somebody(Role.CLERK);
    office.change("update account set name = '" + name + "' where id = :account", clerk.account());
    return clerk;
  }

  @Test
  void findsANameTypedWithoutDiacritics() {
    var clerk = named("Đặng Thị Ngọc Ánh");

    assertThat(visitor(Role.ORGANISER).get("/accounts?words=DANG%20thi%20anh").body())
        .contains("/accounts/" + clerk.account());
    assertThat(visitor(Role.ORGANISER).get("/accounts?words=dang%20van%20anh").body())
        .doesNotContain("/accounts/" + clerk.account());
  }

  @Test
  void takesSignsOfAPatternAsTheyAre() {
    var clerk = named("Trần Phần Trăm");

    assertThat(visitor(Role.ORGANISER).get("/accounts?words=%25%25tram").body())
        .doesNotContain("/accounts/" + clerk.account());
  }

  @Test
  void narrowsByUnitRoleAndState() {
    var clerk = province.somebody(Role.CLERK);
    var head = province.somebody(Role.HEAD, clerk.unit());
    new Visitor(port).signedIn(head.login());
    var organiser = visitor(Role.ORGANISER);
    var unit = "/accounts?unit=" + office.code(clerk.unit());

    assertThat(organiser.get(unit).body())
        .contains(clerk.account().toString(), head.account().toString());
    assertThat(organiser.get(unit + "&role=CLERK").body())
        .contains(clerk.account().toString())
        .doesNotContain(head.account().toString());
    assertThat(organiser.get(unit + "&state=ACTIVE").body())
        .contains(head.account().toString())
        .doesNotContain(clerk.account().toString());
    assertThat(organiser.get(unit + "&state=NEVER_SIGNED_IN").body())
        .contains(clerk.account().toString())
        .doesNotContain(head.account().toString());
  }

  @Test
  void takesAStateThatThereIsNotAsAll() {
    assertThat(visitor(Role.ORGANISER).get("/accounts?state=%27or%201&role=x&skip=0").statusCode())
        .isEqualTo(200);
  }

  @Test
  void showsAHeadThePeopleOfTheirUnitAndNobodyElse() {
    var head = province.somebody(Role.HEAD);
    var colleague = province.somebody(Role.CLERK, head.unit());
    var foreign = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(head.login());

    assertThat(visitor.get("/accounts").body())
        .contains(colleague.account().toString())
        .doesNotContain(foreign.account().toString());
    assertThat(visitor.get("/accounts/" + colleague.account()).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/accounts/" + foreign.account()).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/accounts?unit=" + office.code(foreign.unit())).body())
        .doesNotContain(foreign.account().toString());
  }

  @Test
  void answersTheSameForAForeignAccountAndForNone() {
    var head = province.somebody(Role.HEAD);
    var foreign = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(head.login());

    var ofForeign = visitor.get("/accounts/" + foreign.account());
    var ofNone = visitor.get("/accounts/" + UUID.randomUUID());

    assertThat(ofForeign.statusCode()).isEqualTo(404);
    assertThat(shape(ofForeign.body())).isEqualTo(shape(ofNone.body()));
  }

  /** Without what differs from one request to the next. */
  private static String shape(String page) {
    return page.replaceAll("value=\"[^\"]*\"", "").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
  }

  @Test
  void letsAHeadOnlyRead() {
    var head = province.somebody(Role.HEAD);
    var colleague = province.somebody(Role.CLERK, head.unit());
    var visitor = new Visitor(port).signedIn(head.login());

    assertThat(visitor.get("/accounts/" + colleague.account()).body())
        .doesNotContain("/disabled\"", "/roles\"", "/invitation\"");
    assertThat(
            visitor.post("/accounts/" + colleague.account() + "/disabled", Map.of()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void opensToNobodyWhoHasNothingToDoWithAccounts() {
    for (var role :
        new Role[] {
          Role.CLERK, Role.COMMUNE_CLERK, Role.VERIFIER, Role.INSPECTOR, Role.COUNCIL_MEMBER
        }) {
      assertThat(visitor(role).get("/accounts").statusCode()).as(role.name()).isEqualTo(403);
    }
    assertThat(visitor(Role.AUDITOR).get("/accounts").statusCode()).isEqualTo(200);
    assertThat(visitor(Role.AUDITOR).get("/accounts/new").statusCode()).isEqualTo(403);
  }

  @Test
  void answersAnAddressThatIsNoAccountWithNotFound() {
    assertThat(visitor(Role.ADMINISTRATOR).get("/accounts/khong-co").statusCode()).isEqualTo(404);
  }
}
