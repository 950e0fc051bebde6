package thangdiem.exchange;

import java.util.List;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Scorer;

/**
 * A round from answers to ranks: what a result is made of, and all that it takes to make it again.
 *
 * @param source the criteria set as read
 */
public record Round(CriteriaSource source, Answers answers, Standings standings) {

  /** Scores and ranks the answers. */
  public static Round of(CriteriaSource source, Answers answers, Policy policy) {
    var set = source.file().set();
    var sheets = new Scorer(set, policy, answers.notHeld()).score(List.copyOf(answers.units()));
    return new Round(source, answers, Standings.of(set, policy, sheets));
  }
}
