package thangdiem.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.CriteriaSource;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Scorer;
import thangdiem.words.BadInput;

/**
 * What each switch of the policy would have done to last year's answers (tác động của mỗi lựa
 * chọn): which units would stand elsewhere, or be graded otherwise.
 */
@Component
class PolicyEffects {

  /** The answers of an earlier round, read under the set of this one. */
  record Earlier(Round round, Answers answers) {}

  private final RoundTable table;
  private final RoundAnswers answers;

  PolicyEffects(RoundTable table, RoundAnswers answers) {
    this.table = table;
    this.answers = answers;
  }

  /** The effects of every value of every setting, by setting and value. */
  Map<String, Map<String, PolicyEffect>> of(CriteriaSet set, Policy policy, Earlier earlier) {
    var now = ranked(set, policy, earlier.answers());
    var effects = new LinkedHashMap<String, Map<String, PolicyEffect>>();
    PolicyChoices.VALUES.forEach((key, values) -> {
      var ofKey = new LinkedHashMap<String, PolicyEffect>();
      for (var value : values) {
        ofKey.put(value, effect(now, ranked(set, policy.with(key, value), earlier.answers())));
      }
      effects.put(key, ofKey);
    });
    return effects;
  }

  private static Standings ranked(CriteriaSet set, Policy policy, Answers answers) {
    return Standings.of(
        set, policy, new Scorer(set, policy, answers.notHeld()).score(answers.units()));
  }

  private static PolicyEffect effect(Standings now, Standings then) {
    var changes = new ArrayList<PolicyEffect.Change>();
    for (int i = 0; i < now.units().size(); i++) {
      var before = now.units().get(i);
      var after = then.units().get(i);
      var change =
          new PolicyEffect.Change(
              before.sheet().answers().name(),
              before.overall().inGroup(),
              after.overall().inGroup(),
              before.sheet().grade().name(),
              after.sheet().grade().name());
      if (change.rank() || change.grade()) {
        changes.add(change);
      }
    }
    return new PolicyEffect(changes);
  }

  /** The answers of the latest earlier round that has any, where this set can read them. */
  Optional<Earlier> earlier(Round round, CriteriaSource source) {
    return table
        .latestAnsweredBefore(round.year())
        .flatMap(other -> read(other, source.file().set()));
  }

  private Optional<Earlier> read(Round other, CriteriaSet set) {
    try {
      return answers
          .of(other, set, "", false)
          .filter(read -> read.units().stream().anyMatch(unit -> !unit.facts().isEmpty()))
          .map(read -> new Earlier(other, read));
    } catch (BadInput e) {
      return Optional.empty(); // Facts of another year's set: nothing to compare by.
    }
  }
}
