package thangdiem.scoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;

/**
 * How the units of a cohort are scored: for each section its kernels, and what rescaling does to
 * every one of them alike.
 */
final class CohortPlan {

  /**
   * A section for this cohort.
   *
   * @param given hundredths that everybody has: maxima of what does not apply, under {@code
   *     notApplicable: full}
   * @param factor what its sum is rescaled by; 0 where nothing of it counts
   * @param meanWeight what a hundredth of a point adds to the mean of the section percentages, in
   *     the unit of {@link #meanUnit}
   * @param applies whether anything of it applies to these units
   */
  record Part(List<Kernel> kernels, int given, Factor factor, long meanWeight, boolean applies) {}

  /** An exact factor of what is never below 0; results are rounded half-up to whole hundredths. */
  record Factor(long numerator, long denominator) {

    static final Factor ONE = new Factor(1, 1);
    static final Factor NONE = new Factor(0, 1);

    static Factor of(Rational value) {
      return new Factor(value.numerator().longValueExact(), value.denominator().longValueExact());
    }

    long times(long hundredths) {
      if (numerator == denominator) {
        return hundredths;
      }
      long twice = Math.multiplyExact(2 * hundredths, numerator);
      return Math.addExact(twice, denominator) / (2 * denominator);
    }
  }

  private final CriteriaSet set;
  private final Policy policy;
  private final Set<String> notHeld;
  private final Cohort cohort;
  private final KernelCompiler compiler;
  private final List<Part> sections;
  private final List<Kernel> bonus;
  private final List<Kernel> gates;
  private final Factor totalFactor;
  private final long meanUnit;
  private final int limit;
  private long room;

  CohortPlan(CriteriaSet set, Policy policy, Set<String> notHeld, Cohort cohort, Peers peers) {
    this.set = set;
    this.policy = policy;
    this.notHeld = notHeld;
    this.cohort = cohort;
    this.limit = Integer.MAX_VALUE / (set.sections().size() + 1);
    this.room = limit;
    this.compiler = new KernelCompiler(set, policy, cohort, peers, limit);
    var counting = set.scoredSections().stream().filter(this::counts).toList();
    var withMaximum =
        counting.stream().filter(section -> max(section).value().signum() > 0).toList();
    this.meanUnit = meanUnit(set);
    this.sections =
        set.scoredSections().stream()
            .map(section -> part(section, counting.contains(section), withMaximum))
            .toList();
    this.bonus =
        set.sections().stream()
            .filter(Section::bonus)
            .flatMap(section -> kernels(section).stream())
            .toList();
    this.gates = set.gates().stream().map(gate -> compiler.condition(gate.failsWhen())).toList();
    var all = sum(set.scoredSections().stream().map(this::max).toList());
    var part = sum(counting.stream().map(this::max).toList());
    this.totalFactor =
        part.equals(all) || part.equals(Points.NONE)
            ? Factor.ONE
            : Factor.of(all.value().dividedBy(part.value()));
  }

  Cohort cohort() {
    return cohort;
  }

  /** The sections of the scale in printed order. */
  List<Part> sections() {
    return sections;
  }

  List<Kernel> bonus() {
    return bonus;
  }

  /** In the order of the set's gates: points for the units that fail. */
  List<Kernel> gates() {
    return gates;
  }

  /** What no sum of a section may exceed. */
  int limit() {
    return limit;
  }

  /** What the sum of the sections is rescaled by. */
  Factor totalFactor() {
    return totalFactor;
  }

  /**
   * Into how many parts a hundredth of a point is cut, so that the mean of section percentages of
   * any unit of the set is whole.
   */
  long meanUnit() {
    return meanUnit;
  }

  private Part part(Section section, boolean counts, List<Section> withMaximum) {
    var own = own(section);
    boolean applies =
        own.stream()
            .anyMatch(criterion ->
                held(criterion) && !claimed(criterion) && max(criterion).value().signum() > 0);
    var counting = own.stream().filter(this::counts).toList();
    var factor = Factor.ONE;
    if (!counts) {
      factor = Factor.NONE;
    } else if (counting.size() != own.size()) {
      factor =
          Factor.of(
              max(section)
                  .value()
                  .dividedBy(sum(counting.stream().map(this::max).toList()).value()));
    }
    boolean full = policy.notApplicable() == Policy.NotApplicable.FULL;
    var given =
        full
            ? sum(own.stream().filter(this::held).filter(this::claimed).map(this::max).toList())
            : Points.NONE;
    return new Part(
        kernels(section),
        Kernel.hundredths(given),
        factor,
        withMaximum.contains(section) ? meanWeight(section, withMaximum.size()) : 0,
        applies);
  }

