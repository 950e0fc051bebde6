package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.QuietTest;
import thangdiem.round.Phase;

/**
 * A form that carries more than its page offers – the names of all columns of all tables, alone and
 * nested – changes what the ordinary form changes, or is refused.
 */
@QuietTest
class ExtraFieldsTest {

  /** As no request of ours, or as one of more parts than a file's form has. */
  private static final Set<Integer> REFUSED = Set.of(400, 413);

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  @Autowired private Situation situation;

  private Situation given;

  @BeforeEach
  void everybodyAndEveryRound() {
    given = situation.begun(port);
  }

  static Stream<Route> unsafeRoutes() {
    return Route.all().stream().filter(Route::unsafe);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsafeRoutes")
  void changesNothingByFieldsThatTheFormDoesNotHave(Route route) {
    var caller = given.callers().stream().filter(one -> route.allows(one.role())).findFirst().get();
    var phase = route.phases().stream().findFirst().orElse(Phase.OPEN);
    var form = Requests.form(route, given, caller, phase);

    var ordinary = changedBy(route, caller, phase, form);
    var more = new LinkedHashMap<>(form);
    extra(route, form.keySet()).forEach((name, value) -> more.putIfAbsent(name, value));
    var stuffed = changedBy(route, caller, phase, more);

    if (!REFUSED.contains(stuffed.answer().status())) {
      assertThat(stuffed.rows())
          .as(
              "%s with %d more fields. If one of them is a field of its form, name it there with the"
                  + " value it has when left alone",
              route, more.size() - form.size())
          .isEqualTo(ordinary.rows());
    }
  }

  private record Outcome(Answer answer, Map<String, Set<String>> rows) {}

  private Outcome changedBy(Route route, Caller caller, Phase phase, Map<String, String> form) {
    try {
      var answer = Requests.of(route, given, caller, phase, form);
      return new Outcome(answer, given.rows().recognisable());
    } finally {
      given.rows().restore();
    }
  }

  private Map<String, String> extra(Route route, Set<String> shown) {
    var extra = new TreeMap<String, String>();
    var own = declared(route);
    own.addAll(shown);
    given.rows().columns().stream()
        .filter(column -> !own.contains(column))
        .forEach(column -> {
          var value = value(column);
          extra.put(column, value);
          extra.put(camel(column), value);
          extra.put("unit." + column, value);
          extra.put("round." + column, value);
          extra.put("account." + camel(column), value);
          extra.put("answers[0].round." + column, value);
          extra.put(column + "[0]", value);
          extra.put("_" + column, value);
        });
    extra.keySet().removeAll(own);
    return extra;
  }

  /** What the handler itself asks for by name. */
  private Set<String> declared(Route route) {
    var names = new TreeSet<>(route.form().keySet());
    names.add("_csrf");
    for (var parameter : Routes.of(application).get(route.name()).getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      var asked = parameter.getParameterAnnotation(RequestParam.class);
      if (asked != null) {
        names.add(
            Optional.of(asked.name())
                .filter(name -> !name.isEmpty())
                .orElse(parameter.getParameterName()));
      }
    }
    return names;
  }

  /** Something that the column would take, and that would show. */
  private static String value(String column) {
    return switch (column) {
      case "role" -> "ADMINISTRATOR";
      case "phase" -> "PUBLISHED";
      case "version", "ordinal", "year" -> "77";
      case "id", "unit", "round", "account", "parent", "works_in" -> new UUID(0, 7).toString();
      case "disabled_at", "at", "created_at", "submitted_at", "expires_at" -> "01/01/2001 00:00";
      case "rehearsal", "vertical", "working" -> "true";
      default -> "thua-ra";
    };
  }

  private static String camel(String column) {
    var camel = new StringBuilder();
    for (var word : column.split("_")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
