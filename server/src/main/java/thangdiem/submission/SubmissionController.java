package thangdiem.submission;

import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Receipts;
import thangdiem.audit.Role;

/** From the clerk to the head, and from the head to the organiser (trình, ký, gửi). */
@Controller
class SubmissionController {

  private final Assessments assessments;
  private final SigningPages pages;
  private final Handovers handovers;
  private final Submissions submissions;
  private final Receipts receipts;

  SubmissionController(
      Assessments assessments,
      SigningPages pages,
      Handovers handovers,
      Submissions submissions,
      Receipts receipts) {
    this.assessments = assessments;
    this.pages = pages;
    this.handovers = handovers;
    this.submissions = submissions;
    this.receipts = receipts;
  }

  @Performs(Act.REPORT_HANDED_OVER)
  @PostMapping("/rounds/{key}/assessments/{unit}/handover")
  String handOver(Actor actor, @PathVariable String key, @PathVariable String unit) {
    var assessment = assessments.toFill(actor, key, unit);
    handovers.toHead(actor, assessment);
    return "redirect:" + assessment.path() + "/signing";
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/signing")
  String signing(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    model.addAttribute("signing", pages.of(assessments.of(actor, key, unit)));
    return "submission/signing";
  }

  @Performs(Act.REPORT_RETURNED)
  @PostMapping("/rounds/{key}/assessments/{unit}/returned")
  String giveBack(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String words) {
    var assessment = assessments.toFill(actor, key, unit);
    handovers.giveBack(actor, assessment, words);
    return "redirect:" + assessment.path() + "/signing";
  }

  @Performs(Act.REPORT_SUBMITTED)
  @PostMapping("/rounds/{key}/assessments/{unit}/reports")
  String submit(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam UUID request,
      @RequestParam(defaultValue = "") String sha256) {
    var assessment = assessments.of(actor, key, unit);
    int version = submissions.submit(actor, assessment, request, sha256);
    return "redirect:" + assessment.path() + "/reports/" + version;
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/reports/{version}")
  String report(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable int version,
      Model model) {
    var assessment = assessments.of(actor, key, unit);
    model.addAttribute("assessment", assessment);
    model.addAttribute("report", submissions.of(assessment, version));
    return "submission/report";
  }

  /** Leads to the receipt, whose address is what its holder gives to others. */
  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/reports/{version}/receipt")
  String receipt(
      Actor actor, @PathVariable String key, @PathVariable String unit, @PathVariable int version) {
    var report = submissions.of(assessments.of(actor, key, unit), version);
    return "redirect:/receipt/" + receipts.code(report.event());
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/reports/{version}/answers.json")
  ResponseEntity<byte[]> answers(
      Actor actor, @PathVariable String key, @PathVariable String unit, @PathVariable int version) {
    var assessment = assessments.of(actor, key, unit);
    var report = submissions.of(assessment, version);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(assessment.unit().code() + "-" + key + "-" + version + ".json")
                .build()
                .toString())
        .body(submissions.answers(report));
  }

  @Performs(Act.REPORT_TAKEN_BACK)
  @PostMapping("/rounds/{key}/assessments/{unit}/reports/{version}/taken-back")
  String takeBack(
      Actor actor, @PathVariable String key, @PathVariable String unit, @PathVariable int version) {
    var assessment = assessments.of(actor, key, unit);
    submissions.takeBack(actor, assessment, version);
    return "redirect:" + assessment.path();
  }
}
