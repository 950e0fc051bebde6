package thangdiem.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.ScoreLine;
import thangdiem.words.Sentence;

/**
 * What is to be looked at (hàng đợi thẩm định), by risk and points at stake: what is open first,
 * and of that what is likely to be wrong and worth much.
 */
@Component
class Queue {

  private static final int MOST_KEPT = 64;

  private record Whose(UUID account, UUID round) {}

  /** Somebody's queue, as it was last asked for. */
  private record Kept(String criteria, List<DivisionTable.Duty> duties, SortedQueue queue) {}

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final DivisionTable division;
  private final KeptItems items;
  private final Map<Whose, Kept> kept = new ConcurrentHashMap<>();

  Queue(Rounds rounds, VerifiedSheets sheets, DivisionTable division, KeptItems items) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.division = division;
    this.items = items;
  }

  /** What was given to somebody, the most urgent first. */
  List<QueueItem> of(Actor verifier, Round round) {
    var set = rounds.criteria(round);
    var duties = division.of(round, verifier.account());
    var units = sheets.all(round);
    var tasks = duties.stream().collect(Collectors.groupingBy(DivisionTable.Duty::unit));
    Function<VerifiedUnit, List<QueueItem>> itemsOf =
        unit ->
            tasks.getOrDefault(unit.unit().unit(), List.of()).stream()
                .flatMap(duty ->
                    set.sections().stream()
                        .filter(section -> section.code().equals(duty.section()))
                        .flatMap(
                            section -> items.of(round, set, unit, section, duty.place()).stream()))
                .toList();
    if (kept.size() > MOST_KEPT) {
      kept.clear();
    }
    return kept.compute(
            new Whose(verifier.account(), round.id()),
            (_, known) ->
                known != null
                        && known.criteria().equals(round.criteriaSha256())
                        && known.duties().equals(duties)
                    ? new Kept(known.criteria(), duties, known.queue().with(units, itemsOf))
                    : new Kept(round.criteriaSha256(), duties, SortedQueue.of(units, itemsOf)))
        .queue()
        .items();
  }

  /** Everything to be looked at in a section of a unit. */
  static List<QueueItem> items(CriteriaSet set, VerifiedUnit unit, Section section, int place) {
    if (!unit.claimed().reported()) {
      return List.of();
    }
    var items = new ArrayList<QueueItem>();
    for (var code : unit.reasons().keySet()) {
      if (section.code().equals(code)
          || section.criteria().stream().anyMatch(criterion -> isBelow(criterion, code))) {
        items.add(claim(set, unit, section, code, place));
      }
    }
    for (int i = 0; i < unit.claimedScore().lines().size(); i++) {
      var line = unit.claimedScore().lines().get(i);
      var now = unit.verifiedScore().lines().get(i);
      if ((line.counts() || now.counts()) && section.scored().anyMatch(line.criterion()::equals)) {
        items.add(criterion(set, unit, section, line, now, place));
      }
    }
    return items;
  }

  private static boolean isBelow(Criterion criterion, String code) {
    return criterion.code().equals(code)
        || criterion instanceof CriterionGroup group
            && group.criteria().stream().anyMatch(child -> isBelow(child, code));
  }

  private static QueueItem criterion(
      CriteriaSet set,
      VerifiedUnit unit,
      Section section,
      ScoreLine line,
      ScoreLine now,
      int place) {
    var code = line.criterion().code();
    return new QueueItem(
        unit.unit(),
        code,
        line.criterion().name(),
        section.code(),
        place,
        line.points(),
        now.points(),
        Doubtful.about(set, unit, line),
        state(unit, code, place, line.criterion().rule().facts()));
  }

  private static QueueItem claim(
      CriteriaSet set, VerifiedUnit unit, Section section, String code, int place) {
    var below = set.scoredBelow(code);
    var stake =
        unit.claimedScore().lines().stream()
            .filter(line -> below.contains(line.criterion().code()))
            .map(ScoreLine::max)
            .reduce(Points.NONE, Points::plus);
    return new QueueItem(
        unit.unit(),
        code,
        name(set, code),
        section.code(),
        place,
        stake,
        stake,
        List.of(
            new Doubt(
                Signal.CLAIM,
                Sentence.of("verify.signal.CLAIM", unit.reasons().getOrDefault(code, "")))),
        state(unit, code, place, List.of()));
  }

  /** What a criterion, group or section is called. */
  static String name(CriteriaSet set, String code) {
    return set.sections().stream()
        .flatMap(section ->
            section.code().equals(code)
                ? java.util.stream.Stream.of(section.name())
                : section.criteria().stream().flatMap(criterion -> names(criterion, code)))
        .findFirst()
        .orElse(code);
  }

  private static java.util.stream.Stream<String> names(Criterion criterion, String code) {
    if (criterion.code().equals(code)) {
      return java.util.stream.Stream.of(criterion.name());
    }
    return criterion instanceof CriterionGroup group
        ? group.criteria().stream().flatMap(child -> names(child, code))
        : java.util.stream.Stream.empty();
  }

  /** Whether the unit has added something since, or something else was measured there since. */
  private static boolean isChangedSince(VerifiedUnit unit, Finding seen, Collection<String> facts) {
    return unit.supplements(facts).stream().anyMatch(added -> added.at().isAfter(seen.at()))
        || unit.measured()
            .filter(found -> found.at().isAfter(seen.at()))
            .filter(
                found -> facts.stream().anyMatch(fact -> found.differsFrom(unit.verified(), fact)))
            .isPresent();
  }

  /** How far it is, as whoever holds that place may know. */
  private static QueueItem.State state(
      VerifiedUnit unit, String code, int place, Collection<String> facts) {
    if (unit.isDisputed(code)) {
      return QueueItem.State.DISPUTED;
    }
    var own = unit.latest(code, place);
    var seen = own.isPresent() ? unit.latest(code, Finding.SETTLEMENT).or(() -> own) : own;
    if (seen.filter(unit::isAnswered).isPresent()) {
      return QueueItem.State.HEARD;
    }
    if (seen.filter(finding -> isChangedSince(unit, finding, facts)).isPresent()) {
      return QueueItem.State.REOPENED; // it was judged by what has changed since
    }
    return seen.map(finding ->
            switch (finding.verdict()) {
              case ACCEPTED -> QueueItem.State.EQUAL;
              case CORRECTED, REJECTED -> QueueItem.State.DIFFERENT;
              case ASKED -> QueueItem.State.ASKED;
              case CLAIM_APPROVED -> QueueItem.State.APPROVED;
              case CLAIM_REFUSED -> QueueItem.State.REFUSED;
            })
        .orElse(QueueItem.State.PENDING);
  }
}
