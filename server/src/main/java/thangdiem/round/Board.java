package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.mail.Mail;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/**
 * The organiser's board (bảng theo dõi): who has not begun, who has stopped, who will be late, the
 * most endangered on top.
 */
@Component
class Board {

  private final RoundTable rounds;
  private final RoundUnitTable units;
  private final CalendarTable calendars;
  private final AnswerTable answers;
  private final NudgeTable nudges;
  private final ExtensionTable extensions;
  private final Editions editions;
  private final Mail mail;

  Board(
      RoundTable rounds,
      RoundUnitTable units,
      CalendarTable calendars,
      AnswerTable answers,
      NudgeTable nudges,
      ExtensionTable extensions,
      Editions editions,
      Mail mail) {
    this.rounds = rounds;
    this.units = units;
    this.calendars = calendars;
    this.answers = answers;
    this.nudges = nudges;
    this.extensions = extensions;
    this.editions = editions;
    this.mail = mail;
  }

  /** The board of a round at this moment; in a fixed number of queries, however many units. */
  BoardPage of(Round round) {
    var now = calendars.now();
    var set = editions.set(round.criteriaSha256(), () -> rounds.criteriaYaml(round.id()));
    var calendar = calendars.calendar(round.id());
    var granted = extensions.granted(round.id());
    var sectionOfFact = sectionOfFact(set);
    var totals = new LinkedHashMap<String, Integer>();
    sectionOfFact.values().forEach(section -> totals.merge(section, 1, Integer::sum));
    var counted = answers.progress(round.id(), sectionOfFact);
    var answered =
        counted.answered().stream().collect(Collectors.groupingBy(AnswerTable.Answered::unit));
    var people =
        nudges.people(round.id()).stream().collect(Collectors.groupingBy(FocalPoint::unit));
    var all = units.units(round.id());
    var rows =
        all.stream()
            .filter(unit -> unit.submittedAt().isEmpty())
            .map(unit ->
                row(
                    round,
                    unit,
                    progress(totals, answered.getOrDefault(unit.unit(), List.of())),
                    answered.getOrDefault(unit.unit(), List.of()),
                    people.getOrDefault(unit.unit(), List.of()),
                    SubmissionWindow.of(round, calendar, granted, unit.unit()),
                    now))
            .sorted(
                Comparator.comparing(BoardPage.Row::state)
                    .thenComparing(BoardPage.Row::answered)
                    .thenComparing(row -> row.unit().name()))
            .toList();
    var sent = sentOf(round, calendar, all);
    var earlier = earlier(round);
    return new BoardPage(
        round,
        now,
        calendar,
        set.scoredSections().stream()
            .filter(section -> totals.containsKey(section.code()))
            .map(section ->
                new BoardPage.SectionHead(section.code(), section.name(), section.shortName()))
            .toList(),
        set.groups(),
        rows,
        sent(round, all, calendar, granted),
        all.size(),
        (int)
            all.stream()
                .filter(unit ->
                    signedIn(round, people.getOrDefault(unit.unit(), List.of())).isPresent())
                .count(),
        Pace.of(now, sent, earlier),
        Course.of(
            now,
            Pace.dayOf(calendar.find(Milestone.OPENS).or(round::openedAt).orElse(now)),
            sent,
            counted.byDay(),
            sectionOfFact.size() * all.size(),
            earlier),
        granted,
        extensions.proposed(round.id()),
        nudges.unsent(round.id()),
        mail.hasServer());
  }

  private static List<BoardPage.Sent> sent(
      Round round, List<RoundUnit> all, RoundCalendar calendar, List<Extension> granted) {
    return all.stream()
        .flatMap(unit ->
            unit.submittedAt().stream()
                .map(at ->
                    new BoardPage.Sent(
                        unit,
                        at,
                        SubmissionWindow.of(round, calendar, granted, unit.unit()).isLate(at))))
        .toList();
  }

  private static Pace.Sent sentOf(Round round, RoundCalendar calendar, List<RoundUnit> all) {
    return new Pace.Sent(
        round.year(),
        RoundCalendar.lastDay(calendar.deadline()),
        all.size(),
        all.stream().flatMap(unit -> unit.submittedAt().stream()).map(Pace::dayOf).toList());
  }

