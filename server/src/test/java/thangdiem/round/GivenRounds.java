package thangdiem.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.TestDatabase;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.criteria.Points;
import thangdiem.exchange.CriteriaSource;
import thangdiem.orgunit.OrgUnits;

/** Rounds for tests, each of a year of its own, with units of its own. */
@Component
public class GivenRounds {

  /** Far ahead, so that no deadline has passed and no test of pages meets them. */
  private static final AtomicInteger YEAR = new AtomicInteger(3000);

  static final CriteriaSource CRITERIA = CriteriaSource.read("hau-giang-ict/2017", List.of());

  private final Province province;
  private final OrgUnits units;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final Acts acts;
  private final JdbcClient sql;
  private @Nullable Actor organiser;
  private @Nullable Actor second;

  GivenRounds(
      Province province,
      OrgUnits units,
      Rounds rounds,
      RoundSetup setup,
      Acts acts,
      JdbcClient sql) {
    this.province = province;
    this.units = units;
    this.rounds = rounds;
    this.setup = setup;
    this.acts = acts;
    this.sql = sql;
  }

  /** Who runs the rounds of the tests. */
  public synchronized Actor organiser() {
    if (organiser == null) {
      organiser = province.actor(province.somebody(Role.ORGANISER));
    }
    return organiser;
  }

  /** Another one. */
  public synchronized Actor secondOrganiser() {
    if (second == null) {
      second = province.actor(province.somebody(Role.ORGANISER));
    }
    return second;
  }

  /** A draft in which those units take part, and nobody else. */
  Round draft(UUID... participants) {
    return draft(false, participants);
  }

  private Round draft(boolean rehearsal, UUID... participants) {
    province.root();
    var draft = rounds.draft(organiser(), YEAR.getAndIncrement(), rehearsal, CRITERIA);
    setup.setUnits(
        organiser(),
        draft,
        Stream.of(participants).map(unit -> units.withId(unit).orElseThrow()).toList());
    return rounds.named(draft.key());
  }

  /** An open round with the units of those clerks. */
  public Round open(Somebody... clerks) {
    return opened(draft(false, unitsOf(clerks)));
  }

  /** The same with what each kind of deduction takes off. */
  public Round openDeducting(Map<String, Optional<Points>> amounts, Somebody... clerks) {
    var draft = draft(false, unitsOf(clerks));
    setup.setDeductions(organiser(), draft, amounts);
    return opened(rounds.named(draft.key()));
  }

  /** The same with a tolerance of wrong figures, in per cent. */
  public Round openTolerating(String tolerance, Somebody... clerks) {
    var draft = draft(false, unitsOf(clerks));
    setup.setDeductions(
        organiser(),
        draft,
        Map.of(
            Rounds.WRONG_FIGURES,
            Optional.of(thangdiem.criteria.Points.of(10)),
            "incident",
            Optional.empty(),
            "late-report",
            Optional.empty()),
        tolerance);
    return opened(rounds.named(draft.key()));
  }

  /** The same as a rehearsal. */
  Round openRehearsal(Somebody... clerks) {
    return opened(draft(true, unitsOf(clerks)));
  }

  private static UUID[] unitsOf(Somebody... clerks) {
    return Stream.of(clerks).map(Somebody::unit).toArray(UUID[]::new);
  }

  private Round opened(Round draft) {
    rounds.moveTo(organiser(), draft, Phase.OPEN);
    return rounds.named(draft.key());
  }

  /** A round in that phase, whose one unit has sent its report once it could. */
  Round in(Phase phase) {
    var unit = province.agency("Đơn vị của đợt");
    var draft = draft(unit);
    if (phase == Phase.DRAFT) {
      return draft;
    }
    var round = opened(draft);
    send(round, unit);
    return moved(round, phase);
  }

  /** Takes the shortest way on. */
  public Round moved(Round round, Phase phase) {
    var now = round;
    for (var next : Phase.values()) {
      if (next.compareTo(now.phase()) > 0 && next.compareTo(phase) <= 0) {
        if (next == Phase.ADOPTED || next == Phase.PUBLISHED && !round.rehearsal()) {
          somehow(now, next);
        } else {
          rounds.moveTo(organiser(), now, next);
        }
        now = rounds.named(round.key());
      }
    }
    return now;
  }

  /** How a council adopts a round, and how it is published, are other tests' matter. */
  private static void somehow(Round round, Phase phase) {
    TestDatabase.pastTheRules(
        "update round set phase = :phase, version = version + 1 where id = :round",
        Map.of("round", round.id(), "phase", phase.name()));
  }

  /** The unit of that clerk sends its report now. */
  public void send(Round round, Somebody clerk) {
    send(round, clerk.unit());
  }

  private void send(Round round, UUID unit) {
    act(
        "update round_unit set submitted_at = now_effective() where round = :round and unit = :unit",
        Map.of("round", round.id(), "unit", unit));
  }

  /** Carries out a change of rows as an act, as every change is. */
  public int act(String change, Map<String, ?> parameters) {
    return acts.bySystem(
        Act.INSTALLED,
        event -> {
          event.with("change", "for a test");
          return sql.sql(change).params(parameters).update();
        });
  }

  public RoundUnit unit(Round round, Somebody clerk) {
    return rounds.units(round).stream()
        .filter(unit -> unit.unit().equals(clerk.unit()))
        .findFirst()
        .orElseThrow();
  }
}
