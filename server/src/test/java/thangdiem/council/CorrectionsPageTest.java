package thangdiem.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;

/** The page on which an adopted result is corrected (trang đính chính). */
@ServerTest
class CorrectionsPageTest {

  private static final Pattern APPROVE = Pattern.compile("action=\"([^\"]+/approved)\"");
  private static final Pattern WITHDRAW = Pattern.compile("action=\"([^\"]+/withdrawn)\"");

  @LocalServerPort private int port;
  @Autowired private GivenCouncil given;
  @Autowired private CouncilSheets sheets;

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private static String page(GivenCouncil.Sitting sitting) {
    return "/rounds/" + sitting.round().key() + "/corrections";
  }

  /** The second unit, which has 80 computers for 100 people, is to have 95. */
  private Map<String, String> proposal(GivenCouncil.Sitting sitting) {
    var fields = new HashMap<String, String>();
    fields.put("unit", sheets.all(sitting.round()).get(1).unit().code());
    fields.put("code", "I.1");
    fields.put("f.computers", "95");
    fields.put("f.staff", "100");
    fields.put("ground", "COUNTED_OTHERWISE");
    fields.put("words", "Sót 15 máy ở chi cục.");
    fields.put("document", "12/QĐ-HĐ");
    fields.put("documentOn", "20/02/2018");
    return fields;
  }

  private static String found(Pattern action, String html) {
    var match = action.matcher(html);
    assertThat(match.find()).as(action.pattern()).isTrue();
    return match.group(1);
  }

  private static String text(String html) {
    return html.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void showsWhoeverApprovesWhatItWouldDoToPointsTotalGradeAndRanks() {
    var sitting = given.adopted();
    assertThat(as(sitting.first()).post(page(sitting), proposal(sitting)).statusCode())
        .isEqualTo(302);

    var chair = as(sitting.chair());
    var html = chair.get(page(sitting)).body();

    assertThat(text(html))
        .as("points of the criterion, and the total that they make")
        .contains("12,00 → 14,25");
    assertThat(html.indexOf("12,00 → 14,25"))
        .as("before the button that approves")
        .isLessThan(html.indexOf("/approved\""));
    assertThat(html.substring(html.indexOf("effect-of"), html.indexOf("/approved\"")))
        .contains("Tổng điểm", "Xếp loại", "Sở Văn hoá");
    assertThat(as(sitting.first()).get(page(sitting)).body())
        .as("who proposed sees it too, and cannot approve")
        .contains("effect-of")
        .doesNotContain("/approved\"");
  }

  @Test
  void theEffectThatWasShownIsTheEffectThatComes() {
    var sitting = given.adopted();
    as(sitting.first()).post(page(sitting), proposal(sitting));
    var approve = found(APPROVE, as(sitting.chair()).get(page(sitting)).body());
    var before = sheets.all(sitting.round()).get(1).decidedScore().total();

    assertThat(as(sitting.chair()).post(approve, Map.of()).statusCode()).isEqualTo(302);
    assertThat(sheets.all(sitting.round()).get(1).decidedScore().total())
        .as("one approval changes nothing")
        .isEqualTo(before);
    var shown = text(as(sitting.secretary()).get(page(sitting)).body());
    assertThat(as(sitting.secretary()).post(approve, Map.of()).statusCode()).isEqualTo(302);

    var after = sheets.all(sitting.round()).get(1).decidedScore().total();
    assertThat(after).isGreaterThan(before);
    assertThat(shown)
        .contains(
            "%s → %s"
                .formatted(
                    before.decimal().toPlainString().replace('.', ','),
                    after.decimal().toPlainString().replace('.', ',')));
    assertThat(as(sitting.chair()).get(page(sitting)).body())
        .as("once it is made there is nothing to approve")
        .doesNotContain("effect-of", "/approved\"");
  }

  @Test
  void keepsWhatWasTypedAndSaysEverythingThatIsWrongAtOnce() {
    var sitting = given.adopted();
    var typed = proposal(sitting);
    typed.put("document", "");
    typed.put("documentOn", "hôm qua");
    typed.put("ground", "");

    var answer = as(sitting.first()).post(page(sitting), typed);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("hôm qua", "Sót 15 máy ở chi cục.", "value=\"95\"")
        .contains("document-error", "documentOn-error", "ground-error");
  }

  @Test
  void isWithdrawnWithItsReasonAndStaysToBeSeen() {
    var sitting = given.adopted();
    as(sitting.first()).post(page(sitting), proposal(sitting));
    var withdraw = found(WITHDRAW, as(sitting.first()).get(page(sitting)).body());

    assertThat(as(sitting.first()).post(withdraw, Map.of("withdrawn", "")).statusCode())
        .as("without a reason")
        .isEqualTo(422);
    assertThat(
            as(sitting.first())
                .post(withdraw, Map.of("withdrawn", "Đã tìm lại được bảng kê"))
                .statusCode())
        .isEqualTo(302);

    assertThat(as(sitting.chair()).get(page(sitting)).body())
        .contains("12/QĐ-HĐ", "Đã tìm lại được bảng kê")
        .doesNotContain("/approved\"");
  }

  @Test
  void whoBelongsToTheUnitIsRefusedTheApproval() {
    var sitting = given.adopted();
    var fields = proposal(sitting);
    fields.put("unit", sheets.all(sitting.round()).getFirst().unit().code());
    fields.put("f.computers", "97"); // it was adopted with 95
    assertThat(as(sitting.first()).post(page(sitting), fields).statusCode()).isEqualTo(302);
    var approve = found(APPROVE, as(sitting.chair()).get(page(sitting)).body());

    assertThat(as(sitting.recused()).post(approve, Map.of()).statusCode()).isEqualTo(409);
  }
}
