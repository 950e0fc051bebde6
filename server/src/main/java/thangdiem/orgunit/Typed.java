package thangdiem.orgunit;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people type, as it is meant (chữ gõ vào): text in NFC without invisible characters, days.
 */
final class Typed {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Zs}]+");
  private static final int LONGEST_ADDRESS = 300;

  private Typed() {}

  static String text(String typed) {
    var visible =
        INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
    return SPACE.matcher(visible).replaceAll(" ").strip();
  }

  /** "1/7/2025" or "01/07/2025"; absent when no calendar has it. */
  static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(text(typed), DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it is the address of a page on the web, and nothing that a link should not open. */
  static boolean isWebAddress(String typed) {
    if (typed.length() > LONGEST_ADDRESS) {
      return false;
    }
    try {
      var address = new URI(typed);
      var scheme = Optional.ofNullable(address.getScheme()).orElse("");
      return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          && address.getHost() != null
          && address.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
