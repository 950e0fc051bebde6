package thangdiem.submission;

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

/** Gives sections to colleagues, and shows each what is theirs (giao việc, việc của tôi). */
@Controller
class AssignmentController {

  private final Assessments assessments;
  private final Assignments assignments;
  private final AssignmentPages pages;

  AssignmentController(Assessments assessments, Assignments assignments, AssignmentPages pages) {
    this.assessments = assessments;
    this.assignments = assignments;
    this.pages = pages;
  }

  @MayOpen({Role.CLERK, Role.HEAD})
  @GetMapping("/rounds/{key}/assessments/{unit}/people")
  String all(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    model.addAttribute("assignments", pages.of(assessments.of(actor, key, unit)));
    return "submission/assignments";
  }

  @MayOpen({Role.CLERK, Role.HEAD})
  @GetMapping("/rounds/{key}/assessments/{unit}/mine")
  String mine(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    model.addAttribute("mine", pages.mine(assessments.of(actor, key, unit)));
    return "submission/mine";
  }

  @Performs(Act.SECTION_ASSIGNED)
  @PostMapping("/rounds/{key}/assessments/{unit}/sections/{section}/assignment")
  String give(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String section,
      @RequestParam(defaultValue = "") String login) {
    var assessment = assessments.toFill(actor, key, unit);
    assignments.give(actor, assessment, section, login);
    return "redirect:" + assessment.path() + "/people";
  }

  @Performs(Act.SECTION_UNASSIGNED)
  @PostMapping("/rounds/{key}/assessments/{unit}/sections/{section}/assignment/withdrawn")
  String takeBack(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String section) {
    var assessment = assessments.toFill(actor, key, unit);
    assignments.takeBack(actor, assessment, section);
    return "redirect:" + assessment.path() + "/people";
  }
}
