package thangdiem.round;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.words.VietnamTime;

/**
 * The organiser's board (bảng theo dõi): who has not begun, who has stopped, who will be late, the
 * most endangered on top.
 */
@Component
class Board {

  private static final Duration STALLED = Duration.ofDays(7);

  private final RoundTable table;
  private final Rounds rounds;

  Board(RoundTable table, Rounds rounds) {
    this.table = table;
    this.rounds = rounds;
  }

  /** The board of a round at this moment; in a fixed number of queries, however many units. */
  BoardPage of(Round round) {
    var now = table.now();
    var set = rounds.criteria(round);
    var calendar = table.calendar(round.id());
    var extensions = table.extensions(round.id());
    var sectionOfFact = sectionOfFact(set);
    var totals = new LinkedHashMap<String, Integer>();
    sectionOfFact.values().forEach(section -> totals.merge(section, 1, Integer::sum));
    var answered = new HashMap<UUID, List<RoundTable.Answered>>();
    table
        .answered(round.id(), sectionOfFact)
        .forEach(
            count -> answered.computeIfAbsent(count.unit(), _ -> new ArrayList<>()).add(count));
    var people = new HashMap<UUID, List<FocalPoint>>();
    table
        .focalPoints(round.id())
        .forEach(
            person -> people.computeIfAbsent(person.unit(), _ -> new ArrayList<>()).add(person));
    var units = table.units(round.id());
    var rows =
        units.stream()
            .filter(unit -> unit.submittedAt().isEmpty())
            .map(unit ->
                row(
                    round,
                    unit,
                    totals,
                    answered.getOrDefault(unit.unit(), List.of()),
                    people.getOrDefault(unit.unit(), List.of()),
                    Rounds.deadlineOf(unit.unit(), calendar, extensions),
                    now))
            .sorted(
                Comparator.comparingInt((BoardPage.Row row) -> row.state().ordinal())
                    .thenComparing(BoardPage.Row::answered)
                    .thenComparing(row -> row.unit().name()))
            .toList();
    return new BoardPage(
        round,
        now,
        calendar,
        set.scoredSections().stream()
            .filter(section -> totals.containsKey(section.code()))
            .map(section -> new BoardPage.SectionHead(section.code(), section.name()))
            .toList(),
        set.groups(),
        rows,
        units.stream().filter(unit -> unit.submittedAt().isPresent()).toList(),
        units.size(),
        table.submittedPerDay(round.id()),
        extensions);
  }

  private static BoardPage.Row row(
      Round round,
      RoundUnit unit,
      Map<String, Integer> totals,
      List<RoundTable.Answered> answered,
      List<FocalPoint> people,
      OffsetDateTime deadline,
      OffsetDateTime now) {
    var bySection = new HashMap<String, Integer>();
    answered.forEach(count -> bySection.put(count.section(), count.facts()));
    var progress =
        totals.entrySet().stream()
            .map(total ->
                new BoardPage.Progress(
                    total.getKey(), bySection.getOrDefault(total.getKey(), 0), total.getValue()))
            .toList();
    var last = answered.stream().map(RoundTable.Answered::last).max(OffsetDateTime::compareTo);
    boolean signedIn =
        people.stream()
            .flatMap(person -> person.lastSignIn().stream())
            .anyMatch(at -> round.openedAt().map(opened -> !at.isBefore(opened)).orElse(true));
    var nudged =
        people.stream()
            .flatMap(person -> person.lastNudge().stream())
            .max(OffsetDateTime::compareTo);
    return new BoardPage.Row(
        unit,
        people,
        state(now, deadline, last, progress),
        signedIn,
        last.map(at -> Duration.between(at, now).toDays()).orElse(0L),
        progress,
        last,
        nudged,
        nudged.map(at -> sameDay(at, now)).orElse(false),
        deadline);
  }

  private static boolean sameDay(OffsetDateTime one, OffsetDateTime other) {
    return one.atZoneSameInstant(VietnamTime.ZONE)
        .toLocalDate()
        .equals(other.atZoneSameInstant(VietnamTime.ZONE).toLocalDate());
  }

  private static BoardPage.State state(
      OffsetDateTime now,
      OffsetDateTime deadline,
      Optional<OffsetDateTime> last,
      List<BoardPage.Progress> progress) {
    if (!now.isBefore(deadline)) {
      return BoardPage.State.LATE;
    }
    if (last.isEmpty()) {
      return BoardPage.State.NOT_BEGUN;
    }
    if (Duration.between(last.get(), now).compareTo(STALLED) >= 0) {
      return BoardPage.State.STALLED;
    }
    int left = progress.stream().mapToInt(section -> section.of() - section.facts()).sum();
    return left == 0 ? BoardPage.State.COMPLETE : BoardPage.State.BEGUN;
  }

  /** Each fact in the first scored section that uses it. */
  private static Map<String, String> sectionOfFact(CriteriaSet set) {
    var sections = new LinkedHashMap<String, String>();
    for (var section : set.scoredSections()) {
      section
          .scored()
          .map(ScoredCriterion::rule)
          .flatMap(rule -> rule.facts().stream())
          .forEach(fact -> sections.putIfAbsent(fact, section.code()));
    }
    return sections;
  }
}
