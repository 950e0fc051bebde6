package thangdiem.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import thangdiem.criteria.CriteriaSet;
import thangdiem.ranking.Robustness;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;

/** How firm the ranks of a round are (độ vững của thứ hạng). */
@Controller
class RobustnessController {

  private static final int MOST_CRITERIA = 8;

  private final Rounds rounds;
  private final CouncilSheets sheets;
  private final RobustnessTable table;
  private final Robust robust;

  RobustnessController(Rounds rounds, CouncilSheets sheets, RobustnessTable table, Robust robust) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.table = table;
    this.robust = robust;
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping("/rounds/{key}/robustness")
  String robustness(Actor actor, @PathVariable String key, Model model) {
    return page(actor, ColumnsController.reported(rounds.named(key)), Form.EMPTY, model);
  }

  private String page(Actor actor, Round round, Form form, Model model) {
    var set = rounds.criteria(round);
    var run = table.latest(round);
    var ranked = sheets.ranked(round);
    var measured = run.map(one -> robust.of(round, ranked.units(), one.draws(), one.seed()));
    model.addAttribute(
        "robustness",
        new RobustnessPage(
            round,
            run,
            measured.isPresent()
                && !Robust.sha256(measured.get()).equals(run.orElseThrow().sha256()),
            measured.map(Robustness::policies).orElse(0),
            measured.map(one -> groups(set, ranked, one)).orElse(List.of()),
            measured.map(one -> hanging(set, one)).orElse(List.of()),
            actor.isAny(Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.CHAIRMAN, Role.ORGANISER),
            form));
    return "council/robustness";
  }

  private static List<RobustnessPage.Group> groups(
      CriteriaSet set, RankedUnits ranked, Robustness robustness) {
    var units = ranked.units();
    var standings = ranked.standings().units();
    var byGroup = new HashMap<String, List<RobustnessPage.Row>>();
    for (int i = 0; i < units.size(); i++) {
      var rank = standings.get(i).overall();
      if (rank.exists()) {
        byGroup
            .computeIfAbsent(units.get(i).unit().group(), _ -> new ArrayList<>())
            .add(
                new RobustnessPage.Row(
                    units.get(i).unit(),
                    units.get(i).decidedScore().total(),
                    rank.inGroup(),
                    robustness.units().get(i)));
      }
    }
    return set.groups().stream()
        .filter(group -> byGroup.containsKey(group.id()))
        .map(group ->
            new RobustnessPage.Group(
                group,
                byGroup.getOrDefault(group.id(), List.of()).stream()
                    .sorted(Comparator.comparingInt(RobustnessPage.Row::rank))
                    .toList()))
        .toList();
  }

  private static List<RobustnessPage.Hanging> hanging(CriteriaSet set, Robustness robustness) {
    return robustness.criteria().stream()
        .filter(one -> one.pairsTurned() > 0)
        .limit(MOST_CRITERIA)
        .map(one -> new RobustnessPage.Hanging(one, Titles.of(set, one.code())))
        .toList();
  }

  @Performs(Act.ROBUSTNESS_MEASURED)
  @PostMapping("/rounds/{key}/robustness")
  String measure(
      Actor actor,
      @PathVariable String key,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = ColumnsController.reported(rounds.named(key));
    var form = Form.of(typed);
    int draws = form.number("draws", Robust.FEWEST_DRAWS, Robust.MOST_DRAWS);
    var seed = form.value("seed");
    if (!seed.matches("\\d{0,18}")) {
      form.wrong().put("seed", Sentence.of("robustness.seed.wrong"));
    }
    if (!form.isFine()) {
      response.setStatus(CouncilController.UNPROCESSABLE);
      return page(actor, round, form, model);
    }
    robust.measure(
        actor, round, draws, seed.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(seed)));
    return "redirect:/rounds/" + key + "/robustness";
  }
}
