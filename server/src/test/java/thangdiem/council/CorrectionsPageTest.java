package thangdiem.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.criteria.Points;
import thangdiem.exchange.Bundle;
import thangdiem.round.Rounds;

/** The page on which an adopted result is corrected (trang đính chính). */
@ServerTest
class CorrectionsPageTest {

  private static final Pattern APPROVE = Pattern.compile("action=\"([^\"]+/approved)\"");
  private static final Pattern WITHDRAW = Pattern.compile("action=\"([^\"]+/withdrawn)\"");

  @LocalServerPort private int port;
  @Autowired private GivenCouncil given;
  @Autowired private CouncilSheets sheets;
  @Autowired private Adoptions adoptions;
  @Autowired private AdoptionTable table;
  @Autowired private Rounds rounds;
  @Autowired private JdbcClient sql;

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

  private Map<String, String> about(GivenCouncil.Sitting sitting, String code, String document) {
    var fields = new HashMap<String, String>();
    fields.put("unit", sheets.all(sitting.round()).get(1).unit().code());
    fields.put("code", code);
    fields.put("ground", "COUNTED_OTHERWISE");
    fields.put("words", "Theo kết luận thanh tra.");
    fields.put("document", document);
    fields.put("documentOn", "20/02/2018");
    return fields;
  }

  /** Proposed by one, approved by two others; the next version is then in force. */
  private void corrected(GivenCouncil.Sitting sitting, Map<String, String> fields) {
    assertThat(as(sitting.first()).post(page(sitting), fields).statusCode()).isEqualTo(302);
    var approve = found(APPROVE, as(sitting.chair()).get(page(sitting)).body());
    for (var somebody : List.of(sitting.chair(), sitting.secretary())) {
      assertThat(as(somebody).post(approve, Map.of()).statusCode()).isEqualTo(302);
    }
  }

  private Points total(GivenCouncil.Sitting sitting) {
    return sheets.all(sitting.round()).get(1).decidedScore().total();
  }

  private void isAcceptedAsVersion(GivenCouncil.Sitting sitting, int version) {
    assertThat(adoptions.of(sitting.round()).getFirst().version()).isEqualTo(version);
    assertThat(Bundle.verify("bản.zip", adoptions.bundle(sitting.round(), version)).differences())
        .isEmpty();
    var round = Snapshot.read(rounds.source(sitting.round()), answers(sitting, version));
    assertThat(round.units().get(1))
        .as("what the version says is what the page shows")
        .isEqualTo(sheets.all(sitting.round()).get(1).decided());
  }

  private byte[] answers(GivenCouncil.Sitting sitting, int version) {
    return table.answers(sitting.round(), version).orElseThrow();
  }

  @Test
  void aDeductionIsAddedThenChangedThenLiftedEachAsAVersion() {
    var sitting = given.adopted();
    var before = total(sitting);

    var added = about(sitting, "late-report", "21/QĐ-HĐ");
    added.put("newOccasion", "report");
    added.put("points", "5");
    corrected(sitting, added);
    assertThat(total(sitting)).isEqualTo(before.minus(Points.of("5")));
    isAcceptedAsVersion(sitting, 2);
    assertThat(as(sitting.first()).get(page(sitting)).body()).contains("−5,00", "21/QĐ-HĐ");

    var changed = about(sitting, "late-report", "22/QĐ-HĐ");
    changed.put("occasion", "report");
    changed.put("points", "2,5");
    corrected(sitting, changed);
    assertThat(total(sitting)).isEqualTo(before.minus(Points.of("2.5")));
    isAcceptedAsVersion(sitting, 3);

    var lifted = about(sitting, "late-report", "23/QĐ-HĐ");
    lifted.put("kind", "DEDUCTION_LIFTED");
    lifted.put("occasion", "report");
    corrected(sitting, lifted);
    assertThat(total(sitting)).isEqualTo(before);
    isAcceptedAsVersion(sitting, 4);
  }

  @Test
  void whoeverApprovesADeductionSeesItsEffectBefore() {
    var sitting = given.adopted();
    var before = total(sitting);
    var added = about(sitting, "incident", "24/QĐ-HĐ");
    added.put("newOccasion", "https://bao.example/lo-lot");
    added.put("points", "10");
    as(sitting.first()).post(page(sitting), added);

    assertThat(text(as(sitting.chair()).get(page(sitting)).body()))
        .contains(
            "%s → %s"
                .formatted(
                    before.decimal().toPlainString().replace('.', ','),
                    before.minus(Points.of("10")).decimal().toPlainString().replace('.', ',')));
    assertThat(total(sitting)).as("nothing yet").isEqualTo(before);
  }

  @Test
  void whatIsSaidOfADeductionIsReadStrictly() {
    var sitting = given.adopted();
    var wrong = about(sitting, "late-report", "25/QĐ-HĐ");
    wrong.put("points", "0");
    assertThat(as(sitting.first()).post(page(sitting), wrong).body())
        .contains("newOccasion-error", "points-error");
    var nothing = about(sitting, "late-report", "25/QĐ-HĐ");
    nothing.put("kind", "DEDUCTION_LIFTED");
    nothing.put("newOccasion", "report");
    assertThat(as(sitting.first()).post(page(sitting), nothing).body()).contains("occasion-error");
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into correction (id, round, unit, code, kind, document, document_on,
                           ground, words, base, at, by_account)
                    select gen_random_uuid(), :round, unit, 'late-report', 'DEDUCTED', '26', :day,
                           'OTHER', 'x', 1, now_effective(), :by
                      from round_unit where round = :round limit 1
                    """)
                .param("round", sitting.round().id())
                .param("day", GivenCouncil.DAY)
                .param("by", sitting.first().account())
                .update())
        .as("a deduction without an amount, past the page")
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aClaimIsCorrectedAfterAdoptionToo() {
    var sitting = given.adopted();
    var before = total(sitting);
    var claimed = about(sitting, "I.1", "27/QĐ-HĐ");
    claimed.put("kind", "CLAIM_APPROVED");
    corrected(sitting, claimed);
    assertThat(sheets.all(sitting.round()).get(1).decided().notApplicable()).contains("I.1");
    assertThat(total(sitting)).isLessThan(before);
    isAcceptedAsVersion(sitting, 2);

    var again = about(sitting, "I.1", "28/QĐ-HĐ");
    again.put("kind", "CLAIM_APPROVED");
    assertThat(as(sitting.first()).post(page(sitting), again).statusCode())
        .as("it says so already")
        .isEqualTo(422);

    again.put("kind", "CLAIM_REFUSED");
    corrected(sitting, again);
    assertThat(total(sitting)).isEqualTo(before);
    isAcceptedAsVersion(sitting, 3);
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
