package thangdiem.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.CriteriaSource;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Scorer;
import thangdiem.words.BadInput;

/**
 * What each switch of the policy would have done to last year's answers (tác động của mỗi lựa
 * chọn): how many units would stand elsewhere, or be graded otherwise.
 */
@Component
class PolicyEffects {

  private static final int EXAMPLES = 3;

  private final RoundTable table;

  PolicyEffects(RoundTable table) {
    this.table = table;
  }

  /**
   * The effects of every value of every setting, by setting and value; empty where there are no
   * earlier answers that fit the criteria set.
   */
  Map<String, Map<String, PolicyEffect>> of(Round round, CriteriaSource source) {
    return earlier(round, source.file().set())
        .map(answers -> effects(source.file().set(), round.policy(), answers))
        .orElse(Map.of());
  }

  private static Map<String, Map<String, PolicyEffect>> effects(
      CriteriaSet set, Policy policy, Answers answers) {
    var now = ranked(set, policy, answers);
    var effects = new LinkedHashMap<String, Map<String, PolicyEffect>>();
    PolicyChoices.VALUES.forEach((key, values) -> {
      var ofKey = new LinkedHashMap<String, PolicyEffect>();
      for (var value : values) {
        ofKey.put(value, effect(now, ranked(set, policy.with(key, value), answers)));
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
    int ranks = 0;
    int grades = 0;
    var examples = new ArrayList<String>();
    for (int i = 0; i < now.units().size(); i++) {
      Standing before = now.units().get(i);
      Standing after = then.units().get(i);
      boolean rank = before.overall().inGroup() != after.overall().inGroup();
      boolean grade = !before.sheet().grade().equals(after.sheet().grade());
      ranks += rank ? 1 : 0;
      grades += grade ? 1 : 0;
      if ((rank || grade) && examples.size() < EXAMPLES) {
        examples.add(before.sheet().answers().name());
      }
    }
    return new PolicyEffect(ranks, grades, List.copyOf(examples));
  }

  /** The answers of the latest earlier round that has any, read under the new set. */
  private Optional<Answers> earlier(Round round, CriteriaSet set) {
    for (var other : table.all()) {
      if (other.year() < round.year()) {
        var answers = read(other, set);
        if (answers.isPresent()) {
          return answers;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Answers> read(Round other, CriteriaSet set) {
    var values = table.answers(other.id());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          AnswersJson.read(
              "answers", json(set, table.units(other.id()), values), set, Optional.empty()));
    } catch (BadInput e) {
      return Optional.empty(); // Facts of another year's set: nothing to compare by.
    }
  }

  private static String json(
      CriteriaSet set, List<RoundUnit> units, Map<UUID, Map<String, String>> values) {
    return units.stream()
        .map(unit ->
            "{\"unit\":\"%s\",\"name\":%s,\"group\":\"%s\",\"facts\":{%s}}"
                .formatted(
                    unit.code(),
                    quoted(unit.name()),
                    unit.group(),
                    values.getOrDefault(unit.unit(), Map.of()).entrySet().stream()
                        .filter(fact -> set.facts().containsKey(fact.getKey()))
                        .map(fact -> "\"" + fact.getKey() + "\":" + fact.getValue())
                        .collect(Collectors.joining(","))))
        .collect(
            Collectors.joining(
                ",",
                "{\"criteria\":\"%s\",\"year\":%d,\"units\":[".formatted(set.id(), set.year()),
                "]}"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
