package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;
import thangdiem.Visitor;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.Sha256;
import thangdiem.publication.Publications;
import thangdiem.verification.VerifiedSheets;

/** The rounds of the demo: the rehearsal is really finished, the running one shows every state. */
@BrowserTest
class DemoRoundsTest {

  @Autowired private DemoProvince demo;
  @Autowired private Rounds rounds;
  @Autowired private Board board;
  @Autowired private Results results;
  @Autowired private ResultTable table;
  @Autowired private Publications publications;
  @Autowired private PolicyEffects effects;
  @Autowired private JdbcClient sql;
  @Autowired private VerifiedSheets sheets;
  @LocalServerPort private int port;

  @BeforeEach
  void isFilled() {
    demo.fill();
  }

  private Round rehearsal() {
    return rounds.named("2016-dien-tap");
  }

  @Test
  void keepsTheRehearsalsResultAsFilesThatAnyoneCanComputeAgain() {
    var kept = results.of(rehearsal());
    var bundle = table.bundle(rehearsal().id()).orElseThrow();

    assertThat(rehearsal().phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(kept.holds()).isTrue();
    assertThat(kept.computed().standings().units()).hasSize(32);
    assertThat(Bundle.verify("bundle.zip", bundle).differences()).isEmpty();
    assertThat(Sha256.of(table.results(rehearsal().id()).orElseThrow())).isEqualTo(kept.sha256());
    assertThat(new String(table.results(rehearsal().id()).orElseThrow(), StandardCharsets.UTF_8))
        .contains("không phải kết quả của đơn vị nào");
    assertThat(Arrays.copyOf(table.workbook(rehearsal().id()).orElseThrow(), 2))
        .as("a ZIP, as every XLSX is")
        .containsExactly('P', 'K');
  }

  @Test
  void publishesTwoYearsAndACorrectionEachVersionOfWhichCanBeComputedAgain() {
    var corrected = rounds.named("2016");

    assertThat(publications.of(rounds.named("2015"))).hasSize(1);
    assertThat(publications.of(corrected)).extracting("version").containsExactly(2, 1);
    for (var round : List.of(rounds.named("2015"), corrected)) {
      for (var version : publications.of(round)) {
        var bundle = publications.bundle(round, version.version());
        assertThat(Bundle.verify("bundle.zip", bundle).differences())
            .as(round.key() + " v" + version.version())
            .isEmpty();
      }
    }
    var published = Bundle.files("bundle.zip", publications.bundle(corrected, 2));
    assertThat(new String(published.get("evidence.json"), StandardCharsets.UTF_8))
        .as("what units have shown")
        .contains("\"BC-1\"");
  }

  @Test
  void saysItInTheLedgerWithTheHashOfTheResult() {
    assertThat(
            sql.sql(
                    """
                    select count(*) from ledger_event
                     where kind = 'ROUND_PHASE_CHANGED' and payload like '%' || :sha256 || '%'
                    """)
                .param("sha256", results.of(rehearsal()).sha256())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void keepsAResultForEverAndGivesNoneToARoundThatIsNotOver() {
    assertThatThrownBy(() -> sql.sql("update round_result set sha256 = ''").update())
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> sql.sql("delete from round_result").update())
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(
            () -> table.add(rounds.named("2017").id(), new byte[1], "", new byte[1], new byte[1]))
        .hasStackTraceContaining("belongs to a finished round");
  }

  @Test
  void ranksEachGroupByItselfInTheOrderOfTheTotals() {
    var page =
        StandingsPage.of(
            rehearsal(),
            results.of(rehearsal()),
            java.util.Optional.empty(),
            java.util.Optional.empty());

    assertThat(page.groups()).hasSize(2);
    assertThat(page.groups().getFirst().rows()).hasSize(24);
    assertThat(page.groups().getLast().rows()).hasSize(8);
    for (var group : page.groups()) {
      assertThat(group.rows())
          .isSortedAccordingTo((one, other) -> other.total().compareTo(one.total()));
      assertThat(group.rows().getFirst().rank()).isEqualTo(1);
    }
  }

  @Test
  void hasUnitsInEveryStateThatTheBoardKnowsBeforeTheDeadline() {
    var page = board.of(rounds.named("2017"));

    assertThat(page.daysLeft()).isEqualTo(2);
    for (var state : UnitState.values()) {
      assertThat(page.count(state) > 0)
          .as(state.name())
          .isEqualTo(state != UnitState.LATE && state != UnitState.MISSED);
    }
    assertThat(page.open().size() + page.sent().size()).isEqualTo(32);
    assertThat(page.open()).anyMatch(row -> row.people().isEmpty());
    assertThat(page.open()).anyMatch(row -> row.window().isExtended());
    assertThat(page.proposals()).hasSize(1);
    assertThat(page.pace().earlierYear()).hasValue(2016);
    assertThat(page.signedIn()).isBetween(1, 31);
  }

  private Visitor visitor(String login) {
    var visitor = new Visitor(port);
    visitor.post("/sign-in", Map.of("login", login, "password", "thu-nghiem"));
    return visitor;
  }

  @Test
  void showsAnInspectionFromTheDrawToItsSignedMinutes() {
    var inspections = "/rounds/2017-dien-tap/inspections";
    var organiser = visitor("chutri");
    var visited = "ubnd-huyen-phung-hiep";

    assertThat(organiser.get(inspections).body())
        .contains("482913", "Theo kết quả bốc thăm.", "Tổ kiểm tra chỉ đủ người cho hai cuộc");
    assertThat(organiser.get(inspections + "/" + visited).body())
        .contains("30/11/2017 08:30", "Chín máy chỉ cài bản dùng thử đã hết hạn", "Lê Văn Út");
    assertThat(organiser.download(inspections + "/" + visited + "/minutes.pdf"))
        .startsWith('%', 'P', 'D', 'F');
    assertThat(sheets.of(rounds.named("2017-dien-tap"), visited).measured())
        .as("comes before the verifier, who has not taken it over yet")
        .hasValueSatisfying(
            measured -> assertThat(measured.facts()).containsKey("computers_antivirus"));
  }

  @Test
  void hasACouncilSessionReadyWithItsMembersAndAnAgenda() {
    var session = visitor("thuky").get("/rounds/2017-dien-tap/council/sessions/1").body();

    assertThat(session)
        .contains("20/12/2017", "Bùi Thanh Sơn", "Huỳnh Thị Kim", "Đặng Ngọc Anh")
        .contains("Đề nghị nghe Sở Y tế trình bày về phần mềm diệt virus.");
    assertThat(session.split("/council/items/", -1)).as("things on the agenda").hasSize(4 + 1);
  }

  @Test
  void showsWhatEachSwitchWouldHaveDoneToTheRehearsal() {
    var round = rounds.named("2017");
    var earlier = effects.earlier(round, rounds.source(round)).orElseThrow();
    var shown = effects.of(rounds.criteria(round), round.policy(), earlier);

    assertThat(shown).containsOnlyKeys(PolicyChoices.VALUES.keySet());
    assertThat(shown.get("rounding").get("criterion-2").changes()).as("as it is").isEmpty();
    var mean = shown.get("overall").get("mean-of-section-percentages");
    assertThat(mean.ranks()).isPositive();
    assertThat(mean.grades()).as("the grade always uses the total").isZero();
    assertThat(mean.changes()).allMatch(change -> !change.unit().isEmpty());
  }
}
