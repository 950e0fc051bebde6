package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
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
import thangdiem.words.Sentence;

/** The last look at a draft, and a round's steps from phase to phase (mở đợt, chuyển giai đoạn). */
@Controller
class PhaseController {

  private final SetupFrames frames;
  private final Rounds rounds;
  private final DeductionTable deductions;

  PhaseController(SetupFrames frames, Rounds rounds, DeductionTable deductions) {
    this.frames = frames;
    this.rounds = rounds;
    this.deductions = deductions;
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/open")
  String lookOver(@PathVariable String key, Model model) {
    return page(frames.of(key, "open"), model);
  }

  private String page(SetupPage.Frame frame, Model model) {
    var round = frame.round();
    model.addAttribute(
        "setup",
        new SetupPage.Open(
            frame,
            rounds.criteria(round),
            rounds.units(round),
            rounds.calendar(round),
            deductions.amounts(round.id())));
    return "round/setup-open";
  }

  /** Takes a step; opening is refused with everything that is missing. */
  @Performs(Act.ROUND_PHASE_CHANGED)
  @PostMapping("/rounds/{key}/phase")
  String move(
      Actor actor,
      @PathVariable String key,
      @RequestParam Phase to,
      HttpServletResponse response,
      Model model) {
    var frame = frames.of(key, "open");
    if (to == Phase.OPEN && !frame.frozen() && !frame.missing().isEmpty()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return page(frame.refusing(Sentence.of("setup.open.refused", frame.missing().size())), model);
    }
    rounds.moveTo(actor, frame.round(), to);
    return "redirect:/rounds/" + key;
  }
}
