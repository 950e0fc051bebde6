package thangdiem.verification;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.document.OfficialDocument;
import thangdiem.document.PaperFile;
import thangdiem.orgunit.Committee;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Rounds;
import thangdiem.submission.Assessments;

/**
 * Hands out what is written about the verification of a unit (phiếu thẩm định, công văn giải
 * trình), to work on and to keep.
 */
@Controller
class VerificationPapersController {

  private static final String SHEET = "/rounds/{key}/verification/{unit}/sheet";
  private static final String LETTER = "/rounds/{key}/assessments/{unit}/findings/letter";

  private final Rounds rounds;
  private final OrgUnits units;
  private final VerifiedSheets sheets;
  private final DivisionTable division;
  private final Assessments assessments;
  private final HearingPages hearings;

  VerificationPapersController(
      Rounds rounds,
      OrgUnits units,
      VerifiedSheets sheets,
      DivisionTable division,
      Assessments assessments,
      HearingPages hearings) {
    this.rounds = rounds;
    this.units = units;
    this.sheets = sheets;
    this.division = division;
    this.assessments = assessments;
    this.hearings = hearings;
  }

  private OfficialDocument sheet(Actor actor, String key, String unit) {
    var round = VerificationController.notBefore(rounds.named(key));
    var one = sheets.of(round, unit);
    if (!one.claimed().reported()) {
      throw new Refusal("verify.paper.noReport", one.unit().name());
    }
    var set = rounds.criteria(round);
    var duties = division.of(round);
    if (Independence.binds(actor.account(), set, one, duties)) {
      throw new Refusal("verify.paper.independent");
    }
    return new VerificationSheet(
            Committee.of(units), round, set, one, VerificationSheet.names(duties, one))
        .document();
  }

  @MayOpen({
    Role.VERIFIER,
    Role.ORGANISER,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.AUDITOR
  })
  @GetMapping(SHEET + ".docx")
  ResponseEntity<byte[]> sheetDocx(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.docx(sheet(actor, key, unit), "phieu-tham-dinh-" + unit);
  }

  @MayOpen({
    Role.VERIFIER,
    Role.ORGANISER,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.AUDITOR
  })
  @GetMapping(SHEET + ".pdf")
  ResponseEntity<byte[]> sheetPdf(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.pdf(sheet(actor, key, unit), "phieu-tham-dinh-" + unit);
  }

  private OfficialDocument letter(Actor actor, String key, String unit) {
    var page = hearings.of(assessments.of(actor, key, unit), HearingPage.Form.EMPTY);
    if (page.threads().isEmpty()) {
      throw new Refusal("explain.nothing");
    }
    return new ExplanationLetter(Committee.of(units), page).document();
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping(LETTER + ".docx")
  ResponseEntity<byte[]> letterDocx(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.docx(letter(actor, key, unit), "cong-van-giai-trinh-" + unit);
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping(LETTER + ".pdf")
  ResponseEntity<byte[]> letterPdf(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.pdf(letter(actor, key, unit), "cong-van-giai-trinh-" + unit);
  }
}
