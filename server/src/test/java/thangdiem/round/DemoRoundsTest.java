package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.Sha256;

/** The rounds of the demo: the rehearsal is really finished, the running one shows every state. */
@BrowserTest
class DemoRoundsTest {

  @Autowired private DemoProvince demo;
  @Autowired private Rounds rounds;
  @Autowired private Board board;
  @Autowired private Results results;
  @Autowired private ResultTable table;
  @Autowired private PolicyEffects effects;
  @Autowired private JdbcClient sql;

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
