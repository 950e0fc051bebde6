package thangdiem.round;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Subject;

/** Nudges to those who have not sent their report, and their being put away (lời nhắc). */
@Controller
class NudgeController {

  private final Rounds rounds;
  private final Nudges nudges;
  private final NudgeTable table;
  private final Acts acts;

  NudgeController(Rounds rounds, Nudges nudges, NudgeTable table, Acts acts) {
    this.rounds = rounds;
    this.nudges = nudges;
    this.table = table;
    this.acts = acts;
  }

  /** Nudges one unit, or without one all that were not nudged today. */
  @Performs(Act.NUDGED)
  @PostMapping("/rounds/{key}/nudges")
  String nudge(
      Actor actor,
      @PathVariable String key,
      @RequestParam(name = "unit", defaultValue = "") List<String> units) {
    nudges.send(actor, rounds.named(key), units);
    return "redirect:/rounds/" + key;
  }

  /** Sends again by e-mail what the mail server did not take. */
  @Performs(Act.NUDGES_MAILED_AGAIN)
  @PostMapping("/rounds/{key}/nudges/mail")
  String mailAgain(Actor actor, @PathVariable String key) {
    nudges.mailAgain(actor, rounds.named(key));
    return "redirect:/rounds/" + key;
  }

  @Performs(Act.NUDGE_SEEN)
  @PostMapping("/nudges/{id}/seen")
  String seen(Actor actor, @PathVariable UUID id) {
    return "redirect:/rounds/"
        + acts.perform(
            actor,
            Act.NUDGE_SEEN,
            Subject.PROVINCE,
            event -> {
              event.with("nudge", id);
              return table.seen(id, actor.account()).orElseThrow(() -> new NotFound("nudge " + id));
            });
  }
}
