package thangdiem.round;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.MayOpen;

/** The criteria of a round and the facts that they ask for, for everybody who is signed in. */
@Controller
class CriteriaController {

  private final Rounds rounds;

  CriteriaController(Rounds rounds) {
    this.rounds = rounds;
  }

  @MayOpen
  @GetMapping("/rounds/{key}/criteria")
  String show(@PathVariable String key, Model model) {
    var round = rounds.named(key);
    model.addAttribute("criteria", CriteriaPage.of(round, rounds.criteria(round)));
    return "round/criteria";
  }
}
