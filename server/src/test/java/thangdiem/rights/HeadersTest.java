package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.QuietDatabase;
import thangdiem.QuietTest;
import thangdiem.round.Phase;

/** What every answer carries, whoever asks for whatever, in both languages, also where it is no. */
@QuietTest
class HeadersTest {

  /** What would let a page load or run something that we did not write. */
  private static final List<Pattern> NOT_IN_A_PAGE =
      Stream.of(
              "<script(?![^>]* src=)[^>]*>",
              "<style",
              "<[^>]* style=",
              "<[^>]* on[a-z]+=",
              "<[^>]*=\"\\s*javascript:",
              "<(?:img|script|link|iframe|object|embed|form|use|source|a)\\b[^>]*"
                  + " (?:src|href|action)=\"(?:https?:)?//",
              "<!--",
              "<(?:iframe|object|embed|base|meta http-equiv)")
          .map(Pattern::compile)
          .toList();

  /** Whose pages are kept by whoever likes, and say of themselves what PublishedPagesTest tells. */
  private static final String SITE = "GET /published";

  private static final Pattern POSTING_FORM =
      Pattern.compile("<form\\b[^>]*method=\"post\".*?</form>", Pattern.DOTALL);

  @LocalServerPort private int port;
  @Autowired private Situation situation;

  private Situation given;

  @BeforeEach
  void everybodyAndEveryRound() {
    given = situation.begun(port);
  }

  @AfterEach
  void asBefore() {
    given.rows().restore();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyAnswerForbidsWhatItDoesNotNeed(String language) {
    everyAnswer(
        language,
        (what, answer) -> {
          if (what.contains(SITE)) {
            return;
          }
          var content = answer.header("content-security-policy").orElse("");
          assertThat(content)
              .as(what)
              .contains(
                  content.startsWith("sandbox;") // a file given out runs nothing at all
                      ? new String[] {"default-src 'none'"}
                      : new String[] {
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'"
                      })
              .doesNotContain("unsafe", "*", "http:");
          assertThat(answer.header("x-content-type-options")).as(what).hasValue("nosniff");
          assertThat(answer.header("referrer-policy")).as(what).hasValue("same-origin");
          assertThat(answer.header("permissions-policy").orElse(""))
              .as(what)
              .contains("geolocation=()", "microphone=()");
          assertThat(answer.header("cross-origin-opener-policy")).as(what).hasValue("same-origin");
          assertThat(answer.header("cross-origin-resource-policy"))
              .as(what)
              .hasValue("same-origin");
          assertThat(answer.header("cache-control")).as(what).hasValue("no-store");
          assertThat(answer.headers()).as(what).doesNotContainKeys("server", "x-powered-by");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyAnswerSaysWhatItIs(String language) {
    everyAnswer(
        language,
        (what, answer) -> {
          if (answer.bytes().length > 0) {
            assertThat(answer.header("content-type").orElse(""))
                .as(what)
                .matches(
                    "(?i)text/[a-z]+; ?charset=utf-8|application/atom\\+xml;charset=utf-8|application/x-ndjson;charset=utf-8"
                        + "|application/(vnd\\.openxmlformats.*|pdf|zip|octet-stream|json|manifest\\+json)|image/.*");
          }
          if (answer.isHtml() && !what.contains(SITE)) { // its language is in the address
            assertThat(answer.body()).as(what).contains("<html lang=\"" + language + "\"");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void noPageHoldsAnythingInlineOrFromElsewhere(String language) {
    everyAnswer(
        language,
        (what, answer) -> {
          if (answer.isHtml()) {
            for (var pattern : NOT_IN_A_PAGE) {
              var found = pattern.matcher(answer.body());
              assertThat(found.find() ? found.group() : "").as(what).isEmpty();
            }
          }
        });
  }

  @Test
  void everyFormCarriesItsToken() {
    var forms = new ArrayList<String>();
    everyAnswer(
        "vi",
        (what, answer) -> {
          if (answer.isHtml()) {
            POSTING_FORM
                .matcher(answer.body())
                .results()
                .forEach(form -> {
                  forms.add(what);
                  assertThat(form.group()).as(what).contains("name=\"_csrf\"");
                });
          }
        });
    assertThat(forms).isNotEmpty();
  }

  @Test
  void everyCookieIsHiddenFromScriptsAndFromOtherSites() {
    everyAnswer("vi", (what, answer) -> cookiesAreOurs(what, answer));
    for (var route : Route.all()) {
      if (route.unsafe()) {
        var caller =
            given.callers().stream().filter(one -> route.allows(one.role())).findFirst().get();
        cookiesAreOurs(route.name(), Requests.of(route, given, caller, Phase.OPEN));
        given.rows().restore();
      }
    }
    cookiesAreOurs("first visit", Requests.fresh(port, "/sign-in"));
  }

  private static void cookiesAreOurs(String what, Answer answer) {
    for (var cookie : answer.headers().getOrDefault("set-cookie", List.of())) {
      assertThat(cookie)
          .as(what)
          .contains("HttpOnly", "Path=/")
          .containsPattern("SameSite=(Lax|Strict)");
    }
  }

  /** Asks for every GET route as everybody, those who may not included, and for what is not. */
  private void everyAnswer(String language, BiConsumer<String, Answer> check) {
    QuietDatabase.superuser()
        .sql("update account set language = :language")
        .param("language", language)
        .update();
    for (var caller : given.callers()) {
      var reader = caller.alsoHolding("lang=" + language);
      for (var route : Route.all()) {
        if (!route.unsafe()) {
          check.accept(route + " as " + caller, Requests.of(route, given, reader, Phase.OPEN));
        }
      }
      check.accept("no such page, as " + caller, reader.get("/khong-co-trang-nay"));
      check.accept("no address of a browser, as " + caller, reader.get("//rights"));
      check.accept("no such method, as " + caller, reader.post("/rights/none", java.util.Map.of()));
      check.accept(
          "no token, as " + caller, reader.send("POST", "/sign-out", java.util.Map.of(), false));
    }
  }
}
