package thangdiem.deduction;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;

/** The deductions of a round, and how new ones are proposed (danh sách, đề xuất trừ điểm). */
@Controller
class DeductionsController {

  private final Rounds rounds;
  private final Deductions deductions;
  private final DeductionHearings hearings;
  private final Differences differences;
  private final Captures captures;
  private final Recusals recusals;
  private final Costs costs;

  DeductionsController(
      Rounds rounds,
      Deductions deductions,
      DeductionHearings hearings,
      Differences differences,
      Captures captures,
      Recusals recusals,
      Costs costs) {
    this.differences = differences;
    this.rounds = rounds;
    this.deductions = deductions;
    this.hearings = hearings;
    this.captures = captures;
    this.recusals = recusals;
    this.costs = costs;
  }

  @MayOpen({
    Role.ORGANISER,
    Role.VERIFIER,
    Role.INSPECTOR,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.AUDITOR
  })
  @GetMapping("/rounds/{key}/deductions")
  String all(Actor actor, @PathVariable String key, Model model) {
    var round = rounds.named(key);
    var cases = deductions.of(round, actor);
    model.addAttribute(
        "deductions",
        new DeductionsPage(
            round,
            cases,
            rounds.deductions(round),
            costs.seenBy(actor, round, cases),
            deductions.lateReports(round),
            maySeeDifferences(actor) ? differences.counting(round, cases) : List.of(),
            actor));
    return "deduction/list";
  }

  /** Not who verifies: a second verifier would see what the first has found. */
  private static boolean maySeeDifferences(Actor actor) {
    return Costs.mayKnow(actor) && !actor.isAny(Role.VERIFIER);
  }

  @Performs(Act.LATE_REPORTS_PROPOSED)
  @PostMapping("/rounds/{key}/deductions/late")
  String late(Actor actor, @PathVariable String key) {
    hearings.proposeLateReports(actor, rounds.named(key));
    return "redirect:/rounds/" + key + "/deductions";
  }

  @Performs(Act.DEDUCTION_PROPOSED)
  @GetMapping("/rounds/{key}/deductions/new")
  String form(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String criterion,
      Model model) {
    var round = open(key);
    return form(actor, round, ProposalForm.empty(unit, cause, criterion), Map.of(), model);
  }

  private Round open(String key) {
    var round = rounds.named(key);
    if (!HandlingTime.isOpen(round.phase())) {
      throw new Refusal("deduction.closed");
    }
    return round;
  }

  private String form(
      Actor actor, Round round, ProposalForm form, Map<String, Sentence> wrong, Model model) {
    var set = rounds.criteria(round);
    model.addAttribute(
        "proposal",
        new ProposalPage(
            round,
            set,
            recusals.free(actor, rounds.units(round)),
            Cause.BY_PEOPLE.stream()
                .filter(cause ->
                    set.deductions().stream().anyMatch(kind -> kind.kind().equals(cause.kind())))
                .toList(),
            form,
            wrong));
    return "deduction/new";
  }

  @Performs(Act.DEDUCTION_PROPOSED)
  @PostMapping("/rounds/{key}/deductions")
  String propose(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String criterion,
      @RequestParam(defaultValue = "") String article,
      @RequestParam(defaultValue = "") String articleOn,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    var round = open(key);
    var typed = new ProposalForm(unit, cause, criterion, article, articleOn, words);
    var units = rounds.units(round);
    var wrong =
        new LinkedHashMap<>(typed.mistakes(units, rounds.criteria(round), deductions.today()));
    Optional<Proposal.Shown> shown = Optional.empty();
    if (typed.chosen().equals(Optional.of(Cause.INCIDENT))) {
      try {
        shown = Optional.of(captures.of(file));
      } catch (Refusal refusal) {
        wrong.put("file", refusal.sentence());
      }
    }
    if (wrong.isEmpty() && typed.chosen().equals(Optional.of(Cause.WRONG_FIGURES))) {
      differences
          .of(round, typed.unitOf(units).orElseThrow(), criterion)
          .flatMap(Difference::objection)
          .ifPresent(why -> wrong.put("criterion", why));
    }
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(actor, round, typed, wrong, model);
    }
    var id =
        hearings.propose(actor, round, typed.unitOf(units).orElseThrow(), typed.proposal(shown));
    return "redirect:/rounds/" + key + "/deductions/" + id;
  }
}
