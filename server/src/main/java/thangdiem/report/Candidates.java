package thangdiem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import thangdiem.criteria.Grade;
import thangdiem.criteria.GradeScale;
import thangdiem.deduction.DeductionCase;
import thangdiem.ranking.Standing;
import thangdiem.verification.Hearing;
import thangdiem.verification.VerifiedUnit;
import thangdiem.words.Sentence;

/**
 * Who is proposed under a rule, and who of the first is not and why (xét khen thưởng). Nobody moves
 * up into the place of who is barred: the rule is about ranks.
 */
final class Candidates {

  private Candidates() {}

  static List<Candidate> of(
      Outcome outcome, List<DeductionCase> deductions, CommendationRule rule) {
    var set = outcome.standings().set();
    Map<UUID, List<DeductionCase>> byUnit =
        deductions.stream().collect(Collectors.groupingBy(DeductionCase::unit));
    var candidates = new ArrayList<Candidate>();
    for (var group : set.groups()) {
      var members = new ArrayList<Candidate>();
      int ranked = 0;
      for (int i = 0; i < outcome.units().size(); i++) {
        var unit = outcome.units().get(i);
        var standing = outcome.standings().units().get(i);
        if (unit.unit().group().equals(group.id()) && standing.overall().exists()) {
          ranked++;
          if (standing.overall().inGroup() <= rule.first()) {
            members.add(
                new Candidate(
                    unit.unit().code(),
                    unit.unit().name(),
                    group,
                    standing.overall().inGroup(),
                    0,
                    standing.sheet().total(),
                    standing.sheet().grade(),
                    bars(
                        set.grades(),
                        unit,
                        standing,
                        byUnit.getOrDefault(unit.unit().unit(), List.of()),
                        rule)));
          }
        }
      }
      int of = ranked;
      members.stream()
          .sorted(java.util.Comparator.comparingInt(Candidate::rank))
          .map(one -> among(one, of))
          .forEach(candidates::add);
    }
    return List.copyOf(candidates);
  }

  private static Candidate among(Candidate one, int of) {
    return new Candidate(
        one.code(), one.name(), one.group(), one.rank(), of, one.total(), one.grade(), one.bars());
  }

  private static List<Sentence> bars(
      GradeScale grades,
      VerifiedUnit unit,
      Standing standing,
      List<DeductionCase> deductions,
      CommendationRule rule) {
    var bars = new ArrayList<Sentence>();
    if (!unit.claimed().reported()) {
      bars.add(Sentence.of("commend.bar.noReport"));
    }
    if (isBelow(grades, standing.sheet().grade(), rule.grade())) {
      bars.add(Sentence.of("commend.bar.grade", standing.sheet().grade().name(), rule.grade()));
    }
    for (var one : deductions) {
      var name = Sentence.of("deduction.cause." + one.cause());
      if (one.state() == DeductionCase.State.UPHELD
          && rule.excluded().contains(one.cause().kind())) {
        bars.add(Sentence.of("commend.bar.deduction", name, one.decision().orElse("")));
      } else if (rule.noneOpen() && one.state().isOpen()) {
        bars.add(Sentence.of("commend.bar.open", name));
      }
    }
    if (rule.noneOpen()) {
      unit.disputed().forEach(code -> bars.add(Sentence.of("commend.bar.disputed", code)));
      unit.hearings().stream()
          .filter(Hearing::awaitsOutcome)
          .map(Hearing::code)
          .distinct()
          .forEach(code -> bars.add(Sentence.of("commend.bar.unheard", code)));
    }
    return List.copyOf(bars);
  }

  private static boolean isBelow(GradeScale grades, Grade grade, String least) {
    var order = grades.highestFirst().stream().map(Grade::name).toList();
    return order.indexOf(grade.name()) > order.indexOf(least);
  }
}
