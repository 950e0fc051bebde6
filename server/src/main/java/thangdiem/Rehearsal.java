package thangdiem;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A walk through the pages of a demo (diễn tập khởi động), while the JVM notes which classes that
 * needs; later starts read them from its AOT cache.
 */
record Rehearsal(String base, HttpClient http) {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final List<String> PAGES = List.of("/", "/rounds", "/ledger");

  Rehearsal(String base) {
    this(
        base,
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build());
  }

  void walk() {
    for (var login : List.of("chutri", "canbo")) {
      var form = page(HttpRequest.newBuilder(URI.create(base + "/sign-in")).build());
      var token = TOKEN.matcher(form);
      if (!token.find()) {
        throw new IllegalStateException("the sign-in page carries no token");
      }
      post(
          "/sign-in",
          Map.of("login", login, "password", DemoAccounts.PASSWORD, "_csrf", token.group(1)));
      for (var path : PAGES) {
        page(HttpRequest.newBuilder(URI.create(base + path)).build());
      }
    }
  }

  private void post(String path, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    page(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private String page(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
