package thangdiem.inspection;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;

/** Whom to inspect: the draw, and what people decide (chọn đơn vị kiểm tra). */
@Controller
class InspectionsController {

  private static final String VIEW = "inspection/inspections";

  private final Rounds rounds;
  private final Visits visits;
  private final Proposals proposals;
  private final PlanTable plans;

  InspectionsController(Rounds rounds, Visits visits, Proposals proposals, PlanTable plans) {
    this.rounds = rounds;
    this.visits = visits;
    this.proposals = proposals;
    this.plans = plans;
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/inspections")
  String list(Actor actor, @PathVariable String key, Model model) {
    show(actor, rounds.named(key), InspectionsPage.Typed.NOTHING, model);
    return VIEW;
  }

  private void show(Actor actor, Round round, InspectionsPage.Typed typed, Model model) {
    model.addAttribute(
        "inspections",
        InspectionsPage.of(
            round,
            proposals.draws(round),
            proposals.choices(round),
            plans.planned(round.id()),
            rounds.units(round),
            actor.isAny(Role.ORGANISER),
            typed));
  }

  @Performs(Act.INSPECTION_DRAWN)
  @PostMapping("/rounds/{key}/inspections/draws")
  String draw(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String seed,
      @RequestParam(defaultValue = "") String size,
      Model model,
      HttpServletResponse response) {
    var round = rounds.named(key);
    var wrong = new LinkedHashMap<String, Sentence>();
    var number = size.strip();
    if (!number.matches("[1-9][0-9]{0,2}") || Integer.parseInt(number) > Proposals.LARGEST) {
      wrong.put("size", Sentence.of("inspection.wrong.size", Proposals.LARGEST));
    }
    if (seed.length() > Proposals.LONGEST_SEED) {
      wrong.put("seed", Sentence.of("inspection.wrong.seed", Proposals.LONGEST_SEED));
    }
    if (!wrong.isEmpty()) {
      Proposals.requireTime(round);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      show(actor, round, new InspectionsPage.Typed(seed, size, "", "", wrong), model);
      return VIEW;
    }
    proposals.draw(actor, round, seed.strip(), Integer.parseInt(number));
    return "redirect:/rounds/" + round.key() + "/inspections";
  }

  @Performs(Act.INSPECTION_CHOSEN)
  @PostMapping("/rounds/{key}/inspections/{unit}/choices")
  String choose(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "false") boolean chosen,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response) {
    var part = visits.part(actor, key, unit);
    var why = Visits.plain(words);
    var given = reason(reason);
    if (given.isEmpty() || why.isEmpty() || why.length() > Proposals.LONGEST_WORDS) {
      Proposals.requireTime(part.round());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      var wrong = Map.of("words", Sentence.of("inspection.wrong.words", Proposals.LONGEST_WORDS));
      show(
          actor,
          part.round(),
          new InspectionsPage.Typed("", "5", part.unit().code(), words, wrong),
          model);
      return VIEW;
    }
    proposals.choose(actor, part.round(), part.unit(), chosen, given.get(), why);
    return "redirect:/rounds/" + part.round().key() + "/inspections#u-" + part.unit().code();
  }

  private static Optional<Reason> reason(String name) {
    return Arrays.stream(Reason.values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
