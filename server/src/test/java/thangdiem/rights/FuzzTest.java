package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.QuietTest;
import thangdiem.audit.Role;
import thangdiem.round.Phase;

/** Whatever is sent: a clear answer, never a fault, and nothing of the inside. */
@QuietTest
class FuzzTest {

  private static final List<String> NASTY =
      List.of(
          Leaks.PROBE,
          "' or '1'='1' --",
          "1); drop table account; --",
          "cast((select password from account limit 1) as int)",
          "name desc, (select 1/0)",
          "%00",
          "\u0000",
          "\uD800",
          "\u202Etxt.exe\u200B\uFEFF",
          "${7*7}#{T(x).y()}",
          "../../../etc/passwd",
          "-1",
          "99999999999999999999",
          "NaN",
          "1e309",
          "01/13/2017 25:61",
          "31/12/999999 10:00",
          "[]",
          "x".repeat(70_000));

  /** Names that lists of other systems take, whether or not a handler of ours does. */
  private static final List<String> COMMON =
      List.of("q", "sort", "order", "filter", "page", "size", "id", "next", "lang", "text", "at");

  /** A method or a version of HTTP that no server need have (RFC 9110). */
  private static final List<Integer> NOT_OFFERED = List.of(501, 505);

  private static final int LONGEST_IN_AN_ADDRESS = 1000;

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

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void answersEveryFieldWhateverItHolds(Route route) {
    var caller = given.callers().stream().filter(one -> route.allows(one.role())).findFirst().get();
    var phase = route.phases().stream().findFirst().orElse(Phase.OPEN);
    var ordinary = Requests.form(route, given, caller, phase);
    var fields = List.copyOf(fields(route, ordinary));
    for (var value : NASTY) {
      if (!route.unsafe() && value.length() > LONGEST_IN_AN_ADDRESS) {
        continue;
      }
      for (var field : fields) {
        if (meet(route, fields.indexOf(field), NASTY.indexOf(value))
            && !ordinary.getOrDefault(field, "").startsWith(Caller.FILE)) {
          var form = new TreeMap<>(ordinary);
          form.put(field, value);
          send(route, caller, phase, form, field + "=" + shortened(value));
        }
      }
      if (!route.unsafe()) {
        var form = new TreeMap<>(ordinary);
        COMMON.forEach(name -> form.put(name, value));
        send(route, caller, phase, form, "all=" + shortened(value));
      }
    }
  }

  /**
   * Every field meets every fourth value, other ones on other routes: all pairs take a quarter of
   * an hour.
   */
  private static boolean meet(Route route, int field, int value) {
    return Math.floorMod(route.toString().hashCode() + field + value, 4) == 0;
  }

  private void send(
      Route route, Caller caller, Phase phase, Map<String, String> form, String what) {
    var answer = Requests.of(route, given, caller, phase, form);
    Leaks.none(route + " with " + what, answer);
    if (route.unsafe() && answer.done()) {
      given.rows().restore();
    }
  }

  private static String shortened(String value) {
    return value.substring(0, Math.min(60, value.length()));
  }

  private TreeSet<String> fields(Route route, Map<String, String> ordinary) {
    var fields = new TreeSet<>(ordinary.keySet());
    var handler = Routes.of(application).get(route.name());
    for (var parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      var asked = parameter.getParameterAnnotation(RequestParam.class);
      if (asked != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
        fields.add(
            Optional.of(asked.name())
                .filter(name -> !name.isEmpty())
                .orElse(parameter.getParameterName()));
      }
    }
    return fields;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routesWithBraces")
  void answersEveryPathWhateverStandsInItsBraces(Route route) {
    var caller = given.callers().stream().filter(one -> route.allows(one.role())).findFirst().get();
    for (var value : NASTY) {
      if (value.length() <= LONGEST_IN_AN_ADDRESS) {
        var path =
            route
                .path()
                .replaceAll(
                    "\\{\\w+}",
                    java.util.regex.Matcher.quoteReplacement(
                        Caller.encoded(value).replace("+", "%20")));
        var answer =
            route.unsafe()
                ? caller.post(path, Requests.form(route, given, caller, Phase.OPEN))
                : caller.get(path);
        Leaks.none(route + " with " + value, answer);
        given.rows().restore();
      }
    }
  }

  static Stream<Route> routesWithBraces() {
    return routes().stream().filter(route -> route.path().contains("{"));
  }

  @Test
  void servesNoFileButThoseOfTheAssetsFolder() {
    var organiser = given.of(Role.ORGANISER);
    var page = organiser.get("/rounds").body();
    var assets = page.replaceAll("(?s).*(/assets/[0-9a-f]+/).*", "$1");
    var vectors =
        Vectors.PATHS.stream()
            .flatMap(path ->
                Stream.of(
                    path,
                    assets + path.replaceFirst("^/", ""),
                    "/ledger/export/" + path.replaceFirst("^/", "")))
            .toList();
    for (var path : vectors) {
      var answer =
          Requests.raw(
              port, Requests.head("GET", path, "Cookie: " + organiser.cookie()), new byte[0]);
      Leaks.none(path, answer);
      assertThat(answer.status()).as(path).isIn(301, 302, 400, 403, 404, 405);
    }
    assertThat(organiser.get(assets + "app.css").status()).isEqualTo(200);
  }

  @Test
  void answersMalformedCookiesAndHeaders() {
    for (var header : Vectors.HEADERS) {
      for (var path : List.of("/rounds", "/sign-in", "/khong-co")) {
        Leaks.none(header, Requests.raw(port, Requests.head("GET", path, header), new byte[0]));
      }
      Leaks.none(
          header,
          Requests.raw(
              port, Requests.head("POST", "/sign-in", header, "Content-Length: 0"), new byte[0]));
    }
  }

  @Test
  void answersMalformedRequestLines() {
    for (var line : Vectors.REQUEST_LINES) {
      var answer =
          Requests.raw(port, line + "\r\nHost: localhost\r\nConnection: close\r\n", new byte[0]);
      Leaks.nothingOfTheInside(line, answer);
      if (!NOT_OFFERED.contains(answer.status())) {
        assertThat(answer.status()).as(line).isLessThan(500);
      }
    }
  }
}
