package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Mailbox;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

@ServerTest
class NudgeTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds given;
  @Autowired private JdbcClient sql;

  private Somebody clerk;
  private Somebody withoutAddress;
  private String address;
  private Round round;

  @BeforeEach
  void isAnOpenRoundOfAUnitWithAnAddressAndOneWithout() {
    clerk = province.somebody(Role.CLERK);
    withoutAddress = province.somebody(Role.CLERK);
    address = UUID.randomUUID() + "@haugiang.example";
    given.act(
        "update account set email = :email where id = :id",
        Map.of("email", address, "id", clerk.account()));
    round = given.open(clerk, withoutAddress);
  }

  private String path() {
    return "/rounds/" + round.key();
  }

  private Visitor signedIn(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private Visitor organiser() {
    return signedIn(province.somebody(Role.ORGANISER));
  }

  private List<String> emails() {
    return sql.sql("select email from nudge where round = :round order by email")
        .param("round", round.id())
        .query(String.class)
        .list();
  }

  @Test
  void reachesEveryUnitOnItsPagesAndByMailWhoHasAnAddress() {
    assertThat(organiser().post(path() + "/nudges", Map.of()).statusCode()).isEqualTo(302);

    assertThat(emails()).containsExactly("none", "sent");
    assertThat(Mailbox.of(address)).hasSize(1);
    assertThat(Mailbox.of(address).getFirst().text())
        .contains(round.name(), "số liệu chưa trả lời", path());
    for (var somebody : List.of(clerk, withoutAddress)) {
      assertThat(signedIn(somebody).get(path()).body()).contains("số liệu chưa trả lời");
    }
    assertThat(organiser().get(path()).body()).contains("Đã nhắc");
  }

  @Test
  void isSentOnceADay() {
    organiser().post(path() + "/nudges", Map.of());

    assertThat(organiser().post(path() + "/nudges", Map.of()).statusCode()).isEqualTo(409);
    assertThat(Mailbox.of(address)).hasSize(1);
  }

  @Test
  void saysThatLettersDidNotLeaveAndSendsThemAgainByHand() {
    var organiser = organiser();
    Mailbox.whileGone(() -> {
      assertThat(organiser.post(path() + "/nudges", Map.of()).statusCode()).isEqualTo(302);
      assertThat(organiser.get(path()).body())
          .contains("chưa gửi được bằng thư", address, "Gửi lại thư");
      assertThat(organiser.post(path() + "/nudges/mail", Map.of()).statusCode()).isEqualTo(302);
      assertThat(emails()).as("still gone").containsExactly("failed", "none");
    });
    assertThat(signedIn(clerk).get(path()).body()).contains("số liệu chưa trả lời");

    organiser.post(path() + "/nudges/mail", Map.of());

    assertThat(emails()).containsExactly("none", "sent");
    assertThat(Mailbox.of(address)).hasSize(1);
    assertThat(organiser.get(path()).body()).doesNotContain("chưa gửi được bằng thư");
    assertThat(organiser.post(path() + "/nudges/mail", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void isSentAgainToWhomACrashLeftWaiting() {
    organiser().post(path() + "/nudges", Map.of());
    sql.sql("update nudge set email = 'waiting' where round = :round and email = 'sent'")
        .param("round", round.id())
        .update();

    organiser().post(path() + "/nudges/mail", Map.of());

    assertThat(Mailbox.of(address)).hasSize(2);
    assertThat(emails()).containsExactly("none", "sent");
  }

  @Test
  void isPutAwayByItsReaderAndNobodyElse() {
    organiser().post(path() + "/nudges", Map.of());
    var nudge =
        sql.sql("select id from nudge where round = :round and account = :account")
            .param("round", round.id())
            .param("account", clerk.account())
            .query(UUID.class)
            .single();
    var seen = "/nudges/" + nudge + "/seen";

    assertThat(signedIn(withoutAddress).post(seen, Map.of()).statusCode()).isEqualTo(404);
    assertThat(signedIn(clerk).get("/rounds").body()).contains(seen);
    assertThat(signedIn(clerk).post(seen, Map.of()).statusCode()).isEqualTo(302);
    assertThat(signedIn(clerk).get("/rounds").body()).doesNotContain(seen);
    assertThat(signedIn(clerk).get(path()).body()).contains("đã xem");
  }

  @Test
  void isSentByTheOrganiserOnly() {
    for (var role : Role.values()) {
      if (role != Role.ORGANISER) {
        assertThat(
                signedIn(province.somebody(role)).post(path() + "/nudges", Map.of()).statusCode())
            .as(role.name())
            .isEqualTo(403);
      }
    }
    assertThat(emails()).isEmpty();
  }
}
