package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import thangdiem.criteria.Check;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Advice;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Peers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/**
 * What a unit is told to do for more points is exactly what it takes, and exactly what it brings.
 */
class AdviceTest {

  private static final int SHEETS = 1_000;
  private static final CriteriaSet LAW = Law.DECISION_1663;
  private static final LocalDate IN_AUTUMN = LocalDate.of(2017, 10, 20);

  private static final List<Policy> POLICIES =
      List.of(
          Policy.DEFAULT,
          Policy.DEFAULT.with("rounding", "none").with("ratioCap", "none"),
          Policy.DEFAULT.with("notApplicable", "rescale-section"),
          Policy.DEFAULT.with("notApplicable", "full").with("zeroDenominator", "not-applicable"));

  // ----- the promise

  @Test
  void everySuggestionGivesExactlyItsPointsAndNothingSmallerDoes() {
    everySheet(LAW, SHEETS);
  }

  @Test
  void soItIsUnderRulesOfEveryKind() {
    everySheet(Law.read("minh-hoa/2025"), SHEETS / 4);
  }

  private static void keepsEveryPromise(Given given) {
    for (var opportunity : given.advice().opportunities()) {
      for (var step : opportunity.steps()) {
        var after = given.sheet(Map.of(opportunity.fact().id(), step.to()));
        assertThat(after.total().minus(given.before().total()))
            .as("%s: %s to %s", given, opportunity.fact().id(), step.to())
            .isEqualTo(step.gain());
        assertThat(step.gain()).isGreaterThan(Points.NONE);
        assertThat(questions(given.before()))
            .as("%s: questions about %s", given, opportunity.fact().id())
            .containsAll(questions(after));
      }
    }
  }

  private static void leavesNothingSmaller(Given given) {
    for (var opportunity : given.advice().opportunities()) {
      var type = opportunity.fact().type();
      if (type == FactType.COUNT || type == FactType.DECIMAL) {
        opportunity.steps().forEach(step -> leavesNothingSmaller(given, opportunity, step));
      }
    }
  }

  /** Every smaller value there is, or so many of them that a mistake would be met. */
  private static void leavesNothingSmaller(
      Given given, Advice.Opportunity opportunity, Advice.Step step) {
    var grain = opportunity.fact().type() == FactType.COUNT ? Rational.ONE : Rational.of(1, 100);
    long rungs = step.by().dividedBy(grain).numerator().longValueExact();
    var random = new SplittableRandom(rungs);
    var smaller =
        rungs <= 20
            ? LongStream.range(1, rungs)
            : LongStream.concat(LongStream.of(1, rungs - 1), random.longs(18, 1, rungs).sorted());
    var to = ((Fact.Amount) step.to()).value();
    smaller.forEach(rung -> {
      var less = to.minus(grain.times(Rational.of(rungs - rung)));
      var after = given.sheet(Map.of(opportunity.fact().id(), new Fact.Amount(less)));
      if (questions(given.before()).containsAll(questions(after))) {
        assertThat(after.total().minus(given.before().total()))
            .as("%s: %s only to %s", given, opportunity.fact().id(), less)
            .isLessThan(step.gain());
      }
    });
  }

  /** A plan brings what was asked for, each action what it says, and none of them is idle. */
  private static void keepsItsPlan(Given given) {
    var needed = Points.of(1 + given.seed() % 40);
    var plan = given.advice().toWin(needed);
    var done = new HashMap<String, Fact>();
    for (var action : plan.actions()) {
      var before = given.sheet(done).total();
      done.put(action.fact().id(), action.steps().getFirst().to());
      assertThat(given.sheet(done).total().minus(before))
          .as("%s: %s", given, action.fact().id())
          .isEqualTo(action.steps().getFirst().gain());
    }
    assertThat(given.sheet(done).total().minus(given.before().total())).isEqualTo(plan.gain());
    if (plan.reaches(needed)) {
      for (var action : plan.actions()) {
        var without = new HashMap<>(done);
        without.remove(action.fact().id());
        assertThat(given.sheet(without).total().minus(given.before().total()))
            .as("%s: without %s", given, action.fact().id())
            .isLessThan(needed);
      }
    }
  }

