package thangdiem.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.criteria.Points;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;

/** A verifier finds claims right or otherwise (thẩm định). */
@ServerTest
class VerifyingTest {

  private static final String ON_TIME = "II.3.5";
  private static final String RESOLVED = "dossiers_resolved";
  private static final String IN_TIME = "dossiers_on_time";

  @LocalServerPort int port;
  @Autowired GivenVerification given;
  @Autowired GivenRounds rounds;
  @Autowired Province province;
  @Autowired VerifiedSheets sheets;
  @Autowired JdbcClient sql;

  private Visitor as(Province.Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private static Map<String, String> verdict(Verdict verdict, String... more) {
    var fields = new HashMap<String, String>();
    fields.put("verdict", verdict.name());
    fields.put("seen", "0");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  private static Map<String, String> half(VerifiedUnit unit) {
    var resolved = unit.claimed().facts().get(RESOLVED);
    long whole =
        ((thangdiem.scoring.Fact.Amount) java.util.Objects.requireNonNull(resolved))
            .value()
            .toDecimal(0)
            .longValueExact();
    return verdict(
        Verdict.CORRECTED,
        "f." + IN_TIME,
        String.valueOf(whole / 2),
        "f." + RESOLVED,
        String.valueOf(whole / 2 * 2),
        "ground",
        Ground.DIFFERS_FROM_EVIDENCE.name(),
        "words",
        "Trang 3 ghi khác");
  }

  private static Points points(thangdiem.scoring.ScoreSheet sheet, String code) {
    return sheet.lines().stream()
        .filter(line -> line.criterion().code().equals(code))
        .findFirst()
        .orElseThrow()
        .points();
  }

  @Test
  void aCorrectionStandsBesideTheClaimAndThePointsFollow() {
    var verification = given.begun();
    var before = given.unit(verification);

    var answer = as(verification.verifier()).post(verification.path(ON_TIME), half(before));

    assertThat(answer.statusCode()).isEqualTo(302);
    var after = given.unit(verification);
    assertThat(after.claimed()).isEqualTo(before.claimed());
    assertThat(after.claimedScore().total()).isEqualTo(before.claimedScore().total());
    assertThat(points(after.verifiedScore(), ON_TIME)).isEqualTo(Points.of("7.50"));
    assertThat(after.verifiedScore().total()).isLessThan(before.verifiedScore().total());
  }

  @Test
  void whatIsReadAgainIsWhatIsReadAsAWhole() {
    var verification = given.begun();
    as(verification.verifier()).post(verification.path(ON_TIME), half(given.unit(verification)));

    var piecemeal = sheets.all(verification.round());

    assertThat(sheets.afresh(verification.round()).units()).isEqualTo(piecemeal);
  }

  @Test
  void theLookBeforeDecidingShowsThePointsThatTheDecisionGives() {
    var verification = given.begun();
    var verifier = as(verification.verifier());
    var typed = half(given.unit(verification));

    var preview = verifier.post(verification.path(ON_TIME) + "/preview", typed).body();

    assertThat(preview).contains(">7,50<");
    assertThat(points(given.unit(verification).verifiedScore(), ON_TIME))
        .isNotEqualTo(Points.of("7.50"));
  }

  @Test
  void whoChangesAValueSaysWhy() {
    var verification = given.begun();
    var typed = half(given.unit(verification));
    typed.put("words", " ");
    typed.put("ground", "");

    var answer = as(verification.verifier()).post(verification.path(ON_TIME), typed);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Hãy ghi cho đơn vị biết vì sao", "Hãy chọn một lý do");
    assertThat(given.unit(verification).findings()).isEmpty();
  }

  @Test
  void whoHasTypedAnotherValueDoesNotAcceptTheClaimByMistake() {
    var verification = given.begun();
    var typed = half(given.unit(verification));
    typed.put("verdict", Verdict.ACCEPTED.name());

    var answer = as(verification.verifier()).post(verification.path(ON_TIME), typed);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("gõ số khác số đơn vị kê khai");
    assertThat(given.unit(verification).findings()).isEmpty();
  }

  @Test
  void correctingWithoutChangingAnythingIsRefusedWithTheWayOut() {
    var verification = given.begun();

    var answer =
        as(verification.verifier())
            .post(
                verification.path(ON_TIME),
                verdict(Verdict.CORRECTED, "ground", Ground.OTHER.name(), "words", "không rõ"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("hãy bấm Chấp nhận");
  }

  @Test
  void aLaterFindingDoesNotEraseTheEarlierOne() {
    var verification = given.begun();
    var verifier = as(verification.verifier());
    verifier.post(verification.path(ON_TIME), half(given.unit(verification)));
    long seen = given.unit(verification).findings().getFirst().seq();

    verifier.post(
        verification.path(ON_TIME), verdict(Verdict.ACCEPTED, "seen", String.valueOf(seen)));

    var unit = given.unit(verification);
    assertThat(unit.findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.CORRECTED, Verdict.ACCEPTED);
    assertThat(unit.verified()).isEqualTo(unit.claimed());
  }

  @Test
  void whoHasNotSeenTheLatestFindingIsToldSo() {
    var verification = given.begun();
    var verifier = as(verification.verifier());
    verifier.post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));

    var answer = verifier.post(verification.path(ON_TIME), half(given.unit(verification)));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(given.unit(verification).findings()).hasSize(1);
  }

  @Test
  void rejectingTakesAwayWhatOnlyThisCriterionUses() {
    var verification = given.begun();

    as(verification.verifier())
        .post(
            verification.path(ON_TIME),
            verdict(Verdict.REJECTED, "ground", Ground.NO_EVIDENCE.name(), "words", "không có gì"));

    var unit = given.unit(verification);
    assertThat(unit.verified().facts()).doesNotContainKeys(IN_TIME, RESOLVED);
    assertThat(points(unit.verifiedScore(), ON_TIME)).isEqualTo(Points.NONE);
  }

  @Test
  void aFactThatOtherCriteriaUseIsCorrectedAndNotRejected() {
    var verification = given.begun();

    var answer =
        as(verification.verifier())
            .post(
                verification.path("I.1"),
                verdict(
                    Verdict.REJECTED, "ground", Ground.NO_EVIDENCE.name(), "words", "không có"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Hãy sửa từng số");
  }

  @Test
  void allThatNothingSpeaksAgainstIsAcceptedAtOnceAndNothingElse() {
    var verification = given.begun();
    var doubtful =
        Queue.items(
                thangdiem.exchange.CriteriaSource.read("hau-giang-ict/2017", java.util.List.of())
                    .file()
                    .set(),
                given.unit(verification),
                section(verification, "II"),
                1)
            .stream()
            .filter(item -> !item.doubts().isEmpty())
            .map(QueueItem::code)
            .toList();

    as(verification.verifier()).post(verification.path("II") + "/accepted", Map.of());

    assertThat(doubtful).isNotEmpty();
    assertThat(given.unit(verification).findings())
        .extracting(Finding::code)
        .doesNotContainAnyElementsOf(doubtful);
  }

  private static thangdiem.criteria.Section section(
      GivenVerification.Verification verification, String code) {
    return thangdiem.exchange.CriteriaSource.read("hau-giang-ict/2017", java.util.List.of())
        .file()
        .set()
        .sections()
        .stream()
        .filter(section -> section.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(verification.round().key()));
  }

  @Test
  void theSecondVerifierDoesNotSeeTheFirstOnesFindingBeforeTheirOwn() {
    var verification = given.begun();
    var second = as(given.second(verification));
    as(verification.verifier()).post(verification.path(ON_TIME), half(given.unit(verification)));

    assertThat(second.get(verification.path(ON_TIME)).body()).doesNotContain("Trang 3 ghi khác");
    second.post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));
    assertThat(second.get(verification.path(ON_TIME)).body()).contains("Trang 3 ghi khác");
  }

  @Test
  void twoWhoDifferStandInTheOpenUntilAThirdSettles() {
    var verification = given.begun();
    var first = as(verification.verifier());
    var second = as(given.second(verification));
    first.post(verification.path(ON_TIME), half(given.unit(verification)));
    second.post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));
    var third = province.somebody(Role.VERIFIER, province.agency("Nơi thứ ba"));
    assertThat(given.unit(verification).disputed()).containsExactly(ON_TIME);

    var answer = as(third).post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));

    assertThat(answer.statusCode()).isEqualTo(302);
    var unit = given.unit(verification);
    assertThat(unit.disputed()).isEmpty();
    assertThat(unit.verified()).isEqualTo(unit.claimed());
    assertThat(unit.findings()).hasSize(3);
  }

  @Test
  void whatBothFindAfterASettlementCountsInItsPlace() {
    var verification = given.begun();
    var first = as(verification.verifier());
    var second = as(given.second(verification));
    first.post(verification.path(ON_TIME), half(given.unit(verification)));
    second.post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));
    as(province.somebody(Role.VERIFIER, province.agency("Nơi thứ ba")))
        .post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));
    var settled = given.unit(verification);
    assertThat(settled.verified()).isEqualTo(settled.claimed());

    var agreeing = half(settled);
    agreeing.put(
        "seen", String.valueOf(settled.latest(ON_TIME, Finding.SECOND).orElseThrow().seq()));
    second.post(verification.path(ON_TIME), agreeing);

    assertThat(points(given.unit(verification).verifiedScore(), ON_TIME))
        .isEqualTo(Points.of("7.50"));
  }

  @Test
  void whatWasNotGivenToSomebodyIsNotTheirsToJudge() {
    var verification = given.begun();
    var other = province.somebody(Role.VERIFIER, province.agency("Nơi khác"));

    var answer = as(other).post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(given.unit(verification).findings()).isEmpty();
  }

  @Test
  void onceTheCouncilSitsNothingMoreIsFoundByAnyWay() {
    var verification = given.begun();
    given.moved(verification, Phase.COUNCIL);

    var answer =
        as(verification.verifier()).post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThatThrownBy(() -> find(verification, verification.verifier()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("not being verified");
  }

  @Test
  void aFindingIsNeverChangedNorTakenAway() {
    var verification = given.begun();
    as(verification.verifier()).post(verification.path(ON_TIME), verdict(Verdict.ACCEPTED));

    for (var change :
        new String[] {
          "update finding set verdict = 'ASKED' where round = :round",
          "delete from finding where round = :round",
          "update finding_fact set value = '1' where finding in (select id from finding where round = :round)"
        }) {
      assertThatThrownBy(() -> rounds.act(change, Map.of("round", verification.round().id())))
          .as(change)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private void find(GivenVerification.Verification verification, Province.Somebody who) {
    rounds.act(
        """
        insert into finding (id, round, unit, code, place, verdict, at, by_account)
        values (gen_random_uuid(), :round, :unit, 'I.1', 1, 'ACCEPTED', now_effective(), :by)
        """,
        Map.of(
            "round", verification.round().id(),
            "unit", verification.clerk().unit(),
            "by", who.account()));
  }
}
