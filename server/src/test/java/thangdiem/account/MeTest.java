package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;

@ServerTest
class MeTest {

  private static final String NEW = "bốn con vịt qua sông";

  @LocalServerPort private int port;
  @Autowired private Province province;

  @Test
  void showsWhoOneIsAndWhereOneIsSignedIn() {
    var clerk = province.somebody(Role.CLERK);
    var page = new Visitor(port).signedIn(clerk.login()).get("/me").body();

    assertThat(page).contains("Người " + clerk.login(), "Cán bộ đầu mối", "máy này", "127.0.0.1");
  }

  @Test
  void endsEverySessionButThisOneWhenThePasswordChanges() {
    var clerk = province.somebody(Role.CLERK);
    var here = new Visitor(port).signedIn(clerk.login());
    var elsewhere = new Visitor(port).signedIn(clerk.login());
    var changed =
        here.post(
            "/me/password", Map.of("current", Province.PASSWORD, "password", NEW, "again", NEW));

    assertThat(changed.statusCode()).isEqualTo(302);
    assertThat(here.get("/me").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/me").statusCode()).isEqualTo(302);
    assertThat(
            new Visitor(port)
                .post("/sign-in", Map.of("login", clerk.login(), "password", NEW))
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void changesNoPasswordForWhoDoesNotKnowIt() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    var refused =
        visitor.post("/me/password", Map.of("current", "sai", "password", "ngắn", "again", "ngắn"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Mật khẩu không đúng", "cần ít nhất 15 ký tự");
    assertThat(new Visitor(port).signedIn(clerk.login()).get("/me").statusCode()).isEqualTo(200);
  }

  @Test
  void endsTheOtherSessions() {
    var clerk = province.somebody(Role.CLERK);
    var here = new Visitor(port).signedIn(clerk.login());
    var elsewhere = new Visitor(port).signedIn(clerk.login());
    here.post("/me/sessions/end-others", Map.of());

    assertThat(here.get("/me").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/me").statusCode()).isEqualTo(302);
  }

  @Test
  void speaksTheLanguageThatOneChose() {
    var clerk = province.somebody(Role.CLERK);
    var visitor = new Visitor(port).signedIn(clerk.login());
    visitor.post("/me/language", Map.of("language", "en"));

    assertThat(visitor.get("/me").body()).contains("My account");
  }

  @Test
  void advisesOrRequiresASecondFactorOfStrongRolesOnly() {
    assertThat(duty(Role.ORGANISER, Way.PASSWORD, "required")).isEqualTo(StrongRoles.Duty.REQUIRED);
    assertThat(duty(Role.ORGANISER, Way.PASSWORD, "advised")).isEqualTo(StrongRoles.Duty.ADVISED);
    assertThat(duty(Role.ORGANISER, Way.PASSKEY, "required")).isEqualTo(StrongRoles.Duty.NONE);
    assertThat(duty(Role.CLERK, Way.PASSWORD, "required")).isEqualTo(StrongRoles.Duty.NONE);
  }

  private static StrongRoles.Duty duty(Role role, Way way, String rule) {
    var somebody =
        new Actor(
            java.util.UUID.randomUUID(),
            "mai",
            "Mai",
            "so-y-te",
            "vi",
            List.of(new Actor.Grant(role, java.util.UUID.randomUUID(), "Tỉnh")));
    return StrongRoles.duty(
        somebody, way, new SignInSettings("http://localhost", false, List.of(), rule));
  }

  @Test
  void tellsAStrongRoleOnEveryPageThatAPasswordIsTooLittle() {
    var organiser = province.somebody(Role.ORGANISER);
    var visitor = new Visitor(port).signedIn(organiser.login());

    assertThat(visitor.get("/rounds").body()).contains("nên có xác minh bước hai");
    assertThat(
            new Visitor(port).signedIn(province.somebody(Role.CLERK).login()).get("/rounds").body())
        .doesNotContain("nên có xác minh bước hai");
  }

  @Test
  void opensNothingOfAnybodyElse() {
    var visitor = new Visitor(port).signedIn(province.somebody(Role.CLERK).login());
    assertThat(visitor.post("/me/passkeys/AAAA/remove", Map.of()).statusCode()).isEqualTo(404);
    assertThat(Optional.of(visitor.forged("/me/language", Map.of("language", "en")).statusCode()))
        .hasValue(403);
  }
}
