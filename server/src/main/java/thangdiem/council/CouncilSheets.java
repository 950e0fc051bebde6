package thangdiem.council;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;
import thangdiem.deduction.Deductions;
import thangdiem.ranking.FollowedStandings;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Peers;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;
import thangdiem.verification.VerifiedSheets;
import thangdiem.verification.VerifiedUnit;

/**
 * The sheets of a round's units as the council leaves them (phiếu điểm sau hội đồng): what was
 * verified, under what was voted and corrected, short of what was deducted.
 */
@Component
public class CouncilSheets {

  /**
   * What is kept of a round: the units, out of what they follow.
   *
   * @param verified in the order of the units
   * @param decisions what all of the round was decided by
   * @param standings how the units stand
   */
  private record Kept(
      String criteria,
      List<VerifiedUnit> verified,
      Decisions decisions,
      Peers peers,
      List<CouncilUnit> units,
      FollowedStandings standings) {

    static Kept none(CriteriaSet set, Round round) {
      return new Kept(
          round.criteriaSha256(),
          List.of(),
          Decisions.NONE,
          Peers.NONE,
          List.of(),
          new FollowedStandings(set, round.policy(), List.of()));
    }
  }

  /**
   * What was decided of a round.
   *
   * @param asOf what tells whether anything was decided since
   */
  private record Decisions(
      Object asOf,
      Map<UUID, List<Adjustment>> changed,
      Map<UUID, List<Deduction>> deducted,
      List<Correction> corrected) {

    static final Decisions NONE = new Decisions("", Map.of(), Map.of(), List.of());

    boolean areThoseOf(Decisions other) {
      return this == other
          || changed.equals(other.changed)
              && deducted.equals(other.deducted)
              && corrected.equals(other.corrected);
    }

    UnitAnswers over(VerifiedUnit unit) {
      var id = unit.unit().unit();
      var decided =
          CouncilColumn.of(
              unit.verified(),
              changed.getOrDefault(id, List.of()),
              deducted.getOrDefault(id, List.of()));
      for (var correction : corrected) {
        if (correction.unit().equals(id)) {
          decided = CouncilColumn.corrected(decided, correction);
        }
      }
      return decided;
    }
  }

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final AdjustmentTable adjustments;
  private final CorrectionTable corrections;
  private final Deductions deductions;
  private final Map<UUID, SoftReference<Kept>> kept = new ConcurrentHashMap<>();

  CouncilSheets(
      Rounds rounds,
      VerifiedSheets sheets,
      AdjustmentTable adjustments,
      CorrectionTable corrections,
      Deductions deductions) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.adjustments = adjustments;
    this.corrections = corrections;
    this.deductions = deductions;
  }

  /** All units of the round in the decision's order, as they stand at this moment. */
  public List<CouncilUnit> all(Round round) {
    return now(round).units();
  }

  /** The same, and how they stand by it. */
  public RankedUnits ranked(Round round) {
    var now = now(round);
    return new RankedUnits(
        now.units(),
        now.standings().of(now.units().stream().map(CouncilUnit::decidedScore).toList()));
  }

  private Kept now(Round round) {
    var verified = sheets.now(round);
    var now = new ArrayList<Kept>(1); // held here: a soft one may be gone by the next line
    kept.compute(
        round.id(),
        (_, soft) -> {
          now.add(over(round, verified, soft == null ? null : soft.get()));
          return new SoftReference<>(now.getFirst());
        });
    return now.getFirst();
  }

  /** The same, read from the database as a whole: for what is decided for ever. */
  List<CouncilUnit> afresh(Round round) {
    kept.remove(round.id());
    return over(round, sheets.afresh(round), null).units();
  }

  /**
   * One unit of the round.
   *
   * @throws NotFound when the unit takes no part
   */
  public CouncilUnit of(Round round, String unit) {
    return of(all(round), unit);
  }

  static CouncilUnit of(List<CouncilUnit> units, String unit) {
    return units.stream()
        .filter(one -> one.unit().code().equals(unit))
        .findFirst()
        .orElseThrow(() -> new NotFound("unit " + unit));
  }

  /** Reckons again only units of which something is other than it was. */
  private Kept over(Round round, VerifiedSheets.Moment moment, @Nullable Kept before) {
    var set = rounds.criteria(round);
    var verified = moment.units();
    var known =
        before != null
                && before.criteria().equals(round.criteriaSha256())
                && before.verified().size() == verified.size()
            ? before
            : Kept.none(set, round);
    var decisions =
        moment.decided().equals(known.decisions().asOf())
            ? known.decisions()
            : decisions(round, set, moment.decided());
    if (decisions == known.decisions() && verified == known.verified()) {
      return known;
    }
    boolean sameDecisions = decisions.areThoseOf(known.decisions());
    boolean first = known.units().isEmpty();
    var answers = new ArrayList<UnitAnswers>();
    for (int i = 0; i < verified.size(); i++) {
      var unit = verified.get(i);
      answers.add(
          !first && sameDecisions && unit == known.verified().get(i)
              ? known.units().get(i).decided()
              : decisions.over(unit));
    }
    var peers = Peers.of(set, answers);
    boolean samePeers = !first && peers.equals(known.peers());
    boolean verifiedPeers =
        peers.equals(Peers.of(set, verified.stream().map(VerifiedUnit::verified).toList()));
    var scorer = new Scorer(set, round.policy(), List.of());
    var units = new ArrayList<CouncilUnit>();
    for (int i = 0; i < verified.size(); i++) {
      var unit = verified.get(i);
      var own = answers.get(i);
      var score = unit.verifiedScore();
      units.add(
          samePeers && unit == known.verified().get(i) && own == known.units().get(i).decided()
              ? known.units().get(i)
              : new CouncilUnit(
                  unit,
                  own,
                  verifiedPeers && own.equals(score.answers()) ? score : scorer.score(own, peers),
                  decisions.changed().getOrDefault(unit.unit().unit(), List.of())));
    }
    return new Kept(
        round.criteriaSha256(), verified, decisions, peers, List.copyOf(units), known.standings());
  }

  private Decisions decisions(Round round, CriteriaSet set, Object asOf) {
    return new Decisions(
        asOf, adjustments.of(round, set), deductions.decided(round), corrected(round, set));
  }

  /** The corrections of deductions that are in force, the earlier first. */
  private List<Correction> corrected(Round round, CriteriaSet set) {
    return round.phase() == Phase.ADOPTED || round.phase() == Phase.PUBLISHED
        ? corrections.of(round, set).reversed().stream()
            .filter(one -> one.kind().deducts() && one.version().isPresent())
            .sorted(Comparator.comparing(one -> one.version().orElse(0)))
            .toList()
        : List.of();
  }
}
