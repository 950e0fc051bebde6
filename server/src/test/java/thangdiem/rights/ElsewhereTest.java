package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.QuietTest;
import thangdiem.audit.Role;
import thangdiem.round.Phase;

/** Nobody is sent to another place than this server by what a request says. */
@QuietTest
class ElsewhereTest {

  /** Names of fields by which others have been told where to lead on. */
  private static final List<String> WHERE_TO =
      List.of("back", "next", "url", "continue", "return", "returnTo", "redirect", "goto", "from");

  @LocalServerPort private int port;
  @Autowired private Situation situation;

  private Situation given;

  @BeforeEach
  void everybodyAndEveryRound() {
    given = situation.begun(port);
  }

  @Test
  void leadsOnToPagesOfThisServerOnly() {
    for (var route : Route.all()) {
      var caller =
          given.callers().stream().filter(one -> route.allows(one.role())).findFirst().get();
      var phase = route.phases().stream().findFirst().orElse(Phase.OPEN);
      var named = route.form().keySet().stream().anyMatch(WHERE_TO::contains);
      for (var place : named ? Vectors.ELSEWHERE : Vectors.ELSEWHERE.subList(0, 2)) {
        var form = new TreeMap<>(Requests.form(route, given, caller, phase));
        WHERE_TO.forEach(name -> form.put(name, place));
        var answer = Requests.of(route, given, caller, phase, form);
        staysHere(route + " with " + place, answer);
        if (route.unsafe() && answer.done()) {
          given.rows().restore();
        }
      }
    }
  }

  private void staysHere(String what, Answer answer) {
    answer
        .header("location")
        .ifPresent(location -> {
          assertThat(location).as(what).matches("/(?![/\\\\])[^\\\\\\s\\p{Cntrl}]*");
          var led = URI.create("http://localhost:" + port).resolve(URI.create(location));
          assertThat(led.getHost()).as(what).isEqualTo("localhost");
        });
    assertThat(answer.headers()).as(what).doesNotContainKey("refresh");
  }

  /** S14: links come from our own settings; a request has no say in them. */
  @Test
  void believesNoHostThatARequestNames() {
    var organiser = given.of(Role.ORGANISER);
    var lies =
        List.of(
            List.of("Host: evil.example"),
            List.of("Host: localhost", "X-Forwarded-Host: evil.example"),
            List.of("Host: localhost", "Forwarded: host=evil.example;proto=https"),
            List.of("Host: localhost", "X-Forwarded-Proto: https", "X-Forwarded-Port: 666"),
            List.of("Host: localhost", "X-Forwarded-Prefix: /evil.example"),
            List.of("Host: localhost", "X-Host: evil.example", "X-Forwarded-Server: evil.example"));
    for (var route : Route.all()) {
      for (var lie : lies) {
        var headers = new java.util.ArrayList<>(lie);
        headers.add("Cookie: " + organiser.cookie());
        headers.add("X-CSRF-TOKEN: " + organiser.token());
        headers.add("Content-Type: application/x-www-form-urlencoded");
        var phase = route.phases().stream().findFirst().orElse(Phase.OPEN);
        var body =
            route.unsafe()
                ? Caller.encoded(Requests.form(route, given, organiser, phase)).getBytes()
                : new byte[0];
        headers.add("Content-Length: " + body.length);
        var path = Samples.fill(route.path(), given, organiser, phase);
        var answer =
            Requests.raw(
                port, Requests.head(route.method(), path, headers.toArray(String[]::new)), body);
        assertThat(answer.body()).as(route + " with " + lie).doesNotContain("evil.example", ":666");
        answer
            .headers()
            .forEach((name, values) ->
                assertThat(String.join(" ", values))
                    .as(route + " with " + lie + ": " + name)
                    .doesNotContain("evil.example", ":666"));
        if (route.unsafe()) {
          given.rows().restore();
        }
      }
    }
  }
}
