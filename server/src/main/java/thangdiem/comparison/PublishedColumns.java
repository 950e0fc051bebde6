package thangdiem.comparison;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.AnswersJson;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Peers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published bundle as its three columns (tự đánh giá, thẩm định, quyết định), each scored.
 *
 * @param reasons findings.json: why columns differ
 * @param robustness robustness.json; absent where none was published
 */
record PublishedColumns(
    Scorer scorer,
    Peers peers,
    Standings claimed,
    Standings verified,
    Standings decided,
    List<JsonNode> reasons,
    Optional<JsonNode> robustness) {

  static PublishedColumns of(Map<String, byte[]> files, CriteriaSet set, Policy policy) {
    var decided = answers(files, "answers.json", set);
    var scorer = new Scorer(set, policy, decided.notHeld());
    return new PublishedColumns(
        scorer,
        Peers.of(set, decided.units()),
        standings(set, policy, scorer, answers(files, "claimed.json", set)),
        standings(set, policy, scorer, answers(files, "verified.json", set)),
        standings(set, policy, scorer, decided),
        json(files, "findings.json").valueStream().toList(),
        files.containsKey("robustness.json")
            ? Optional.of(json(files, "robustness.json"))
            : Optional.empty());
  }

  private static Standings standings(
      CriteriaSet set, Policy policy, Scorer scorer, Answers answers) {
    return Standings.of(set, policy, scorer.score(List.copyOf(answers.units())));
  }

  private static Answers answers(Map<String, byte[]> files, String name, CriteriaSet set) {
    return AnswersJson.read(name, text(files, name), set, Optional.empty());
  }

  private static JsonNode json(Map<String, byte[]> files, String name) {
    return JsonMapper.shared().readTree(text(files, name));
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(Optional.ofNullable(files.get(name)).orElseThrow(), StandardCharsets.UTF_8);
  }

  /** The sheets of those that are ranked with a unit, itself among them. */
  List<ScoreSheet> group(UnitAnswers unit) {
    return decided.units().stream()
        .map(Standing::sheet)
        .filter(sheet -> sheet.answers().group().equals(unit.group()))
        .toList();
  }

  /** Why columns differ about that criterion of that unit. */
  List<String> reasons(String unit, String code) {
    return reasons.stream()
        .filter(one -> one.path("unit").asString("").equals(unit))
        .filter(one -> decided.set().scoredBelow(one.path("code").asString("")).contains(code))
        .map(one -> one.path("reason").asString(""))
        .filter(reason -> !reason.isEmpty())
        .distinct()
        .toList();
  }

  /** Between which ranks of its group the unit stays when section weights are shifted a little. */
  Optional<ComparisonPage.Interval> interval(String unit) {
    return robustness.stream()
        .flatMap(measured -> measured.path("units").valueStream())
        .filter(one -> one.path("unit").asString("").equals(unit))
        .map(one -> one.path("weights"))
        .map(spread ->
            new ComparisonPage.Interval(
                spread.path("lowInGroup").asInt(0), spread.path("highInGroup").asInt(0)))
        .filter(interval -> interval.from() > 0)
        .findFirst();
  }
}
