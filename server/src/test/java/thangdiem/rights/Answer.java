package thangdiem.rights;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came back: status, headers in lower case, body. */
record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

  String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  boolean isHtml() {
    return header("content-type").orElse("").startsWith("text/html");
  }

  /** Whether what was asked has been done; who is asked to prove who they are has done nothing. */
  boolean done() {
    return status / 100 == 2
        || (status / 100 == 3 && !header("location").orElse("").matches("/(sign-in|me/confirm).*"));
  }
}
