package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

@ServerTest
class SetupTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds given;
  @Autowired private Rounds rounds;
  @Autowired private DeductionTable deductions;

  private Visitor organiser;
  private Round round;

  @BeforeEach
  void isADraft() {
    organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    round = given.draft(province.agency("Sở của đợt"));
  }

  private String step(String step) {
    return "/rounds/" + round.key() + "/setup/" + step;
  }

  private Map<String, String> with(String... fields) {
    var form = new java.util.HashMap<String, String>();
    form.put("version", String.valueOf(round.version()));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }

  private Round now() {
    return rounds.named(round.key());
  }

  @Test
  void beginsOnlyAYearThatIsNoneYetAndKeepsWhatWasTyped() {
    var answer =
        organiser.post(
            "/rounds", Map.of("year", "hai nghìn", "edition", "không có", "rehearsal", "true"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("«hai nghìn» không phải năm", "value=\"hai nghìn\"")
        .contains("Không có bộ tiêu chí không có", "name=\"rehearsal\" value=\"true\" checked");
  }

  @Test
  void opensEveryStepToWhoRunsOrWatchesItAndToNobodyElse() {
    for (var name : SetupPage.STEPS) {
      assertThat(organiser.get(step(name)).statusCode()).as(name).isEqualTo(200);
      assertThat(
              new Visitor(port)
                  .signedIn(province.somebody(Role.CLERK).login())
                  .get(step(name))
                  .statusCode())
          .as(name)
          .isEqualTo(403);
    }
  }

  @Test
  void takesAnOwnSetOnlyWithoutMistakesAndTellsAllOfThemWithTheirPlaces() {
    var law = GivenRounds.CRITERIA.file().text();
    var broken =
        law.replaceFirst("maxPoints: 15", "maxPoints: nhiều")
            .replaceFirst("year: 2017", "yeer: 2017");
    var before = round.criteriaSha256();

    var answer = organiser.post(step("criteria/own"), with("text", broken));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .containsPattern("criteria\\.yaml:\\d+:\\d+")
        .contains("yeer", "nhiều", "id=\"text\"");
    assertThat(now().criteriaSha256()).isEqualTo(before);

    assertThat(
            organiser
                .post(step("criteria/own"), with("text", law + "\n# bộ của tỉnh\n"))
                .statusCode())
        .isEqualTo(302);
    assertThat(now().criteriaSha256()).isNotEqualTo(before);
  }

  @Test
  void showsWhatTheLinterFindsInTheSet() {
    assertThat(organiser.get(step("criteria")).body())
        .contains("điều nên biết trước khi mở đợt")
        .containsPattern("<code>[^<]*:\\d+:\\d+</code>");
  }

  @Test
  void keepsTheAnswerOnTheWayToTheNextQuestion() {
    assertThat(organiser.get(step("policy")).body())
        .contains("name=\"onward\"", "Lưu, sang bước sau: Đơn vị tham gia")
        .doesNotContain("class=\"next-step\"");

    var answer = organiser.post(step("policy"), with("rounding", "none", "onward", "true"));

    assertThat(answer.headers().firstValue("Location")).hasValue(step("units"));
    assertThat(now().policy().settings()).containsEntry("rounding", "none");
    var units = organiser.post(step("units"), with("version", String.valueOf(now().version())));
    assertThat(units.headers().firstValue("Location")).hasValue(step("units"));
  }

  @Test
  void setsEverySwitchOfThePolicy() {
    var answer =
        organiser.post(
            step("policy"),
            with(
                "rounding", "none",
                "bonusInTotal", "false",
                "notApplicable", "rescale-section",
                "zeroDenominator", "not-applicable",
                "ratioCap", "none",
                "overall", "mean-of-section-percentages"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(now().policy().settings())
        .containsEntry("rounding", "none")
        .containsEntry("bonusInTotal", "false")
        .containsEntry("notApplicable", "rescale-section")
        .containsEntry("zeroDenominator", "not-applicable")
        .containsEntry("ratioCap", "none")
        .containsEntry("overall", "mean-of-section-percentages");
  }

  @Test
  void losesNoUnitAndTakesNoneThatDoesNotExist() {
    var another = province.agency("Sở thêm vào");
    var codes = rounds.units(round).stream().map(RoundUnit::code).findFirst().orElseThrow();
    assertThat(organiser.get(step("units")).body())
        .contains("Sở của đợt", "Sở thêm vào", "value=\"" + codes + "\" checked");

    assertThat(organiser.post(step("units"), with("unit", "khong-co")).statusCode()).isEqualTo(404);
    assertThat(rounds.units(now())).hasSize(1);
    assertThat(another).isNotNull();
  }

  @Test
  void tellsEverythingWrongInTheCalendarAtOnceAndKeepsWhatWasTyped() {
    var answer =
        organiser.post(
            step("calendar"),
            with(
                "OPENS", "16/10/3000 00:00",
                "DEADLINE", "cuối năm",
                "TOP_UP_FROM", "02/01/3001",
                "TOP_UP_UNTIL", "01/01/3001",
                "VERIFIED_BY", "31/02/3001"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("«cuối năm» không phải thời điểm", "«31/02/3001» không phải thời điểm")
        .contains("không được sau", "value=\"cuối năm\"", "value=\"31/02/3001\"")
        .contains("thiếu mốc «Họp hội đồng»");
    assertThat(rounds.calendar(now())).isEqualTo(rounds.calendar(round));
  }

  @Test
  void recordsDeductionsWithoutAmountAndSaysThatTheyHaveNoEffect() {
    var wrong =
        organiser.post(
            step("deductions"),
            with("wrong-figures", "nhiều", "incident", "2,5", "late-report", "-1"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"nhiều\"", "value=\"2,5\"", "value=\"-1\"");

    organiser.post(
        step("deductions"), with("wrong-figures", "", "incident", "2,5", "late-report", "5"));

    assertThat(deductions.amounts(round.id()).get("wrong-figures")).isEmpty();
    assertThat(deductions.amounts(round.id()).get("incident").orElseThrow()).hasToString("2.50");
    assertThat(organiser.get(step("deductions")).body())
        .contains("chỉ được ghi nhận, không trừ điểm");
    assertThat(organiser.get(step("open")).body()).contains("1 trường hợp trừ điểm chưa có mức");
  }

  @Test
  void keepsWhatTheSecondOfTwoPeopleTypedAndChangesNothing() {
    organiser.post(step("deductions"), with("late-report", "5"));

    var second = organiser.post(step("deductions"), with("late-report", "7"));

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Có người vừa thay đổi đợt này", "value=\"7\"");
    assertThat(deductions.amounts(round.id()).get("late-report").orElseThrow()).hasToString("5.00");
  }

  @Test
  void opensOnlyWithNothingMissingAndTellsEverythingThatIs() {
    round = given.draft();
    var refused = organiser.post("/rounds/" + round.key() + "/phase", Map.of("to", "OPEN"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Chưa mở đợt", "chưa chọn đơn vị nào tham gia");
    assertThat(now().phase()).isEqualTo(Phase.DRAFT);

    var illustration = organiser.post(step("criteria"), with("edition", "minh-hoa/2025"));
    if (illustration.statusCode() == 302) {
      assertThat(organiser.post("/rounds/" + round.key() + "/phase", Map.of("to", "OPEN")).body())
          .contains("chưa chọn đơn vị nào", "chỉ dùng để diễn tập");
    }
  }

  @Test
  void isFrozenOnEveryPageOnceItIsOpen() {
    assertThat(
            organiser.post("/rounds/" + round.key() + "/phase", Map.of("to", "OPEN")).statusCode())
        .isEqualTo(302);
    var frozen = now();
    for (var form :
        Map.of(
                "criteria", with("edition", "hau-giang-ict/2017"),
                "criteria/own", with("text", GivenRounds.CRITERIA.file().text()),
                "policy", with("rounding", "none"),
                "units", with("unit", ""),
                "calendar", with("DEADLINE", "15/12/3100"),
                "deductions", with("late-report", "9"))
            .entrySet()) {
      form.getValue().put("version", String.valueOf(frozen.version()));
      assertThat(organiser.post(step(form.getKey()), form.getValue()).statusCode())
          .as(form.getKey())
          .isEqualTo(409);
    }
    assertThat(now()).isEqualTo(frozen);
    for (var name : SetupPage.STEPS) {
      assertThat(organiser.get(step(name)).body()).contains("Đợt đã mở, phần này chỉ để xem");
    }
  }

  @Test
  void keepsHolidaysAsDataWithEveryWrongLineToldAtOnce() {
    var wrong =
        organiser.post(
            "/holidays/2031",
            Map.of("days", "02/09/2031 Quốc khánh\n31/02/2031 sai\n01/01/2030 năm khác"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Dòng «31/02/2031 sai»", "Dòng «01/01/2030 năm khác»", "02/09/2031 Quốc khánh");

    organiser.post(
        "/holidays/2031", Map.of("days", "02/09/2031 Quốc khánh\n06/09/2031 +làm bù 2/9"));

    assertThat(organiser.get("/holidays/2031").body())
        .contains("02/09/2031 Quốc khánh", "06/09/2031 +làm bù 2/9");
    var clerk = new Visitor(port).signedIn(province.somebody(Role.CLERK).login());
    assertThat(clerk.get("/holidays/2031").body()).contains("Quốc khánh");
    assertThat(clerk.post("/holidays/2031", Map.of("days", "")).statusCode()).isEqualTo(403);
  }
}
