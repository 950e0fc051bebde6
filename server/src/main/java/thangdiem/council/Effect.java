package thangdiem.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Points;
import thangdiem.ranking.FollowedStandings;
import thangdiem.ranking.Rank;
import thangdiem.ranking.Standing;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.Peers;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/**
 * What a decision would do (tác động của kiến nghị), to its unit and to all others: seen before
 * anybody votes, and the same after.
 *
 * @param before the unit's sheet as it stands
 * @param moved the unit itself first, then every other one whose total, grade or rank changes
 */
public record Effect(ScoreSheet before, ScoreSheet after, List<Move> moved) {

  /** A unit and what becomes of it. */
  public record Move(
      RoundUnit unit,
      Points totalBefore,
      Points totalAfter,
      Grade gradeBefore,
      Grade gradeAfter,
      Rank rankBefore,
      Rank rankAfter) {

    boolean isNone() {
      return totalBefore.equals(totalAfter)
          && gradeBefore.equals(gradeAfter)
          && rankBefore.equals(rankAfter);
    }

    public Points change() {
      return totalAfter.minus(totalBefore);
    }
  }

  /** Scores and ranks again with other answers of one unit. */
  static Effect of(
      Round round, CriteriaSet set, List<CouncilUnit> units, String unit, UnitAnswers changed) {
    var answers =
        units.stream()
            .map(one -> one.unit().code().equals(unit) ? changed : one.decided())
            .toList();
    var peers = Peers.of(set, answers);
    boolean same = peers.equals(Peers.of(set, units.stream().map(CouncilUnit::decided).toList()));
    var scorer = new Scorer(set, round.policy(), List.of());
    var before = units.stream().map(CouncilUnit::decidedScore).toList();
    var after = new ArrayList<ScoreSheet>();
    for (int i = 0; i < units.size(); i++) {
      after.add(
          same && answers.get(i).equals(before.get(i).answers())
              ? before.get(i)
              : scorer.score(answers.get(i), peers));
    }
    var standings = new FollowedStandings(set, round.policy(), before);
    var then = standings.now().units();
    var now = standings.of(after).units();
    var own = new ArrayList<Move>();
    var others = new ArrayList<Move>();
    int at = 0;
    for (int i = 0; i < units.size(); i++) {
      var move = move(units.get(i).unit(), then.get(i), now.get(i));
      if (units.get(i).unit().code().equals(unit)) {
        at = i;
        own.add(move);
      } else if (!move.isNone()) {
        others.add(move);
      }
    }
    own.addAll(others);
    return new Effect(before.get(at), after.get(at), List.copyOf(own));
  }

  private static Move move(RoundUnit unit, Standing then, Standing now) {
    return new Move(
        unit,
        then.sheet().total(),
        now.sheet().total(),
        then.sheet().grade(),
        now.sheet().grade(),
        then.overall(),
        now.overall());
  }

  public Move own() {
    return moved.getFirst();
  }

  /** Those others that move with it. */
  public List<Move> others() {
    return moved.subList(1, moved.size());
  }

  static Optional<ScoreLine> line(ScoreSheet sheet, String code) {
    return sheet.lines().stream().filter(line -> line.criterion().code().equals(code)).findFirst();
  }

  /** For the minutes. */
  Conclusion.Change change(String code) {
    var own = own();
    return new Conclusion.Change(
        line(before, code).map(line -> line.points().toString()).orElse(""),
        line(after, code).map(line -> line.points().toString()).orElse(""),
        own.totalBefore().toString(),
        own.totalAfter().toString(),
        own.gradeBefore().name(),
        own.gradeAfter().name(),
        own.rankBefore().inGroup(),
        own.rankAfter().inGroup());
  }
}