  private Optional<Pace.Sent> earlier(Round round) {
    return rounds.all().stream()
        .filter(other -> other.year() < round.year() && other.phase() == Phase.PUBLISHED)
        .findFirst()
        .map(other -> sentOf(other, calendars.calendar(other.id()), units.units(other.id())));
  }

  private static List<BoardPage.Progress> progress(
      Map<String, Integer> totals, List<AnswerTable.Answered> answered) {
    var bySection = new HashMap<String, Integer>();
    answered.forEach(count -> bySection.put(count.section(), count.facts()));
    return totals.entrySet().stream()
        .map(total ->
            new BoardPage.Progress(
                total.getKey(), bySection.getOrDefault(total.getKey(), 0), total.getValue()))
        .toList();
  }

  private static BoardPage.Row row(
      Round round,
      RoundUnit unit,
      List<BoardPage.Progress> progress,
      List<AnswerTable.Answered> answered,
      List<FocalPoint> people,
      SubmissionWindow window,
      OffsetDateTime now) {
    var last = answered.stream().map(AnswerTable.Answered::last).max(OffsetDateTime::compareTo);
    int left = progress.stream().mapToInt(section -> section.of() - section.facts()).sum();
    var state = UnitState.of(window, now, last, left);
    var signedIn = signedIn(round, people);
    var nudged =
        people.stream()
            .flatMap(person -> person.lastNudge().stream())
            .max(OffsetDateTime::compareTo);
    return new BoardPage.Row(
        unit,
        people,
        window,
        state,
        what(state, left, last, now),
        why(state, window, people, signedIn, last),
        signedIn,
        progress,
        last,
        nudged,
        nudged.map(at -> sameDay(at, now)).orElse(false),
        people.stream().filter(person -> isNudged(person, people, state)).toList());
  }

  /** The head is left in peace while others still fill in the form, if there are others. */
  private static boolean isNudged(FocalPoint person, List<FocalPoint> people, UnitState state) {
    return !person.head()
        || state == UnitState.COMPLETE
        || state == UnitState.LATE
        || people.stream().allMatch(FocalPoint::head);
  }

  private static Optional<OffsetDateTime> signedIn(Round round, List<FocalPoint> people) {
    return people.stream()
        .flatMap(person -> person.lastSignIn().stream())
        .filter(at -> round.openedAt().map(opened -> !at.isBefore(opened)).orElse(true))
        .max(OffsetDateTime::compareTo);
  }

  private static Sentence what(
      UnitState state, int left, Optional<OffsetDateTime> last, OffsetDateTime now) {
    return switch (state) {
      case STALLED -> Sentence.of("board.state.STALLED", days(last.orElseThrow(), now));
      case BEGUN -> Sentence.of("board.state.BEGUN", left);
      case MISSED, LATE, NOT_BEGUN, COMPLETE -> Sentence.of("board.state." + state);
    };
  }

  private static long days(OffsetDateTime from, OffsetDateTime to) {
    return java.time.Duration.between(from, to).toDays();
  }

  private static Sentence why(
      UnitState state,
      SubmissionWindow window,
      List<FocalPoint> people,
      Optional<OffsetDateTime> signedIn,
      Optional<OffsetDateTime> last) {
    return switch (state) {
      case MISSED -> Sentence.of("board.why.MISSED");
      case LATE -> Sentence.of("board.why.LATE", RoundCalendar.until(window.lateFrom()));
      case NOT_BEGUN ->
          people.isEmpty()
              ? Sentence.of("board.noPeople")
              : Sentence.of(signedIn.isPresent() ? "board.signedInOnly" : "board.neverSignedIn");
      case STALLED -> Sentence.of("board.why.STALLED", VietnamTime.show(last.orElseThrow()));
      case BEGUN -> Sentence.of("board.why.BEGUN", VietnamTime.show(last.orElseThrow()));
      case COMPLETE -> Sentence.of("board.why.COMPLETE");
    };
  }

  private static boolean sameDay(OffsetDateTime one, OffsetDateTime other) {
    return one.atZoneSameInstant(VietnamTime.ZONE)
        .toLocalDate()
        .equals(other.atZoneSameInstant(VietnamTime.ZONE).toLocalDate());
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
