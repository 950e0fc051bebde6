package thangdiem.orgunit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Ends a unit from a day, or merges others into it (chấm dứt, sáp nhập). */
@Controller
class UnitEndController {

  private static final int UNPROCESSABLE = 422;
  private static final int MOST_OFFERED = 1_000;
  private static final int MOST_PREDECESSORS = 50;

  private final OrgUnits units;
  private final UnitEndings endings;

  UnitEndController(OrgUnits units, UnitEndings endings) {
    this.units = units;
    this.endings = endings;
  }

  @Performs(Act.UNIT_ENDED)
  @GetMapping("/units/{code}/end")
  String end(@PathVariable String code, Model model) {
    return show(code, UnitEnding.EMPTY, Map.of(), model, "orgunit/end");
  }

  @Performs(Act.UNIT_ENDED)
  @PostMapping("/units/{code}/end")
  String setEnd(
      Actor actor,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    var ending = UnitEnding.typed(typed, List.of());
    try {
      endings.end(actor, units.named(code), ending);
      return "redirect:/units/" + code;
    } catch (WrongInput input) {
      response.setStatus(UNPROCESSABLE);
      return show(code, ending, input.wrong(), model, "orgunit/end");
    }
  }

  @Performs(Act.UNIT_ENDED)
  @GetMapping("/units/{code}/merge")
  String merge(@PathVariable String code, Model model) {
    return show(code, UnitEnding.EMPTY, Map.of(), model, "orgunit/merge");
  }

  @Performs({Act.UNIT_ENDED, Act.UNIT_CHANGED})
  @PostMapping("/units/{code}/merge")
  String setMerged(
      Actor actor,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "predecessor", defaultValue = "") List<String> predecessors,
      Model model,
      HttpServletResponse response) {
    var ending = UnitEnding.typed(typed, predecessors.stream().limit(MOST_PREDECESSORS).toList());
    try {
      endings.merge(actor, units.named(code), ending);
      return "redirect:/units/" + code;
    } catch (WrongInput input) {
      response.setStatus(UNPROCESSABLE);
      return show(code, ending, input.wrong(), model, "orgunit/merge");
    }
  }

  private String show(
      String code, UnitEnding ending, Map<String, Sentence> wrong, Model model, String view) {
    var unit = units.named(code);
    var register = units.register();
    var offered = new LinkedHashMap<String, String>();
    register.index().all().stream()
        .filter(one ->
            one.kind() != OrgUnit.Kind.PROVINCE
                && !one.id().equals(unit.id())
                && one.existsOn(register.today()))
        .limit(MOST_OFFERED)
        .forEach(one -> offered.put(one.code(), one.name()));
    long below =
        register.index().allBelow(unit.id()).stream()
            .filter(one -> one.existsOn(register.today()))
            .count();
    model.addAttribute("end", new UnitEndPage(unit, ending, wrong, (int) below, offered));
    return view;
  }
}
