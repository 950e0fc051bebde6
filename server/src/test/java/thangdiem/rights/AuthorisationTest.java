package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import thangdiem.QuietTest;
import thangdiem.audit.Act;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.Performs;
import thangdiem.round.Phase;

/**
 * Every route of the running application × every role and nobody × every phase of a round: the
 * answers are those that authorisation.md states, and nothing is changed by who may not.
 */
@QuietTest
class AuthorisationTest {

  private static final Set<String> PAGES =
      Route.all().stream().map(Route::name).collect(Collectors.toSet());

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  @Autowired private Situation situation;

  private Situation given;

  @BeforeEach
  void everybodyAndEveryRound() {
    given = situation.begun(port);
  }

  static List<Route> routes() {
    return Route.all();
  }

  static Stream<Route> unsafeRoutes() {
    return routes().stream().filter(Route::unsafe);
  }

  static Stream<Route> routesOfOneThing() {
    return routes().stream().filter(route -> Samples.someDoNotExist(route.path()));
  }

  @Test
  void theTableNamesEveryRouteOfTheApplicationAndNoOther() {
    var served = new TreeMap<String, HandlerMethod>(Routes.of(application));
    var written = new TreeSet<String>();
    routes().forEach(route -> written.add(route.name()));

    var missing = new TreeSet<>(served.keySet());
    missing.removeAll(written);
    assertThat(missing)
        .as(
            "routes that authorisation.md does not name; add:%n%s%n",
            String.join(
                "\n", missing.stream().map(name -> Routes.line(name, served.get(name))).toList()))
        .isEmpty();
    written.removeAll(served.keySet());
    assertThat(written).as("lines of authorisation.md whose route is gone; remove them").isEmpty();
  }

  @Test
  void nothingIsServedPastTheTable() {
    assertThat(Routes.elsewhere(application))
        .as("handlers that are no routes of a controller; only our own files may be")
        .allMatch(pattern -> pattern.startsWith("/assets/"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void answersEachRoleInEachPhaseAsTheTableSays(Route route) {
    for (var phase : phases(route)) {
      for (var caller : given.callers()) {
        ask(route, caller, phase);
      }
    }
  }

  private static List<Phase> phases(Route route) {
    return Samples.namesARound(route.path()) ? List.of(Phase.values()) : List.of(Phase.OPEN);
  }

  private void ask(Route route, Caller caller, Phase phase) {
    var what = route + " as " + caller + " while " + phase;
    openTheForm(route, caller, phase);
    var before = given.rows().seen();
    long events = given.rows().events();
    try {
      var answer = Requests.of(route, given, caller, phase);

      assertThat(answer.status()).as(what).isEqualTo(expected(route, caller, phase));
      var changed = Rows.differing(before, given.rows().seen());
      var written = given.rows().eventsAfter(events);
      if (!route.allows(caller.role()) || !route.unsafe() || onlyLooks(route)) {
        assertThat(changed).as(what + " must change nothing, and changed").isEmpty();
      } else if (answer.done() || !changed.isEmpty()) {
        assertThat(written).as(what + " leaves an event; it changed " + changed).isNotEmpty();
      }
      assertThat(written)
          .as(what + " leaves no events but those of the acts named at its handler")
          .isSubsetOf(acts(route));
    } finally {
      if (route.unsafe()) {
        given.rows().restore();
      }
    }
  }

  /** As a browser would have: some forms are good only after their page has been seen. */
  private void openTheForm(Route route, Caller caller, Phase phase) {
    if (route.unsafe() && route.allows(caller.role()) && PAGES.contains("GET " + route.path())) {
      caller.get(Samples.fill(route.path(), given, caller, phase));
    }
  }

  private boolean onlyLooks(Route route) {
    return handler(route).hasMethodAnnotation(ChangesNothing.class);
  }

  private static int expected(Route route, Caller caller, Phase phase) {
    if (!route.allows(caller.role())) {
      return caller.role().isPresent() ? 403 : route.unsafe() ? 401 : 302;
    }
    return route.phases().isEmpty() || route.phases().contains(phase) ? route.answer() : 409;
  }

  private HandlerMethod handler(Route route) {
    return Routes.of(application).get(route.name());
  }

  private List<String> acts(Route route) {
    var performs = handler(route).getMethodAnnotation(Performs.class);
    return performs == null ? List.of() : Stream.of(performs.value()).map(Act::name).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsafeRoutes")
  void refusesAFormWithoutTheTokenOfItsSession(Route route) {
    for (var caller : given.callers()) {
      var before = given.rows().seen();

      var answer = withoutToken(route, caller);

      assertThat(answer.status()).as(route + " without token as " + caller).isEqualTo(403);
      assertThat(Rows.differing(before, given.rows().seen())).as(route + "").isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routesOfOneThing")
  void tellsNoMoreOfWhatIsAnothersThanOfWhatIsNot(Route route) {
    for (var caller : given.callers()) {
      if (!route.allows(caller.role())) {
        continue;
      }
      given.rows().forgetGuesses();
      var unknown = Samples.unknown(route.path(), given, caller);
      var what = route + " as " + caller;
      var before = given.rows().seen();
      var nothing = sendTo(unknown, route, caller);
      assertThat(nothing.status()).as(what + " for what does not exist").isEqualTo(404);

      Samples.foreign(route.path(), given, caller, Phase.OPEN)
          .ifPresent(path -> {
            var foreign = sendTo(path, route, caller);
            assertThat(foreign.status()).as(what + " for what is another's").isEqualTo(404);
            assertThat(bare(foreign, path)).as(what).isEqualTo(bare(nothing, unknown));
          });
      assertThat(Rows.differing(before, given.rows().seen())).as(what).isEmpty();
    }
  }

  private Answer withoutToken(Route route, Caller caller) {
    return caller.send(
        route.method(),
        Samples.fill(route.path(), given, caller, Phase.OPEN),
        Requests.form(route, given, caller, Phase.OPEN),
        false);
  }

  private Answer sendTo(String path, Route route, Caller caller) {
    var form = Requests.form(route, given, caller, Phase.OPEN);
    return route.unsafe() ? caller.send(route.method(), path, form, true) : caller.get(path);
  }

  /** Without what is new in each answer anyway: the token, and the address itself. */
  private static String bare(Answer answer, String path) {
    return answer.body().replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1").replace(path, "/this");
  }

  @Test
  void knowsNoOtherMethodsThanThoseOfTheTable() {
    var organiser = given.of(thangdiem.audit.Role.ORGANISER);
    var paths = new TreeMap<String, TreeSet<String>>();
    routes()
        .forEach(
            route -> paths.computeIfAbsent(route.path(), _ -> new TreeSet<>()).add(route.method()));
    paths.forEach((path, known) -> {
      for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        if (!known.contains(method)) {
          var answer =
              organiser.send(
                  method, Samples.fill(path, given, organiser, Phase.OPEN), Map.of(), true);
          assertThat(answer.status()).as(method + " " + path).isIn(403, 404, 405);
        }
      }
    });
  }
}
