package thangdiem.rights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import thangdiem.round.Phase;

/** Ways to ask: as the table says, as a newcomer, or byte for byte as no browser would. */
final class Requests {

  private static final int PATIENCE_MILLIS = 30_000;

  private Requests() {}

  /** The form of the table's line, filled in for that caller. */
  static Map<String, String> form(Route route, Situation given, Caller caller, Phase phase) {
    var form = new TreeMap<String, String>();
    route
        .form()
        .forEach((name, value) -> {
          var filled = Samples.fill(value, given, caller, phase);
          if (!name.equals(Route.AS_SHOWN)) {
            form.put(name, filled);
          } else if (route.allows(caller.role())) {
            var path = Samples.fill(route.path(), given, caller, phase);
            var page = caller.get(filled.isEmpty() ? path : filled);
            Forms.sentTo(path, page.body()).forEach(form::putIfAbsent);
          }
        });
    return form;
  }

  /** The request of the table's line. */
  static Answer of(Route route, Situation given, Caller caller, Phase phase) {
    return of(route, given, caller, phase, form(route, given, caller, phase));
  }

  /** The request of the table's line with another form. */
  static Answer of(
      Route route, Situation given, Caller caller, Phase phase, Map<String, String> form) {
    var path = Samples.fill(route.path(), given, caller, phase);
    return route.unsafe()
        ? caller.send(route.method(), path, form, true)
        : caller.get(form.isEmpty() ? path : path + "?" + Caller.encoded(form));
  }

  /** Somebody without any cookie. */
  static Answer fresh(int port, String path) {
    return Caller.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build());
  }

  /** A request line with headers, as they are; the body is given in bytes. */
  static Answer raw(int port, String head, byte[] body) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var whole = new ByteArrayOutputStream();
      whole.writeBytes((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      whole.writeBytes(body);
      try {
        // At once: of a version that it does not speak, Tomcat answers no head that comes in
        // pieces.
        socket.getOutputStream().write(whole.toByteArray());
      } catch (IOException e) {
        // The server has said enough and closed; its answer is read all the same.
      }
      return parsed(socket);
    } catch (IOException e) {
      throw new AssertionError("no answer to " + head.lines().findFirst().orElse(""), e);
    }
  }

  private static Answer parsed(Socket socket) throws IOException {
    var all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (IOException e) {
      if (all.size() == 0) {
        throw e;
      }
    }
    var text = all.toString(StandardCharsets.UTF_8);
    int end = Math.max(0, text.indexOf("\r\n\r\n"));
    var lines = text.substring(0, end).lines().toList();
    if (lines.isEmpty() || !lines.getFirst().matches("HTTP/1\\.[01] \\d{3}.*")) {
      throw new IOException("not HTTP: " + text);
    }
    var headers = new TreeMap<String, List<String>>();
    lines.stream()
        .skip(1)
        .forEach(line -> {
          int colon = line.indexOf(':');
          headers
              .computeIfAbsent(
                  line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
              .add(line.substring(colon + 1).strip());
        });
    return new Answer(
        Integer.parseInt(lines.getFirst().split(" ")[1]),
        headers,
        text.substring(end + 4).getBytes(StandardCharsets.UTF_8));
  }

  /** The head of a request that asks for nothing more afterwards. */
  static String head(String method, String path, String... headers) {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
    if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
      head.append("Host: localhost\r\n");
    }
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }
}
