package thangdiem.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/**
 * Figures are always corrected; something is deducted only for what was claimed too high, and only
 * beyond the round's tolerance.
 */
@ServerTest
class ToleranceTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private Deductions deductions;
  @Autowired private DeductionHearings hearings;
  @Autowired private JdbcClient sql;

  /** Each has claimed 90 computers for 100 people; so many were found. */
  private Round found(String tolerance, Map<Somebody, Integer> computers) {
    var clerks = computers.keySet().toArray(Somebody[]::new);
    var open = rounds.openTolerating(tolerance, clerks);
    for (var clerk : clerks) {
      rounds.act(
          """
          insert into answer (round, unit, fact, value, at)
          values (:round, :unit, 'staff', '100', now_effective()),
                 (:round, :unit, 'computers', '90', now_effective())
          """,
          Map.of("round", open.id(), "unit", clerk.unit()));
      rounds.send(open, clerk);
    }
    var round = rounds.moved(open, Phase.VERIFYING);
    var verifier = province.somebody(Role.VERIFIER);
    computers.forEach((clerk, number) ->
        rounds.act(
            """
            with found as (
              insert into finding
                     (id, round, unit, code, place, verdict, ground, words, at, by_account)
              values (gen_random_uuid(), :round, :unit, 'I.1', 1, 'CORRECTED',
                      'COUNTED_OTHERWISE', 'đếm lại', now_effective(), :by)
              returning id)
            insert into finding_fact select id, 'computers', cast(:computers as text) from found
            """,
            Map.of(
                "round", round.id(),
                "unit", clerk.unit(),
                "by", verifier.account(),
                "computers", number)));
    return round;
  }

  private UUID propose(Round round, Somebody clerk) {
    return hearings.propose(
        province.actor(province.somebody(Role.ORGANISER)),
        round,
        rounds.unit(round, clerk),
        new Proposal(Cause.WRONG_FIGURES, "I.1", Optional.empty(), "Khai cao", Optional.empty()));
  }

  @Test
  void onlyWhatIsClaimedTooHighBeyondTheToleranceIsDeductedFor() {
    var beyond = province.somebody(Role.CLERK);
    var within = province.somebody(Role.CLERK);
    var under = province.somebody(Role.CLERK);
    var round = found("10", Map.of(beyond, 80, within, 81, under, 95));

    assertThatThrownBy(() -> propose(round, within))
        .as("nine of ninety are ten per cent, which is not beyond ten")
        .isInstanceOf(Refusal.class)
        .hasMessage("deduction.difference.within");
    assertThatThrownBy(() -> propose(round, under))
        .isInstanceOf(Refusal.class)
        .hasMessage("deduction.difference.under");
    var id = propose(round, beyond);

    var organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    assertThat(organiser.get("/rounds/" + round.key() + "/deductions/" + id).body())
        .contains("số liệu lệch 11,11 %", "dung sai của đợt 10 %");
    assertThat(recorded(round)).contains("11.11", "10.00");
  }

  private String recorded(Round round) {
    return sql.sql(
            """
            select payload::text from ledger_event
             where kind = 'DEDUCTION_PROPOSED' and payload::text like :round
            """)
        .param("round", "%" + round.id() + "%")
        .query(String.class)
        .single();
  }

  @Test
  void whatCountsIsOfferedUntilItIsProposedAndWhatDoesNotIsNotTakenFromTheForm() {
    var beyond = province.somebody(Role.CLERK);
    var within = province.somebody(Role.CLERK);
    var round = found("10", Map.of(beyond, 80, within, 81));
    var organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    var list = "/rounds/" + round.key() + "/deductions";
    var offered =
        "unit=%s&amp;cause=WRONG_FIGURES&amp;criterion=I.1"
            .formatted(rounds.unit(round, beyond).code());

    assertThat(organiser.get(list).body())
        .contains(offered)
        .doesNotContain("unit=" + rounds.unit(round, within).code() + "&amp;");
    var refused =
        organiser.post(
            list,
            Map.of(
                "unit", rounds.unit(round, within).code(),
                "cause", "WRONG_FIGURES",
                "criterion", "I.1",
                "words", "Khai cao"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("lệch 10 %, không vượt dung sai 10 %");

    propose(round, beyond);
    assertThat(organiser.get(list).body()).doesNotContain(offered);
  }

  @Test
  void withoutAToleranceEveryDifferenceCounts() {
    var clerk = province.somebody(Role.CLERK);
    var round = found("0", Map.of(clerk, 89));

    assertThat(propose(round, clerk)).isNotNull();
  }
}
