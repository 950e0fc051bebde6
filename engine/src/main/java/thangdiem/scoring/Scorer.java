package thangdiem.scoring;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import thangdiem.criteria.Check;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.DeductionKind;
import thangdiem.criteria.Gate;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;

/**
 * Scores units under a criteria set and a policy (chấm điểm). Pure: the same set, policy, answers
 * and peers always give the same sheet. One unit's answers move another's points only where a rule
 * compares units.
 */
public final class Scorer {

  /** +07:00, the only zone of the decisions. */
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private static final Points NEAR = Points.of(1);
  private static final Rational HUNDRED = Rational.of(100);

  private final CriteriaSet set;
  private final Policy policy;
  private final Set<String> notHeld;
  private final OffsetDateTime deadline;
  private final Map<String, Set<String>> below = new ConcurrentHashMap<>();
  private final Set<String> bonus = new HashSet<>();
  private final Map<String, Set<String>> readers = new HashMap<>();
  private final SharedLines shared;

  /** The scored criteria of each section, by its code. */
  private final Map<String, List<ScoredCriterion>> criteria = new HashMap<>();

  /** The code of the section in which a criterion stands, by the criterion's. */
  private final Map<String, String> sectionOf = new HashMap<>();

  /**
   * A scorer for a round.
   *
   * @param notHeld codes of blocks that the round left out
   */
  public Scorer(CriteriaSet set, Policy policy, Collection<String> notHeld) {
    this.set = set;
    this.policy = policy;
    this.notHeld = new HashSet<>();
    notHeld.forEach(code -> this.notHeld.addAll(set.scoredBelow(code)));
    set.sections().stream()
        .filter(Section::bonus)
        .flatMap(Section::scored)
        .forEach(criterion -> bonus.add(criterion.code()));
    set.scored()
        .forEach(criterion -> {
          for (var fact : criterion.rule().facts()) {
            readers.computeIfAbsent(fact, _ -> new HashSet<>()).add(criterion.code());
          }
        });
    for (var section : set.sections()) {
      criteria.put(section.code(), section.scored().toList());
      section.scored().forEach(criterion -> sectionOf.put(criterion.code(), section.code()));
    }
    this.deadline = policy.deadline().orElseGet(() -> deadline(set));
    this.shared = new SharedLines(set);
  }

  /**
   * The first instant at which a report is late under the set itself: "trước ngày 15 tháng 12" is
   * 15/12 00:00 +07:00.
   */
  public static OffsetDateTime deadline(CriteriaSet set) {
    return set.deadline().at().in(set.year()).atStartOfDay().atOffset(VIETNAM);
  }

  /** The sheets of all units, in the order given. */
  public List<ScoreSheet> score(List<UnitAnswers> units) {
    var peers = Peers.of(set, units);
    return units.parallelStream().map(unit -> score(unit, peers)).toList();
  }

  /** The sheet of one unit among its peers. */
  public ScoreSheet score(UnitAnswers answers, Peers peers) {
    var rules = new RuleScorer(answers, peers, policy, set.year());
    var claimed = claimed(answers);
    var lines = new ArrayList<ScoreLine>();
    for (var section : set.sections()) {
      for (var criterion : criteria(section)) {
        criterion
            .maxPoints()
            .of(answers.group())
            .ifPresent(
                max -> lines.add(line(answers, rules, criterion, section.bonus(), max, claimed)));
      }
    }
    return sheet(answers, List.copyOf(lines), failedGates(answers), failedChecks(answers));
  }

  /**
   * The sheet as it would be had the round not held those criteria either; no rule is looked at
   * again.
   */
  public ScoreSheet leavingOut(Set<String> codes, ScoreSheet sheet) {
    var lines =
        sheet.lines().stream()
            .map(line ->
                codes.contains(line.criterion().code())
                    ? setAside(line.criterion(), line.max(), Points.NONE, EnumSet.of(Flag.NOT_HELD))
                    : line)
            .toList();
    return sheet(sheet.answers(), lines, sheet.failedGates(), sheet.failedChecks());
  }

  /** The sheet after a change of those facts, and of nothing else. */
  ScoreSheet changed(ScoreSheet before, UnitAnswers answers, Peers peers, Set<String> facts) {
    var lines = linesAfter(before, answers, peers, facts);
    return lines.equals(before.lines())
        ? before
        : sheet(answers, lines, failedGates(answers), failedChecks(answers));
  }

  /**
   * Whether some criterion earns more after that change, or begins or ceases to count; where none
   * does, no total is higher.
   */
  boolean mayRise(ScoreSheet before, UnitAnswers answers, Peers peers, Set<String> facts) {
    var lines = linesAfter(before, answers, peers, facts);
    for (int i = 0; i < lines.size(); i++) {
      var now = lines.get(i);
      var was = before.lines().get(i);
      if (!now.points().min(was.points()).equals(now.points()) || now.counts() != was.counts()) {
        return true;
      }
    }
    return false;
  }

