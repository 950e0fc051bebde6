package thangdiem.orgunit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;

/** Takes over the units that a decision lists (lấy đơn vị từ bộ tiêu chí), after a preview. */
@Controller
class TakingOverController {

  private final CriteriaFolder criteria;
  private final OrgUnits units;
  private final UnitPlans plans;

  TakingOverController(CriteriaFolder criteria, OrgUnits units, UnitPlans plans) {
    this.criteria = criteria;
    this.units = units;
    this.plans = plans;
  }

  @Performs(Act.UNITS_IMPORTED)
  @GetMapping("/units/taking-over")
  String preview(@RequestParam(name = "criteria", defaultValue = "") String name, Model model) {
    var names = criteria.names();
    show(name.isEmpty() ? names.getFirst() : name, false, model);
    return "orgunit/taking-over";
  }

  @Performs(Act.UNITS_IMPORTED)
  @PostMapping("/units/taking-over")
  String confirm(
      Actor actor,
      @RequestParam(name = "criteria") String name,
      @RequestParam String plan,
      Model model,
      HttpServletResponse response) {
    try {
      plans.takesOver(actor, criteria.set(name), plan);
      return "redirect:/units";
    } catch (Refusal moved) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      show(name, true, model);
      return "orgunit/taking-over";
    }
  }

  private void show(String name, boolean moved, Model model) {
    var set = criteria.set(name);
    var register = units.register();
    var plan = CriteriaUnits.plan(set, register);
    var groups =
        set.groups().stream()
            .map(group ->
                new RankingGroup(group.id(), group.name(), group.shortName(), 0, group.ranked()))
            .toList();
    var after =
        new UnitRegister(register.index(), groups, register.history(), register.today())
            .with(plan.added());
    model.addAttribute(
        "preview",
        new UnitPlanPage(
            name,
            Optional.of(plan),
            UnitPlans.digest(plan, register),
            "",
            List.of(),
            after.labels(),
            after.names(),
            moved,
            criteria.names()));
  }
}
