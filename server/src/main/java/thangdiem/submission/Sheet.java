package thangdiem.submission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Gate;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.scoring.Advice;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Peers;
import thangdiem.scoring.Reason;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/**
 * A unit's facts with the points they come to at this moment (bảng tự chấm tạm tính). Rules that
 * compare units are left at 0: they would tell a unit its rivals' figures.
 */
final class Sheet {

  private final Assessment assessment;
  private final Map<String, GivenFact> facts;
  private final Notes notes;
  private final UnitAnswers answers;
  private final ScoreSheet score;
  private final Reasons reasons;
  private final Map<String, ScoreLine> lines = new HashMap<>();
  private final Map<String, List<ScoredCriterion>> uses = new LinkedHashMap<>();
  private final Map<String, List<Gate>> gates = new HashMap<>();
  private final Map<String, String> homes = new LinkedHashMap<>();
  private final Map<String, String> sections = new HashMap<>();
  private final Map<String, List<FactDefinition>> entered = new HashMap<>();
  private final Set<String> claimed;

  Sheet(Assessment assessment, Map<String, GivenFact> facts, Notes notes) {
    var set = assessment.set();
    this.assessment = assessment;
    this.facts = facts;
    this.notes = notes;
    this.answers = answers(stated(GivenFact::value), notes);
    this.score = score(answers);
    this.reasons = new Reasons(set, assessment.round().policy());
    score.lines().forEach(line -> lines.put(line.criterion().code(), line));
    this.claimed =
        notes.claims().keySet().stream()
            .flatMap(code -> set.scoredBelow(code).stream())
            .collect(Collectors.toSet());
    for (var section : set.sections()) {
      section
          .scored()
          .filter(criterion -> lines.containsKey(criterion.code()))
          .forEach(criterion -> {
            sections.put(criterion.code(), section.code());
            for (var fact : criterion.rule().facts()) {
              uses.computeIfAbsent(fact, _ -> new java.util.ArrayList<>()).add(criterion);
              homes.putIfAbsent(fact, section.code());
            }
          });
    }
    for (var gate : set.gates()) {
      for (var fact : gate.failsWhen().facts()) {
        gates.computeIfAbsent(fact, _ -> new java.util.ArrayList<>()).add(gate);
        home(set, answers.group(), fact)
            .ifPresent(section -> homes.putIfAbsent(fact, section.code()));
      }
    }
    homes.keySet().removeIf(fact -> !isAsked(fact));
    for (var fact : set.facts().values()) {
      var home = homes.get(fact.id());
      if (home != null) {
        entered.computeIfAbsent(home, _ -> new java.util.ArrayList<>()).add(fact);
      }
    }
  }

  private boolean isAsked(String fact) {
    var definition = assessment.set().facts().get(fact);
    return definition != null && definition.collectedBy() == FactDefinition.Collector.UNIT;
  }

  private interface Which {
    Optional<Fact> of(GivenFact fact);
  }

  private Map<String, Fact> stated(Which which) {
    var stated = new LinkedHashMap<String, Fact>();
    for (var fact : assessment.set().facts().keySet()) {
      Optional.ofNullable(facts.get(fact))
          .flatMap(which::of)
          .ifPresent(value -> stated.put(fact, value));
    }
    return stated;
  }

  private UnitAnswers answers(Map<String, Fact> stated, Notes notes) {
    var unit = assessment.unit();
    return new UnitAnswers(
        unit.code(),
        unit.name(),
        unit.group(),
        stated,
        stated(GivenFact::lastYear),
        List.copyOf(notes.claims().keySet()),
        List.of(),
        Optional.empty(),
        true);
  }

  /** The points of those answers under the round's policy. */
  ScoreSheet score(UnitAnswers answers) {
    return scorer().score(answers, Peers.NONE);
  }

  private Scorer scorer() {
    return new Scorer(set(), assessment.round().policy(), List.of());
  }

