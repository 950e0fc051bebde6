package thangdiem.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/**
 * Splits the changes of places between two years: last year's facts are scored again under this
 * year's criteria and policy, then each unit is put with its new facts among the others' old ones.
 */
final class RankChanges {

  private final Edition before;
  private final Edition now;
  private final CriteriaSet set;
  private final Policy policy;
  private final int years;

  private RankChanges(Edition before, Edition now) {
    this.before = before;
    this.now = now;
    this.set = now.set();
    this.policy = now.round().standings().policy();
    this.years = now.set().year() - before.set().year();
  }

  /** By unit; units that were not ranked in both years are not there. */
  static Map<String, Split> between(Edition before, Edition now) {
    return new RankChanges(before, now).splits();
  }

  private Map<String, Split> splits() {
    var again = underNewRules();
    var old = new HashMap<String, List<Points>>();
    for (var unit : again.values()) {
      if (unit.overall().exists()) {
        old.computeIfAbsent(unit.sheet().answers().group(), _ -> new ArrayList<>())
            .add(ranked(unit.sheet()));
      }
    }
    var splits = new LinkedHashMap<String, Split>();
    now.units()
        .forEach((code, unit) -> {
          var then = before.units().get(code);
          var between = again.get(code);
          if (then != null
              && between != null
              && then.overall().exists()
              && between.overall().exists()
              && unit.overall().exists()) {
            splits.put(
                code,
                Split.of(
                    then.overall().inGroup(),
                    between.overall().inGroup(),
                    among(
                        old.getOrDefault(unit.sheet().answers().group(), List.of()),
                        ranked(between.sheet()),
                        ranked(unit.sheet())),
                    unit.overall().inGroup()));
          }
        });
    return splits;
  }

  private Points ranked(ScoreSheet sheet) {
    return sheet.rankedBy(policy.overall());
  }

  /** The place that a unit with these points has where its own old ones are taken out. */
  private static int among(List<Points> old, Points own, Points points) {
    int better = (int) old.stream().filter(other -> other.compareTo(points) > 0).count();
    return 1 + better - (own.compareTo(points) > 0 ? 1 : 0);
  }

  private Map<String, Standing> underNewRules() {
    var answers =
        before.units().values().stream()
            .flatMap(unit -> again(unit.sheet().answers()).stream())
            .toList();
    var sheets = new Scorer(set, policy, now.round().answers().notHeld()).score(answers);
    var again = new HashMap<String, Standing>();
    Standings.of(set, policy, sheets)
        .units()
        .forEach(unit -> again.put(unit.sheet().answers().unit(), unit));
    return again;
  }

  /** Last year's answers, as far as this year's criteria ask for them. */
  private Optional<UnitAnswers> again(UnitAnswers then) {
    var group =
        now.unit(then.unit()).map(unit -> unit.sheet().answers().group()).orElse(then.group());
    return set.group(group).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new UnitAnswers(
                then.unit(),
                then.name(),
                group,
                again(then.facts()),
                again(then.previous()),
                then.notApplicable().stream()
                    .filter(code -> !set.scoredBelow(code).isEmpty())
                    .toList(),
                then.deductions().stream()
                    .filter(deduction ->
                        set.deductions().stream()
                            .anyMatch(kind -> kind.kind().equals(deduction.kind())))
                    .toList(),
                then.submittedAt().map(at -> at.plusYears(years)),
                then.reported()));
  }

  private Map<String, Fact> again(Map<String, Fact> facts) {
    var again = new LinkedHashMap<String, Fact>();
    facts.forEach((id, fact) -> {
      var asked = set.facts().get(id);
      var was = before.set().facts().get(id);
      if (asked == null || was == null || asked.type() != was.type()) {
        return;
      }
      switch (fact) {
        case Fact.Chosen(var option) when asked.option(option).isEmpty() -> {} // no longer offered
        // "Before 31 December of last year" means another day each year.
        case Fact.Day(var date) -> again.put(id, new Fact.Day(date.plusYears(years)));
        default -> again.put(id, fact);
      }
    });
    return again;
  }
}
