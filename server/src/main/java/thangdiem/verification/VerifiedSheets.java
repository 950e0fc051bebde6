package thangdiem.verification;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Peers;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/**
 * The sheets of a round's units as they are verified (phiếu điểm thẩm định). What was read is kept
 * as long as there is memory for it, and only what was found since is read again, so that one
 * correction among thousands of units is seen at once.
 */
@Component
public class VerifiedSheets {

  /**
   * What is kept of a round.
   *
   * @param units in the decision's order
   * @param places of the units in it
   * @param marks of the changes that are in it
   * @param decided which of those decided something of a unit, by unit
   * @param until what the next question about changes begins with
   */
  private record Kept(
      String criteria,
      List<VerifiedUnit> units,
      Map<UUID, Integer> places,
      Peers peers,
      Map<UUID, ChangeTable.Mark> marks,
      Map<UUID, String> decided,
      String until) {

    Kept asked(String now) {
      return new Kept(criteria, units, places, peers, marks, decided, now);
    }
  }

  /**
   * The units of a round at one moment.
   *
   * @param decided tells one moment from another between which anything was measured, decided,
   *     deducted or corrected: equal where nothing was
   */
  public record Moment(List<VerifiedUnit> units, Object decided) {}

  private final Rounds rounds;
  private final ClaimedTable claims;
  private final ChangeTable changes;
  private final FindingTable findings;
  private final HearingTable hearings;
  private final OnTheSpot onTheSpot;
  private final Map<UUID, SoftReference<Kept>> kept = new ConcurrentHashMap<>();

  VerifiedSheets(
      Rounds rounds,
      ClaimedTable claims,
      ChangeTable changes,
      FindingTable findings,
      HearingTable hearings,
      OnTheSpot onTheSpot) {
    this.rounds = rounds;
    this.claims = claims;
    this.changes = changes;
    this.findings = findings;
    this.hearings = hearings;
    this.onTheSpot = onTheSpot;
  }

  /**
   * All units of the round in the decision's order, as they stand at this moment: the very same
   * values where nothing was changed.
   */
  public List<VerifiedUnit> all(Round round) {
    return now(round).units();
  }

  /** The same, and what to tell by whether anything else was decided since. */
  public Moment now(Round round) {
    var now = now(round, rounds.criteria(round));
    return new Moment(now.units(), now.decided());
  }

  private Kept now(Round round, CriteriaSet set) {
    if (round.phase().takesAnswers()) { // whose changes are not noted: units still work on them
      kept.remove(round.id());
      return whole(round, set);
    }
    var now = new ArrayList<Kept>(1); // held here: a soft one may be gone by the next line
    kept.compute(
        round.id(),
        (_, soft) -> {
          now.add(followed(round, set, soft == null ? null : soft.get()));
          return new SoftReference<>(now.getFirst());
        });
    return now.getFirst();
  }

  /** The same, read from the database as a whole: for what is decided for ever. */
  public Moment afresh(Round round) {
    kept.remove(round.id());
    return now(round);
  }

  /**
   * One unit of the round.
   *
   * @throws NotFound when the unit takes no part
   */
  public VerifiedUnit of(Round round, String unit) {
    return all(round).stream()
        .filter(one -> one.unit().code().equals(unit))
        .findFirst()
        .orElseThrow(() -> new NotFound(unit + " in round " + round.key()));
  }

  private Kept followed(Round round, CriteriaSet set, @Nullable Kept known) {
    if (known == null || !known.criteria().equals(round.criteriaSha256())) {
      return whole(round, set);
    }
    var since = changes.since(round, known.until());
    var changed = new HashMap<>(since.marks());
    changed
        .entrySet()
        .removeIf(entry -> entry.getValue().equals(known.marks().get(entry.getKey())));
    if (changed.isEmpty()) {
      return known.asked(since.until());
    }
    boolean added =
        changed.entrySet().stream()
            .anyMatch(entry ->
                !entry
                    .getValue()
                    .added()
                    .equals(
                        Optional.ofNullable(known.marks().get(entry.getKey()))
                            .flatMap(ChangeTable.Mark::added)));
    if (added || !known.places().keySet().containsAll(changed.keySet())) {
      return whole(round, set);
    }
    return with(round, set, known, changed, since.until());
  }

