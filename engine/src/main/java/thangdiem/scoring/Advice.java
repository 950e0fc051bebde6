package thangdiem.scoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/**
 * The cheapest points that a unit could still win (điểm còn có thể thêm): of each fact that it can
 * improve, the least improvement that earns anything and the least that earns all there is. Each
 * promise is the difference of two totals, so what it costs elsewhere is in it; nothing is promised
 * that a cross-check of the set would question, or that counts more than all there is.
 */
public final class Advice {

  /** How many further values of a fact are tried whose rise may cost points elsewhere. */
  public static final int FARTHEST = AdviceSearch.FARTHEST;

  private final Trial start;
  private final AdviceSearch search;
  private final List<Opportunity> opportunities;

  /** What is known about a fact that can be improved, and by how much. */
  public record Opportunity(FactDefinition fact, Optional<Fact> now, List<Step> steps) {

    /** What a point costs at best. */
    Rational effort() {
      return steps.stream().map(Step::effort).reduce(Rational::min).orElseThrow();
    }
  }

  /**
   * An improvement of a fact.
   *
   * @param by how many more; 1 for what is not counted
   * @param gain what the total is more
   * @param effects where it comes from
   */
  public record Step(Fact to, Rational by, Points gain, List<Effect> effects) {

    /** What one point costs: how many more for it. */
    Rational effort() {
      return by.max(Rational.ONE).dividedBy(gain.value());
    }
  }

  /** What a criterion earns more, or less. */
  public record Effect(String code, Points difference) {}

  /**
   * What lifts a total by so much (việc cần làm để lên loại): improvements that do it together.
   *
   * @param gain what all of them bring; less than what was asked for where no more can be had
   */
  public record Plan(List<Opportunity> actions, Points gain) {

    public boolean reaches(Points needed) {
      return gain.compareTo(needed) >= 0;
    }
  }

  private Advice(Trial start, AdviceSearch search, List<Opportunity> opportunities) {
    this.start = start;
    this.search = search;
    this.opportunities = opportunities;
  }

  /**
   * What those answers could still win.
   *
   * @param today before which nothing can be issued any more
   */
  public static Advice of(
      CriteriaSet set, Scorer scorer, Peers peers, UnitAnswers answers, LocalDate today) {
    var start = Trial.of(scorer, peers, answers);
    var search = new AdviceSearch(set, start, today);
    return new Advice(
        start,
        search,
        set.facts().values().stream()
            .flatMap(fact -> search.of(fact).stream())
            .sorted(Comparator.comparing(Opportunity::effort))
            .toList());
  }

  /** The most points for the least effort first. */
  public List<Opportunity> opportunities() {
    return opportunities;
  }

  /** The cheapest improvements that bring so many points together, none of them idle. */
  public Plan toWin(Points needed) {
    return new AdvicePlan(start, search, needed).of(opportunities);
  }
}
