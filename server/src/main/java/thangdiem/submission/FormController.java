package thangdiem.submission;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;

/** The form in which a unit assesses itself, a section a page (bảng tự chấm). */
@Controller
class FormController {

  private final Assessments assessments;
  private final FormPages pages;

  FormController(Assessments assessments, FormPages pages) {
    this.assessments = assessments;
    this.pages = pages;
  }

  /** Where work goes on. */
  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}")
  String begin(Actor actor, @PathVariable String key, @PathVariable String unit) {
    var assessment = assessments.of(actor, key, unit);
    return "redirect:" + assessment.path() + "/sections/" + pages.next(assessment);
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/sections/{section}")
  String section(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String section,
      Model model) {
    var assessment = assessments.of(actor, key, unit);
    model.addAttribute("form", pages.of(assessment, section, Optional.empty()));
    return "submission/form";
  }
}
