package thangdiem.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.criteria.Rational;
import thangdiem.round.GivenRounds;
import thangdiem.scoring.Fact;
import thangdiem.verification.Divisions;
import thangdiem.verification.Finding;
import thangdiem.verification.Ground;
import thangdiem.verification.Verdict;
import thangdiem.verification.VerifiedSheets;

/** What was measured on the spot comes before the verifier, who takes it over (số đo tại chỗ). */
@ServerTest
class MeasuredTest {

  private static final Fact DECLARED = new Fact.Amount(Rational.of(110));
  private static final Fact COUNTED = new Fact.Amount(Rational.of(98));

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private GivenInspection given;
  @Autowired private Visits visits;
  @Autowired private Divisions divisions;
  @Autowired private VerifiedSheets sheets;

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private Somebody verifier(GivenInspection.People people) {
    var verifier = province.somebody(Role.VERIFIER, province.agency("Nơi thẩm định"));
    divisions.give(
        rounds.organiser(), people.round(), verifier.account(), Set.of(), Set.of(), Finding.FIRST);
    return verifier;
  }

  private static String item(GivenInspection.People people) {
    return "/rounds/" + people.round().key() + "/verification/" + people.unit() + "/I.1";
  }

  private Fact verified(GivenInspection.People people) {
    return sheets.of(people.round(), people.unit()).verified().facts().get("computers");
  }

  private void noted(Visitor phone, GivenInspection.People people, Map<String, String> notes) {
    notes.forEach((field, value) ->
        phone.postForJson(
            people.path() + "/entries", GivenInspection.entry(UUID.randomUUID(), field, 0, value)));
  }

  private void signed(Visitor phone, GivenInspection.People people, Visit.Side side) {
    var visit = visits.of(province.actor(people.inspector()), people.round().key(), people.unit());
    var answer =
        phone.postForJson(
            people.path() + "/signatures",
            Map.of(
                "id",
                UUID.randomUUID().toString(),
                "side",
                side.name(),
                "name",
                "Người ký " + side,
                "post",
                "Giám đốc",
                "strokes",
                "",
                "sha256",
                visit.sha256()));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  /** The inspectors count 98 computers where 110 were declared. */
  private Visitor counted(GivenInspection.People people) {
    var phone = as(people.inspector());
    noted(
        phone,
        people,
        Map.of(
            "measured:computers", "98",
            "began", "08 giờ 30",
            "present", "Nguyễn Thị Ngọc Ánh",
            "ended", "11 giờ 15"));
    return phone;
  }

  @Test
  void isTakenOverByTheVerifierWithTheMinutesAsTheReasonAndNeverByItself() {
    var people = given.planned(port);
    var verifier = as(verifier(people));
    var phone = counted(people);
    assertThat(verifier.get(item(people)).body())
        .as("nobody has signed")
        .doesNotContain("Lấy số đo tại chỗ");
    signed(phone, people, Visit.Side.TEAM);
    signed(phone, people, Visit.Side.UNIT);
    phone.postForJson(people.path() + "/closed", Map.of());

    assertThat(verifier.get(item(people)).body())
        .contains("Lấy số đo tại chỗ", "<b class=\"num\">98</b>", people.path() + "/minutes.pdf");
    assertThat(verified(people)).as("until the verifier takes it over").isEqualTo(DECLARED);
    assertThat(verifier.post(item(people) + "/measured", Map.of("seen", "0")).statusCode())
        .isEqualTo(302);

    assertThat(verified(people)).isEqualTo(COUNTED);
    var minutes =
        visits
            .of(province.actor(people.inspector()), people.round().key(), people.unit())
            .closed()
            .orElseThrow();
    assertThat(sheets.of(people.round(), people.unit()).standing("I.1").orElseThrow())
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.CORRECTED);
          assertThat(finding.ground()).hasValue(Ground.MEASURED_ON_THE_SPOT);
          assertThat(finding.words()).contains("biên bản", minutes.pdfSha256());
        });
    assertThat(verifier.get(item(people)).body())
        .as("it stands as it was measured")
        .doesNotContain("Lấy số đo tại chỗ");
  }

  @Test
  void aCriterionThatWasJudgedBeforeIsOpenAgainAndNotAcceptedInBulk() {
    var people = given.planned(port);
    var verifier = as(verifier(people));
    verifier.post(item(people), Map.of("verdict", "ACCEPTED", "seen", "0"));
    var phone = counted(people);
    signed(phone, people, Visit.Side.TEAM);
    signed(phone, people, Visit.Side.UNIT);
    phone.postForJson(people.path() + "/closed", Map.of());

    var next = verifier.get("/rounds/" + people.round().key() + "/verification/next");

    assertThat(next.headers().firstValue("Location")).hasValue(item(people));
    verifier.post(item(people).replace("I.1", "I") + "/accepted", Map.of());
    assertThat(verified(people)).isEqualTo(DECLARED);
    assertThat(sheets.of(people.round(), people.unit()).findings())
        .filteredOn(finding -> finding.code().equals("I.1"))
        .hasSize(1);
  }

  @Test
  void minutesThatTheUnitWouldNotSignBindNobody() {
    var people = given.planned(port);
    var verifier = as(verifier(people));
    var phone = counted(people);
    noted(phone, people, Map.of("refusal", "Đơn vị không ký"));
    signed(phone, people, Visit.Side.TEAM);
    assertThat(phone.postForJson(people.path() + "/closed", Map.of()).statusCode()).isEqualTo(200);

    assertThat(verifier.get(item(people)).body()).doesNotContain("Lấy số đo tại chỗ");
    assertThat(verifier.post(item(people) + "/measured", Map.of("seen", "0")).statusCode())
        .isEqualTo(409);
    assertThat(verified(people)).isEqualTo(DECLARED);
  }
}
