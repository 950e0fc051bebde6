package thangdiem.inspection;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;
import thangdiem.document.OfficialDocument;
import thangdiem.document.PaperFile;
import thangdiem.orgunit.Committee;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Participation;
import thangdiem.round.Rounds;

/** Hands out what is written about a visit before and after it (giấy tờ của cuộc kiểm tra). */
@Controller
@RequestMapping("/rounds/{key}/inspections/{unit}")
class InspectionPapersController {

  private final Visits visits;
  private final Teams teams;
  private final Rounds rounds;
  private final OrgUnits units;

  InspectionPapersController(Visits visits, Teams teams, Rounds rounds, OrgUnits units) {
    this.visits = visits;
    this.teams = teams;
    this.rounds = rounds;
    this.units = units;
  }

  private TeamPapers papers(Participation part) {
    return new TeamPapers(
        Committee.of(units), part.round(), rounds.criteria(part.round()), teams.of(part));
  }

  private OfficialDocument decision(Actor actor, String key, String unit) {
    return papers(visits.part(actor, key, unit)).decision();
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/decision.docx")
  ResponseEntity<byte[]> decisionDocx(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.docx(decision(actor, key, unit), "quyet-dinh-to-kiem-tra");
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/decision.pdf")
  ResponseEntity<byte[]> decisionPdf(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.pdf(decision(actor, key, unit), "quyet-dinh-to-kiem-tra");
  }

  private OfficialDocument notice(Actor actor, String key, String unit) {
    var part = visits.part(actor, key, unit);
    var papers = papers(part);
    return papers.notice(
        papers.team().visits().stream()
            .filter(visit -> visit.unit().unit().equals(part.unit().unit()))
            .findFirst()
            .orElseThrow());
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR, Role.CLERK, Role.HEAD})
  @GetMapping("/notice.docx")
  ResponseEntity<byte[]> noticeDocx(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.docx(notice(actor, key, unit), "thong-bao-kiem-tra-" + unit);
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR, Role.CLERK, Role.HEAD})
  @GetMapping("/notice.pdf")
  ResponseEntity<byte[]> noticePdf(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.pdf(notice(actor, key, unit), "thong-bao-kiem-tra-" + unit);
  }

  private OfficialDocument report(Actor actor, String key, String unit) {
    var part = visits.part(actor, key, unit);
    return new TeamReport(
            Committee.of(units), part.round(), rounds.criteria(part.round()), teams.of(part))
        .document();
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/report.docx")
  ResponseEntity<byte[]> reportDocx(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.docx(report(actor, key, unit), "bao-cao-ket-qua-kiem-tra");
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/report.pdf")
  ResponseEntity<byte[]> reportPdf(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    return PaperFile.pdf(report(actor, key, unit), "bao-cao-ket-qua-kiem-tra");
  }
}
