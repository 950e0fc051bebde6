package thangdiem.submission;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Performs;

/** Says that something does not apply to the unit, or that it does after all (không áp dụng). */
@Controller
class ClaimController {

  private final Assessments assessments;
  private final Claims claims;

  ClaimController(Assessments assessments, Claims claims) {
    this.assessments = assessments;
    this.claims = claims;
  }

  @Performs(Act.NOT_APPLICABLE_CLAIMED)
  @PostMapping("/rounds/{key}/assessments/{unit}/claims")
  String claim(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") List<String> code,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String section) {
    var assessment = assessments.toFill(actor, key, unit);
    claims.claim(actor, assessment, code, reason);
    return back(assessment, section);
  }

  @Performs(Act.NOT_APPLICABLE_WITHDRAWN)
  @PostMapping("/rounds/{key}/assessments/{unit}/claims/withdrawn")
  String withdraw(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String section) {
    var assessment = assessments.toFill(actor, key, unit);
    claims.withdraw(actor, assessment, code);
    return back(assessment, section);
  }

  private static String back(Assessment assessment, String section) {
    return "redirect:"
        + assessment.path()
        + (assessment.set().scoredBelow(section).isEmpty() ? "" : "/sections/" + section);
  }
}
