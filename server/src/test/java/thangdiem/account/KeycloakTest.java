package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import elsewhere.IdentityProvider;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same talk with Keycloak, which many agencies run. It takes minutes to start, so it is asked
 * for: mvn -pl server -am verify -Pkeycloak.
 */
@EnabledIfSystemProperty(named = "thangdiem.keycloak", matches = ".+")
class KeycloakTest {

  private static final String BASE = "http://127.0.0.1:" + IdentityProvider.freePort();
  private static final String ISSUER = BASE + "/realms/hau-giang";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final HttpResponse.BodyHandler<String> TEXT = HttpResponse.BodyHandlers.ofString();

  private static Process keycloak;

  private final OpenIdProvider provider =
      new OpenIdProvider(
          new OpenIdSettings(ISSUER, "thangdiem", "bi-mat-cua-phep-thu", "Keycloak"),
          new SignInSettings("http://localhost", false, List.of(), "advised"));

  @BeforeAll
  static void startKeycloak() throws Exception {
    var folder = Path.of(System.getProperty("thangdiem.keycloak"));
    var realm = folder.resolve("data/import/hau-giang-realm.json");
    Files.createDirectories(realm.getParent());
    try (var written = KeycloakTest.class.getResourceAsStream("hau-giang-realm.json")) {
      Files.copy(written, realm, StandardCopyOption.REPLACE_EXISTING);
    }
    var builder =
        new ProcessBuilder(
                "sh",
                folder.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + URI.create(BASE).getPort(),
                "--import-realm")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keycloak.log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
    keycloak = builder.start();
    awaitItsAnswer();
  }

  private static void awaitItsAnswer() throws Exception {
    var question =
        HttpRequest.newBuilder(URI.create(ISSUER + "/.well-known/openid-configuration")).build();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (keycloak.isAlive() && System.nanoTime() < until) {
      try {
        if (HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (ConnectException e) {
        // Not yet.
      }
      keycloak.waitFor(1, java.util.concurrent.TimeUnit.SECONDS);
    }
    throw new IOException("Keycloak did not start");
  }

  @AfterAll
  static void endKeycloak() {
    keycloak.descendants().forEach(ProcessHandle::destroy);
    keycloak.destroy();
  }

  /** Signs in at Keycloak's own page and reads what it sends the browser back with. */
  private static Map<String, String> answer(String name, String asked) throws Exception {
    var page = HTTP.send(HttpRequest.newBuilder(URI.create(asked)).build(), TEXT);
    var form =
        Pattern.compile("action=\"([^\"]+login-actions/authenticate[^\"]+)\"").matcher(page.body());
    assertThat(form.find()).isTrue();
    // Its cookies are for https only, which a browser, but not Java, forgives on the own machine.
    var cookies =
        page.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";")[0])
            .collect(Collectors.joining("; "));
    var back =
        HTTP.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                    .header("Cookie", cookies)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "username=" + name + "&password=" + encoded("mật khẩu bên kia")))
                    .build(),
                TEXT)
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(back).startsWith("http://localhost/sign-in/openid/callback?");
    return Pattern.compile("([a-z_]+)=([^&]*)")
        .matcher(URI.create(back).getRawQuery())
        .results()
        .collect(
            Collectors.toMap(
                found -> found.group(1),
                found -> URLDecoder.decode(found.group(2), StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Optional<OpenIdProvider.Identity> identity(String name) throws Exception {
    var asked = OpenIdProvider.Asked.anew();
    var answer = answer(name, provider.address(asked));
    return provider.identity(asked, answer.get("code"), answer.get("state"));
  }

  @Test
  void namesWhomItKnowsAndWhetherTheirEmailIsVerified() throws Exception {
    var mai = identity("mai").orElseThrow();
    assertThat(mai.issuer()).isEqualTo(ISSUER);
    assertThat(mai.verifiedEmail()).hasValue("mai@haugiang.example");
    assertThat(identity("huy").orElseThrow().verifiedEmail()).isEmpty();
  }

  @Test
  void isNotBelievedAboutAnAnswerToAnotherQuestion() throws Exception {
    var asked = OpenIdProvider.Asked.anew();
    var answer = answer("mai", provider.address(asked));
    var another =
        new OpenIdProvider.Asked(
            asked.state(), OpenIdProvider.Asked.anew().nonce(), asked.verifier());

    assertThat(provider.identity(another, answer.get("code"), answer.get("state"))).isEmpty();
  }
}
