package thangdiem.deduction;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.criteria.DeductionKind;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;

/** One deduction: its trail, and the steps that judge (thông báo, quyết định, rút, huỷ). */
@Controller
@RequestMapping("/rounds/{key}/deductions/{id}")
class DeductionController {

  private static final List<Ground> DECISION = Ground.of(Step.Kind.UPHELD, Step.Kind.DISMISSED);
  private static final List<Ground> WITHDRAWAL = Ground.of(Step.Kind.WITHDRAWN);
  private static final List<Ground> ANNULMENT = Ground.of(Step.Kind.ANNULLED);
  private static final int MOST_DAYS = 30;

  private final Rounds rounds;
  private final Deductions deductions;
  private final DeductionHearings hearings;
  private final DeductionDecisions decisions;
  private final Costs costs;
  private final Differences differences;

  DeductionController(
      Rounds rounds,
      Deductions deductions,
      DeductionHearings hearings,
      DeductionDecisions decisions,
      Costs costs,
      Differences differences) {
    this.differences = differences;
    this.rounds = rounds;
    this.deductions = deductions;
    this.hearings = hearings;
    this.decisions = decisions;
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
  @GetMapping
  String one(Actor actor, @PathVariable String key, @PathVariable UUID id, Model model) {
    return show(actor, rounds.named(key), id, "", Map.of(), Map.of(), model);
  }

  private String show(
      Actor actor,
      Round round,
      UUID id,
      String form,
      Map<String, String> typed,
      Map<String, Sentence> wrong,
      Model model) {
    var one = deductions.one(round, id, actor);
    var all = deductions.of(round, actor);
    var official =
        rounds.criteria(round).deductions().stream()
            .filter(kind -> kind.kind().equals(one.cause().kind()))
            .map(DeductionKind::name)
            .findFirst()
            .orElse("");
    model.addAttribute(
        "deduction",
        new CasePage(
            round,
            one,
            official,
            Optional.ofNullable(costs.seenBy(actor, round, all).get(id)),
            one.cause() == Cause.WRONG_FIGURES && Costs.mayKnow(actor)
                ? rounds.units(round).stream()
                    .filter(unit -> unit.unit().equals(one.unit()))
                    .findFirst()
                    .flatMap(unit -> differences.of(round, unit, one.occasion()))
                : Optional.empty(),
            deductions.today(),
            actor,
            form,
            typed,
            wrong));
    return "deduction/case";
  }

  private String again(
      Actor actor,
      Round round,
      UUID id,
      String form,
      Map<String, String> typed,
      Map<String, Sentence> wrong,
      HttpServletResponse response,
      Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(actor, round, id, form, typed, wrong, model);
  }

  /** The file that shows the incident. */
  @MayOpen({
    Role.ORGANISER,
    Role.VERIFIER,
    Role.INSPECTOR,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.AUDITOR
  })
  @GetMapping("/capture")
  ResponseEntity<byte[]> capture(Actor actor, @PathVariable String key, @PathVariable UUID id) {
    var capture =
        deductions
            .one(rounds.named(key), id, actor)
            .capture()
            .orElseThrow(() -> new NotFound("capture of " + id));
    return CaptureFile.of(capture, deductions.bytes(capture));
  }

  @Performs(Act.DEDUCTION_NOTIFIED)
  @PostMapping("/notice")
  String notice(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    var round = rounds.named(key);
    var typed = Map.of("days", days, "words", words);
    var number = days.strip().matches("\\d{1,2}") ? Integer.parseInt(days.strip()) : 0;
    if (number < 1 || number > MOST_DAYS) {
      var wrong = Map.of("days", Sentence.of("deduction.wrong.days", MOST_DAYS));
      return again(actor, round, id, "notice", typed, wrong, response, model);
    }
    var tooLong = TypedWords.tooLong(words);
    if (tooLong.isPresent()) {
      var wrong = Map.of("words", tooLong.get());
      return again(actor, round, id, "notice", typed, wrong, response, model);
    }
    hearings.notifyUnit(actor, round, id, number, words.strip());
    return back(key, id);
  }

  private static String back(String key, UUID id) {
    return "redirect:/rounds/" + key + "/deductions/" + id;
  }

  @Performs(Act.DEDUCTION_DECIDED)
  @PostMapping("/decision")
  String decide(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "") String documentOn,
      HttpServletResponse response,
      Model model) {
    var round = rounds.named(key);
    var form = new EndingForm(ground, words, document, documentOn);
    var wrong = form.mistakes(DECISION, true, deductions.today());
    if (!wrong.isEmpty()) {
      return again(actor, round, id, "decision", form.typed(), wrong, response, model);
    }
    decisions.decide(actor, round, id, form.ending(DECISION, true));
    return back(key, id);
  }

  @Performs(Act.DEDUCTION_WITHDRAWN)
  @PostMapping("/withdrawal")
  String withdraw(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    var round = rounds.named(key);
    var form = new EndingForm(ground, words, "", "");
    var wrong = form.mistakes(WITHDRAWAL, false, deductions.today());
    if (!wrong.isEmpty()) {
      return again(actor, round, id, "withdrawal", form.typed(), wrong, response, model);
    }
    decisions.withdraw(actor, round, id, form.ending(WITHDRAWAL, false));
    return back(key, id);
  }

  @Performs(Act.DEDUCTION_ANNULLED)
  @PostMapping("/annulment")
  String annul(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "") String documentOn,
      HttpServletResponse response,
      Model model) {
    var round = rounds.named(key);
    var form = new EndingForm(ground, words, document, documentOn);
    var wrong = form.mistakes(ANNULMENT, true, deductions.today());
    if (!wrong.isEmpty()) {
      return again(actor, round, id, "annulment", form.typed(), wrong, response, model);
    }
    decisions.annul(actor, round, id, form.ending(ANNULMENT, true));
    return back(key, id);
  }
}
