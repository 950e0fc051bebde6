package thangdiem;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser, as far as HTTP goes: keeps cookies, sends back the form's token. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;

  public Visitor(int port) {
    this("http://localhost:" + port, HttpClient.newBuilder());
  }

  private Visitor(String base, HttpClient.Builder http) {
    this.base = base;
    this.http = http.cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
  }

  /** Somebody at another address, such as 127.0.0.7: all of 127/8 is this machine. */
  public static Visitor from(String address, int port) {
    return new Visitor(
        "http://127.0.0.1:" + port,
        HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)));
  }

  /** Somebody at another server, such as a provider of identities. */
  public static Visitor at(String base) {
    return new Visitor(base, HttpClient.newBuilder());
  }

  /** The value of a cookie that the visitor holds; empty when they hold none of that name. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Makes the visitor hold a cookie, whatever it says. */
  public Visitor holding(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(base), cookie);
    return this;
  }

  /** Signs in; the answer must be the redirect of a successful one. */
  public Visitor signedIn(String login) {
    var answer = post("/sign-in", Map.of("login", login, "password", Province.PASSWORD));
    if (answer.statusCode() != 302) {
      throw new AssertionError(login + " could not sign in: " + answer.statusCode());
    }
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET().build());
  }

  /** Gets a page with one more header, such as a browser or a forger would send. */
  public HttpResponse<String> get(String path, String header, String value) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path)).header(header, value).GET().build());
  }

  /** Posts a form with the token of this session. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, fields, token());
  }

  /** Posts a form as a script does that wants to be told in JSON. */
  public HttpResponse<String> postForJson(String path, Map<String, String> fields) {
    return postForJson(path, fields, token());
  }

  /** The same with a token that was read before. */
  public HttpResponse<String> postForJson(String path, Map<String, String> fields, String token) {
    return send(
        form(path, fields)
            .header("X-CSRF-TOKEN", token)
            .header("Accept", "application/json")
            .build());
  }

  /** Posts a form with a token that was read before. */
  public HttpResponse<String> post(String path, Map<String, String> fields, String token) {
    return send(form(path, fields).header("X-CSRF-TOKEN", token).build());
  }

  /** Posts a form in which fields may repeat, as a browser has encoded it. */
  public HttpResponse<String> postEncoded(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-CSRF-TOKEN", token())
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  /** Posts a form without a token, as another site would. */
  public HttpResponse<String> forged(String path, Map<String, String> fields) {
    return send(form(path, fields).build());
  }

  /** Uploads a file in a form's field "file", with the token of this session. */
  public HttpResponse<String> upload(String path, String name, byte[] bytes) {
    var edge = "----ranh-gioi";
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(edge, name);
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .header("X-CSRF-TOKEN", token())
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head),
                    HttpRequest.BodyPublishers.ofByteArray(bytes),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + edge + "--\r\n")))
            .build());
  }

  /** Where an answer sends on to; empty where it is the page itself. */
  public Optional<String> sentOnFrom(String path) {
    return get(path).headers().firstValue("Location").map(to -> URI.create(to).getRawPath());
  }

  /** Downloads a file. */
  public byte[] download(String path) {
    return file(HttpRequest.newBuilder(URI.create(base + path)).GET().build());
  }

  /** Posts a form that answers with a file. */
  public byte[] download(String path, Map<String, String> fields) {
    return file(form(path, fields).header("X-CSRF-TOKEN", token()).build());
  }

  private byte[] file(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** The token of this session, as some page of it carries it. */
  public String token() {
    var page = get("/rounds");
    var match = TOKEN.matcher(page.statusCode() == 200 ? page.body() : get("/sign-in").body());
    if (!match.find()) {
      throw new AssertionError("no token on the page");
    }
    return match.group(1);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
