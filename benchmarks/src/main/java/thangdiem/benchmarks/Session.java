package thangdiem.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody of the demo who is signed in. */
record Session(String cookies, String token) {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String PASSWORD = "thu-nghiem";

  static Session of(int port, String login) throws IOException {
    try (var http = new Http(port)) {
      var form = http.ask(Http.get("/sign-in", ""));
      var body = "login=" + login + "&password=" + PASSWORD + "&_csrf=" + encoded(token(form));
      var answer = http.ask(Http.post("/sign-in", form.cookies(), body));
      if (answer.status() != 302) {
        throw new IllegalStateException("sign-in: " + answer.status() + " " + answer.text());
      }
      var holidays = http.ask(Http.get("/holidays/2017", answer.cookies()));
      return new Session(answer.cookies(), token(holidays));
    }
  }

  byte[] page(int port, String path) throws IOException {
    try (var http = new Http(port)) {
      var answer = http.ask(Http.get(path, cookies));
      if (answer.status() != 200) {
        throw new IllegalStateException(path + ": " + answer.status());
      }
      return answer.body();
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String token(Http.Answer page) {
    var match = TOKEN.matcher(page.text());
    if (!match.find()) {
      throw new IllegalStateException("no token on the page: " + page.status());
    }
    return match.group(1);
  }
}
