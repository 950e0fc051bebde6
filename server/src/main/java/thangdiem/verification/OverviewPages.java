package thangdiem.verification;

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
import thangdiem.search.Folded;

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

  /**
   * The page, of the units that were asked for.
   *
   * @param page from 1; one beyond the last is the last
   */
  OverviewPage of(Actor actor, Round round, String words, int page) {
    var set = rounds.criteria(round);
    var duties = table.of(round);
    var byUnit = duties.stream().collect(Collectors.groupingBy(DivisionTable.Duty::unit));
    var all = sheets.all(round);
    var wanted = Folded.of(words);
    var found =
        wanted.isEmpty()
            ? all
            : all.stream().filter(unit -> Folded.of(unit.unit().name()).contains(wanted)).toList();
    int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(found.size(), OverviewPage.ROWS)));
    var progress = progress(actor, round, set, all, byUnit);
    var differing =
        found.stream()
            .flatMap(unit -> unit.disputed().stream().map(code -> new Dispute(unit, code)))
            .toList();
    return new OverviewPage(
        round,
        new OverviewPage.Asked(words.strip(), number),
        set.sections(),
        found.stream()
            .skip((number - 1L) * OverviewPage.ROWS)
            .limit(OverviewPage.ROWS)
            .map(unit -> row(actor, round, set, unit, duties, byUnit))
            .toList(),
        all.size(),
        found.size(),
        differing.stream().limit(OverviewPage.ROWS).map(one -> one.shown(set)).toList(),
        differing.size(),
        verifiers(round, duties),
        progress.done(),
        progress.all(),
        progress.mine(),
        actor.isAny(Role.VERIFIER),
        actor.isAny(Role.ORGANISER)
            && Set.of(Phase.OPEN, Phase.VERIFYING, Phase.EXPLAINING).contains(round.phase()));
  }

  /** Something about which two verifiers differ. */
  private record Dispute(VerifiedUnit unit, String code) {

    OverviewPage.Difference shown(CriteriaSet set) {
      return new OverviewPage.Difference(
          unit.unit(),
          code,
          Queue.name(set, code),
          unit.latest(code, Finding.FIRST).orElseThrow(),
          unit.latest(code, Finding.SECOND).orElseThrow());
    }
  }

  /**
   * How far all units are.
   *
   * @param mine how many things of the reader's are still to be decided
   */
  private record Progress(int done, int all, long mine) {}

  private Progress progress(
      Actor actor,
      Round round,
      CriteriaSet set,
      List<VerifiedUnit> units,
      Map<UUID, List<DivisionTable.Duty>> duties) {
    int done = 0;
    int all = 0;
    long mine = 0;
    for (var unit : units) {
      var own = duties.getOrDefault(unit.unit().unit(), List.of());
      for (var section : set.sections()) {
        var kept = items.of(round, set, unit, section, Finding.FIRST);
        all += kept.size();
        done += kept.size() - (int) open(kept);
        for (var duty : own) {
          if (duty.account().equals(actor.account()) && duty.section().equals(section.code())) {
            mine += open(items.of(round, set, unit, section, duty.place()));
          }
        }
      }
    }
    return new Progress(done, all, mine);
  }

  private static long open(List<QueueItem> items) {
    return items.stream().filter(item -> item.state().isOpen()).count();
  }

  private OverviewPage.Row row(
      Actor actor,
      Round round,
      CriteriaSet set,
      VerifiedUnit unit,
      List<DivisionTable.Duty> duties,
      Map<UUID, List<DivisionTable.Duty>> byUnit) {
    var own = byUnit.getOrDefault(unit.unit().unit(), List.of());
    var cells =
        set.sections().stream()
            .map(section ->
                cell(
                    actor,
                    round,
                    set,
                    unit,
                    section,
                    own.stream().filter(duty -> duty.section().equals(section.code())).toList()))
            .toList();
    boolean sheet =
        round.phase() != Phase.OPEN
            && unit.claimed().reported()
            && !Independence.binds(actor.account(), set, unit, duties);
    return new OverviewPage.Row(
        unit.unit(),
        unit.late(),
        cells,
        cells.stream().mapToInt(OverviewPage.Cell::different).sum(),
        sheet);
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
