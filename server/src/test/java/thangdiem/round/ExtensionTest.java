package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.words.Words;

@ServerTest
class ExtensionTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds given;
  @Autowired private Rounds rounds;
  @Autowired private Extensions extensions;
  @Autowired private JdbcClient sql;

  private Somebody clerk;
  private Somebody neighbour;
  private Round round;

  @BeforeEach
  void isAnOpenRoundOfTwoUnits() {
    clerk = province.somebody(Role.CLERK);
    neighbour = province.somebody(Role.CLERK);
    round = given.open(clerk, neighbour);
  }

  private Visitor somebody(Role role) {
    return new Visitor(port).signedIn(province.somebody(role).login());
  }

  private String path() {
    return "/rounds/" + round.key();
  }

  /** The last day of the extension: six days after the deadline. */
  private String day() {
    return Words.date(RoundCalendar.lastDay(rounds.calendar(round).deadline()).plusDays(6));
  }

  private Map<String, String> form(String until) {
    return Map.of(
        "unit",
        given.unit(round, clerk).code(),
        "until",
        until,
        "reason",
        "Mưa lũ làm mất điện",
        "document",
        "45/STTTT-CNTT");
  }

  private UUID proposal() {
    return extensions.proposed(round).getLast().id();
  }

  @Test
  void holdsOnceASecondPersonHasConfirmedAndEveryUnitSeesIt() {
    var proposer = somebody(Role.ORGANISER);
    assertThat(proposer.post(path() + "/extensions", form(day())).statusCode()).isEqualTo(302);
    var window = extensions.window(round, clerk.unit());
    assertThat(window.isExtended()).as("one person moves no deadline").isFalse();
    var confirm = path() + "/extensions/" + proposal() + "/confirm";
    assertThat(proposer.post(confirm, Map.of()).statusCode()).as("their own").isEqualTo(409);

    assertThat(somebody(Role.ORGANISER).post(confirm, Map.of()).statusCode()).isEqualTo(302);

    assertThat(extensions.window(round, clerk.unit()).lateFrom())
        .isEqualTo(rounds.calendar(round).deadline().plusDays(6));
    var neighboursPage = new Visitor(port).signedIn(neighbour.login()).get(path()).body();
    assertThat(neighboursPage)
        .contains(given.unit(round, clerk).name(), "hết ngày " + day())
        .contains("Mưa lũ làm mất điện", "45/STTTT-CNTT");
    assertThat(new Visitor(port).signedIn(clerk.login()).get(path()).body())
        .contains("được gia hạn đến hết ngày " + day());
    assertThat(
            sql.sql(
                    "select kind from ledger_event where round = :round and unit = :unit order by at")
                .param("round", round.id())
                .param("unit", clerk.unit())
                .query(String.class)
                .list())
        .containsExactly("EXTENSION_PROPOSED", "EXTENSION_GRANTED");
  }

  @Test
  void isConfirmedByAnAdministratorTooButProposedByOrganisersOnly() {
    assertThat(somebody(Role.ADMINISTRATOR).post(path() + "/extensions", form(day())).statusCode())
        .isEqualTo(403);
    assertThat(
            new Visitor(port)
                .signedIn(clerk.login())
                .post(path() + "/extensions", form(day()))
                .statusCode())
        .isEqualTo(403);
    somebody(Role.ORGANISER).post(path() + "/extensions", form(day()));

    assertThat(
            somebody(Role.ADMINISTRATOR)
                .post(path() + "/extensions/" + proposal() + "/confirm", Map.of())
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void isGoneOnceWithdrawn() {
    var organiser = somebody(Role.ORGANISER);
    organiser.post(path() + "/extensions", form(day()));
    var proposal = proposal();
    organiser.post(path() + "/extensions/" + proposal + "/withdraw", Map.of());

    assertThat(extensions.proposed(round)).isEmpty();
    assertThat(
            somebody(Role.ORGANISER)
                .post(path() + "/extensions/" + proposal + "/confirm", Map.of())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsEverythingWrongAtOnceAndKeepsWhatWasTyped() {
    var answer =
        somebody(Role.ORGANISER)
            .post(
                path() + "/extensions",
                Map.of("unit", "ai-do", "until", "31/02/2999", "reason", "", "document", "12/CV"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Chọn một đơn vị", "«31/02/2999» không phải ngày", "Ghi lý do")
        .contains("value=\"31/02/2999\"", "value=\"12/CV\"");
    assertThat(extensions.proposed(round)).isEmpty();
  }

  @Test
  void isNeverShorterThanWhatTheUnitAlreadyHas() {
    var unit = given.unit(round, clerk);
    var deadline = rounds.calendar(round).deadline();
    var first = extensions.propose(given.organiser(), round, unit, deadline.plusDays(6), "a", "1");
    var shorter =
        extensions.propose(given.organiser(), round, unit, deadline.plusDays(2), "b", "2");
    extensions.confirm(given.secondOrganiser(), round, first);

    assertThatThrownBy(() -> extensions.confirm(given.secondOrganiser(), round, shorter))
        .isInstanceOf(Refusal.class);
    assertThat(
            somebody(Role.ORGANISER)
                .post(path() + "/extensions", form(Words.date(deadline.plusDays(3).toLocalDate())))
                .statusCode())
        .isEqualTo(422);
    assertThat(extensions.window(round, clerk.unit()).lateFrom()).isEqualTo(deadline.plusDays(6));
  }

  @Test
  void isRefusedByTheDatabaseToOnePersonAloneAndWhenItGivesNoTime() {
    var unit = given.unit(round, clerk);
    var deadline = rounds.calendar(round).deadline();
    var good = extensions.propose(given.organiser(), round, unit, deadline.plusDays(6), "a", "1");
    var grant =
        """
        insert into round_extension
               (id, round, unit, until_instant, reason, document, at, by_account, proposal)
        select gen_random_uuid(), round, unit, until_instant, reason, document, now_effective(),
               :by, %s
          from extension_proposal where id = :proposal
        """;

    for (var wrong : List.of("null::uuid", "id")) {
      assertThatThrownBy(() ->
              given.act(
                  grant.formatted(wrong),
                  Map.of("by", given.organiser().account(), "proposal", good)))
          .hasStackTraceContaining("confirmed by another");
    }
    assertThat(
            given.act(
                grant.formatted("id"),
                Map.of("by", given.secondOrganiser().account(), "proposal", good)))
        .isEqualTo(1);
    assertThatThrownBy(() ->
            sql.sql("update round_extension set until_instant = now() where round = :round")
                .param("round", round.id())
                .update())
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() ->
            sql.sql("update extension_proposal set until_instant = now() where round = :round")
                .param("round", round.id())
                .update())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void locksNobodyOutBeforeTheirOwnTimeIsOver() {
    given.send(round, neighbour);

    assertThatThrownBy(() -> given.moved(round, Phase.VERIFYING)).isInstanceOf(Refusal.class);
    given.send(round, clerk);
    assertThat(given.moved(round, Phase.VERIFYING).phase()).isEqualTo(Phase.VERIFYING);
  }
}
