package thangdiem.orgunit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Performs;
import thangdiem.words.Sentence;

/** Adds, corrects, renames and moves one unit (thêm, sửa, đổi tên, chuyển đơn vị). */
@Controller
class UnitFormController {

  private static final String VIEW = "orgunit/form";
  private static final int UNPROCESSABLE = 422;
  private static final int MOST_OFFERED = 1_000;

  private final OrgUnits units;
  private final UnitChanges changes;

  UnitFormController(OrgUnits units, UnitChanges changes) {
    this.units = units;
    this.changes = changes;
  }

  @Performs(Act.UNIT_ADDED)
  @GetMapping("/units/new")
  String blank(@RequestParam(defaultValue = "tinh") String below, Model model) {
    var form = UnitForm.below(units.named(below));
    show(model, UnitStep.ADD, Optional.empty(), form, Map.of(), List.of());
    return VIEW;
  }

  @Performs(Act.UNIT_ADDED)
  @PostMapping("/units")
  String add(
      Actor actor,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    var form = new UnitForm(Map.of()).with(typed, UnitStep.ADD.fields());
    try {
      return "redirect:/units/" + changes.add(actor, form).code();
    } catch (WrongInput input) {
      response.setStatus(UNPROCESSABLE);
      show(model, UnitStep.ADD, Optional.empty(), form, input.wrong(), List.of());
      return VIEW;
    }
  }

  @Performs(Act.UNIT_CHANGED)
  @GetMapping("/units/{code}/change")
  String correct(@PathVariable String code, Model model) {
    return show(code, UnitStep.CORRECT, model);
  }

  @Performs(Act.UNIT_CHANGED)
  @PostMapping("/units/{code}/change")
  String setCorrected(
      Actor actor,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    return change(actor, code, UnitStep.CORRECT, Act.UNIT_CHANGED, typed, model, response);
  }

  @Performs(Act.UNIT_RENAMED)
  @GetMapping("/units/{code}/name")
  String rename(@PathVariable String code, Model model) {
    return show(code, UnitStep.RENAME, model);
  }

  @Performs(Act.UNIT_RENAMED)
  @PostMapping("/units/{code}/name")
  String setName(
      Actor actor,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    return change(actor, code, UnitStep.RENAME, Act.UNIT_RENAMED, typed, model, response);
  }

  @Performs(Act.UNIT_CHANGED)
  @GetMapping("/units/{code}/parent")
  String move(@PathVariable String code, Model model) {
    return show(code, UnitStep.MOVE, model);
  }

  @Performs(Act.UNIT_CHANGED)
  @PostMapping("/units/{code}/parent")
  String setParent(
      Actor actor,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    return change(actor, code, UnitStep.MOVE, Act.UNIT_CHANGED, typed, model, response);
  }

  private String show(String code, UnitStep step, Model model) {
    var unit = units.named(code);
    var form = UnitForm.of(unit, units.register().index());
    show(model, step, Optional.of(unit), form, Map.of(), List.of());
    return VIEW;
  }

  private String change(
      Actor actor,
      String code,
      UnitStep step,
      Act act,
      Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    var unit = units.named(code);
    var form = UnitForm.of(unit, units.register().index()).with(typed, step.fields());
    try {
      if (step.dated() && form.text(UnitField.SINCE).isEmpty()) {
        throw WrongInput.of(
            Map.of(UnitField.SINCE, Sentence.of("unit.wrong.day", form.text(UnitField.SINCE))));
      }
      changes.change(actor, act, code, form);
      return "redirect:/units/" + code;
    } catch (WrongInput input) {
      response.setStatus(input.isStale() ? HttpServletResponse.SC_CONFLICT : UNPROCESSABLE);
      var now = units.named(code);
      // Sent again, the form says that it has seen what is there now.
      var again =
          input.isStale() ? form.with(UnitField.VERSION, Integer.toString(now.version())) : form;
      show(model, step, Optional.of(now), again, input.wrong(), input.clashes());
      return VIEW;
    }
  }

  private void show(
      Model model,
      UnitStep step,
      Optional<OrgUnit> unit,
      UnitForm form,
      Map<String, Sentence> wrong,
      List<UnitChange.Field> clashes) {
    var register = units.register();
    var parents = new LinkedHashMap<String, String>();
    register.index().all().stream()
        .filter(one -> one.kind() != OrgUnit.Kind.COMMUNE && one.existsOn(register.today()))
        .limit(MOST_OFFERED)
        .forEach(one -> parents.put(one.code(), one.name()));
    model.addAttribute(
        "form", new UnitFormPage(step, unit, form, wrong, clashes, register.labels(), parents));
  }
}
