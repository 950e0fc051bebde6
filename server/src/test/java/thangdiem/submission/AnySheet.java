package thangdiem.submission;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import thangdiem.audit.Role;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Rational;
import thangdiem.exchange.CriteriaSource;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.SubmissionWindow;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Policy;

/** Sheets of units for tests that need no server. */
final class AnySheet {

  static final List<String> SETS = List.of("hau-giang-ict/2017", "minh-hoa/2025");
  static final String UNIT = "so-y-te";

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2017-12-01T08:00:00+07:00");
  private static final List<String> WORDS =
      List.of(
          "=1+1",
          "=HYPERLINK(\"http://127.0.0.1\";\"bấm\")",
          "+84 293",
          "-5",
          "@SUM(A1)",
          "Đắk Lắk, Ông Ích Khiêm",
          "<f>1</f> & \"nháy\"",
          "0012",
          "hai\ndòng",
          "TRUE");

  private AnySheet() {}

  static Assessment assessment(String edition) {
    return assessment(CriteriaSource.read(edition, List.of()).file().set());
  }

  static Assessment assessment(CriteriaSet set) {
    var round =
        new Round(
            UUID.randomUUID(),
            2017,
            false,
            "Đợt 2017",
            set.id(),
            "",
            Policy.DEFAULT,
            Phase.OPEN,
            Optional.of(NOW.minusDays(40)),
            1);
    return new Assessment(
        round,
        set,
        new RoundUnit(
            UUID.randomUUID(), UNIT, "=Sở Y tế", set.groups().getFirst().id(), 1, Optional.empty()),
        new SubmissionWindow(Phase.OPEN, NOW.plusDays(14), Optional.empty()),
        UUID.randomUUID(),
        Set.of(Role.CLERK),
        NOW);
  }

  /** A sheet with those answers, each of a version of its own. */
  static Sheet sheet(Assessment assessment, Map<String, Fact> facts, List<String> claimed) {
    var given = new LinkedHashMap<String, GivenFact>();
    facts.forEach((id, fact) ->
        given.put(
            id,
            new GivenFact(
                Optional.of(fact),
                Optional.empty(),
                given.size() * 977 + 2,
                Optional.of(NOW),
                Optional.of("Cán bộ"))));
    var claims = new LinkedHashMap<String, Notes.Claim>();
    claimed.forEach(code -> claims.put(code, new Notes.Claim(code, "không có", NOW, "Cán bộ")));
    return new Sheet(
        assessment,
        given,
        new Notes(claims, Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty()));
  }

  /** Answers of every kind that a unit can give; some facts are left open. */
  static Map<String, Fact> anyAnswers(Assessment assessment, SplittableRandom random) {
    var facts = new LinkedHashMap<String, Fact>();
    for (var fact : WorkbookVersions.facts(assessment)) {
      int chance = random.nextInt(10);
      if (chance > 1) {
        facts.put(fact.id(), chance == 2 ? new Fact.None() : any(fact, random));
      }
    }
    return facts;
  }

  private static Fact any(FactDefinition fact, SplittableRandom random) {
    return switch (fact.type()) {
      case COUNT -> new Fact.Amount(within(fact, Rational.of(random.nextInt(100_000))));
      case DECIMAL ->
          new Fact.Amount(
              within(fact, Rational.of(random.nextLong(100_000_000_000_000_000L), 1_000_000)));
      case BOOLEAN -> new Fact.YesNo(random.nextBoolean());
      case DATE -> new Fact.Day(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000)));
      case CHOICE ->
          new Fact.Chosen(fact.options().get(random.nextInt(fact.options().size())).id());
      case TEXT -> new Fact.Words(WORDS.get(random.nextInt(WORDS.size())));
    };
  }

  private static Rational within(FactDefinition fact, Rational amount) {
    return amount.compareTo(fact.max()) > 0
        ? fact.max()
        : amount.compareTo(fact.min()) < 0 ? fact.min() : amount;
  }

  static List<String> anyClaims(Assessment assessment, SplittableRandom random) {
    return assessment
        .set()
        .scored()
        .map(criterion -> criterion.code())
        .filter(_ -> random.nextInt(8) == 0)
        .toList();
  }
}
