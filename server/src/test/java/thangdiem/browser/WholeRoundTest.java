package thangdiem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import thangdiem.DemoProvince;
import thangdiem.Papers;
import thangdiem.RoundDatabase;
import thangdiem.ThangDiemApplication;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.submission.GivenReports;

/**
 * A whole round by everybody's own hand, from the invitation to a published result that anyone can
 * compute again (trọn một đợt): each role sits at a desk of its own, and nothing is done but what
 * pages offer.
 */
@SpringBootTest(
    classes = {ThangDiemApplication.class, DemoProvince.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RoundDatabase.class)
class WholeRoundTest {

  private static final String YEAR = "2018";
  private static final String ROUND = "/rounds/" + YEAR;
  private static final String UNIT = "so-y-te";
  private static final String SHEET = ROUND + "/assessments/" + UNIT;
  private static final String VERIFIED = ROUND + "/verification/" + UNIT;
  private static final String VERIFIERS_OWN = "so-thong-tin-va-truyen-thong";
  private static final String DECISION = "519/QĐ-UBND";
  private static final String CLERK = "hoa.soyte";
  private static final String CLERKS_PASSWORD = "lúa chín vàng đồng Vị Thủy";
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;
  @Autowired private Rounds rounds;
  @Autowired private GivenReports reports;

  private Desk organiser;
  private Desk clerk;
  private Desk head;
  private Desk verifier;
  private Desk secretary;
  private Desk chair;
  private Desk member;
  private byte[] bundle = new byte[0];

  @BeforeEach
  void everybodySitsDown() {
    var base = "http://localhost:" + port;
    province.fill();
    organiser = desk(base, "chutri");
    clerk = new Desk(base);
    head = desk(base, "thutruong");
    verifier = desk(base, "thamdinh");
    secretary = desk(base, "thuky");
    chair = desk(base, "lanhdao");
    member = desk(base, "uyvien");
  }

  private static Desk desk(String base, String login) {
    return new Desk(base).signIn(login, "thu-nghiem");
  }

  @AfterEach
  void everybodyGoesHome() {
    for (var one : new Desk[] {organiser, clerk, head, verifier, secretary, chair, member}) {
      one.close();
    }
  }

  @Test
  void goesFromAnInvitationToAPublishedResultThatAnyoneCanComputeAgain() {
    theOrganiserOpensARoundOfThe32Units();
    aClerkIsInvitedAndTakesItUp();
    theClerkFillsInASectionAndAttachesEvidence();
    theHeadSendsTheReport();
    everyOtherUnitReports();
    theOrganiserClosesTheReportsAndDividesTheWork();
    nobodyVerifiesTheirOwnUnit();
    theVerifierAcceptsCorrectsAndRejects();
    theUnitExplainsAndTheVerifierDecides();
    aDeductionIsToldExplainedAndDecided();
    theCouncilIsAppointedAndSitsOnceEnoughAreThere();
    theCouncilSeesWhatAVoteWouldDoAndVotes();
    theCouncilAdoptsTheResult();
    theOrganiserPublishesItUnderTheNumberOfADecision();
    anybodySeesItWithoutSigningIn();
    bothVerifiersComputeItAgainToTheSame();
    bothNameAFactThatSomebodyChanged();
  }

  private void theOrganiserOpensARoundOfThe32Units() {
    organiser
        .open("/rounds")
        .unfold("#year")
        .fill("#year", YEAR)
        .press("main form[action='/rounds'] button")
        .open(ROUND + "/setup/units")
        .press("main form button")
        .open(ROUND + "/setup/deductions")
        .fill("#wrong-figures", "10")
        .fill("#incident", "15")
        .fill("#late-report", "5")
        .press("main form button")
        .open(ROUND + "/setup/open")
        .press("main form[action$='/phase'] button");
    assertThat(organiser.see("h1")).containsText("trên 32 đơn vị");
  }

  private void aClerkIsInvitedAndTakesItUp() {
    organiser
        .open("/accounts/new")
        .fill("#name", "Lý Thị Hoa")
        .choose("#unit", "Sở Y tế")
        .choose("#role", "CLERK")
        .fill("#login", CLERK)
        .press("main form[action='/accounts/new'] button");
    var code = organiser.see(".slip .code").innerText();
    clerk
        .open("/invitation")
        .fill("#code", code)
        .press("main form button")
        .fill("#password", CLERKS_PASSWORD)
        .fill("#again", CLERKS_PASSWORD)
        .press("main form button")
        .signIn(CLERK, CLERKS_PASSWORD);
  }

  private void theClerkFillsInASectionAndAttachesEvidence() {
    var stated = reports.stated(rounds.named(YEAR), UNIT);
    clerk.open(SHEET + "/sections/I");
    for (var form : clerk.page().locator("form.fact").all()) {
      var fact = form.getAttribute("data-fact");
      switch (stated.get(fact)) {
        case Fact.YesNo(var yes) ->
            clerk
                .see("#f-" + fact + " label:has(input[value=" + (yes ? "yes" : "no") + "])")
                .click();
        case Fact.Amount(var amount) -> {
          clerk.fill(
              "#v-" + fact,
              amount.toDecimal(2).stripTrailingZeros().toPlainString().replace('.', ','));
          clerk.see("#v-" + fact).blur();
        }
        case Fact other -> throw new AssertionError(fact + " is " + other);
      }
      assertThat(clerk.see("#s-" + fact)).containsText("Đã lưu", PATIENTLY);
    }
    clerk.open(SHEET + "/evidence");
    clerk
        .see("#file")
        .setInputFiles(
            new FilePayload(
                "Bảng kê máy tính.pdf", "application/pdf", Papers.ofOnePage("Bang ke")));
    clerk.choose("#about", "FACT:computers").fill("#pages", "1");
    clerk.see("form[data-upload] button.btn-main").click();
    assertThat(clerk.see(".documents")).containsText("Bảng kê máy tính.pdf", PATIENTLY);
    reports.answerTheRest(rounds.named(YEAR), UNIT, CLERK);
    clerk.open(SHEET + "/signing").press("form[action$='/handover'] button");
  }

  private void theHeadSendsTheReport() {
    head.open(SHEET + "/signing").press("form[action$='/reports'] button");
    assertThat(head.see("h1")).containsText("Sở Y tế đã gửi báo cáo lúc");
  }

  private void everyOtherUnitReports() {
    reports.ofAllBut(rounds.named(YEAR), UNIT);
  }

  private void theOrganiserClosesTheReportsAndDividesTheWork() {
    moveOn("VERIFYING");
    organiser.open(ROUND + "/verification");
    organiser.choose("#account", "Phạm Quốc Huy").choose("#unit", VERIFIERS_OWN);
    Assertions.assertThat(organiser.pressed("form[action$='/tasks'] button"))
        .as("nobody is given their own unit")
        .isEqualTo(409);
    organiser
        .open(ROUND + "/verification")
        .choose("#account", "Phạm Quốc Huy")
        .press("form[action$='/tasks'] button");
  }

  private void moveOn(String phase) {
    var step = "form:has(input[name=to][value=" + phase + "])";
    organiser.open(ROUND).unfold(step).press(step + " button");
  }

  private void nobodyVerifiesTheirOwnUnit() {
    verifier.open(ROUND + "/verification/" + VERIFIERS_OWN + "/I.1");
    assertThat(verifier.page().locator(".verbs")).hasCount(0);
    Assertions.assertThat(
            verifier.forced(
                ROUND + "/verification/" + VERIFIERS_OWN + "/I.1",
                Map.of("verdict", "ACCEPTED", "seen", "0")))
        .isEqualTo(409);
  }

  private void theVerifierAcceptsCorrectsAndRejects() {
    verifier.open(VERIFIED + "/I.8").type("a");
    verifier
        .open(VERIFIED + "/I.1")
        .fill("[name='f.computers']", "70")
        .choose("#ground", "DIFFERS_FROM_EVIDENCE")
        .fill("#words", "Bảng kê đính kèm chỉ có 70 máy còn dùng.");
    assertThat(verifier.see("#sua")).containsText("13,46", PATIENTLY);
    verifier.press("button[data-key=c]");
    verifier
        .open(VERIFIED + "/I.9")
        .choose("#ground", "NO_EVIDENCE")
        .fill("#words", "Chưa có văn bản xác nhận kết nối mạng diện rộng.")
        .press("button[data-key=r]");
    verifier.open(VERIFIED + "/I.1");
    assertThat(verifier.see(".three")).containsText("76");
    assertThat(verifier.see(".trail")).containsText("Bảng kê đính kèm chỉ có 70 máy còn dùng.");
  }

  private void theUnitExplainsAndTheVerifierDecides() {
    moveOn("EXPLAINING");
    organiser.open(ROUND + "/explanations").press("form[action$='/notices'] button");
    explain("I.1", "Sáu máy để ở kho, vẫn dùng khi cần.");
    explain("I.9", "Đã có văn bản xác nhận số 12/XN-VNPT, xin nộp bổ sung.");
    decide("I.1", "UPHELD", "Máy để trong kho không phải máy đang sử dụng.");
    decide("I.9", "ACCEPTED", "Đã xem văn bản xác nhận.");
    head.open(SHEET + "/findings");
    assertThat(head.see("[id='m-I.9']")).containsText("Đã xem văn bản xác nhận.");
  }

  private void explain(String code, String words) {
    head.open(SHEET + "/findings")
        .fill("[id='loi-" + code + "']", words)
        .press("button[formaction$='/" + code + "/sent']");
  }

  private void decide(String code, String result, String words) {
    verifier
        .open(VERIFIED + "/" + code)
        .check("form[action$='/outcome'] input[value=" + result + "]")
        .fill("#outcomeWords", words)
        .press("form[action$='/outcome'] .btn-main");
  }

  private void aDeductionIsToldExplainedAndDecided() {
    verifier
        .open(ROUND + "/deductions/new")
        .choose("#unit", UNIT)
        .check("input[name=cause][value=WRONG_FIGURES]")
        .choose("#criterion", "I.1")
        .fill("#words", "Khai 76 máy tính, thực tế 70 máy.")
        .press("main form[action$='/deductions'] .btn-main");
    organiser
        .open(ROUND + "/deductions")
        .press("main table a:has-text('Sở Y tế')")
        .fill("#notice-days", "5")
        .press("form[action$='/notice'] button");
    head.open(SHEET + "/deductions")
        .check("input[name=stance][value=contests]")
        .fill("textarea[name=words]", "Sở đếm cả máy dự phòng, không khai khống.")
        .press("form[action$='/explanation'] button");
    secretary
        .open(ROUND + "/deductions")
        .press("main table a:has-text('Sở Y tế')")
        .choose("#decision-ground", "PROVEN")
        .fill("#decision-words", "Số máy khai cao hơn số máy đang dùng.")
        .fill("#decision-document", "03/QĐ-HĐ")
        .fill("#decision-documentOn", "12/12/2017")
        .press("form[action$='/decision'] button");
    assertThat(secretary.see(".facts-line")).containsText("03/QĐ-HĐ");
  }

  private void theCouncilIsAppointedAndSitsOnceEnoughAreThere() {
    moveOn("COUNCIL");
    appoint("Bùi Thanh Sơn", "CHAIR");
    appoint("Huỳnh Thị Kim", "MEMBER");
    appoint("Đặng Ngọc Anh", "SECRETARY");
    secretary
        .open(ROUND + "/council")
        .unfold("#heldOn")
        .fill("#heldOn", "12/12/2017")
        .fill("#place", "Phòng họp số 2")
        .press("form[action$='/sessions'] button");
    Assertions.assertThat(secretary.pressed("form[action$='/opened'] button"))
        .as("nobody is there yet")
        .isEqualTo(409);
    secretary.open(ROUND + "/council/sessions/1");
    secretary.page().locator("input[name=present]").all().forEach(one -> one.check());
    secretary.press("form[action$='/presence'] > button").press("form[action$='/opened'] button");
  }

  private void appoint(String name, String office) {
    secretary
        .open(ROUND + "/council")
        .choose("#account", name)
        .choose("#office", office)
        .fill("#document", "85/QĐ-UBND")
        .fill("#documentOn", "01/12/2017")
        .press("form[action$='/council/members'] button");
  }

  private void theCouncilSeesWhatAVoteWouldDoAndVotes() {
    secretary
        .choose("#unit", UNIT)
        .choose("#code", "I.1")
        .fill("#words", "Sở đề nghị xem lại số máy tính")
        .press("form[action$='/items'].fields button");
    var item = Pattern.compile("/rounds/.*").matcher(secretary.page().url());
    Assertions.assertThat(item.find()).isTrue();
    member
        .open(item.group())
        .fill("[name='f.computers']", "73")
        .choose("#ground", "COUNTED_OTHERWISE")
        .fill("#words", "Ba máy dự phòng được dùng hằng tuần.")
        .press("button[formaction$='/effect']");
    assertThat(member.see(".preview .effect")).containsText("Sở Y tế");
    member.press("button[name=kind][value=VALUES].btn-main");
    allVoteFor(item.group());
    assertThat(secretary.see("main")).containsText("Được thông qua: 2 tán thành");
  }

  private void allVoteFor(String item) {
    for (var one : new Desk[] {chair, member}) {
      one.open(item).press("button[name=choice][value=FOR]");
    }
    secretary.open(item).press("form[action$='/conclusion'] button");
  }

  private void theCouncilAdoptsTheResult() {
    secretary
        .open(ROUND + "/council/sessions/1")
        .press("form:has(input[name=source][value=ADOPTION]) button");
    var item = secretary.page().url().replaceFirst("^http://[^/]*", "");
    chair.open(item).press("button[name=kind][value=ADOPT]");
    allVoteFor(item);
    secretary
        .open(ROUND + "/council/sessions/1")
        .press("form[action$='/closed'] button")
        .open(ROUND + "/council")
        .press("form[action$='/adoption'] button");
    assertThat(secretary.see("#da-thong-qua")).isVisible();
  }

  private void theOrganiserPublishesItUnderTheNumberOfADecision() {
    organiser
        .open(ROUND + "/publication")
        .fill("#number", DECISION)
        .fill("#on", "12/12/2017")
        .press("main form[action$='/publication'] .btn-main");
    assertThat(organiser.see("h1")).containsText(DECISION);
  }

  private void anybodySeesItWithoutSigningIn() {
    try (var reader = new Desk("http://localhost:" + port)) {
      reader.open("/published/" + YEAR);
      assertThat(reader.see("main")).containsText("Sở Y tế");
      assertThat(reader.see("body")).containsText(DECISION);
      reader.open("/published/" + YEAR + "/1/vi/units/" + UNIT);
      assertThat(reader.see("main")).containsText("73");
      bundle = reader.download("/published/" + YEAR + "/1/vi/bundle.zip");
    }
  }

  private void bothVerifiersComputeItAgainToTheSame() {
    Assertions.assertThat(BothVerifiers.engine(bundle)).isEmpty();
    Assertions.assertThat(BothVerifiers.python(bundle)).contains(": ĐẠT.");
  }

  private void bothNameAFactThatSomebodyChanged() {
    var changed =
        BothVerifiers.changed(
            bundle, "answers.json", "\"" + UNIT + "\"", "\"computers\": 73", "\"computers\": 78");

    Assertions.assertThat(BothVerifiers.engine(changed)).contains("answers.json", UNIT);
    Assertions.assertThat(BothVerifiers.python(changed))
        .contains("KHÔNG ĐẠT", "answers.json", UNIT);
  }
}
