package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of this server (địa chỉ trong hệ thống), told from those that lead elsewhere. */
final class Address {

  private static final Pattern OF_OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

  private Address() {}

  /** The address itself where it is a page of this server, otherwise the first page. */
  static String ofOurs(String address) {
    return OF_OURS.matcher(address).matches() ? address : "/";
  }

  /**
   * The page from which this request was sent, as the browser says; of its address only the path.
   */
  static Optional<String> before(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Referer"))
        .flatMap(Address::path)
        .filter(path -> OF_OURS.matcher(path).matches());
  }

  private static Optional<String> path(String address) {
    try {
      var uri = URI.create(address);
      return Optional.ofNullable(uri.getRawPath())
          .map(path -> uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
