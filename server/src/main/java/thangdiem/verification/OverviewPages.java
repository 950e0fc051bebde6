package thangdiem.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Section;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;

/** Prepares the page that shows how far the verification is. */
@Component
class OverviewPages {

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final KeptItems items;
  private final DivisionTable table;
  private final Divisions divisions;

  OverviewPages(
      Rounds rounds,
      VerifiedSheets sheets,
      KeptItems items,
      DivisionTable table,
      Divisions divisions) {
    this.items = items;
    this.rounds = rounds;
    this.sheets = sheets;
    this.table = table;
    this.divisions = divisions;
  }

  OverviewPage of(Actor actor, Round round) {
    var set = rounds.criteria(round);
    var duties = table.of(round);
    var byUnit = duties.stream().collect(Collectors.groupingBy(DivisionTable.Duty::unit));
    var rows = new ArrayList<OverviewPage.Row>();
    var disputed = new ArrayList<OverviewPage.Difference>();
    long mine = 0;
    for (var unit : sheets.all(round)) {
      var row = new ArrayList<OverviewPage.Cell>();
      int differences = 0;
      for (var section : set.sections()) {
        var own =
            byUnit.getOrDefault(unit.unit().unit(), List.of()).stream()
                .filter(duty -> duty.section().equals(section.code()))
                .toList();
        var cell = cell(actor, round, set, unit, section, own);
        row.add(cell);
        differences += cell.different();
        mine +=
            own.stream()
                .filter(duty -> duty.account().equals(actor.account()))
                .mapToLong(duty -> open(round, set, unit, section, duty.place()))
                .sum();
      }
      boolean sheet =
          round.phase() != Phase.OPEN
              && unit.claimed().reported()
              && !Independence.binds(actor.account(), set, unit, duties);
      rows.add(new OverviewPage.Row(unit.unit(), unit.late(), row, differences, sheet));
      unit.disputed()
          .forEach(code ->
              disputed.add(
                  new OverviewPage.Difference(
                      unit.unit(),
                      code,
                      Queue.name(set, code),
                      unit.latest(code, Finding.FIRST).orElseThrow(),
                      unit.latest(code, Finding.SECOND).orElseThrow())));
    }
    var cells = rows.stream().flatMap(row -> row.cells().stream()).toList();
    return new OverviewPage(
        round,
        set.sections(),
        rows,
        disputed,
        verifiers(round, duties),
        cells.stream().mapToInt(OverviewPage.Cell::done).sum(),
        cells.stream().mapToInt(OverviewPage.Cell::all).sum(),
        mine,
        actor.isAny(Role.VERIFIER),
        actor.isAny(Role.ORGANISER)
            && Set.of(Phase.OPEN, Phase.VERIFYING, Phase.EXPLAINING).contains(round.phase()));
  }

  private long open(Round round, CriteriaSet set, VerifiedUnit unit, Section section, int place) {
    return items.of(round, set, unit, section, place).stream()
        .filter(item -> item.state().isOpen())
        .count();
  }

  private OverviewPage.Cell cell(
      Actor actor,
      Round round,
      CriteriaSet set,
      VerifiedUnit unit,
      Section section,
      List<DivisionTable.Duty> duties) {
    var items = this.items.of(round, set, unit, section, Finding.FIRST);
    var mine = duties.stream().filter(duty -> duty.account().equals(actor.account())).findFirst();
    return new OverviewPage.Cell(
        section.code(),
        (int) items.stream().filter(item -> !item.state().isOpen()).count(),
        items.size(),
        (int)
            items.stream()
                .filter(item ->
                    item.state() == QueueItem.State.DIFFERENT
                        || item.state() == QueueItem.State.REFUSED)
                .count(),
        name(duties, Finding.FIRST),
        name(duties, Finding.SECOND),
        mine.isPresent(),
        mine.map(duty -> Findings.plain(set, unit, section, duty.place()).size()).orElse(0));
  }

  private static Optional<String> name(List<DivisionTable.Duty> duties, int place) {
    return duties.stream()
        .filter(duty -> duty.place() == place)
        .map(DivisionTable.Duty::name)
        .findFirst();
  }

  private List<OverviewPage.Verifier> verifiers(Round round, List<DivisionTable.Duty> duties) {
    var names =
        rounds.units(round).stream().collect(Collectors.toMap(RoundUnit::unit, RoundUnit::name));
    Map<UUID, Set<UUID>> recused = divisions.recused(round);
    return table.verifiers().stream()
        .map(one ->
            new OverviewPage.Verifier(
                one.account(),
                one.name(),
                one.unit(),
                recused.getOrDefault(one.account(), Set.of()).stream()
                    .map(names::get)
                    .collect(Collectors.toCollection(HashSet::new)),
                (int) duties.stream().filter(duty -> duty.account().equals(one.account())).count()))
        .toList();
  }
}