  // ----- examples

  @Test
  void aUnitAt690IsToldWhatBringsTheTenPointsToTheNextGrade() {
    var unit = aDepartmentAt690();
    var scorer = new Scorer(LAW, Policy.DEFAULT, List.of());
    assertThat(scorer.score(unit, Peers.NONE).total()).isEqualTo(Points.of(690));

    var plan = Advice.of(LAW, scorer, Peers.NONE, unit, IN_AUTUMN).toWin(Points.of(10));

    assertThat(plan.gain()).isGreaterThanOrEqualTo(Points.of(10));
    assertThat(plan.actions()).isNotEmpty();
  }

  @Test
  void threeDossiersMoreOnlineAreTenPoints() {
    var facts = everythingDone();
    facts.put("service_dossiers", amount(100));
    facts.put("dossiers_level3_online", amount(0));
    facts.put("dossiers_level4_online", amount(20));
    var unit = department(facts);
    var scorer = new Scorer(LAW, Policy.DEFAULT, List.of());

    var steps =
        Advice.of(LAW, scorer, Peers.NONE, unit, IN_AUTUMN).opportunities().stream()
            .filter(one -> one.fact().id().equals("dossiers_level3_online"))
            .findFirst()
            .orElseThrow()
            .steps();

    assertThat(steps)
        .extracting(Advice.Step::by, Advice.Step::gain)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Rational.ONE, Points.of(10)),
            org.assertj.core.groups.Tuple.tuple(Rational.of(20), Points.of(25)));
    assertThat(steps.getFirst().effects())
        .containsExactly(new Advice.Effect("II.1.3", Points.of(10)));
  }

  @Test
  void aPartIsNeverAdvisedAboveItsWhole() {
    var facts = everythingDone();
    facts.put("computers", amount(10));
    facts.put("computers_internet", amount(7));
    var internet =
        Advice.of(
                LAW,
                new Scorer(LAW, Policy.DEFAULT.with("ratioCap", "none"), List.of()),
                Peers.NONE,
                department(facts),
                IN_AUTUMN)
            .opportunities()
            .stream()
            .filter(one -> one.fact().id().equals("computers_internet"))
            .findFirst()
            .orElseThrow();

    assertThat(internet.steps().getLast().to()).isEqualTo(amount(10));
  }

  @Test
  void whoHasEverythingIsToldNothing() {
    assertThat(
            Advice.of(
                    LAW,
                    new Scorer(LAW, Policy.DEFAULT, List.of()),
                    Peers.NONE,
                    department(everythingDone()),
                    IN_AUTUMN)
                .opportunities()
                .stream()
                .map(one -> one.fact().id() + " " + one.steps())
                .toList())
        .isEmpty();
  }

  @Test
  void noDayThatHasPassedIsAdvised() {
    for (var today : List.of(LocalDate.of(2016, 10, 1), IN_AUTUMN)) {
      var facts = everythingDone();
      facts.remove("plan_issued_on");
      var advised =
          Advice.of(
                  LAW,
                  new Scorer(LAW, Policy.DEFAULT, List.of()),
                  Peers.NONE,
                  department(facts),
                  today)
              .opportunities()
              .stream()
              .flatMap(one -> one.steps().stream())
              .map(Advice.Step::to)
              .filter(to -> to instanceof Fact.Day)
              .toList();
      assertThat(advised).allMatch(to -> !((Fact.Day) to).date().isBefore(today));
    }
  }

  // ----- what is given

  private record Given(
      long seed, Scorer scorer, UnitAnswers unit, ScoreSheet before, Advice advice) {

    ScoreSheet sheet(Map<String, Fact> changes) {
      var facts = new HashMap<>(unit.facts());
      facts.putAll(changes);
      return scorer.score(with(unit, facts), Peers.NONE);
    }

    @Override
    public String toString() {
      return "sheet " + seed;
    }
  }

  private static void everySheet(CriteriaSet set, int sheets) {
    LongStream.range(0, sheets)
        .parallel()
        .forEach(seed -> {
          var unit = new RandomAnswers(set, seed).unit("u");
          var sensible = with(unit, withinTheirWholes(set, unit.facts(), seed));
          var scorer = new Scorer(set, POLICIES.get((int) seed % POLICIES.size()), List.of());
          var today = LocalDate.of(set.year(), 1, 1).plusDays(seed % 365);
          var given =
              new Given(
                  seed,
                  scorer,
                  sensible,
                  scorer.score(sensible, Peers.NONE),
                  Advice.of(set, scorer, Peers.NONE, sensible, today));
          keepsEveryPromise(given);
          leavesNothingSmaller(given);
          keepsItsPlan(given);
        });
  }

  /** Every second sheet has small parts, so that there is something to win. */
  private static Map<String, Fact> withinTheirWholes(
      CriteriaSet set, Map<String, Fact> facts, long seed) {
    var sensible = new HashMap<>(facts);
    if (seed % 2 == 0) {
      sensible.replaceAll((id, fact) ->
          fact instanceof Fact.Amount(var value)
                  && set.facts().get(id).type() == FactType.COUNT
                  && id.contains("_")
              ? new Fact.Amount(
                  Rational.of(value.dividedBy(Rational.of(40)).toDecimal(0).longValue())
                      .max(set.facts().get(id).min()))
              : fact);
    }
    return sensible;
  }

  private static Set<String> questions(ScoreSheet sheet) {
    var questions = sheet.failedChecks().stream().map(Check::id).collect(Collectors.toSet());
    sheet.lines().stream()
        .filter(line -> line.flags().contains(Flag.OVER_100_PERCENT))
        .forEach(line -> questions.add(line.criterion().code()));
    return questions;
  }

  private static UnitAnswers with(UnitAnswers unit, Map<String, Fact> facts) {
    return new UnitAnswers(
        unit.unit(),
        unit.name(),
        unit.group(),
        facts,
        unit.previous(),
        unit.notApplicable(),
        unit.deductions(),
        Optional.empty(),
        true);
  }

  private static Fact amount(long value) {
    return new Fact.Amount(Rational.of(value));
  }

  private static UnitAnswers department(Map<String, Fact> facts) {
    return new UnitAnswers(
        "so-mau",
        "Sở Mẫu",
        Decision1663.DEPARTMENT,
        facts,
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        true);
  }

  /** Every yes, every share whole, every choice the best. */
  private static Map<String, Fact> everythingDone() {
    var facts = new HashMap<String, Fact>();
    for (var definition : LAW.facts().values()) {
      facts.put(
          definition.id(),
          switch (definition.type()) {
            case COUNT, DECIMAL -> amount(100);
            case BOOLEAN -> new Fact.YesNo(true);
            case DATE -> new Fact.Day(LocalDate.of(LAW.year() - 1, 10, 15));
            case CHOICE -> new Fact.Chosen("vi_en");
            case TEXT -> new Fact.Words("");
          });
    }
    facts.put("computers_windows7", amount(100));
    return facts;
  }

  /** Everything done, but a yes less and a yes less until it stands at 695, and fewer news. */
  private static UnitAnswers aDepartmentAt690() {
    var facts = everythingDone();
    var scorer = new Scorer(LAW, Policy.DEFAULT, List.of());
    for (var definition : new ArrayList<>(LAW.facts().values())) {
      if (definition.type() == FactType.BOOLEAN) {
        var fewer = new HashMap<>(facts);
        fewer.put(definition.id(), new Fact.YesNo(false));
        if (scorer.score(department(fewer), Peers.NONE).total().compareTo(Points.of(690)) >= 0) {
          facts = fewer;
        }
      }
    }
    facts.put("portal_news_per_week", amount(2));
    return department(facts);
  }
}
