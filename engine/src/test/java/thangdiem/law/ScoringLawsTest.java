package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoringRule;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.Words;

/**
 * What holds for every round, whatever the units report. Each law is tried on random rounds; a
 * failure names the seed.
 */
class ScoringLawsTest {

  private static final int ROUNDS = 2_000;
  private static final CriteriaSet LAW = Law.DECISION_1663;

  // ----- bounded

  @Test
  void noPointsBelowZeroOrAboveTheMaximumWhenRatiosAreCapped() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      var round = round(seed);
      var policy = Law.policy(round.readings()).with("ratioCap", "1");
      for (var sheet : sheets(policy, answers(round))) {
        sheet
            .lines()
            .forEach(
                line -> within(line.points(), line.max(), round, sheet, line.criterion().code()));
        sheet
            .sections()
            .forEach(section ->
                within(section.points(), section.max(), round, sheet, section.section().code()));
        within(sheet.bonus(), Points.of(30), round, sheet, "bonus");
        within(
            sheet.total(), Points.of(policy.bonusInTotal() ? 1030 : 1000), round, sheet, "total");
        within(
            sheet.rescaled().total(),
            Points.of(policy.bonusInTotal() ? 1030 : 1000),
            round,
            sheet,
            "rescaled");
        within(new Points(sheet.meanPercent()), Points.of(100), round, sheet, "mean %");
      }
    }
  }

  private static void within(
      Points points, Points max, RandomRounds.Round round, ScoreSheet sheet, String what) {
    assertThat(points.compareTo(Points.NONE) >= 0 && points.compareTo(max) <= 0)
        .as("seed %d, %s, %s: %s of %s", round.seed(), sheet.answers().unit(), what, points, max)
        .isTrue();
  }

  // ----- additive

  @Test
  void aSectionIsTheSumOfItsCriteriaAndTheTotalTheSumOfItsSectionsWithBonusLessDeductions() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      var round = round(seed);
      var policy = Law.policy(round.readings());
      boolean rescales = policy.notApplicable() == Policy.NotApplicable.RESCALE_SECTION;
      for (var sheet : sheets(policy, answers(round))) {
        boolean allSections = true;
        for (var section : sheet.sections()) {
          var lines = linesOf(sheet, section.section().code());
          if (!rescales || lines.stream().allMatch(ScoreLine::counts)) {
            assertThat(section.points())
                .as("seed %d, %s", seed, section.section().code())
                .isEqualTo(sum(lines, ScoreLine::points));
          }
          allSections &= !rescales || section.applies();
        }
        assertThat(sheet.bonus())
            .as("seed %d", seed)
            .isEqualTo(sum(linesOf(sheet, "VII"), ScoreLine::points));
        if (allSections) {
          var sections = sum(sheet.sections(), section -> section.points());
          var bonus = policy.bonusInTotal() ? sheet.bonus() : Points.NONE;
          assertThat(sheet.total())
              .as("seed %d", seed)
              .isEqualTo(sections.plus(bonus).minus(sheet.deductions()).atLeastNone());
        }
      }
    }
  }

  /**
   * Under the default rounding every number is one that can be printed with two decimals, so that
   * the sums can be redone from the print.
   */
  @Test
  void theSumsOfPrintedNumbersArePrintedNumbers() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      var round = round(seed);
      for (var sheet :
          sheets(Law.policy(round.readings()).with("rounding", "criterion-2"), answers(round))) {
        sheet
            .lines()
            .forEach(line ->
                assertThat(line.points())
                    .isEqualTo(Points.of(line.points().value().toDecimal(2).toPlainString())));
        sheet
            .sections()
            .forEach(section -> assertThat(section.points()).isEqualTo(section.points().printed()));
        assertThat(sheet.deductions()).as("seed %d", seed).isEqualTo(sheet.deductions().printed());
        assertThat(sheet.total()).as("seed %d", seed).isEqualTo(sheet.total().printed());
      }
    }
  }

  private static List<ScoreLine> linesOf(ScoreSheet sheet, String section) {
    return sheet.lines().stream()
        .filter(line -> line.criterion().code().startsWith(section + "."))
        .toList();
  }

  private static <T> Points sum(List<T> items, Function<T, Points> points) {
    return items.stream().map(points).reduce(Points.NONE, Points::plus);
  }

  // ----- monotone

  /** Facts of which more is never worse. The others are denominators somewhere. */
  private static final List<String> ONLY_COUNTED_FOR_THE_UNIT =
      List.of(
          "computers_internet",
          "computers_backup",
          "computers_windows7",
          "computers_antivirus",
          "bandwidth_mbps",
          "services_level3",
          "services_level4",
          "dossiers_level3_online",
          "dossiers_level4_online",
          "dossiers_on_time",
          "dossiers_by_post",
          "personnel_records_complete",
          "plan_tasks_done",
          "subunits_digital_signature",
          "certificates_used",
          "outgoing_documents_signed",
          "it_officers",
          "security_awareness_sessions",
          "portal_news_per_week");

  @Test
  void moreOfAFactThatOnlyCountsForTheUnitNeverLowersAnything() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var round = round(seed);
      var before = answers(round);
      int unit = random.nextInt(before.size());
      var better = better(before.get(unit), random);
      var after = new ArrayList<>(before);
      after.set(unit, better);
      neverLower(Law.policy(round.readings()), before, after, unit, seed);
    }
  }

  private static UnitAnswers better(UnitAnswers unit, Random random) {
    var answered =
        LAW.facts().values().stream()
            .map(definition -> definition.id())
            .filter(unit.facts()::containsKey)
            .filter(id ->
                ONLY_COUNTED_FOR_THE_UNIT.contains(id)
                    || unit.facts().get(id) instanceof Fact.YesNo
                    || unit.facts().get(id) instanceof Fact.Chosen)
            .toList();
    if (answered.isEmpty()) {
      return unit;
    }
    var fact = answered.get(random.nextInt(answered.size()));
    var facts = new HashMap<>(unit.facts());
    facts.put(
        fact,
        switch (facts.get(fact)) {
          case Fact.Amount(var value) ->
              new Fact.Amount(value.plus(Rational.of(1 + random.nextInt(20))));
          case Fact.None _ -> new Fact.Amount(Rational.of(random.nextInt(20)));
          case Fact.YesNo _ -> new Fact.YesNo(true);
          case Fact.Chosen(var option) -> new Fact.Chosen(option.equals("none") ? "vi" : "vi_en");
          case Fact.Day _, Fact.Words _ -> throw new IllegalStateException(fact);
        });
    return with(unit, facts);
  }

  private static void neverLower(
      Policy policy, List<UnitAnswers> before, List<UnitAnswers> after, int unit, long seed) {
    var was = standings(policy, before).get(unit);
    var is = standings(policy, after).get(unit);
    for (int i = 0; i < was.sheet().lines().size(); i++) {
      var line = is.sheet().lines().get(i);
      notLower(was.sheet().lines().get(i).points(), line.points(), seed, line.criterion().code());
    }
    for (int i = 0; i < was.sheet().sections().size(); i++) {
      var section = is.sheet().sections().get(i);
      notLower(
          was.sheet().sections().get(i).points(), section.points(), seed, section.section().code());
    }
    notLower(was.sheet().total(), is.sheet().total(), seed, "total");
    notLower(was.sheet().byMean(), is.sheet().byMean(), seed, "by mean");
    notLower(was.sheet().rescaled().total(), is.sheet().rescaled().total(), seed, "rescaled");
    assertThat(is.overall().overall())
        .as("seed %d: rank", seed)
        .isLessThanOrEqualTo(was.overall().overall());
    assertThat(is.overall().inGroup())
        .as("seed %d: rank in group", seed)
        .isLessThanOrEqualTo(was.overall().inGroup());
  }

  private static void notLower(Points before, Points after, long seed, String what) {
    assertThat(after.compareTo(before) >= 0)
        .as("seed %d, %s: from %s to %s", seed, what, before, after)
        .isTrue();
  }

  /**
   * The decision itself pulls here: a computer more is a gain in I.1 and a larger denominator in
   * I.2, I.7, I.10 and IV.3.
   */
  @Test
  void aComputerMoreCanLowerTheTotalBecauseFourCriteriaDivideByIt() {
    var fifty =
        amounts(
            Map.of(
                "staff", 60, "computers", 50, "computers_internet", 50, "computers_antivirus", 50));
    var sixty =
        amounts(
            Map.of(
                "staff", 60, "computers", 60, "computers_internet", 50, "computers_antivirus", 50));

    assertThat(points(fifty, "I.1")).isEqualTo("12.50");
    assertThat(points(sixty, "I.1")).isEqualTo("15.00");
    assertThat(points(fifty, "IV.3")).isEqualTo("50.00");
    assertThat(points(sixty, "IV.3")).isEqualTo("41.67");
    assertThat(sheet(fifty).total()).isGreaterThan(sheet(sixty).total());
  }

  /** II.7.2 pays 10 for Ubuntu, I.10 takes 15 for every computer away from Windows. */
  @Test
  void movingEveryComputerToUbuntuCostsMoreThanItEarns() {
    var windows = new HashMap<>(amounts(Map.of("computers", 50, "computers_windows7", 50)));
    windows.put("open_source_os", new Fact.YesNo(false));
    var ubuntu = new HashMap<>(amounts(Map.of("computers", 50, "computers_windows7", 0)));
    ubuntu.put("open_source_os", new Fact.YesNo(true));

    assertThat(sheet(ubuntu).total().plus(Points.of(5))).isEqualTo(sheet(windows).total());
  }

  // ----- independent

  @Test
  void oneUnitsAnswersNeverMoveAnothersSheetUnderDecision1663() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      var round = round(seed);
      var policy = Law.policy(round.readings());
      var before = answers(round);
      int changed = new Random(seed).nextInt(before.size());
      var after = new ArrayList<>(before);
      after.set(changed, Law.answers(round(seed + ROUNDS).reports().getFirst()));
      var was = new ArrayList<>(sheets(policy, before));
      var is = new ArrayList<>(sheets(policy, after));
      was.remove(changed);
      is.remove(changed);
      assertThat(is).as("seed %d", seed).isEqualTo(was);
    }
  }

  @Test
  void whereRulesCompareUnitsOnlyThoseCriteriaMoveWithTheOthers() {
    var set = Law.read("minh-hoa/2025");
    int moved = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      var random = new RandomAnswers(set, seed);
      var before = random.units(1 + (int) (seed % 6));
      int changed = (int) (seed % before.size());
      var after = new ArrayList<>(before);
      after.set(changed, random.unit(before.get(changed).unit()));
      var scorer = new Scorer(set, Policy.DEFAULT, List.of());
      var was = scorer.score(before);
      var is = scorer.score(after);
      for (int unit = 0; unit < before.size(); unit++) {
        for (int i = 0; unit != changed && i < was.get(unit).lines().size(); i++) {
          var line = was.get(unit).lines().get(i);
          if (!line.equals(is.get(unit).lines().get(i))) {
            moved++;
            assertThat(comparesUnits(line.criterion().rule()))
                .as("seed %d, %s", seed, line.criterion().code())
                .isTrue();
          }
        }
      }
    }
    assertThat(moved).isPositive();
  }

  private static boolean comparesUnits(ScoringRule rule) {
    return switch (rule) {
      case ScoringRule.RelativeToBest _, ScoringRule.MinMax _ -> true;
      case ScoringRule.Sum(var parts, _) ->
          parts.stream().anyMatch(part -> comparesUnits(part.rule()));
      case ScoringRule.Best(var cases) ->
          cases.stream().anyMatch(part -> comparesUnits(part.rule()));
      case ScoringRule.ByGroup(var rules) ->
          rules.values().stream().anyMatch(ScoringLawsTest::comparesUnits);
      default -> false;
    };
  }

  // ----- free of order

  @Test
  void theOrderOfUnitsFactsClaimsAndDeductionsChangesNothing() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      var round = round(seed);
      var policy = Law.policy(round.readings());
      var random = new Random(seed);
      var units = answers(round);
      var shuffled = new ArrayList<>(units.stream().map(unit -> shuffled(unit, random)).toList());
      Collections.shuffle(shuffled, random);
      assertThat(byUnit(standings(policy, shuffled)))
          .as("seed %d", seed)
          .isEqualTo(byUnit(standings(policy, units)));
    }
  }

  private static UnitAnswers shuffled(UnitAnswers unit, Random random) {
    var ids = new ArrayList<>(unit.facts().keySet());
    Collections.shuffle(ids, random);
    var facts = new LinkedHashMap<String, Fact>();
    ids.forEach(id -> facts.put(id, unit.facts().get(id)));
    var claims = new ArrayList<>(unit.notApplicable());
    Collections.shuffle(claims, random);
    var deductions = new ArrayList<>(unit.deductions());
    Collections.shuffle(deductions, random);
    return new UnitAnswers(
        unit.unit(),
        unit.name(),
        unit.group(),
        facts,
        unit.previous(),
        claims,
        deductions,
        unit.submittedAt(),
        unit.reported());
  }

  /** Everything that a unit is told, by unit. */
  private static Map<String, String> byUnit(List<Standing> standings) {
    return standings.stream()
        .collect(
            Collectors.toMap(standing -> standing.sheet().answers().unit(), ScoringLawsTest::told));
  }

  private static String told(Standing standing) {
    var sheet = standing.sheet();
    var text = new StringBuilder();
    sheet
        .lines()
        .forEach(line ->
            text.append(line.criterion().code())
                .append(' ')
                .append(line.points())
                .append(line.flags())
                .append('\n'));
    sheet
        .sections()
        .forEach(section ->
            text.append(section.section().code())
                .append(' ')
                .append(section.points())
                .append('\n'));
    return text.append(sheet.bonus())
        .append(' ')
        .append(sheet.deductions())
        .append(' ')
        .append(sheet.total())
        .append(' ')
        .append(sheet.grade().name())
        .append(' ')
        .append(sheet.meanPercent())
        .append(sheet.rescaled())
        .append(standing.overall())
        .append(standing.bySection())
        .append(standing.flags())
        .toString();
  }

  // ----- the same everywhere

  private static final List<String> LOCALES = List.of("vi", "en", "tr", "ar-u-nu-arab", "und");
  private static final List<String> ZONES =
      List.of("Asia/Ho_Chi_Minh", "UTC", "America/Los_Angeles", "Pacific/Kiritimati");

  @Test
  void theAnswerIsTheSameInEveryDefaultLocaleAndTimeZone() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      var at = seed;
      var locale = Locale.forLanguageTag(LOCALES.get((int) (seed % LOCALES.size())));
      var zone = TimeZone.getTimeZone(ZONES.get((int) (seed / LOCALES.size() % ZONES.size())));
      var here = in(Locale.ROOT, TimeZone.getTimeZone("UTC"), () -> everythingSaid(at));
      var there = in(locale, zone, () -> everythingSaid(at));
      assertThat(there).as("seed %d, %s, %s", seed, locale, zone.getID()).isEqualTo(here);
    }
  }

  @Test
  void theCriteriaFileReadsTheSameInEveryDefaultLocale() {
    for (var locale : LOCALES) {
      assertThat(
              in(
                  Locale.forLanguageTag(locale),
                  TimeZone.getDefault(),
                  () -> Law.read("hau-giang-ict/2017")))
          .as(locale)
          .isEqualTo(LAW);
    }
  }

  /**
   * All numbers, flags, ranks and sentences of a round, some of its reports sent around the
   * deadline.
   */
  private static String everythingSaid(long seed) {
    var round = round(seed);
    var policy = Law.policy(round.readings());
    var random = new Random(seed);
    var deadline = Scorer.deadline(LAW);
    var units =
        answers(round).stream()
            .limit(3)
            .map(unit ->
                sentAt(
                    unit,
                    deadline
                        .plus(Duration.ofSeconds(random.nextInt(3) - 1))
                        .withOffsetSameInstant(java.time.ZoneOffset.UTC)))
            .toList();
    var reasons = new Reasons(LAW, policy);
    var text = new StringBuilder();
    for (var standing : standings(policy, units)) {
      text.append(told(standing)).append('\n');
      var sheet = standing.sheet();
      sheet
          .lines()
          .forEach(line -> text.append(reasons.of(line, sheet.answers()).sentence()).append('\n'));
      text.append(Words.VIETNAMESE.number(sheet.total().decimal()));
    }
    return text.toString();
  }

  private static UnitAnswers sentAt(UnitAnswers unit, java.time.OffsetDateTime instant) {
    return new UnitAnswers(
        unit.unit(),
        unit.name(),
        unit.group(),
        unit.facts(),
        unit.previous(),
        unit.notApplicable(),
        unit.deductions(),
        Optional.of(instant),
        unit.reported());
  }

  private static <T> T in(Locale locale, TimeZone zone, java.util.function.Supplier<T> what) {
    var wasLocale = Locale.getDefault();
    var wasZone = TimeZone.getDefault();
    try {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
      return what.get();
    } finally {
      Locale.setDefault(wasLocale);
      TimeZone.setDefault(wasZone);
    }
  }

  // ----- what the laws are tried on

  private static RandomRounds.Round round(long seed) {
    return RandomRounds.round(1_000_000 + seed);
  }

  private static List<UnitAnswers> answers(RandomRounds.Round round) {
    return round.reports().stream().map(Law::answers).toList();
  }

  private static List<ScoreSheet> sheets(Policy policy, List<UnitAnswers> units) {
    return new Scorer(LAW, policy, List.of()).score(units);
  }

  private static List<Standing> standings(Policy policy, List<UnitAnswers> units) {
    return Standings.of(LAW, policy, sheets(policy, units)).units();
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
        unit.submittedAt(),
        unit.reported());
  }

  private static Map<String, Fact> amounts(Map<String, Integer> amounts) {
    return amounts.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, amount -> new Fact.Amount(Rational.of(amount.getValue()))));
  }

  private static ScoreSheet sheet(Map<String, Fact> facts) {
    var unit =
        new UnitAnswers(
            "u",
            "Đơn vị",
            Decision1663.DEPARTMENT,
            facts,
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            true);
    return sheets(Policy.DEFAULT, List.of(unit)).getFirst();
  }

  private static String points(Map<String, Fact> facts, String code) {
    return sheet(facts).lines().stream()
        .filter(line -> line.criterion().code().equals(code))
        .findFirst()
        .orElseThrow()
        .points()
        .toString();
  }
}
