package thangdiem.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.ScoredCriterion;

/**
 * Lines that units have in common (dòng điểm chung): where few answers decide a criterion, units
 * that answer it alike get the very same line. Among thousands of units it is scored, put into
 * words and kept a few times instead of thousands.
 */
final class SharedLines {

  /** The facts that decide a criterion, and its lines by the group and what was answered. */
  private record Known(List<String> facts, Map<List<@Nullable Object>, ScoreLine> lines) {}

  private final Map<String, Known> byCriterion = new HashMap<>();

  SharedLines(CriteriaSet set) {
    var few = set.decidedByFewAnswers();
    set.scored()
        .filter(criterion -> few.contains(criterion.code()))
        .forEach(criterion ->
            byCriterion.put(
                criterion.code(),
                new Known(List.copyOf(criterion.rule().facts()), new ConcurrentHashMap<>())));
  }

  /** The line of a unit, scored where no other unit of its group has answered so before. */
  ScoreLine of(ScoredCriterion criterion, UnitAnswers answers, Supplier<ScoreLine> scored) {
    var known = byCriterion.get(criterion.code());
    if (known == null) {
      return scored.get();
    }
    var answered = answered(known.facts(), answers);
    var line = known.lines().get(answered);
    return line == null ? known.lines().computeIfAbsent(answered, _ -> scored.get()) : line;
  }

  private static List<@Nullable Object> answered(List<String> facts, UnitAnswers answers) {
    var answered = new @Nullable Object[facts.size() + 1];
    for (int i = 0; i < facts.size(); i++) {
      answered[i] = answers.facts().get(facts.get(i));
    }
    answered[facts.size()] = answers.group();
    return Arrays.asList(answered);
  }
}
