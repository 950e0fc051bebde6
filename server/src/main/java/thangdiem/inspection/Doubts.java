package thangdiem.inspection;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.scoring.Fact;
import thangdiem.verification.VerifiedUnit;

/** What in a report gives reason to look (điểm còn nghi ngờ): by signal, and fact by fact. */
final class Doubts {

  private static final Rational LEAP = Rational.of(3);
  private static final Rational WORTH_ASKING = Rational.of(5);

  private final CriteriaSet set;
  private final VerifiedUnit unit;
  private final Map<String, Set<Signal>> byFact = new LinkedHashMap<>();
  private final Map<Signal, Integer> found = new EnumMap<>(Signal.class);

  private Doubts(CriteriaSet set, VerifiedUnit unit) {
    this.set = set;
    this.unit = unit;
  }

  /** Looks through a report. */
  static Doubts of(CriteriaSet set, VerifiedUnit unit) {
    var doubts = new Doubts(set, unit);
    doubts.found.put(Signal.LATE, unit.late() || !unit.claimed().reported() ? 1 : 0);
    doubts.checks();
    doubts.leaps();
    doubts.unproved();
    doubts.differences();
    doubts.found.put(Signal.NOT_APPLICABLE, unit.claimed().notApplicable().size());
    return doubts;
  }

  private void checks() {
    for (var check : unit.claimedScore().failedChecks()) {
      found.merge(Signal.CHECK, 1, Integer::sum);
      check.require().facts().forEach(fact -> note(fact, Signal.CHECK));
    }
  }

  private void leaps() {
    unit.claimed()
        .facts()
        .forEach((fact, now) -> {
          if (leaps(now, Optional.ofNullable(unit.claimed().previous().get(fact)))) {
            found.merge(Signal.LEAP, 1, Integer::sum);
            note(fact, Signal.LEAP);
          }
        });
  }

  private static boolean leaps(Fact now, Optional<Fact> before) {
    return now instanceof Fact.Amount(var new_)
        && before.orElse(new Fact.None()) instanceof Fact.Amount(var old)
        && old.signum() > 0
        && (new_.compareTo(old.times(LEAP)) >= 0 && new_.minus(old).compareTo(WORTH_ASKING) >= 0
            || new_.times(LEAP).compareTo(old) <= 0
                && old.minus(new_).compareTo(WORTH_ASKING) >= 0);
  }

  private void unproved() {
    for (var line : unit.claimedScore().lines()) {
      if (line.counts()
          && line.points().compareTo(Points.NONE) > 0
          && !isProved(line.criterion())) {
        found.merge(Signal.NO_EVIDENCE, 1, Integer::sum);
        line.criterion().rule().facts().forEach(fact -> note(fact, Signal.NO_EVIDENCE));
      }
    }
  }

  private boolean isProved(ScoredCriterion criterion) {
    return unit.proven().contains(criterion.code())
        || criterion.rule().facts().stream().anyMatch(unit.proven()::contains);
  }

  private void differences() {
    for (var line : unit.claimedScore().lines()) {
      var criterion = line.criterion();
      if (unit.standing(criterion.code()).map(one -> !one.verdict().agrees()).orElse(false)) {
        found.merge(Signal.DIFFERENCE, 1, Integer::sum);
        criterion.rule().facts().forEach(fact -> note(fact, Signal.DIFFERENCE));
      }
    }
  }

  private void note(String fact, Signal signal) {
    if (set.facts().containsKey(fact)) {
      byFact.computeIfAbsent(fact, _ -> new LinkedHashSet<>()).add(signal);
    }
  }

  Risk risk() {
    return Risk.of(found);
  }

  /** Why a fact is doubtful; empty where it is not. */
  Set<Signal> about(String fact) {
    return byFact.getOrDefault(fact, Set.of());
  }
}
