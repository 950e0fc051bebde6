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

/** One fact, its history, and what is said about it (một số liệu và trao đổi). */
@Controller
class FactPageController {

  private final Assessments assessments;
  private final FactPages pages;
  private final Remarks remarks;

  FactPageController(Assessments assessments, FactPages pages, Remarks remarks) {
    this.assessments = assessments;
    this.pages = pages;
    this.remarks = remarks;
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/facts/{fact}")
  String one(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String fact,
      Model model) {
    model.addAttribute("fact", pages.of(assessments.of(actor, key, unit), fact));
    return "submission/fact";
  }

  @Performs(Act.FACT_COMMENTED)
  @PostMapping("/rounds/{key}/assessments/{unit}/facts/{fact}/comments")
  String say(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String fact,
      @RequestParam(defaultValue = "") String words) {
    var assessment = assessments.of(actor, key, unit);
    Facts.definition(assessment, fact);
    remarks.say(actor, assessment, fact, words);
    return "redirect:" + assessment.path() + "/facts/" + fact + "#trao-doi";
  }

  @Performs(Act.MENTION_SEEN)
  @PostMapping("/rounds/{key}/assessments/{unit}/facts/{fact}/seen")
  String seen(
      Actor actor, @PathVariable String key, @PathVariable String unit, @PathVariable String fact) {
    var assessment = assessments.of(actor, key, unit);
    Facts.definition(assessment, fact);
    remarks.seen(actor, assessment, fact);
    return "redirect:" + assessment.path() + "/facts/" + fact + "#trao-doi";
  }
}
