package thangdiem.inspection;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.round.Participation;
import thangdiem.round.Rounds;

/** Finds a team with all that it visits (các cuộc kiểm tra của một Tổ). */
@Component
class Teams {

  private final Rounds rounds;
  private final PlanTable plans;
  private final StandingPlanTable standing;
  private final VisitTable visits;

  Teams(Rounds rounds, PlanTable plans, StandingPlanTable standing, VisitTable visits) {
    this.rounds = rounds;
    this.plans = plans;
    this.standing = standing;
    this.visits = visits;
  }

  /**
   * The team that visits a unit.
   *
   * @throws NotFound when no visit is planned
   */
  Team of(Participation part) {
    var round = part.round().id();
    var all = standing.of(round);
    var own = all.get(part.unit().unit());
    if (own == null) {
      throw new NotFound("inspection of " + part.unit().code());
    }
    var noted = visits.noted(round);
    var planned = plans.planned(round);
    return new Team(
        own.decision(),
        rounds.units(part.round()).stream()
            .flatMap(unit ->
                Optional.ofNullable(all.get(unit.unit()))
                    .filter(plan -> plan.decision().equals(own.decision()))
                    .map(plan ->
                        new Team.Part(
                            unit,
                            plan,
                            noted.getOrDefault(unit.unit(), Map.of()),
                            Optional.ofNullable(planned.get(unit.unit()))
                                .map(PlannedVisit::closed)
                                .orElse(false)))
                    .stream())
            .sorted(Comparator.comparing(one -> one.plan().starts()))
            .toList());
  }
}
