package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/** Where the operator requires a second factor of the roles that could change the ranking. */
@ServerTest
@TestPropertySource(properties = "thangdiem.second-factor=required")
class SecondFactorRequiredTest {

  @LocalServerPort private int port;
  @Autowired private Province province;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/rounds", "/units", "/accounts", "/search?q=y", "/rights"})
  void leadsAnOrganiserWithAPasswordAloneToTheirOwnAccount(String page) {
    var visitor = organiser();

    var answer = visitor.get(page);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/me");
    assertThat(visitor.get("/me").body()).contains("/me/second-factor");
  }

  @Test
  void letsThemChangeNothing() {
    var visitor = organiser();

    var answer = visitor.post("/holidays/2291", Map.of("days", "02/09/2291 Lễ"));

    assertThat(answer.headers().firstValue("Location")).hasValue("/me");
    var clerk = new Visitor(port).signedIn(province.somebody(Role.CLERK).login());
    assertThat(clerk.get("/holidays/2291").body()).doesNotContain("02/09/2291");
  }

  @Test
  void opensEverythingOnceTheyHaveSetOneUp() {
    var visitor = organiser();
    var secret = SecondFactorTest.secretOn(visitor.get("/me/second-factor").body());
    var code = Totp.code(secret, Totp.step(Instant.now()), Totp.DIGITS);

    assertThat(visitor.post("/me/second-factor", Map.of("code", code)).statusCode()).isEqualTo(200);

    assertThat(visitor.get("/rounds").statusCode()).isEqualTo(200);
    assertThat(visitor.post("/holidays/2292", Map.of("days", "02/09/2292 Lễ")).statusCode())
        .isEqualTo(302);
    assertThat(visitor.get("/holidays/2292").body()).contains("02/09/2292");
  }

  @Test
  void letsThemSignOutAndAsksNothingMoreOfAClerk() {
    assertThat(organiser().post("/sign-out", Map.of()).headers().firstValue("Location"))
        .hasValue("/sign-in");
    var clerk = new Visitor(port).signedIn(province.somebody(Role.CLERK).login());

    assertThat(clerk.get("/rounds").statusCode()).isEqualTo(200);
  }

  private Visitor organiser() {
    return new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
  }
}
