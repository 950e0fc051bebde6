package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * From where a request comes (địa chỉ của máy gọi). What X-Forwarded-For says is believed only of a
 * proxy that the operator named: anybody can write it, and would so never be slowed down.
 */
@Component
class ClientAddress {

  private static final int NETWORK_BYTES = 8;
  private static final String UNKNOWN = "unknown";

  private final Set<String> proxies;

  ClientAddress(SignInSettings settings) {
    this.proxies =
        settings.proxy().stream().map(ClientAddress::network).collect(Collectors.toSet());
  }

  /** An IPv4 address, or the network of an IPv6 one: whoever has one has its whole network. */
  String of(HttpServletRequest request) {
    var direct = network(request.getRemoteAddr());
    return proxies.contains(direct) ? behindProxies(request).orElse(direct) : direct;
  }

  /** The last in the list that is no proxy of ours: what stands before it, the caller wrote. */
  private Optional<String> behindProxies(HttpServletRequest request) {
    var said =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(String::strip)
            .toList();
    return said.reversed().stream()
        .map(ClientAddress::network)
        .filter(address -> !proxies.contains(address))
        .findFirst();
  }

  /** Whether that is an address, and not a name that somebody would have to be asked about. */
  static boolean isOne(String written) {
    return !network(written).equals(UNKNOWN);
  }

  private static String network(String written) {
    try {
      var address = InetAddress.ofLiteral(written);
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
          : address.getHostAddress();
    } catch (IllegalArgumentException e) {
      return UNKNOWN;
    }
  }
}
