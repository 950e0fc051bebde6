package thangdiem.submission;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;

/** Shows a unit what it could still win (điểm còn có thể thêm). */
@Controller
class AdviceController {

  private final Assessments assessments;
  private final AdvicePages pages;

  AdviceController(Assessments assessments, AdvicePages pages) {
    this.assessments = assessments;
    this.pages = pages;
  }

  @MayOpen({Role.CLERK, Role.HEAD})
  @GetMapping("/rounds/{key}/assessments/{unit}/advice")
  String advice(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    model.addAttribute("advice", pages.of(assessments.of(actor, key, unit)));
    return "submission/advice";
  }
}
