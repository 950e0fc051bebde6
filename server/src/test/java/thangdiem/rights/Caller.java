package thangdiem.rights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.Province;
import thangdiem.audit.Role;

/**
 * Somebody who sends requests: with one role, or nobody at all. Cookie and token are held fast, so
 * that whatever an answer says, the next request is sent by the same person.
 *
 * @param role absent: not signed in
 */
record Caller(
    int port,
    Optional<Role> role,
    Optional<Province.Somebody> person,
    String cookie,
    String token) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  static final String FILE = "@file:";
  private static final String PARTING = "----parting";

  @Override
  public String toString() {
    return role.map(Role::name).orElse("nobody");
  }

  /** The same person with one more cookie. */
  Caller alsoHolding(String more) {
    return new Caller(port, role, person, cookie + "; " + more, token);
  }

  Answer get(String path) {
    return send("GET", path, Map.of(), false);
  }

  Answer post(String path, Map<String, String> form) {
    return send("POST", path, form, true);
  }

  /** Sends a form; a value that begins with "@file:" is the file that is downloaded there. */
  Answer send(String method, String path, Map<String, String> form, boolean withToken) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (withToken) {
      request.header("X-CSRF-TOKEN", token);
    }
    if (method.equals("GET")) {
      request.GET();
    } else if (form.values().stream().anyMatch(value -> value.startsWith(FILE))) {
      request
          .header("Content-Type", "multipart/form-data; boundary=" + PARTING)
          .method(method, HttpRequest.BodyPublishers.ofByteArray(parts(form)));
    } else {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(method, HttpRequest.BodyPublishers.ofString(encoded(form)));
    }
    return send(request.build());
  }

  static Answer send(HttpRequest request) {
    try {
      var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException e) {
      throw new AssertionError(request.method() + " " + request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private byte[] parts(Map<String, String> form) {
    var body = new ByteArrayOutputStream();
    form.forEach((name, value) -> {
      boolean file = value.startsWith(FILE);
      body.writeBytes(
          ("--"
                  + PARTING
                  + "\r\nContent-Disposition: form-data; name=\""
                  + name
                  + "\""
                  + (file ? "; filename=\"danh-sach.xlsx\"" : "")
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(
          file
              ? get(value.substring(FILE.length())).bytes()
              : value.getBytes(StandardCharsets.UTF_8));
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    });
    body.writeBytes(("--" + PARTING + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
