package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Event;
import thangdiem.audit.Subject;
import thangdiem.words.Sentence;

/**
 * Ends units, alone or in a successor (chấm dứt, sáp nhập). Nothing is deleted: an ended unit has a
 * last day, and keeps what it did.
 */
@Component
class UnitEndings {

  private final OrgUnits units;
  private final UnitHistoryTable history;
  private final OrgUnitTable table;
  private final Acts acts;

  UnitEndings(OrgUnits units, UnitHistoryTable history, OrgUnitTable table, Acts acts) {
    this.units = units;
    this.history = history;
    this.table = table;
    this.acts = acts;
  }

  /**
   * Ends a unit from a day, and with it everything below where that is wanted.
   *
   * @throws WrongInput saying of each field what is wrong
   */
  void end(Actor actor, OrgUnit named, UnitEnding ending) {
    acts.run(
        actor,
        Act.UNIT_ENDED,
        Subject.unit(named.id()),
        event -> {
          var register = units.locked();
          var unit = register.index().withId(named.id()).orElseThrow();
          var wrong = new LinkedHashMap<String, Sentence>();
          var since = since(ending, wrong);
          if (!ending.version().equals(Integer.toString(unit.version()))) {
            wrong.put("day", Sentence.of("unit.changedMeanwhile", unit.name()));
          }
          since
              .flatMap(day -> cannotEnd(register, unit, day.day(), false))
              .ifPresent(sentence -> wrong.putIfAbsent("day", sentence));
          var below = ending.withBelow() ? livingBelow(register, unit, since) : List.<OrgUnit>of();
          for (var one : below) {
            since
                .flatMap(day -> cannotEnd(register, one, day.day(), false))
                .ifPresent(sentence -> wrong.putIfAbsent("withBelow", sentence));
          }
          refuse(wrong);
          for (var one : below) {
            acts.run(
                actor,
                Act.UNIT_ENDED,
                Subject.unit(one.id()),
                said -> end(register, one, since.orElseThrow(), said));
          }
          // Last, because each event says the rows that were changed before it is written.
          end(register, unit, since.orElseThrow(), event);
        });
  }

  /**
   * Merges units into their successor from a day; each ends with its own event. One that has ended
   * the day before may get another successor, as when a unit is split.
   *
   * @throws WrongInput saying of each field what is wrong
   */
  void merge(Actor actor, OrgUnit named, UnitEnding ending) {
    acts.run(
        actor,
        Act.UNIT_CHANGED,
        Subject.unit(named.id()),
        event -> {
          var register = units.locked();
          var successor = register.index().withId(named.id()).orElseThrow();
          var wrong = new LinkedHashMap<String, Sentence>();
          var since = since(ending, wrong);
          var merged =
              new MergeCheck(register, successor, wrong).predecessors(ending.predecessors(), since);
          refuse(wrong);
          event
              .with(
                  "predecessors",
                  merged.stream().map(OrgUnit::code).collect(Collectors.joining(" ")))
              .with("since", since.orElseThrow().day())
              .with("document", since.orElseThrow().document());
          for (var unit : merged) {
            acts.run(
                actor,
                Act.UNIT_ENDED,
                Subject.unit(unit.id()),
                said -> {
                  said.with("successor", successor.code());
                  end(register, unit, since.orElseThrow(), said);
                  history.follow(unit, successor, since.orElseThrow());
                });
          }
        });
  }

  private static void refuse(Map<String, Sentence> wrong) {
    if (!wrong.isEmpty()) {
      throw WrongInput.in(wrong);
    }
  }

  private void end(UnitRegister register, OrgUnit unit, Since since, Event event) {
    var ended = unit.until(since.dayBefore());
    var change = UnitChange.of(unit, ended, register.index(), Optional.empty());
    if (change.any()) {
      table.change(ended);
      history.endedBy(unit, since.document());
    }
    change.tell(event);
    event.with("document", since.document());
  }

  private static Optional<Since> since(UnitEnding ending, Map<String, Sentence> wrong) {
    var day = Typed.day(ending.day());
    if (day.isEmpty()) {
      wrong.put("day", Sentence.of("unit.wrong.day", ending.day()));
    }
    if (ending.document().isEmpty() || ending.document().length() > SinceCheck.LONGEST_DOCUMENT) {
      wrong.put("document", Sentence.of("unit.wrong.document", SinceCheck.LONGEST_DOCUMENT));
    }
    return day.map(first -> new Since(first, ending.document()));
  }

  private static List<OrgUnit> livingBelow(
      UnitRegister register, OrgUnit unit, Optional<Since> since) {
    return register.index().allBelow(unit.id()).stream()
        .filter(one -> since.filter(day -> one.existsOn(day.day())).isPresent())
        .toList();
  }

  /**
   * Why a unit cannot be no more from that day on.
   *
   * @param again whether it may have ended on the day before already
   */
  static Optional<Sentence> cannotEnd(
      UnitRegister register, OrgUnit unit, LocalDate day, boolean again) {
    var last = day.minusDays(1);
    if (unit.kind() == OrgUnit.Kind.PROVINCE) {
      return Optional.of(Sentence.of("unit.wrong.provinceEnds"));
    }
    if (unit.validTo().isPresent() && !(again && unit.validTo().get().equals(last))) {
      return Optional.of(Sentence.of("unit.wrong.endedAlready", unit.name(), unit.validTo().get()));
    }
    if (unit.validFrom().filter(last::isBefore).isPresent()) {
      return Optional.of(
          Sentence.of("unit.wrong.endBeforeFrom", unit.name(), unit.validFrom().get()));
    }
    return register
        .history()
        .lastNameUntil(unit.id())
        .filter(until -> !last.isAfter(until))
        .map(until -> Sentence.of("unit.wrong.endBeforeName", unit.name(), until));
  }
}