  /** What the unit could still win. */
  Advice advice(LocalDate today) {
    return Advice.of(set(), scorer(), Peers.NONE, answers, today);
  }

  /** What last year's facts would come to under this year's rules; absent where there are none. */
  Optional<ScoreSheet> lastYear() {
    return answers.previous().isEmpty()
        ? Optional.empty()
        : Optional.of(
            score(
                new UnitAnswers(
                    answers.unit(),
                    answers.name(),
                    answers.group(),
                    answers.previous(),
                    Map.of(),
                    answers.notApplicable(),
                    List.of(),
                    Optional.empty(),
                    true)));
  }

  Assessment assessment() {
    return assessment;
  }

  CriteriaSet set() {
    return assessment.set();
  }

  Notes notes() {
    return notes;
  }

  UnitAnswers answers() {
    return answers;
  }

  ScoreSheet score() {
    return score;
  }

  GivenFact given(String fact) {
    return facts.getOrDefault(fact, GivenFact.NONE);
  }

  /** The line of a criterion, where the unit's group has it. */
  Optional<ScoreLine> line(String code) {
    return Optional.ofNullable(lines.get(code));
  }

  Reason reason(ScoreLine line) {
    return reasons.of(line, answers);
  }

  /** The criteria of the unit's group that use a fact, in printed order. */
  List<ScoredCriterion> uses(String fact) {
    return uses.getOrDefault(fact, List.of());
  }

  /** The gates that read a fact (điều kiện xếp loại), which hold for every unit. */
  List<Gate> gates(String fact) {
    return gates.getOrDefault(fact, List.of());
  }

  /**
   * The facts that are entered in a section: of each fact the first section that uses it, or the
   * unit's first where only a gate does.
   */
  List<FactDefinition> entered(Section section) {
    return entered.getOrDefault(section.code(), List.of());
  }

  /** The section of a criterion that the unit's group has. */
  String section(ScoredCriterion criterion) {
    return Optional.ofNullable(sections.get(criterion.code())).orElseThrow();
  }

  /** The section in which a fact is entered; absent where the unit is not asked for it. */
  Optional<String> home(String fact) {
    return Optional.ofNullable(homes.get(fact));
  }

  /** The section in which a unit of that group enters a fact. */
  static Optional<Section> home(CriteriaSet set, String group, String fact) {
    boolean gated = set.gates().stream().anyMatch(gate -> gate.failsWhen().facts().contains(fact));
    return first(set, group, criterion -> criterion.rule().facts().contains(fact))
        .or(() -> gated ? first(set, group, _ -> true) : Optional.empty());
  }

  private static Optional<Section> first(
      CriteriaSet set, String group, Predicate<ScoredCriterion> which) {
    return set.sections().stream()
        .filter(section ->
            section
                .scored()
                .anyMatch(criterion ->
                    criterion.maxPoints().of(group).isPresent() && which.test(criterion)))
        .findFirst();
  }

  /** Whether a fact is asked for: some criterion that applies uses it, or a gate. */
  boolean isNeeded(FactDefinition fact) {
    return gates.containsKey(fact.id())
        || uses(fact.id()).stream().anyMatch(criterion -> !claimed.contains(criterion.code()));
  }

  boolean isAnswered(FactDefinition fact) {
    return given(fact.id()).value().isPresent();
  }

  /** The facts that are asked for and have no answer (câu chưa trả lời). */
  List<FactDefinition> missing() {
    return homes.keySet().stream()
        .map(set().facts()::get)
        .filter(fact -> isNeeded(fact) && !isAnswered(fact))
        .toList();
  }

  /** Whether it is said that a criterion does not apply. */
  boolean isClaimed(String code) {
    return claimed.contains(code);
  }

  /** What the criteria whose facts are missing could still bring. */
  Points couldStill() {
    return score.lines().stream()
        .filter(line -> line.flags().contains(Flag.UNANSWERED))
        .map(line -> line.max().minus(line.points()))
        .reduce(Points.NONE, Points::plus);
  }
}
