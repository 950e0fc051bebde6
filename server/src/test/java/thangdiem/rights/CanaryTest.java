package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/**
 * What units answer is told to nobody but themselves and those who judge it (F12, S01): every
 * figure, comment and reason of many units is a number that stands nowhere else, and all pages and
 * files are searched for it.
 */
@ServerTest
class CanaryTest {

  private static final int UNITS = 70;
  private static final int FIRST = 731_000_000;
  private static final int A_UNIT = 1_000;
  private static final int COMMENT = 900;
  private static final int REASON = 901;
  private static final Pattern CANARY = Pattern.compile("731\\d{6}");

  /** Numbers are shown in groups of three. */
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[.,\\h](?=\\d{3})");

  /** What differs from one moment to the next; the order of merged cells does not count. */
  private static final Pattern CHANGING =
      Pattern.compile(
          String.join(
              "|",
              "name=\"_csrf\" value=\"[^\"]*\"",
              "<meta name=\"csrf\"[^>]*>",
              "\"challenge\":\"[^\"]*\"",
              "<mergeCell ref=[^>]*>",
              "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+]\\d\\d:\\d\\d)",
              "\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d(?::\\d\\d)?"));

  /** A round with units whose answers are like no others. */
  private record Sown(Round round, List<Somebody> clerks, int canaries) {}

  private static final Map<Phase, Sown> SOWN = new EnumMap<>(Phase.class);

  @LocalServerPort private int port;
  @Autowired private GivenRounds given;
  @Autowired private Province province;
  @Autowired private Rounds rounds;
  @Autowired private OrgUnits units;

  private Sown sown(Phase phase) {
    return SOWN.computeIfAbsent(phase, this::sow);
  }

  private Sown sow(Phase phase) {
    var clerks =
        IntStream.range(0, UNITS)
            .mapToObj(i -> province.agency("Đơn vị " + phase + " " + i))
            .map(unit -> province.somebody(Role.CLERK, unit))
            .toList();
    var round = given.open(clerks.toArray(Somebody[]::new));
    var set = rounds.criteria(round);
    int canaries = 0;
    for (int unit = 0; unit < UNITS; unit++) {
      canaries += answer(round, set, clerks.get(unit), FIRST + unit * A_UNIT);
      given.send(round, clerks.get(unit));
    }
    return new Sown(given.moved(round, phase), clerks, canaries);
  }

  /** All that a unit says of itself; how many canaries it is. */
  private int answer(Round round, CriteriaSet set, Somebody clerk, int first) {
    var figures = figures(set);
    for (int i = 0; i < figures.size(); i++) {
      put(
          "insert into answer (round, unit, fact, value, at) values (:round, :unit, :what, :said, now_effective())",
          round,
          clerk,
          figures.get(i).id(),
          String.valueOf(first + i));
    }
    put(
        """
        insert into answer_comment (id, round, unit, fact, words, at, by_account)
        select gen_random_uuid(), :round, :unit, :what, :said, now_effective(), id
          from account where login = :login
        """,
        round,
        clerk,
        "staff",
        "Xin xem lại số " + (first + COMMENT));
    put(
        """
        insert into not_applicable_claim (round, unit, code, reason, at, by_account)
        select :round, :unit, :what, :said, now_effective(), id from account where login = :login
        """,
        round,
        clerk,
        "II.3",
        "Theo công văn số " + (first + REASON));
    return figures.size() + 2;
  }

  private static List<FactDefinition> figures(CriteriaSet set) {
    return set.facts().values().stream()
        .filter(fact -> fact.type() == FactType.COUNT || fact.type() == FactType.DECIMAL)
        .toList();
  }

  private void put(String change, Round round, Somebody clerk, String what, String said) {
    var values = new HashMap<String, Object>();
    values.put("round", round.id());
    values.put("unit", clerk.unit());
    values.put("what", what);
    values.put("said", said);
    values.put("login", clerk.login());
    given.act(change, values);
  }

  /** Whose canaries are in what somebody reads, by the place of the unit. */
  private static Map<String, Set<Integer>> found(Map<String, String> read) {
    var found = new HashMap<String, Set<Integer>>();
    read.forEach((path, text) -> {
      var owners =
          CANARY
              .matcher(BETWEEN_DIGITS.matcher(text).replaceAll(""))
              .results()
              .map(canary -> (Integer.parseInt(canary.group()) - FIRST) / A_UNIT)
              .collect(Collectors.toSet());
      if (!owners.isEmpty()) {
        found.put(path, owners);
      }
    });
    return found;
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "VERIFYING", "COUNCIL"})
  void aClerkFindsTheirOwnUnitsFiguresAndNobodyElses(Phase phase) {
    var sown = sown(phase);
    var clerk = new Visitor(port).signedIn(sown.clerks().getFirst().login());

    var found = found(Crawl.of(clerk, sown.round()));

    assertThat(sown.canaries()).isGreaterThanOrEqualTo(2_000);
    assertThat(found).as("pages and files with their own figures").hasSizeGreaterThan(5);
    assertThat(found.values()).allMatch(Set.of(0)::equals);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "VERIFYING", "COUNCIL"})
  void whoHasNoPartInTheRoundFindsNoFigureOfAnybody(Phase phase) {
    var sown = sown(phase);
    var outside = found(Crawl.of(new Visitor(port), sown.round()));

    assertThat(outside).as("nobody signed in").isEmpty();
    for (var role :
        List.of(Role.COMMUNE_CLERK, Role.INSPECTOR, Role.ADMINISTRATOR, Role.EMULATION_OFFICER)) {
      var visitor = new Visitor(port).signedIn(province.somebody(role).login());
      assertThat(found(Crawl.of(visitor, sown.round()))).as(role.name()).isEmpty();
    }
  }

  @Test
  void anAuditorFindsTheFiguresOfAUnitSoThatTheSearchIsKnownToFind() {
    var sown = sown(Phase.VERIFYING);
    var auditor = new Visitor(port).signedIn(province.somebody(Role.AUDITOR).login());
    var second = units.withId(sown.clerks().get(1).unit()).orElseThrow().code();
    var page = "/rounds/" + sown.round().key() + "/assessments/" + second + "/sections/I";

    var read = auditor.get(page);

    assertThat(read.statusCode()).as(page).isEqualTo(200);
    assertThat(found(Map.of(page, read.body()))).containsEntry(page, Set.of(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "VERIFYING", "COUNCIL"})
  void aClerkReadsTheSameWhateverOtherUnitsHaveAnswered(Phase phase) {
    var sown = sow(phase);
    var own = sown.clerks().getFirst();
    var clerk = new Visitor(port).signedIn(own.login());
    var before = masked(Crawl.of(clerk, sown.round()));

    TestDatabase.pastTheRules(
        """
        update answer set value = (cast(value as bigint) - 500000000)::text
         where round = :round and unit <> :unit
        """,
        Map.of("round", sown.round().id(), "unit", own.unit()));

    var after = masked(Crawl.of(clerk, sown.round()));
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((path, text) -> assertThat(text).as(path).isEqualTo(before.get(path)));
  }

  private static Map<String, String> masked(Map<String, String> read) {
    var masked = new HashMap<>(read);
    masked.replaceAll((_, text) -> CHANGING.matcher(text).replaceAll(""));
    return masked;
  }
}
