package thangdiem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import thangdiem.database.StartRefusal;

/**
 * Where the server listens, and how the outside writes that in links (địa chỉ).
 *
 * @param listen the address to listen on
 * @param port the port, free a moment ago
 * @param outside {@code THANGDIEM_BASE_URL}, which a proxy in front of us answers to
 */
record Address(InetAddress listen, int port, Optional<String> outside) {

  static final int USUAL_PORT = 8080;
  private static final int LAST_PORT = 8099;
  private static final int HIGHEST_PORT = 65_535;

  /** That port or a refusal: a proxy or a bookmark expects it there. */
  static Address exactly(String listen, int port, Optional<String> baseUrl) {
    if (port < 1 || port > HIGHEST_PORT) {
      throw new StartRefusal("start.noPort", String.valueOf(port), HIGHEST_PORT);
    }
    var address = known(listen);
    if (!isFree(address, 0)) {
      throw new StartRefusal("start.listen", listen);
    }
    if (!isFree(address, port)) {
      throw new StartRefusal("start.portTaken", port, port < HIGHEST_PORT ? port + 1 : port - 1);
    }
    return new Address(address, port, baseUrl.map(Address::checked));
  }

  /** The first free port from the usual one on: a demo says anyway where it is. */
  static Address somewhere() {
    var address = known("127.0.0.1");
    for (int port = USUAL_PORT; port <= LAST_PORT; port++) {
      if (isFree(address, port)) {
        return new Address(address, port, Optional.empty());
      }
    }
    throw new StartRefusal("start.portTaken", USUAL_PORT + "–" + LAST_PORT, LAST_PORT + 1);
  }

  /** The address on this machine; by name, since passkeys need one. */
  String here() {
    var host =
        listen.isLoopbackAddress() || listen.isAnyLocalAddress()
            ? "localhost"
            : listen.getHostAddress().contains(":")
                ? "[" + listen.getHostAddress() + "]"
                : listen.getHostAddress();
    return "http://" + host + ":" + port;
  }

  /** The only source of links. */
  String baseUrl() {
    return outside.orElseGet(this::here);
  }

  /** Whether others can reach the server while links that it sends lead to this machine only. */
  boolean linksLeadNowhere() {
    return outside.isEmpty() && !listen.isLoopbackAddress();
  }

  private static InetAddress known(String listen) {
    try {
      return InetAddress.getByName(listen);
    } catch (UnknownHostException e) {
      throw new StartRefusal("start.listen", listen);
    }
  }

  /** Whether we could listen there; port 0 is any, and tells whether the address is ours. */
  private static boolean isFree(InetAddress address, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Scheme and host, perhaps a port: links are this and a path. */
  private static String checked(String url) {
    var plain = url.strip().replaceAll("/+$", "");
    try {
      var uri = URI.create(plain);
      var isSite =
          ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && (uri.getRawPath() == null || uri.getRawPath().isEmpty())
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if (isSite) {
        return plain;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new StartRefusal("start.baseUrl", url);
  }
}
