package thangdiem.round;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;

/** Gathers what somebody who does not run a round sees of it (trang của đợt). */
@Component
class Overview {

  private final Rounds rounds;
  private final RoundUnitTable units;
  private final CalendarTable calendars;
  private final DeductionTable deductions;
  private final ExtensionTable extensions;
  private final AnswerTable answers;
  private final NudgeTable nudges;
  private final Results results;
  private final Tasks tasks;

  Overview(
      Rounds rounds,
      RoundUnitTable units,
      CalendarTable calendars,
      DeductionTable deductions,
      ExtensionTable extensions,
      AnswerTable answers,
      NudgeTable nudges,
      Results results,
      Tasks tasks) {
    this.rounds = rounds;
    this.units = units;
    this.calendars = calendars;
    this.deductions = deductions;
    this.extensions = extensions;
    this.answers = answers;
    this.nudges = nudges;
    this.results = results;
    this.tasks = tasks;
  }

  OverviewPage of(Round round, Actor reader) {
    var set = rounds.criteria(round);
    var calendar = calendars.calendar(round.id());
    var granted = extensions.granted(round.id());
    var now = calendars.now();
    var all = units.units(round.id());
    var mine = units.reachedBy(round.id(), reader.account());
    var facts = new LinkedHashMap<String, String>();
    set.scored()
        .flatMap(criterion -> criterion.rule().facts().stream())
        .forEach(fact -> facts.put(fact, ""));
    var answered = new HashMap<UUID, Integer>();
    if (!mine.isEmpty()) {
      answers
          .progress(round.id(), facts)
          .answered()
          .forEach(count -> answered.merge(count.unit(), count.facts(), Integer::sum));
    }
    var own = new HashSet<>(mine);
    return new OverviewPage(
        round,
        set,
        calendar,
        deductions.amounts(round.id()),
        granted,
        all.size(),
        now,
        round.phase() == Phase.DRAFT
            ? List.of()
            : all.stream()
                .filter(unit -> own.contains(unit.unit()))
                .map(unit -> {
                  var window = SubmissionWindow.of(round, calendar, granted, unit.unit());
                  return new OverviewPage.Own(
                      unit,
                      window,
                      answered.getOrDefault(unit.unit(), 0),
                      facts.size(),
                      window.at(now));
                })
                .toList(),
        mine.isEmpty() ? List.of() : nudges.ofUnits(round.id(), mine, reader.account()),
        tasks.of(reader).stream().filter(task -> task.round().equals(round.id())).toList(),
        results.has(round));
  }
}
