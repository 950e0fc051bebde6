package thangdiem.round;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.words.VietnamTime;

/** More time for one unit, seen by all (gia hạn). */
@Controller
class ExtensionController {

  private static final int LONGEST = 500;

  private final Rounds rounds;

  ExtensionController(Rounds rounds) {
    this.rounds = rounds;
  }

  @Performs(Act.EXTENSION_GRANTED)
  @PostMapping("/rounds/{key}/extensions")
  String extend(
      Actor actor,
      @PathVariable String key,
      @RequestParam String unit,
      @RequestParam String until,
      @RequestParam String reason,
      @RequestParam String document) {
    var round = rounds.named(key);
    var found =
        rounds.units(round).stream()
            .filter(candidate -> candidate.code().equals(unit))
            .findFirst()
            .orElseThrow(() -> new NotFound("unit " + unit));
    var instant = VietnamTime.read(until).orElseThrow(() -> new Refusal("calendar.form", until));
    if (reason.isBlank() || document.isBlank()) {
      throw new Refusal("extension.reason");
    }
    if (reason.length() > LONGEST || document.length() > LONGEST) {
      throw new Refusal("extension.long", LONGEST);
    }
    if (!instant.isAfter(
        Rounds.deadlineOf(found.unit(), rounds.calendar(round), rounds.extensions(round)))) {
      throw new Refusal("extension.earlier");
    }
    rounds.extend(actor, round, found, instant, reason.strip(), document.strip());
    return "redirect:/rounds/" + key + "#gia-han";
  }
}
