package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/** Every step from every phase to every phase, tried by every role and by nobody. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhaseByRoleTest {

  private static final int MOVED = 302;
  private static final int NOT_SIGNED_IN = 401;
  private static final int NOT_ALLOWED = 403;
  private static final int REFUSED = 409;

  /** Its council adopts a round, its decision publishes it. */
  private static final Set<Phase> BY_OTHERS = Set.of(Phase.ADOPTED, Phase.PUBLISHED);

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds given;
  @Autowired private Rounds rounds;

  private final Map<Optional<Role>, Visitor> visitors = new HashMap<>();
  private final Map<Phase, Round> standing = new EnumMap<>(Phase.class);

  static Stream<Arguments> everyStepByEveryRole() {
    return Stream.concat(
            Stream.of(Optional.<Role>empty()), Stream.of(Role.values()).map(Optional::of))
        .flatMap(role ->
            Stream.of(Phase.values())
                .flatMap(
                    from -> Stream.of(Phase.values()).map(to -> Arguments.of(role, from, to))));
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @MethodSource("everyStepByEveryRole")
  void isTakenByTheOrganiserAloneWhereTheTableLeadsButForAdoptingAndPublishing(
      Optional<Role> role, Phase from, Phase to) {
    var round = roundIn(from);

    var answer = visitor(role).post("/rounds/" + round.key() + "/phase", Map.of("to", to.name()));

    int expected =
        role.isEmpty()
            ? NOT_SIGNED_IN
            : role.get() != Role.ORGANISER
                ? NOT_ALLOWED
                : from.leadsTo(to) && !BY_OTHERS.contains(to) ? MOVED : REFUSED;
    assertThat(answer.statusCode()).isEqualTo(expected);
    assertThat(rounds.named(round.key()).phase()).isEqualTo(expected == MOVED ? to : from);
  }

  /** One round for each phase; a new one where the last was moved on. */
  private Round roundIn(Phase phase) {
    var known = standing.get(phase);
    if (known == null || rounds.named(known.key()).phase() != phase) {
      known = given.in(phase);
      standing.put(phase, known);
    }
    return known;
  }

  private Visitor visitor(Optional<Role> role) {
    return visitors.computeIfAbsent(
        role,
        _ ->
            role.map(one -> new Visitor(port).signedIn(province.somebody(one).login()))
                .orElseGet(() -> new Visitor(port)));
  }
}
