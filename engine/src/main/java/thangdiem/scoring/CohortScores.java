package thangdiem.scoring;

import java.util.Arrays;
import java.util.List;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/** Carries out a {@link CohortPlan} and enters what comes out into the scores of all. */
final class CohortScores {

  private static final Rational HUNDRED = Rational.of(100);

  private final CohortPlan plan;
  private final Cohort cohort;
  private final BulkScores scores;
  private final CriteriaSet set;
  private final Policy policy;
  private final Scorer scorer;
  private final Peers peers;
  private final byte group;
  private final int[] floors;
  private final int[] capOfGate;

  CohortScores(CohortPlan plan, BulkScores scores, Scorer scorer, Peers peers) {
    this.plan = plan;
    this.cohort = plan.cohort();
    this.scores = scores;
    this.set = scores.set();
    this.policy = scores.policy();
    this.scorer = scorer;
    this.peers = peers;
    this.group = (byte) scores.groups().indexOf(cohort.group());
    this.floors =
        set.grades().highestFirst().stream()
            .mapToInt(grade -> grade.floor(cohort.group()).map(CohortScores::reaching).orElse(0))
            .toArray();
    // The last grade is for everybody.
    this.floors[floors.length - 1] = 0;
    this.capOfGate =
        set.gates().stream()
            .mapToInt(
                gate -> set.grades().highestFirst().indexOf(set.grades().named(gate.gradeAtMost())))
            .toArray();
  }

  /** The least whole hundredths that reach a floor. */
  private static int reaching(Points floor) {
    var hundredths = floor.value().times(HUNDRED);
    return hundredths
        .numerator()
        .negate()
        .divide(hundredths.denominator())
        .negate()
        .intValueExact();
  }

  /** Marks where these units have no rank. */
  void sayWhatDoesNotApply() {
    for (int section = 0; section < plan.sections().size(); section++) {
      if (!plan.sections().get(section).applies()) {
        for (int unit = 0; unit < cohort.size(); unit++) {
          scores.without(section).set(cohort.place(unit));
        }
      }
    }
  }

  /** Scores those units. */
  void score(int from, int to) {
    var block = new Block();
    var sections = new int[plan.sections().size()][Block.SIZE];
    var bonus = new int[Block.SIZE];
    var gates = new int[plan.gates().size()][Block.SIZE];
    for (int start = from; start != to; start = block.end()) {
      block.at(start, Math.min(to, start + Block.SIZE));
      for (int section = 0; section < sections.length; section++) {
        var part = plan.sections().get(section);
        Arrays.fill(sections[section], part.given());
        add(part.kernels(), block, sections[section]);
        rescale(part.factor(), sections[section], block.units());
      }
      Arrays.fill(bonus, 0);
      add(plan.bonus(), block, bonus);
      for (int gate = 0; gate < gates.length; gate++) {
        Arrays.fill(gates[gate], 0);
        add(List.of(plan.gates().get(gate)), block, gates[gate]);
      }
      enter(block, sections, bonus, gates);
      if (policy.zeroDenominator() == Policy.ZeroDenominator.NOT_APPLICABLE) {
        scoreWhatIsOverZero(block);
      }
    }
  }

  private static void add(List<Kernel> kernels, Block block, int[] sums) {
    block.into(sums);
    for (var kernel : kernels) {
      kernel.add(block);
    }
  }

  private void rescale(CohortPlan.Factor factor, int[] sums, int units) {
    if (!factor.equals(CohortPlan.Factor.ONE)) {
      for (int i = 0; i < units; i++) {
        sums[i] = Kernel.within(factor.times(sums[i]), plan.limit());
      }
    }
  }

  private void enter(Block block, int[][] sections, int[] bonus, int[][] gates) {
    var totals = block.points();
    Arrays.fill(totals, 0);
    for (var sums : sections) {
      plus(sums, totals);
    }
    rescale(plan.totalFactor(), totals, block.units());
    if (policy.bonusInTotal()) {
      plus(bonus, totals);
    }
    // No total is below 0 here: kernels give none below it, and units with deductions stand apart.
    var places = cohort.places(block.from(), block.units());
    for (int section = 0; section < sections.length; section++) {
      put(sections[section], places, scores.section(section));
    }
    put(bonus, places, scores.bonus());
    put(totals, places, scores.totals());
    for (int i = 0; i < places.length; i++) {
      scores.gradeOf()[places[i]] = (byte) grade(totals[i], best(gates, i));
      scores.groupOf()[places[i]] = group;
    }
    if (policy.overall() == Policy.Overall.MEAN_OF_SECTION_PERCENTAGES) {
      for (int i = 0; i < places.length; i++) {
        scores.byMean()[places[i]] = byMean(sections, i, policy.bonusInTotal() ? bonus[i] : 0);
      }
    }
  }

  private static void plus(int[] more, int[] sums) {
    for (int i = 0; i < Block.SIZE; i++) {
      sums[i] += more[i];
    }
  }

  private static void put(int[] values, int[] places, int[] into) {
    for (int i = 0; i < places.length; i++) {
      into[places[i]] = values[i];
    }
  }

  /** The best grade that the gates leave open. */
  private int best(int[][] gates, int i) {
    int best = 0;
    for (int gate = 0; gate < gates.length; gate++) {
      best = gates[gate][i] > 0 ? Math.max(best, capOfGate[gate]) : best;
    }
    return best;
  }

  private int grade(int total, int best) {
    int grade = best;
    while (total < floors[grade]) {
      grade++;
    }
    return grade;
  }

  private long byMean(int[][] sections, int i, long beside) {
    long mean = Math.multiplyExact(beside, plan.meanUnit());
    for (int section = 0; section < sections.length; section++) {
      mean =
          Math.addExact(
              mean,
              Math.multiplyExact(sections[section][i], plan.sections().get(section).meanWeight()));
    }
    return mean;
  }

  private void scoreWhatIsOverZero(Block block) {
    for (int unit = block.from(); unit < block.from() + block.units(); unit++) {
      if (isOverZero(unit)) {
        scoreApart(unit);
      }
    }
  }

  /** In a bonus it earns nothing whatever the policy, and no section is rescaled for it. */
  private boolean isOverZero(int unit) {
    return plan.sections().stream()
        .flatMap(part -> part.kernels().stream())
        .anyMatch(kernel -> kernel.overZero(unit));
  }

  /** Scores one unit by the scorer itself. */
  void scoreApart(int unit) {
    int place = cohort.place(unit);
    var sheet = scorer.score(cohort.answers(unit), peers);
    var codes = set.scoredSections();
    for (int section = 0; section < codes.size(); section++) {
      var code = codes.get(section).code();
      var own =
          sheet.sections().stream()
              .filter(score -> score.section().code().equals(code))
              .findFirst();
      scores.section(section)[place] =
          own.map(score -> Kernel.hundredths(score.points())).orElse(0);
      synchronized (scores) {
        scores.without(section).set(place, own.map(score -> !score.applies()).orElse(true));
      }
    }
    scores.bonus()[place] = Kernel.hundredths(sheet.bonus());
    scores.totals()[place] = Kernel.hundredths(sheet.total());
    scores.gradeOf()[place] = (byte) set.grades().highestFirst().indexOf(sheet.grade());
    scores.groupOf()[place] = group;
    if (policy.overall() == Policy.Overall.MEAN_OF_SECTION_PERCENTAGES) {
      scores.byMean()[place] =
          sheet
              .byMean()
              .value()
              .times(HUNDRED)
              .times(Rational.of(plan.meanUnit()))
              .numerator()
              .longValueExact();
    }
  }
}
