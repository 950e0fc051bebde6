package thangdiem.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Section;
import thangdiem.ranking.Rank;
import thangdiem.ranking.Standings;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.ScoreSheet;

/** A unit in its three columns, on one page (ba cột của một đơn vị). */
@Controller
class ColumnsController {

  private final Rounds rounds;
  private final CouncilSheets sheets;
  private final SittingTable sessions;

  ColumnsController(Rounds rounds, CouncilSheets sheets, SittingTable sessions) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.sessions = sessions;
  }

  /** Points are nobody's before the reports are in. */
  static Round reported(Round round) {
    if (round.phase() == Phase.DRAFT || round.phase() == Phase.OPEN) {
      throw new Refusal("council.notReported");
    }
    return round;
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping("/rounds/{key}/council/units/{unit}")
  String columns(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    var round = reported(rounds.named(key));
    var set = rounds.criteria(round);
    var units = sheets.all(round);
    var one = CouncilSheets.of(units, unit);
    int at = units.indexOf(one);
    model.addAttribute(
        "columns",
        new ColumnsPage(
            round,
            one,
            rank(round, set, units, at, known -> known.verified().claimedScore()),
            rank(round, set, units, at, known -> known.verified().verifiedScore()),
            rank(round, set, units, at, CouncilUnit::decidedScore),
            set.sections().stream().map(section -> part(set, one, section)).toList(),
            sessions.of(round).stream().filter(session -> !session.isClosed()).findFirst(),
            actor.isAny(Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.CHAIRMAN)));
    return "council/columns";
  }

  private static Rank rank(
      Round round,
      CriteriaSet set,
      List<CouncilUnit> units,
      int at,
      Function<CouncilUnit, ScoreSheet> column) {
    return Standings.of(set, round.policy(), units.stream().map(column).toList())
        .units()
        .get(at)
        .overall();
  }

  private static ColumnsPage.Part part(CriteriaSet set, CouncilUnit unit, Section section) {
    var rows = new ArrayList<ColumnsPage.Row>();
    for (var line : unit.decidedScore().lines()) {
      var criterion = line.criterion();
      if (section.scored().anyMatch(criterion::equals)) {
        rows.add(
            new ColumnsPage.Row(
                criterion.code(),
                criterion.name(),
                line.max(),
                Effect.line(unit.verified().claimedScore(), criterion.code())
                    .orElseThrow()
                    .points(),
                Effect.line(unit.verified().verifiedScore(), criterion.code())
                    .orElseThrow()
                    .points(),
                line.points(),
                criterion.rule().facts().stream()
                    .flatMap(id -> Optional.ofNullable(set.facts().get(id)).stream())
                    .map(fact -> FactRow.of(unit, fact))
                    .toList(),
                unit.verified().standing(criterion.code()),
                unit.adjustments().stream()
                    .filter(one -> set.scoredBelow(one.code()).contains(criterion.code()))
                    .toList()));
      }
    }
    return new ColumnsPage.Part(section, rows);
  }
}
