package thangdiem.council;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;
import thangdiem.deduction.Deductions;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Peers;
import thangdiem.scoring.ScoreSheet;
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

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final AdjustmentTable adjustments;
  private final CorrectionTable corrections;
  private final Deductions deductions;

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
    return over(round, sheets.all(round));
  }

  /** The same, read from the database as a whole: for what is decided for ever. */
  List<CouncilUnit> afresh(Round round) {
    return over(round, sheets.afresh(round));
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

  private List<CouncilUnit> over(Round round, List<VerifiedUnit> verified) {
    var set = rounds.criteria(round);
    var changed = adjustments.of(round, set);
    var deducted = deductions.decided(round);
    var corrected = corrected(round, set);
    var answers = new ArrayList<UnitAnswers>();
    for (var unit : verified) {
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
      answers.add(decided);
    }
    var scores = scored(round, set, verified, answers);
    var units = new ArrayList<CouncilUnit>();
    for (int i = 0; i < verified.size(); i++) {
      units.add(
          new CouncilUnit(
              verified.get(i),
              answers.get(i),
              scores.get(i),
              changed.getOrDefault(verified.get(i).unit().unit(), List.of())));
    }
    return List.copyOf(units);
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

  /** Scores only what differs from what was scored already. */
  private static List<ScoreSheet> scored(
      Round round, CriteriaSet set, List<VerifiedUnit> verified, List<UnitAnswers> answers) {
    var peers = Peers.of(set, answers);
    boolean same =
        peers.equals(Peers.of(set, verified.stream().map(VerifiedUnit::verified).toList()));
    var scorer = new Scorer(set, round.policy(), List.of());
    var scores = new ArrayList<ScoreSheet>();
    for (int i = 0; i < verified.size(); i++) {
      var known = verified.get(i).verifiedScore();
      scores.add(
          same && answers.get(i).equals(known.answers())
              ? known
              : scorer.score(answers.get(i), peers));
    }
    return scores;
  }
}
