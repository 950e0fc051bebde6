package thangdiem.deduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.audit.Actor;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.round.Extensions;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Peers;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/** Whatever the order and however often, a deduction counts once where it stands (F17, F02). */
@ServerTest
class AnyOrderTest {

  private static final int CASES = 6;
  private static final Points EACH = Points.of("2.5");

  @Autowired private Province province;
  @Autowired private GivenRounds given;
  @Autowired private Rounds rounds;
  @Autowired private Extensions extensions;
  @Autowired private Deductions deductions;
  @Autowired private DeductionHearings hearings;
  @Autowired private DeductionDecisions decisions;

  @AfterEach
  void isNowAgain() {
    TestDatabase.database().setClock(OffsetDateTime.now());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void leavesTheTotalOfWhatStandsInTheEnd(long seed) {
    var chance = new Random(seed);
    var head = province.somebody(Role.HEAD);
    var opened = given.openDeducting(Map.of(Cause.WRONG_FIGURES.kind(), Optional.of(EACH)), head);
    given.send(opened, head);
    var round = given.moved(opened, Phase.VERIFYING);
    var secretary = province.actor(province.somebody(Role.COUNCIL_SECRETARY));
    var cases = contested(round, head);
    var standing = new TreeSet<UUID>();
    var clicks = new ArrayList<Runnable>();
    for (var id : cases) {
      boolean upheld = chance.nextBoolean();
      if (upheld) {
        standing.add(id);
      }
      var ground = upheld ? Ground.PROVEN : Ground.UNPROVEN;
      Runnable click = () -> tried(() -> decisions.decide(secretary, round, id, ending(ground)));
      clicks.addAll(Collections.nCopies(1 + chance.nextInt(3), click));
    }
    Collections.shuffle(clicks, chance);
    clicks.forEach(Runnable::run);
    cases.stream()
        .filter(standing::contains)
        .filter(_ -> chance.nextInt(3) == 0)
        .toList()
        .forEach(id -> {
          standing.remove(id);
          for (int i = 0; i < 2; i++) {
            tried(() -> decisions.annul(secretary, round, id, ending(Ground.COMPLAINT)));
          }
        });

    var decided = new ArrayList<>(deductions.decided(round).getOrDefault(head.unit(), List.of()));
    var free = scored(round, List.of());
    var expected = free.total();
    for (int i = 0; i < standing.size(); i++) {
      expected = expected.minus(EACH);
    }
    for (int i = 0; i < CASES; i++) {
      assertThat(scored(round, decided).total()).isEqualTo(expected.atLeastNone());
      Collections.shuffle(decided, chance);
    }
  }

  /** Full marks in what asks yes or no, so that there is something to take from. */
  private ScoreSheet scored(Round round, List<Deduction> taken) {
    var set = rounds.criteria(round);
    var facts = new TreeMap<String, Fact>();
    set.facts().values().stream()
        .filter(fact -> fact.type() == FactType.BOOLEAN)
        .forEach(fact -> facts.put(fact.id(), new Fact.YesNo(true)));
    var answers =
        new UnitAnswers(
            "x", "x", "department", facts, Map.of(), List.of(), taken, Optional.empty(), true);
    var sheet = new Scorer(set, round.policy(), List.of()).score(answers, Peers.NONE);
    assertThat(sheet.total()).isGreaterThan(Points.of(50));
    return sheet;
  }

  private List<UUID> contested(Round round, Somebody head) {
    var unit = given.unit(round, head);
    Actor answering = province.actor(head);
    return rounds
        .criteria(round)
        .scored()
        .map(ScoredCriterion::code)
        .limit(CASES)
        .map(code -> {
          var id =
              hearings.propose(
                  given.organiser(),
                  round,
                  unit,
                  new Proposal(
                      Cause.WRONG_FIGURES, code, Optional.empty(), "cao hơn", Optional.empty()));
          hearings.notifyUnit(given.organiser(), round, id, 5, "");
          hearings.explain(
              answering, round, deductions.one(round, id, given.organiser()), false, "không đúng");
          return id;
        })
        .toList();
  }

  /** A click that comes too late is refused, and nothing more. */
  private static void tried(Runnable click) {
    try {
      click.run();
    } catch (Refusal refusal) {
      assertThat(refusal).hasMessageMatching("deduction\\.(decided|notUpheld)");
    }
  }

  private static Ending ending(Ground ground) {
    return new Ending(
        ground, "vì lẽ ấy", Optional.of(new Step.Document("1/QĐ", LocalDate.of(2018, 2, 1))));
  }

  @Test
  void proposesExactlyTheReportsThatTheirOwnWindowCallsLate() {
    var chance = new Random(63);
    var units = new ArrayList<Somebody>();
    for (int i = 0; i < 30; i++) {
      units.add(new Somebody(UUID.randomUUID(), "", province.agency("Đơn vị gửi " + i)));
    }
    var round = given.open(units.toArray(Somebody[]::new));
    var deadline = rounds.calendar(round).deadline();
    var sendings = new TreeMap<OffsetDateTime, Somebody>();
    for (var unit : units) {
      if (chance.nextInt(3) == 0) {
        var proposal =
            extensions.propose(
                given.organiser(),
                round,
                given.unit(round, unit),
                deadline.plusHours(1 + chance.nextInt(48)),
                "lũ lụt",
                "1/CV");
        extensions.confirm(given.secondOrganiser(), round, proposal);
      }
      sendings.put(deadline.plusMinutes(chance.nextInt(6000) - 3000), unit);
    }
    sendings.put(deadline, units.getFirst());
    var expected = new TreeSet<UUID>();
    sendings.forEach((at, unit) -> {
      if (given.unit(round, unit).submittedAt().isEmpty()) {
        TestDatabase.database().setClock(at);
        given.send(round, unit);
        var sent = given.unit(round, unit);
        if (extensions.window(round, unit.unit()).isLate(sent.submittedAt().orElseThrow())) {
          expected.add(unit.unit());
        }
      }
    });

    assertThat(deductions.lateReports(round)).isEqualTo(expected.size());
    hearings.proposeLateReports(given.organiser(), round);

    assertThat(deductions.of(round, given.organiser()))
        .extracting(DeductionCase::unit)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).isNotEmpty().hasSizeLessThan(units.size());
  }
}