  private List<ScoreLine> linesAfter(
      ScoreSheet before, UnitAnswers answers, Peers peers, Set<String> facts) {
    var touched = new HashSet<String>();
    facts.forEach(fact -> touched.addAll(readers.getOrDefault(fact, Set.of())));
    var rules = new RuleScorer(answers, peers, policy, set.year());
    var claimed = claimed(answers);
    return before.lines().stream()
        .map(line -> {
          var criterion = line.criterion();
          return touched.contains(criterion.code())
              ? line(
                  answers, rules, criterion, bonus.contains(criterion.code()), line.max(), claimed)
              : line;
        })
        .toList();
  }

  private ScoreLine line(
      UnitAnswers answers,
      RuleScorer rules,
      ScoredCriterion criterion,
      boolean bonus,
      Points max,
      Set<String> claimed) {
    if (notHeld.contains(criterion.code())) {
      return setAside(criterion, max, Points.NONE, EnumSet.of(Flag.NOT_HELD));
    }
    var aside =
        policy.notApplicable() == Policy.NotApplicable.FULL && !bonus ? rounded(max) : Points.NONE;
    if (claimed.contains(criterion.code())) {
      return setAside(criterion, max, aside, EnumSet.of(Flag.NOT_APPLICABLE));
    }
    return shared.of(criterion, answers, () -> scored(rules, criterion, max, aside));
  }

  /**
   * The line of a criterion that was held and is not claimed away.
   *
   * @param aside what it is worth where its denominator of 0 sets it aside
   */
  private ScoreLine scored(RuleScorer rules, ScoredCriterion criterion, Points max, Points aside) {
    var award = rules.award(criterion, max);
    if (policy.zeroDenominator() == Policy.ZeroDenominator.NOT_APPLICABLE
        && award.step() instanceof Step.NotMeasured(var why)
        && why == Flag.ZERO_DENOMINATOR) {
      return setAside(
          criterion, max, aside, EnumSet.of(Flag.ZERO_DENOMINATOR, Flag.NOT_APPLICABLE));
    }
    return new ScoreLine(criterion, max, rounded(award.points()), award.flags(), award.step());
  }

  private static ScoreLine setAside(
      ScoredCriterion criterion, Points max, Points points, EnumSet<Flag> flags) {
    var why = flags.contains(Flag.NOT_HELD) ? Flag.NOT_HELD : Flag.NOT_APPLICABLE;
    return new ScoreLine(criterion, max, points, flags, new Step.SetAside(why));
  }

  private ScoreSheet sheet(
      UnitAnswers answers, List<ScoreLine> lines, List<Gate> gates, List<Check> checks) {
    boolean rescale = policy.notApplicable() == Policy.NotApplicable.RESCALE_SECTION;
    var bySection = bySection(lines);
    var sections = sections(answers.group(), bySection, rescale);
    var bonus = Points.NONE;
    for (var section : set.sections()) {
      if (section.bonus()) {
        bonus =
            bonus.plus(sum(bySection.getOrDefault(section.code(), List.of()), ScoreLine::points));
      }
    }
    var effects = answers.deductions().stream().map(this::effect).toList();
    var deductions = sum(effects, DeductionEffect::effect);
    var beside = (policy.bonusInTotal() ? bonus : Points.NONE).minus(deductions);
    var total = total(sections).plus(beside).atLeastNone();
    var meanPercent = meanPercent(sections);
    var byMean =
        set.scale(answers.group()).times(meanPercent.dividedBy(HUNDRED)).plus(beside).atLeastNone();
    var rescaledTotal =
        rescale || lines.stream().allMatch(ScoreLine::counts)
            ? total
            : total(sections(answers.group(), bySection, true)).plus(beside).atLeastNone();
    return new ScoreSheet(
        answers,
        lines,
        sections,
        bonus,
        effects,
        deductions,
        total,
        grade(total, answers.group(), gates),
        meanPercent,
        byMean,
        new ScoreSheet.Rescaled(rescaledTotal, grade(rescaledTotal, answers.group(), gates)),
        gates,
        checks,
        flags(answers, total, gates));
  }

  /** The lines of each section, by its code, in their order. */
  private Map<String, List<ScoreLine>> bySection(List<ScoreLine> lines) {
    var bySection = new HashMap<String, List<ScoreLine>>();
    for (var line : lines) {
      var section = Objects.requireNonNull(sectionOf.get(line.criterion().code()));
      bySection.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
    }
    return bySection;
  }

  private List<SectionScore> sections(
      String group, Map<String, List<ScoreLine>> bySection, boolean rescale) {
    var scores = new ArrayList<SectionScore>();
    for (var section : set.sections()) {
      var max = section.maxPoints().of(group);
      if (!section.bonus() && max.isPresent()) {
        var own = bySection.getOrDefault(section.code(), List.of());
        scores.add(section(section, max.get(), own, rescale));
      }
    }
    return List.copyOf(scores);
  }

