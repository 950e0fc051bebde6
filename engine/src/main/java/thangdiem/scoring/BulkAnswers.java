package thangdiem.scoring;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Gate;
import thangdiem.criteria.ScoringRule;

/**
 * The answers of very many units (số liệu của rất nhiều đơn vị): columns of small numbers instead
 * of objects, about 150 bytes a unit under Decision 1663. Units are known by their place in the
 * order in which they were added.
 */
public final class BulkAnswers {

  private final List<Cohort> cohorts;
  private final int size;

  private BulkAnswers(List<Cohort> cohorts, int size) {
    this.cohorts = cohorts;
    this.size = size;
  }

  /** Those units' answers in columns. */
  public static BulkAnswers of(CriteriaSet set, Collection<UnitAnswers> units) {
    var builder = new Builder(set);
    units.forEach(builder::add);
    return builder.build();
  }

  /** How many units there are. */
  public int size() {
    return size;
  }

  List<Cohort> cohorts() {
    return cohorts;
  }

  /**
   * All units' answers as far as points depend on them, cohort by cohort, each made when it is
   * asked for.
   */
  List<UnitAnswers> units() {
    return new AbstractList<>() {
      @Override
      public UnitAnswers get(int index) {
        int before = 0;
        for (var cohort : cohorts) {
          if (index < before + cohort.size()) {
            return cohort.answers(index - before);
          }
          before += cohort.size();
        }
        throw new IndexOutOfBoundsException(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** Takes units one by one, so that they need never be in memory as objects at the same time. */
  public static final class Builder {

    /**
     * Claims of not-applicable come in a few kinds; where everybody has a kind of their own,
     * columns would cost more than they save.
     */
    private static final int MOST_COHORTS = 1000;

    private record Kind(String group, Set<String> notApplicable) {}

    private final CriteriaSet set;
    private final Set<FactDefinition> scored;
    private final Map<List<String>, Set<String>> claims = new HashMap<>();
    private final Map<Kind, Cohort> cohorts = new LinkedHashMap<>();
    private int size;

    /** Answers to that set. */
    public Builder(CriteriaSet set) {
      this.set = set;
      this.scored = scored(set);
    }

    private static Set<FactDefinition> scored(CriteriaSet set) {
      var ids = new LinkedHashSet<String>();
      set.scored()
          .filter(criterion -> !(criterion.rule() instanceof ScoringRule.Information))
          .forEach(criterion -> ids.addAll(criterion.rule().facts()));
      set.gates().stream().map(Gate::failsWhen).forEach(condition -> ids.addAll(condition.facts()));
      var facts = new LinkedHashSet<FactDefinition>();
      set.facts().values().stream().filter(fact -> ids.contains(fact.id())).forEach(facts::add);
      return facts;
    }

    /** Adds a unit; returns its place. */
    public int add(UnitAnswers unit) {
      var kind = new Kind(unit.group(), claims.computeIfAbsent(unit.notApplicable(), this::codes));
      if (cohorts.containsKey(kind) || cohorts.size() < MOST_COHORTS) {
        cohort(kind).add(size, unit);
      } else {
        cohort(new Kind(unit.group(), Set.of())).addApart(size, unit);
      }
      return size++;
    }

    private Cohort cohort(Kind kind) {
      return cohorts.computeIfAbsent(
          kind, _ -> new Cohort(kind.group(), kind.notApplicable(), scored));
    }

    private Set<String> codes(List<String> claimed) {
      var codes = new HashSet<String>();
      claimed.forEach(code -> codes.addAll(set.scoredBelow(code)));
      return codes;
    }

    /** All that were added; nothing may be added afterwards. */
    public BulkAnswers build() {
      cohorts.values().forEach(Cohort::close);
      return new BulkAnswers(List.copyOf(cohorts.values()), size);
    }
  }
}