  private long meanWeight(Section section, int sections) {
    return set.scale(cohort.group())
        .value()
        .times(Rational.of(meanUnit))
        .dividedBy(max(section).value().times(Rational.of(sections)))
        .numerator()
        .longValueExact();
  }

  /** As in {@link Scorer}: a section counts unless all that is in it is left out. */
  private boolean counts(Section section) {
    var own = own(section);
    var counting = own.stream().filter(this::counts).toList();
    return counting.size() == own.size()
        || !sum(counting.stream().map(this::max).toList()).equals(Points.NONE);
  }

  private boolean counts(ScoredCriterion criterion) {
    return held(criterion)
        && (policy.notApplicable() != Policy.NotApplicable.RESCALE_SECTION || !claimed(criterion));
  }

  private boolean held(ScoredCriterion criterion) {
    return !notHeld.contains(criterion.code());
  }

  private boolean claimed(ScoredCriterion criterion) {
    return cohort.notApplicable().contains(criterion.code());
  }

  /** None where the group does not have the section: then nothing of it adds to anything. */
  private Points max(Section section) {
    return section.maxPoints().of(cohort.group()).orElse(Points.NONE);
  }

  private Points max(ScoredCriterion criterion) {
    return criterion.maxPoints().of(cohort.group()).orElse(Points.NONE);
  }

  private List<ScoredCriterion> own(Section section) {
    return section
        .scored()
        .filter(criterion -> criterion.maxPoints().of(cohort.group()).isPresent())
        .toList();
  }

  private List<Kernel> kernels(Section section) {
    var kernels = new ArrayList<Kernel>();
    own(section).stream()
        .filter(this::held)
        .filter(Predicate.not(this::claimed))
        .forEach(criterion -> add(kernels, criterion));
    return joined(kernels);
  }

  /** Questions with the same points are counted together. */
  private static List<Kernel> joined(List<Kernel> kernels) {
    var joined = new ArrayList<Kernel>();
    var questions = new TreeMap<Integer, List<byte[]>>();
    for (var kernel : kernels) {
      if (kernel instanceof Kernel.YesNo(var own, var points)) {
        questions.computeIfAbsent(points, _ -> new ArrayList<>()).addAll(own);
      } else {
        joined.add(kernel);
      }
    }
    questions.forEach((points, own) ->
        own.stream()
            .gather(Gatherers.windowFixed(Kernel.YesNo.MOST_QUESTIONS))
            .forEach(some -> joined.add(new Kernel.YesNo(some, points))));
    return joined;
  }

  /**
   * The sums of all sections are added up in ints, so kernels are used as long as all of them
   * together cannot go beyond the limit.
   */
  private void add(List<Kernel> kernels, ScoredCriterion criterion) {
    compiler
        .kernel(criterion, max(criterion))
        .ifPresent(kernel -> {
          boolean fits = Math.max(kernel.most(), room) == room;
          room -= fits ? kernel.most() : 0;
          kernels.add(fits ? kernel : compiler.singly(criterion, max(criterion)));
        });
  }

  private static Points sum(List<Points> points) {
    return points.stream().reduce(Points.NONE, Points::plus);
  }

  private static long meanUnit(CriteriaSet set) {
    var unit = BigInteger.ONE;
    int most = set.scoredSections().size();
    for (var section : set.scoredSections()) {
      for (var own : section.maxPoints().byGroup().entrySet()) {
        var max = own.getValue();
        if (max.value().signum() > 0) {
          unit =
              IntStream.rangeClosed(1, most)
                  .mapToObj(n ->
                      set.scale(own.getKey())
                          .value()
                          .dividedBy(max.value().times(Rational.of(n)))
                          .denominator())
                  .reduce(unit, CohortPlan::common);
        }
      }
    }
    return unit.longValueExact();
  }

  private static BigInteger common(BigInteger one, BigInteger other) {
    return one.divide(one.gcd(other)).multiply(other);
  }
}
