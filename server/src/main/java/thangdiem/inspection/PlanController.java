package thangdiem.inspection;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Performs;

/** The plan of a visit, which is also the notice to the unit (kế hoạch, thông báo kiểm tra). */
@Controller
class PlanController {

  private static final String VIEW = "inspection/plan";

  private final Visits visits;
  private final Plans plans;

  PlanController(Visits visits, Plans plans) {
    this.visits = visits;
    this.plans = plans;
  }

  @Performs(Act.INSPECTION_PLANNED)
  @GetMapping("/rounds/{key}/inspections/{unit}/plan")
  String form(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    var part = visits.part(actor, key, unit);
    model.addAttribute("plan", plans.page(part, Optional.empty(), Map.of()));
    return VIEW;
  }

  @Performs(Act.INSPECTION_PLANNED)
  @PostMapping("/rounds/{key}/inspections/{unit}/plan")
  String plan(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String starts,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String leader,
      @RequestParam(defaultValue = "") String secretary,
      @RequestParam(defaultValue = "") List<String> member,
      @RequestParam(defaultValue = "") List<String> fact,
      @RequestParam(defaultValue = "0") int version,
      Model model,
      HttpServletResponse response) {
    var part = visits.part(actor, key, unit);
    Proposals.requireTime(part.round());
    var form = PlanForm.of(starts, place, decision, leader, secretary, member, fact, version);
    var wrong = plans.mistakes(part, form);
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("plan", plans.page(part, Optional.of(form), wrong));
      return VIEW;
    }
    plans.plan(actor, part, form);
    return "redirect:/rounds/" + part.round().key() + "/inspections/" + part.unit().code();
  }
}
