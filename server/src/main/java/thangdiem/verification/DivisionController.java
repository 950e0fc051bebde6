package thangdiem.verification;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/** How far the verification of a round is, and who does what (tiến độ, phân công thẩm định). */
@Controller
class DivisionController {

  private final Rounds rounds;
  private final OverviewPages pages;
  private final Divisions divisions;

  DivisionController(Rounds rounds, OverviewPages pages, Divisions divisions) {
    this.rounds = rounds;
    this.pages = pages;
    this.divisions = divisions;
  }

  @MayOpen({
    Role.VERIFIER,
    Role.ORGANISER,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.AUDITOR
  })
  @GetMapping("/rounds/{key}/verification")
  String overview(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    var round = rounds.named(key);
    if (round.phase() == Phase.DRAFT) {
      throw new Refusal("verify.notYet");
    }
    model.addAttribute("overview", pages.of(actor, round, words, page));
    return "verification/overview";
  }

  /** Gives sections of units to a verifier. */
  @Performs(Act.VERIFICATION_DIVIDED)
  @PostMapping("/rounds/{key}/verification/tasks")
  String give(
      Actor actor,
      @PathVariable String key,
      @RequestParam UUID account,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String section,
      @RequestParam(defaultValue = "1") int place) {
    var round = dividing(key);
    if (place != Finding.FIRST && place != Finding.SECOND) {
      throw new NotFound("place " + place);
    }
    divisions.give(
        actor,
        round,
        account,
        unit.isEmpty() ? Set.of() : Set.of(unit),
        section.isEmpty() ? Set.of() : Set.of(section),
        place);
    return "redirect:/rounds/" + key + "/verification";
  }

  /** Shares everything out among all verifiers. */
  @Performs(Act.VERIFICATION_DIVIDED)
  @PostMapping("/rounds/{key}/verification/tasks/shared")
  String share(Actor actor, @PathVariable String key, @RequestParam Divisions.By by) {
    divisions.share(actor, dividing(key), by);
    return "redirect:/rounds/" + key + "/verification";
  }

  private Round dividing(String key) {
    var round = rounds.named(key);
    if (round.phase() != Phase.OPEN
        && round.phase() != Phase.VERIFYING
        && round.phase() != Phase.EXPLAINING) {
      throw new Refusal("verify.divide.closed");
    }
    return round;
  }
}
