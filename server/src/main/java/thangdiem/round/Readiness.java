package thangdiem.round;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import thangdiem.criteria.Finding;
import thangdiem.criteria.Linter;
import thangdiem.exchange.CriteriaSource;
import thangdiem.words.Sentence;

/** What keeps a round from its next phase (điều kiện chuyển giai đoạn), all of it at once. */
@Component
class Readiness {

  private final RoundUnitTable units;
  private final CalendarTable calendars;
  private final ExtensionTable extensions;
  private final List<KeepsFromPhase> others;

  Readiness(
      RoundUnitTable units,
      CalendarTable calendars,
      ExtensionTable extensions,
      List<KeepsFromPhase> others) {
    this.units = units;
    this.calendars = calendars;
    this.extensions = extensions;
    this.others = others;
  }

  /** What a draft lacks before it can open. */
  List<Sentence> missingToOpen(Round round, CriteriaSource source) {
    var missing = new ArrayList<Sentence>();
    var set = source.file().set();
    var errors =
        Linter.findings(source.file()).stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .count();
    if (errors > 0) {
      missing.add(Sentence.of("round.lintErrors", errors));
    }
    if (set.illustration() && !round.rehearsal()) {
      missing.add(Sentence.of("round.illustration"));
    }
    var participants = units.units(round.id());
    if (participants.isEmpty()) {
      missing.add(Sentence.of("round.noUnits"));
    }
    participants.stream()
        .filter(unit -> set.group(unit.group()).isEmpty())
        .map(unit -> Sentence.of("round.groupless", unit.name(), unit.group()))
        .forEach(missing::add);
    var calendar = calendars.calendar(round.id());
    missing.addAll(calendar.contradictions().values());
    if (calendar.find(Milestone.DEADLINE).isPresent()
        && !calendar.deadline().isAfter(calendars.now())) {
      missing.add(Sentence.of("round.deadlinePast", RoundCalendar.until(calendar.deadline())));
    }
    return missing;
  }

  /** What the modules that build on rounds still wait for. */
  List<Sentence> missingElsewhere(Round round, Phase to) {
    return others.stream().flatMap(one -> one.missing(round, to).stream()).toList();
  }

  /** Whose time is not over yet: nobody is locked out before their deadline. */
  List<Sentence> missingToClose(Round round) {
    var now = calendars.now();
    var calendar = calendars.calendar(round.id());
    var granted = extensions.granted(round.id());
    var missing = new ArrayList<Sentence>();
    for (var unit : units.units(round.id())) {
      var window = SubmissionWindow.of(round, calendar, granted, unit.unit());
      if (unit.submittedAt().isEmpty() && !window.isLate(now)) {
        missing.add(
            Sentence.of("round.stillInTime", unit.name(), RoundCalendar.until(window.lateFrom())));
      }
    }
    return missing;
  }
}
