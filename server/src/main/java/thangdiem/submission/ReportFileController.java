package thangdiem.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import thangdiem.audit.Role;

/**
 * The report as the office files it (báo cáo tự đánh giá): on paper and as a workbook, as it was
 * sent or as a draft, under the head that the registry gives it.
 */
@Controller
class ReportFileController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Assessments assessments;
  private final Submissions submissions;
  private final ReportSheets sheets;
  private final Letters letters;

  ReportFileController(
      Assessments assessments, Submissions submissions, ReportSheets sheets, Letters letters) {
    this.assessments = assessments;
    this.submissions = submissions;
    this.sheets = sheets;
    this.letters = letters;
  }

  /** The page on which number, place and post are given, and the draft is downloaded. */
  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/draft")
  String draft(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    var assessment = assessments.of(actor, key, unit);
    return show(model, assessment, letters.of(assessment), List.of());
  }

  @Performs(Act.REPORT_LETTER_SET)
  @PostMapping("/rounds/{key}/assessments/{unit}/letter")
  String head(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String post,
      Model model,
      HttpServletResponse response) {
    var assessment = assessments.of(actor, key, unit);
    var typed = LetterHead.typed(number, place, post);
    if (!typed.tooLong().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, assessment, typed, typed.tooLong());
    }
    letters.set(actor, assessment, typed);
    return "redirect:" + assessment.path() + "/draft";
  }

  private String show(Model model, Assessment assessment, LetterHead head, List<String> wrong) {
    var page =
        new ReportPage(
            assessment, submissions.standing(assessment), head, letters.addressee(), wrong);
    model.addAttribute("printing", page);
    return "submission/draft";
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/draft.pdf")
  ResponseEntity<byte[]> draftOnPaper(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    var assessment = assessments.of(actor, key, unit);
    return file(assessment, "du-thao-", "pdf", sheets.draft(assessment).pdf());
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/draft.xlsx")
  ResponseEntity<byte[]> draftAsWorkbook(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    var assessment = assessments.of(actor, key, unit);
    return file(assessment, "du-thao-", "xlsx", sheets.draft(assessment).xlsx());
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/reports/{version}/report.pdf")
  ResponseEntity<byte[]> onPaper(
      Actor actor, @PathVariable String key, @PathVariable String unit, @PathVariable int version) {
    var assessment = assessments.of(actor, key, unit);
    var report = submissions.of(assessment, version);
    return file(assessment, "bao-cao-", "pdf", sheets.sent(assessment, report).pdf());
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/reports/{version}/report.xlsx")
  ResponseEntity<byte[]> asWorkbook(
      Actor actor, @PathVariable String key, @PathVariable String unit, @PathVariable int version) {
    var assessment = assessments.of(actor, key, unit);
    var report = submissions.of(assessment, version);
    return file(assessment, "bao-cao-", "xlsx", sheets.sent(assessment, report).xlsx());
  }

  private static ResponseEntity<byte[]> file(
      Assessment assessment, String kind, String ending, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(ending.equals("pdf") ? MediaType.APPLICATION_PDF : XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(
                    kind + assessment.unit().code() + "-" + assessment.round().key() + "." + ending)
                .build()
                .toString())
        .body(bytes);
  }
}
