package thangdiem.round;

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
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;

/** The list of rounds, one round, and its way through the phases. */
@Controller
class RoundsController {

  private static final int EARLIEST = 2000;
  private static final int LATEST = 2100;

  private final Rounds rounds;
  private final RoundTable table;
  private final Board board;
  private final Editions editions;

  RoundsController(Rounds rounds, RoundTable table, Board board, Editions editions) {
    this.rounds = rounds;
    this.table = table;
    this.board = board;
    this.editions = editions;
  }

  @MayOpen
  @GetMapping("/rounds")
  String all(Actor actor, Model model) {
    var all = rounds.all();
    var now = table.now();
    model.addAttribute(
        "rounds",
        new RoundsPage(
            all.stream()
                .map(round -> new RoundsPage.Line(round, table.calendar(round.id())))
                .toList(),
            table.nudgesOf(actor.account()),
            actor.isAny(Role.ORGANISER),
            editions.names(),
            now));
    return "round/rounds";
  }

  @Performs(Act.ROUND_DRAFTED)
  @PostMapping("/rounds")
  String draft(
      Actor actor,
      @RequestParam int year,
      @RequestParam String edition,
      @RequestParam(defaultValue = "false") boolean rehearsal) {
    if (year < EARLIEST || year > LATEST) {
      throw new Refusal("round.year", EARLIEST, LATEST);
    }
    if (!editions.names().contains(edition)) {
      throw new Refusal("round.noEdition", edition);
    }
    var round = rounds.draft(actor, year, rehearsal, editions.named(edition));
    return "redirect:/rounds/" + round.key() + "/setup/criteria";
  }

  /** The board for who runs or watches the round, its rules and days for everybody else. */
  @MayOpen
  @GetMapping("/rounds/{key}")
  String one(Actor actor, @PathVariable String key, Model model) {
    var round = rounds.named(key);
    if (actor.isAny(Role.ORGANISER, Role.ADMINISTRATOR, Role.AUDITOR)) {
      model.addAttribute("board", board.of(round));
      model.addAttribute("organiser", actor.isAny(Role.ORGANISER));
      return "round/board";
    }
    var criteria = rounds.criteria(round);
    model.addAttribute(
        "overview",
        new OverviewPage(
            round,
            criteria,
            table.calendar(round.id()),
            table.deductions(round.id()),
            table.extensions(round.id()),
            table.units(round.id()).size(),
            table.now()));
    return "round/overview";
  }

  @Performs(Act.ROUND_PHASE_CHANGED)
  @PostMapping("/rounds/{key}/phase")
  String move(Actor actor, @PathVariable String key, @RequestParam Phase to) {
    rounds.moveTo(actor, rounds.named(key), to);
    return "redirect:/rounds/" + key;
  }
}
