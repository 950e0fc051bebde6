package thangdiem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.criteria.FactType;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/**
 * The council's rule proposes whom to commend, and the file goes its way; leaders see the round.
 */
@ServerTest
class CommendationTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds given;
  @Autowired private Rounds rounds;
  @Autowired private Commendations commendations;

  private Somebody best;
  private Somebody second;
  private Somebody last;
  private Somebody secretary;
  private Round round;

  /** Three units that answered all, half and none of what asks yes or no. */
  @BeforeEach
  void threeUnitsSent() {
    best = clerkOf("Sở Nhất");
    second = clerkOf("Sở Nhì");
    last = clerkOf("Sở Chót");
    secretary = province.somebody(Role.COUNCIL_SECRETARY);
    round = given.open(best, second, last);
    answers(best, 1);
    answers(second, 2);
    for (var unit : List.of(best, second, last)) {
      given.send(round, unit);
    }
    round = given.moved(round, Phase.VERIFYING);
  }

  private Somebody clerkOf(String name) {
    return province.somebody(Role.CLERK, province.agency(name));
  }

  private void answers(Somebody clerk, int everyOther) {
    var facts =
        rounds.criteria(round).facts().values().stream()
            .filter(fact -> fact.type() == FactType.BOOLEAN)
            .map(fact -> fact.id())
            .toList();
    for (int i = 0; i < facts.size(); i += everyOther) {
      given.act(
          """
          insert into answer (round, unit, fact, value, at, by_account)
          values (:round, :unit, :fact, 'true', now_effective(), :by)
          """,
          Map.of(
              "round",
              round.id(),
              "unit",
              clerk.unit(),
              "fact",
              facts.get(i),
              "by",
              clerk.account()));
    }
  }

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private String path() {
    return "/rounds/" + round.key() + "/commendation";
  }

  /** The first two of each group, whatever their grade, with a clean slate. */
  private int ruleSet(String first) {
    var lowest = rounds.criteria(round).grades().highestFirst().getLast().name();
    var fields = new LinkedHashMap<String, String>();
    fields.put("first", first);
    fields.put("grade", lowest);
    fields.put("excluded", "wrong-figures");
    fields.put("document", "5/NQ-HĐ");
    fields.put("documentOn", "01/02/2018");
    return as(secretary).post(path() + "/rule", fields).statusCode();
  }

  private List<Candidate> candidates() {
    return commendations.candidates(round, province.actor(secretary));
  }

  private static Map<String, String> under(String document) {
    return Map.of("document", document, "documentOn", "02/02/2018");
  }

  private void upheldAgainst(Somebody clerk) {
    var id = UUID.randomUUID();
    var verifier = province.somebody(Role.VERIFIER);
    given.act(
        """
        insert into deduction (id, round, unit, kind, occasion, words, at, by_account)
        values (:id, :round, :unit, 'wrong-figures', 'I.1', 'cao hơn', now_effective(), :by)
        """,
        Map.of("id", id, "round", round.id(), "unit", clerk.unit(), "by", verifier.account()));
    given.act(
        """
        insert into deduction_step (id, deduction, unit, step, answer_by, at, by_account)
        values (gen_random_uuid(), :id, :unit, 'NOTIFIED', date '2018-01-01', now_effective(), :by)
        """,
        Map.of("id", id, "unit", clerk.unit(), "by", secretary.account()));
    given.act(
        """
        insert into deduction_step (id, deduction, unit, step, reason, words, document,
               document_on, at, by_account)
        values (gen_random_uuid(), :id, :unit, 'UPHELD', 'PROVEN', 'đã xem', '9/QĐ-HĐ',
                date '2018-01-02', now_effective(), :by)
        """,
        Map.of("id", id, "unit", clerk.unit(), "by", secretary.account()));
  }

  @Test
  void proposesTheFirstOfEachGroupWithTheirProof() {
    assertThat(ruleSet("2")).isEqualTo(302);

    assertThat(candidates())
        .allMatch(Candidate::proposed)
        .extracting(Candidate::name, Candidate::rank, Candidate::of)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Sở Nhất", 1, 3),
            org.assertj.core.groups.Tuple.tuple("Sở Nhì", 2, 3));
    assertThat(as(secretary).get(path()).body()).contains("Sở Nhất", "Tạm tính", "5/NQ-HĐ");
  }

  @Test
  void barsWhoHasPointsTakenOffAndLetsNobodyMoveUp() {
    upheldAgainst(best);
    ruleSet("1");

    assertThat(candidates())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.name()).isEqualTo("Sở Nhất");
          assertThat(one.proposed()).isFalse();
        });
    assertThat(as(secretary).get(path()).body()).contains("9/QĐ-HĐ", "Không đơn vị nào đạt");
  }

  @Test
  void isNotForTheEmulationOfficerBeforeTheResultIsAdopted() {
    ruleSet("2");
    var officer = province.somebody(Role.EMULATION_OFFICER);
    assertThat(as(officer).get(path()).body())
        .contains("Chờ kết quả được thông qua")
        .doesNotContain("Sở Nhất");
  }

  @Test
  void goesItsWayStepByStepEachOnce() {
    ruleSet("2");
    var officer = province.somebody(Role.EMULATION_OFFICER);
    assertThat(as(secretary).post(path() + "/sent", under("6/BB-HĐ")).statusCode()).isEqualTo(409);
    round = given.moved(round, Phase.ADOPTED);
    assertThat(as(officer).get(path()).body()).contains("Sở Nhất", "Sở Nhì");
    assertThat(as(officer).post(path() + "/steps/RECEIVED", Map.of()).statusCode()).isEqualTo(409);
    assertThat(as(secretary).post(path() + "/sent", under("6/BB-HĐ")).statusCode()).isEqualTo(302);
    assertThat(as(secretary).post(path() + "/sent", under("6/BB-HĐ")).statusCode()).isEqualTo(409);
    assertThat(ruleSet("3")).isEqualTo(409);
    assertThat(as(officer).post(path() + "/steps/DECIDED", under("8/QĐ-UBND")).statusCode())
        .isEqualTo(409);
    assertThat(as(officer).post(path() + "/steps/RECEIVED", Map.of()).statusCode()).isEqualTo(302);
    assertThat(as(officer).post(path() + "/steps/SUBMITTED", Map.of()).statusCode()).isEqualTo(422);
    assertThat(as(officer).post(path() + "/steps/SUBMITTED", under("7/TTr-SNV")).statusCode())
        .isEqualTo(302);
    assertThat(as(officer).post(path() + "/steps/DECIDED", under("8/QĐ-UBND")).statusCode())
        .isEqualTo(302);

    assertThat(commendations.steps(round))
        .extracting(CommendationStep::kind)
        .containsExactly(CommendationStep.Kind.values());
    assertThat(commendations.steps(round).getFirst().units()).hasSize(2);
    assertThat(as(officer).get(path()).body()).contains("8/QĐ-UBND");
    assertThatThrownBy(() ->
            given.act(
                "update commendation_step set words = 'x' where round = :round",
                Map.of("round", round.id())))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void comesOutAsMinutesOnceTheResultIsAdopted() {
    ruleSet("2");
    assertThat(as(secretary).get(path() + "/minutes.pdf").statusCode()).isEqualTo(409);
    round = given.moved(round, Phase.ADOPTED);

    var pdf = as(secretary).download(path() + "/minutes.pdf");
    var docx = as(secretary).download(path() + "/minutes.docx");

    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(new String(docx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
  }

  @Test
  void showsTheChairmanTheRoundAtOneGlance() {
    upheldAgainst(second);
    var chairman = province.somebody(Role.CHAIRMAN, best.unit());
    var body = as(chairman).get("/rounds/" + round.key() + "/chairman").body();

    assertThat(body)
        .contains("Toàn cảnh", "Phân bố loại", "Sát ranh giới", "1 đã quyết định trừ")
        .contains("Không xét đoán: Sở Nhất");
    assertThat(
            as(province.somebody(Role.VERIFIER))
                .get("/rounds/" + round.key() + "/chairman")
                .statusCode())
        .isEqualTo(403);
  }
}