  private Kept with(
      Round round, CriteriaSet set, Kept known, Map<UUID, ChangeTable.Mark> changed, String until) {
    var found = findings.of(round, set, changed.keySet());
    var heard = heard(round, set, changed.keySet());
    var marks = new HashMap<>(known.marks());
    marks.putAll(changed);
    var decided = decided(marks);
    var measured = decided.equals(known.decided()) ? null : onTheSpot.of(round, set);
    var units = new ArrayList<>(known.units());
    for (var unit : changed.keySet()) {
      int place = Objects.requireNonNull(known.places().get(unit));
      var before = known.units().get(place);
      units.set(
          place,
          before.with(
              found.getOrDefault(unit, List.of()),
              heard.getOrDefault(unit, List.of()),
              measured == null ? before.measured() : Optional.ofNullable(measured.get(unit))));
    }
    var peers = Peers.of(set, units.stream().map(VerifiedUnit::verified).toList());
    boolean same = peers.equals(known.peers());
    var scorer = new Scorer(set, round.policy(), List.of());
    for (var unit : same ? changed.keySet() : known.places().keySet()) {
      int place = Objects.requireNonNull(known.places().get(unit));
      var own = units.get(place);
      if (!same || !own.verified().equals(own.verifiedScore().answers())) {
        units.set(place, own.scored(scorer.score(own.verified(), peers)));
      }
    }
    return new Kept(
        known.criteria(),
        List.copyOf(units),
        known.places(),
        peers,
        Map.copyOf(marks),
        decided,
        until);
  }

  private static Map<UUID, String> decided(Map<UUID, ChangeTable.Mark> marks) {
    var decided = new HashMap<UUID, String>();
    marks.forEach((unit, mark) -> mark.decided().ifPresent(one -> decided.put(unit, one)));
    return Map.copyOf(decided);
  }

  /** What those units were asked and have answered, without drafts. */
  private Map<UUID, List<Hearing>> heard(Round round, CriteriaSet set, Collection<UUID> units) {
    var heard = hearings.of(round, set, units);
    heard.replaceAll((_, all) -> all.stream().map(Hearing::withoutDraft).toList());
    return heard;
  }

  private Kept whole(Round round, CriteriaSet set) {
    var since = changes.since(round, ChangeTable.NEVER);
    var claimed = claims.all(round, set);
    var about =
        round.phase().takesAnswers() // and so does not judge
            ? since.marks().keySet()
            : claimed.stream().map(one -> one.unit().unit()).toList();
    var found = findings.of(round, set, about);
    var heard = heard(round, set, about);
    var measured = onTheSpot.of(round, set);
    var scorer = new Scorer(set, round.policy(), List.of());
    var answers = claimed.stream().map(ClaimedTable.Claimed::answers).toList();
    var own = scorer.score(answers);
    var verified =
        claimed.stream()
            .map(one ->
                VerifiedColumn.of(one.answers(), found.getOrDefault(one.unit().unit(), List.of())))
            .toList();
    var peers = Peers.of(set, verified);
    boolean same = peers.equals(Peers.of(set, answers));
    var units = new ArrayList<VerifiedUnit>();
    var places = new HashMap<UUID, Integer>();
    for (int i = 0; i < claimed.size(); i++) {
      var one = claimed.get(i);
      places.put(one.unit().unit(), i);
      units.add(
          new VerifiedUnit(
              one.unit(),
              one.late(),
              one.answers(),
              own.get(i),
              verified.get(i),
              same && verified.get(i).equals(one.answers())
                  ? own.get(i)
                  : scorer.score(verified.get(i), peers),
              one.reasons(),
              one.proven(),
              found.getOrDefault(one.unit().unit(), List.of()),
              heard.getOrDefault(one.unit().unit(), List.of()),
              one.supplements(),
              Optional.ofNullable(measured.get(one.unit().unit()))));
    }
    return new Kept(
        round.criteriaSha256(),
        List.copyOf(units),
        Map.copyOf(places),
        peers,
        Map.copyOf(since.marks()),
        decided(since.marks()),
        since.until());
  }

  /** One unit as it would stand with other answers, for a look before deciding. */
  ScoreSheet tried(Round round, VerifiedUnit unit, UnitAnswers answers) {
    var set = rounds.criteria(round);
    var others =
        all(round).stream()
            .map(one -> one.unit().equals(unit.unit()) ? answers : one.verified())
            .toList();
    return new Scorer(set, round.policy(), List.of()).score(answers, Peers.of(set, others));
  }
}
