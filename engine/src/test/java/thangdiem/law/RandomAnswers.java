package thangdiem.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/**
 * Made-up answers to any criteria set, within the limits of its facts, the same for the same seed.
 */
final class RandomAnswers {

  private final CriteriaSet set;
  private final SplittableRandom random;

  RandomAnswers(CriteriaSet set, long seed) {
    this.set = set;
    this.random = new SplittableRandom(seed);
  }

  List<UnitAnswers> units(int count) {
    var units = new ArrayList<UnitAnswers>();
    for (int i = 0; i < count; i++) {
      units.add(unit("u" + i));
    }
    return units;
  }

  UnitAnswers unit(String id) {
    var group = set.groups().get(random.nextInt(set.groups().size())).id();
    return new UnitAnswers(
        id, "Đơn vị " + id, group, facts(), facts(), List.of(), List.of(), Optional.empty(), true);
  }

  private Map<String, Fact> facts() {
    var facts = new HashMap<String, Fact>();
    for (var definition : set.facts().values()) {
      if (random.nextInt(15) > 0) {
        facts.put(definition.id(), random.nextInt(20) == 0 ? new Fact.None() : fact(definition));
      }
    }
    return facts;
  }

  private Fact fact(FactDefinition definition) {
    return switch (definition.type()) {
      case COUNT -> new Fact.Amount(whole(definition));
      case DECIMAL ->
          new Fact.Amount(
              whole(definition).plus(Rational.of(random.nextInt(100), 100)).min(definition.max()));
      case BOOLEAN -> new Fact.YesNo(random.nextBoolean());
      case DATE -> new Fact.Day(LocalDate.of(set.year() - 1, 1, 1).plusDays(random.nextInt(1000)));
      case CHOICE ->
          new Fact.Chosen(
              definition.options().get(random.nextInt(definition.options().size())).id());
      case TEXT -> new Fact.Words("chữ " + random.nextInt(10));
    };
  }

  private Rational whole(FactDefinition definition) {
    var width = definition.max().minus(definition.min()).min(Rational.of(1000));
    return definition
        .min()
        .plus(
            Rational.of(
                random.nextLong(
                    width.numerator().longValue() / width.denominator().longValue() + 1)));
  }
}
