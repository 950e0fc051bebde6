package thangdiem.report;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;
import thangdiem.round.Rounds;

/** The chairman's page: the round at one glance (toàn cảnh). */
@Controller
class ChairmanController {

  private final Rounds rounds;
  private final ChairmanPages pages;

  ChairmanController(Rounds rounds, ChairmanPages pages) {
    this.rounds = rounds;
    this.pages = pages;
  }

  @MayOpen({Role.CHAIRMAN, Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/chairman")
  String show(Actor actor, @PathVariable String key, Model model) {
    model.addAttribute("glance", pages.of(actor, rounds.named(key)));
    return "report/chairman";
  }
}
