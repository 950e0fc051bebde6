package thangdiem.deduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.deduction.DeductionCase.State;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;

/** Every step of a deduction × every state × every role × every phase, against one table. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeductionTransitionTest {

  private static final int MOVED = 302;
  private static final int NOT_ALLOWED = 403;

  private static final Set<Phase> HANDLED =
      Set.of(Phase.OPEN, Phase.VERIFYING, Phase.EXPLAINING, Phase.COUNCIL);
  private static final Set<Phase> DECIDED =
      Set.of(Phase.VERIFYING, Phase.EXPLAINING, Phase.COUNCIL);

  /** A step as the table has it. */
  private record Line(
      String step, Set<Role> roles, Set<State> from, Set<Phase> in, Map<String, String> form) {}

  private static final List<Line> TABLE =
      List.of(
          new Line(
              "notice",
              Set.of(Role.ORGANISER, Role.COUNCIL_SECRETARY),
              Set.of(State.PROPOSED),
              HANDLED,
              Map.of("days", "5")),
          new Line(
              "explanation",
              Set.of(Role.CLERK, Role.HEAD),
              Set.of(State.NOTIFIED, State.CONTESTED, State.ACCEPTED),
              HANDLED,
              Map.of("stance", "contests", "words", "không đúng")),
          new Line(
              "decision",
              Set.of(Role.COUNCIL_SECRETARY, Role.CHAIRMAN),
              Set.of(State.CONTESTED, State.ACCEPTED),
              DECIDED,
              ended("UNPROVEN")),
          new Line(
              "withdrawal",
              Set.of(Role.ORGANISER, Role.COUNCIL_SECRETARY),
              Set.of(State.PROPOSED, State.NOTIFIED, State.CONTESTED, State.ACCEPTED),
              HANDLED,
              ended("MISTAKEN")),
          new Line(
              "annulment",
              Set.of(Role.COUNCIL_SECRETARY, Role.CHAIRMAN),
              Set.of(State.UPHELD),
              DECIDED,
              ended("COMPLAINT")));

  private static Map<String, String> ended(String ground) {
    return Map.of(
        "ground", ground, "words", "đã xem", "document", "1/QĐ", "documentOn", "01/02/2018");
  }

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds given;
  @Autowired private Rounds rounds;
  @Autowired private Deductions deductions;
  @Autowired private DeductionHearings hearings;
  @Autowired private DeductionDecisions decisions;

  private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
  private Somebody head;
  private Round round;
  private RoundUnit unit;
  private Deque<String> criteria;

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"OPEN", "VERIFYING", "EXPLAINING", "COUNCIL", "ADOPTED", "PUBLISHED"})
  void isTakenByWhoMayInTheStateAndPhaseOfTheTableAndNowhereElse(Phase phase) {
    var standing = beganIn(phase);
    var wrong = new TreeSet<String>();
    for (var line : TABLE) {
      for (var state : List.copyOf(standing.keySet())) {
        for (var role : Role.values()) {
          var one = standing.get(state);
          var answer = post(line, role, one);
          boolean may =
              line.roles().contains(role)
                  && line.from().contains(state)
                  && line.in().contains(phase);
          boolean fine =
              may
                  ? answer == MOVED
                  : line.roles().contains(role)
                      ? Set.of(404, 409).contains(answer)
                      : answer == NOT_ALLOWED;
          boolean same = deductions.one(round, one.id(), given.organiser()).equals(one);
          if (!fine || same == may) {
            wrong.add(line.step() + " from " + state + " by " + role + ": " + answer);
          }
          if (answer == MOVED && HANDLED.contains(phase)) {
            standing.put(state, made(state));
          }
        }
      }
    }
    assertThat(wrong).as("in " + phase).isEmpty();
  }

  private int post(Line line, Role role, DeductionCase one) {
    var place =
        line.step().equals("explanation")
            ? "/rounds/" + round.key() + "/assessments/" + unit.code() + "/deductions/"
            : "/rounds/" + round.key() + "/deductions/";
    return visitor(role).post(place + one.id() + "/" + line.step(), line.form()).statusCode();
  }

  private Visitor visitor(Role role) {
    return visitors.computeIfAbsent(
        role,
        _ ->
            new Visitor(port)
                .signedIn(
                    (role.heldInOwnUnit()
                            ? province.somebody(role, head.unit())
                            : province.somebody(role))
                        .login()));
  }

  /** A round in that phase with a deduction in each state that can be reached by then. */
  private Map<State, DeductionCase> beganIn(Phase phase) {
    if (head == null) {
      head = province.somebody(Role.HEAD);
    }
    round = given.open(head);
    unit = given.unit(round, head);
    criteria =
        new ArrayDeque<>(rounds.criteria(round).scored().map(ScoredCriterion::code).toList());
    if (phase != Phase.OPEN) {
      given.send(round, head);
      round = given.moved(round, Phase.VERIFYING);
    }
    var made =
        Stream.of(State.values())
            .filter(state -> phase != Phase.OPEN || state.isOpen() || state == State.WITHDRAWN)
            .collect(
                Collectors.toMap(
                    state -> state, this::made, (one, _) -> one, () -> new EnumMap<>(State.class)));
    if (phase != Phase.OPEN) {
      round = given.moved(round, phase);
    }
    return made;
  }

  private DeductionCase made(State state) {
    var id =
        hearings.propose(
            given.organiser(),
            round,
            unit,
            new Proposal(
                Cause.WRONG_FIGURES,
                criteria.remove(),
                Optional.empty(),
                "khai cao hơn",
                Optional.empty()));
    var secretary = province.actor(secretary());
    if (state != State.PROPOSED) {
      if (state == State.WITHDRAWN) {
        decisions.withdraw(given.organiser(), round, id, ending(Ground.MISTAKEN));
      } else {
        hearings.notifyUnit(given.organiser(), round, id, 5, "");
        if (state != State.NOTIFIED) {
          var told = deductions.one(round, id, given.organiser());
          hearings.explain(province.actor(head), round, told, state == State.ACCEPTED, "ý kiến");
        }
        if (state == State.DISMISSED) {
          decisions.decide(secretary, round, id, ending(Ground.EXCUSED));
        } else if (!state.isOpen()) {
          decisions.decide(secretary, round, id, ending(Ground.PROVEN));
        }
        if (state == State.ANNULLED) {
          decisions.annul(secretary, round, id, ending(Ground.ERROR));
        }
      }
    }
    var made = deductions.one(round, id, given.organiser());
    assertThat(made.state()).isEqualTo(state);
    return made;
  }

  private Somebody secretary;

  private Somebody secretary() {
    if (secretary == null) {
      secretary = province.somebody(Role.COUNCIL_SECRETARY);
    }
    return secretary;
  }

  private static Ending ending(Ground ground) {
    return new Ending(
        ground,
        "vì lẽ ấy",
        ground.step() == Step.Kind.WITHDRAWN
            ? Optional.empty()
            : Optional.of(new Step.Document("1/QĐ", LocalDate.of(2018, 2, 1))));
  }
}
