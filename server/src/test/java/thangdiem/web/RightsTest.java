package thangdiem.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Act;
import thangdiem.audit.Role;

/** The page that says who may see and do what says what the application does. */
@ServerTest
class RightsTest {

  @LocalServerPort private int port;
  @Autowired private Rights rights;
  @Autowired private Province province;

  private Map<String, List<Right>> parts() {
    return rights.byPart();
  }

  private Right of(String part, String key) {
    return parts().getOrDefault(part, List.of()).stream()
        .filter(right -> right.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyPageAndActHasANameThatPeopleUnderstand() {
    assertThat(parts().values().stream().flatMap(List::stream).filter(right -> !right.named()))
        .as("add a line rights.page.… to rights_vi.properties and rights_en.properties")
        .extracting(Right::key)
        .isEmpty();
  }

  @Test
  void everyActOfPeopleStandsOnIt() {
    var told = parts().values().stream().flatMap(List::stream).map(Right::key).toList();

    for (var act : List.of(Act.INVITED, Act.ACCOUNT_DISABLED, Act.ROUND_DRAFTED, Act.NUDGED)) {
      assertThat(told).contains("act." + act);
    }
  }

  @Test
  void saysOfEachActWhoseItIs() {
    assertThat(of("account", "act.INVITED").roles())
        .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.ORGANISER);
    assertThat(of("account", "act.ROLE_GRANTED").roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(of("account", "act.SIGNED_OUT").who()).isEqualTo(Right.Who.SIGNED_IN);
    assertThat(of("account", "act.INVITATION_TAKEN_UP").who()).isEqualTo(Right.Who.ANYONE);
  }

  @Test
  void saysOfAPageWhatTheServerAnswers() {
    var page = of("account", "rights.page./accounts");
    for (var role : Role.values()) {
      var answer = new Visitor(port).signedIn(province.somebody(role).login()).get("/accounts");
      assertThat(answer.statusCode()).as(role.name()).isEqualTo(page.holds(role) ? 200 : 403);
    }
  }

  @Test
  void opensToEverybodyWhoIsSignedIn() {
    var clerk = new Visitor(port).signedIn(province.somebody(Role.CLERK).login());

    assertThat(clerk.get("/rights").body()).contains("Ai được xem và làm gì", "Khoá tài khoản");
    assertThat(clerk.get("/rights?role=HEAD").body())
        .contains("Thủ trưởng đơn vị: được xem và làm gì")
        .doesNotContain("Khoá tài khoản");
    assertThat(new Visitor(port).get("/rights").statusCode()).isEqualTo(302);
  }
}
