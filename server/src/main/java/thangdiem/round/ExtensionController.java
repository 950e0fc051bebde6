package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;

/** More time for one unit: proposed by one, confirmed by another, seen by all (gia hạn). */
@Controller
class ExtensionController {

  private final Rounds rounds;
  private final Extensions extensions;
  private final RoundsController pages;

  ExtensionController(Rounds rounds, Extensions extensions, RoundsController pages) {
    this.rounds = rounds;
    this.extensions = extensions;
    this.pages = pages;
  }

  @Performs(Act.EXTENSION_PROPOSED)
  @PostMapping("/rounds/{key}/extensions")
  String propose(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String document,
      HttpServletResponse response,
      Model model) {
    var round = rounds.named(key);
    if (!round.phase().takesAnswers()) {
      throw new Refusal("extension.notOpen");
    }
    var form = new ExtensionForm(unit, until.strip(), reason.strip(), document.strip());
    var found =
        rounds.units(round).stream().filter(candidate -> candidate.code().equals(unit)).findFirst();
    var mistakes = form.mistakes(found.map(known -> extensions.window(round, known.unit())));
    if (!mistakes.isEmpty()) {
      response.setStatus(SetupFrames.UNPROCESSABLE);
      return pages.board(actor, round, form, mistakes, model);
    }
    extensions.propose(
        actor,
        round,
        found.orElseThrow(),
        form.instant().orElseThrow(),
        form.reason(),
        form.document());
    return "redirect:/rounds/" + key + "#gia-han";
  }

  @Performs(Act.EXTENSION_GRANTED)
  @PostMapping("/rounds/{key}/extensions/{proposal}/confirm")
  String confirm(Actor actor, @PathVariable String key, @PathVariable UUID proposal) {
    extensions.confirm(actor, rounds.named(key), proposal);
    return "redirect:/rounds/" + key + "#gia-han";
  }

  @Performs(Act.EXTENSION_WITHDRAWN)
  @PostMapping("/rounds/{key}/extensions/{proposal}/withdraw")
  String withdraw(Actor actor, @PathVariable String key, @PathVariable UUID proposal) {
    extensions.withdraw(actor, rounds.named(key), proposal);
    return "redirect:/rounds/" + key + "#gia-han";
  }
}
