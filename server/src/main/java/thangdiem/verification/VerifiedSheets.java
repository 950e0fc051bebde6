package thangdiem.verification;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
   * @param stamps by which it is known what was found since
   */
  private record Kept(
      String criteria,
      SequencedMap<UUID, VerifiedUnit> units,
      Map<UUID, FindingTable.Stamp> stamps) {}

  private final Rounds rounds;
  private final ClaimedTable claims;
  private final FindingTable findings;
  private final HearingTable hearings;
  private final OnTheSpot onTheSpot;
  private final Map<UUID, SoftReference<Kept>> kept = new ConcurrentHashMap<>();

  VerifiedSheets(
      Rounds rounds,
      ClaimedTable claims,
      FindingTable findings,
      HearingTable hearings,
      OnTheSpot onTheSpot) {
    this.rounds = rounds;
    this.claims = claims;
    this.findings = findings;
    this.hearings = hearings;
    this.onTheSpot = onTheSpot;
  }

  /** All units of the round in the decision's order, as they stand at this moment. */
  public List<VerifiedUnit> all(Round round) {
    var set = rounds.criteria(round);
    var stamps = findings.stamps(round);
    var now = new ArrayList<Kept>(1); // held here: a soft one may be gone by the next line
    kept.compute(
        round.id(),
        (_, soft) -> {
          var known = soft == null ? null : soft.get();
          now.add(isKnown(known, round, stamps) ? known : read(round, set, known, stamps));
          return soft != null && known == now.getFirst()
              ? soft
              : new SoftReference<>(now.getFirst());
        });
    var measured = onTheSpot.of(round, set);
    return now.getFirst().units().values().stream()
        .map(unit ->
            Optional.ofNullable(measured.get(unit.unit().unit())).map(unit::with).orElse(unit))
        .toList();
  }

  /** The same, read from the database as a whole: for what is decided for ever. */
  public List<VerifiedUnit> afresh(Round round) {
    kept.remove(round.id());
    return all(round);
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

  private static boolean isKnown(
      @org.jspecify.annotations.Nullable Kept known,
      Round round,
      Map<UUID, FindingTable.Stamp> stamps) {
    return known != null
        && known.criteria().equals(round.criteriaSha256())
        && !round.phase().takesAnswers()
        && known.stamps().equals(stamps);
  }

  private Kept read(
      Round round,
      CriteriaSet set,
      @org.jspecify.annotations.Nullable Kept known,
      Map<UUID, FindingTable.Stamp> stamps) {
    if (known == null
        || round.phase().takesAnswers()
        || !known.criteria().equals(round.criteriaSha256())
        || addedTo(known, stamps)) {
      return whole(round, set, stamps);
    }
    var changed =
        stamps.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(known.stamps().get(entry.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    var gone = known.stamps().keySet().stream().filter(unit -> !stamps.containsKey(unit)).toList();
    var found = findings.of(round, set, changed);
    var heard = heard(round, set, changed);
    var units = new LinkedHashMap<>(known.units());
    for (var unit : changed) {
      units.computeIfPresent(
          unit,
          (_, before) ->
              before.with(
                  found.getOrDefault(unit, List.of()), heard.getOrDefault(unit, List.of())));
    }
    gone.forEach(
        unit -> units.computeIfPresent(unit, (_, before) -> before.with(List.of(), List.of())));
    rescore(round, set, units);
    return new Kept(known.criteria(), units, stamps);
  }

  private static boolean addedTo(Kept known, Map<UUID, FindingTable.Stamp> stamps) {
    return stamps.entrySet().stream()
        .anyMatch(entry ->
            entry.getValue().supplements()
                != known
                    .stamps()
                    .getOrDefault(entry.getKey(), FindingTable.Stamp.NONE)
                    .supplements());
  }

  /** What those units were asked and have answered, without drafts. */
  private Map<UUID, List<Hearing>> heard(Round round, CriteriaSet set, Collection<UUID> units) {
    var heard = hearings.of(round, set, units);
    heard.replaceAll((_, all) -> all.stream().map(Hearing::withoutDraft).toList());
    return heard;
  }

  /** Scores again whoever's answers differ from those that were scored. */
  private static void rescore(
      Round round, CriteriaSet set, SequencedMap<UUID, VerifiedUnit> units) {
    var scorer = new Scorer(set, round.policy(), List.of());
    var peers = Peers.of(set, units.values().stream().map(VerifiedUnit::verified).toList());
    boolean same =
        peers.equals(
            Peers.of(
                set, units.values().stream().map(unit -> unit.verifiedScore().answers()).toList()));
    units.replaceAll((_, unit) ->
        same && unit.verified().equals(unit.verifiedScore().answers())
            ? unit
            : new VerifiedUnit(
                unit.unit(),
                unit.late(),
                unit.claimed(),
                unit.claimedScore(),
                unit.verified(),
                scorer.score(unit.verified(), peers),
                unit.reasons(),
                unit.proven(),
                unit.findings(),
                unit.hearings(),
                unit.supplements(),
                unit.measured()));
  }

  private Kept whole(Round round, CriteriaSet set, Map<UUID, FindingTable.Stamp> stamps) {
    var claimed = claims.all(round, set);
    var found = findings.of(round, set, stamps.keySet());
    var heard = heard(round, set, stamps.keySet());
    var own =
        new Scorer(set, round.policy(), List.of())
            .score(claimed.stream().map(ClaimedTable.Claimed::answers).toList());
    var units = new LinkedHashMap<UUID, VerifiedUnit>();
    for (int i = 0; i < claimed.size(); i++) {
      var one = claimed.get(i);
      var about = found.getOrDefault(one.unit().unit(), List.of());
      units.put(
          one.unit().unit(),
          new VerifiedUnit(
              one.unit(),
              one.late(),
              one.answers(),
              own.get(i),
              VerifiedColumn.of(one.answers(), about),
              own.get(i),
              one.reasons(),
              one.proven(),
              about,
              heard.getOrDefault(one.unit().unit(), List.of()),
              one.supplements(),
              Optional.empty()));
    }
    rescore(round, set, units);
    return new Kept(round.criteriaSha256(), units, stamps);
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