  /**
   * Points earned on what counts × section maximum ÷ maximum of what counts; where everything
   * counts, simply what was earned.
   */
  private SectionScore section(Section section, Points max, List<ScoreLine> own, boolean rescale) {
    boolean applies = false;
    var counting = new ArrayList<ScoreLine>(own.size());
    for (var line : own) {
      applies |= line.counts() && line.max().value().signum() > 0;
      if (counts(line, rescale)) {
        counting.add(line);
      }
    }
    var earned = sum(counting, ScoreLine::points);
    if (counting.size() == own.size()) {
      return new SectionScore(section, max, earned, applies, true);
    }
    var countingMax = sum(counting, ScoreLine::max);
    if (countingMax.equals(Points.NONE)) {
      return new SectionScore(section, max, Points.NONE, applies, false);
    }
    return new SectionScore(
        section,
        max,
        rounded(earned.times(max.value().dividedBy(countingMax.value()))),
        applies,
        true);
  }

  private static boolean counts(ScoreLine line, boolean rescale) {
    return rescale ? line.counts() : !line.flags().contains(Flag.NOT_HELD);
  }

  private List<ScoredCriterion> criteria(Section section) {
    return criteria.getOrDefault(section.code(), List.of());
  }

  private static <T> Points sum(List<T> items, Function<T, Points> points) {
    var sum = Points.NONE;
    for (var item : items) {
      sum = sum.plus(points.apply(item));
    }
    return sum;
  }

  /**
   * The sum of the sections; where some do not count at all, rescaled over the maximum of the
   * others.
   */
  private Points total(List<SectionScore> sections) {
    var sum = sum(sections, SectionScore::points);
    var all = sum(sections, SectionScore::max);
    var counting = sum(sections.stream().filter(SectionScore::counts).toList(), SectionScore::max);
    return counting.equals(all) || counting.equals(Points.NONE)
        ? sum
        : rounded(sum.times(all.value().dividedBy(counting.value())));
  }

  private static Rational meanPercent(List<SectionScore> sections) {
    var counting =
        sections.stream()
            .filter(score -> score.counts() && score.max().value().signum() > 0)
            .toList();
    if (counting.isEmpty()) {
      return Rational.ZERO;
    }
    return counting.stream()
        .map(score -> score.points().value().dividedBy(score.max().value()))
        .reduce(Rational.ZERO, Rational::plus)
        .times(HUNDRED)
        .dividedBy(Rational.of(counting.size()));
  }

  private DeductionEffect effect(Deduction deduction) {
    var amount =
        deduction
            .points()
            .or(() ->
                set.deductions().stream()
                    .filter(kind -> kind.kind().equals(deduction.kind()))
                    .findFirst()
                    .flatMap(DeductionKind::points));
    return new DeductionEffect(
        deduction,
        deduction.decision().isPresent() ? rounded(amount.orElse(Points.NONE)) : Points.NONE);
  }

  private Grade grade(Points total, String group, List<Gate> failed) {
    var grade = set.grades().gradeOf(total, group);
    for (var gate : failed) {
      grade = set.grades().lower(grade, set.grades().named(gate.gradeAtMost()));
    }
    return grade;
  }

  private Set<String> claimed(UnitAnswers answers) {
    var claimed = new HashSet<String>();
    for (var code : answers.notApplicable()) {
      claimed.addAll(below.computeIfAbsent(code, set::scoredBelow));
    }
    return claimed;
  }

  private List<Gate> failedGates(UnitAnswers answers) {
    return set.gates().stream().filter(gate -> fails(gate, answers)).toList();
  }

  /** The relations between facts that do not hold. */
  List<Check> failedChecks(UnitAnswers answers) {
    return set.checks().stream().filter(check -> fails(check, answers)).toList();
  }

  private static boolean fails(Gate gate, UnitAnswers answers) {
    var evaluation = new Evaluation(answers);
    return evaluation.holds(gate.failsWhen()) && evaluation.obstacle().isEmpty();
  }

  private static boolean fails(Check check, UnitAnswers answers) {
    var evaluation = new Evaluation(answers);
    return !evaluation.holds(check.require()) && evaluation.obstacle().isEmpty();
  }

  private Set<Flag> flags(UnitAnswers answers, Points total, List<Gate> failedGates) {
    var flags = EnumSet.noneOf(Flag.class);
    for (var grade : set.grades().highestFirst()) {
      var floor = grade.floor(answers.group());
      if (floor.isPresent()
          && total.minus(floor.get()).compareTo(NEAR) <= 0
          && floor.get().minus(total).compareTo(NEAR) <= 0) {
        flags.add(Flag.NEAR_BOUNDARY);
      }
    }
    if (!answers.reported()) {
      flags.add(Flag.NO_REPORT);
    }
    if (answers.submittedAt().map(instant -> !instant.isBefore(deadline)).orElse(false)) {
      flags.add(Flag.LATE);
    }
    if (!failedGates.isEmpty()) {
      flags.add(Flag.GATE);
    }
    return flags;
  }

  private Points rounded(Points points) {
    return policy.rounding() == Policy.Rounding.CRITERION_2 ? points.printed() : points;
  }
}
