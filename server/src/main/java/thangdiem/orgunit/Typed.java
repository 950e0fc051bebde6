package thangdiem.orgunit;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people type, as it is meant (chữ gõ vào): text in NFC without invisible characters, days.
 */
public final class Typed {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Zs}]+");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;
  private static final int LONGEST_ADDRESS = 300;
  private static final int HIGHEST_PORT = 65_535;

  /** A name with a last part of letters: no number is one, decimal, hexadecimal or dotted. */
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})");

  private static final List<String> INSIDE =
      List.of(".localhost", ".local", ".internal", ".lan", ".home.arpa", ".localdomain");

  private Typed() {}

  /** NFC, without what cannot be seen, with single spaces; Đ however the keyboard wrote it. */
  public static String text(String typed) {
    var visible =
        INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
    return SPACE
        .matcher(visible)
        .replaceAll(" ")
        .strip()
        .replace('\u00d0', 'Đ') // Eth and African D look the same and sort elsewhere.
        .replace('\u0189', 'Đ')
        .replace('\u00f0', 'đ')
        .replace('\u0256', 'đ');
  }

  /** "1/7/2025" or "01/07/2025"; absent when no calendar has it, or no decision could mean it. */
  static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(text(typed), DAY))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether it is the public address of a page on the web: nothing that a link should not open, and
   * no host that means this machine or its neighbours, in whatever notation.
   */
  static boolean isWebAddress(String typed) {
    if (typed.length() > LONGEST_ADDRESS) {
      return false;
    }
    try {
      var address = new URI(typed);
      var scheme = Optional.ofNullable(address.getScheme()).orElse("");
      var host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https"))
          && address.getUserInfo() == null
          && address.getPort() <= HIGHEST_PORT
          && HOST.matcher(host).matches()
          && INSIDE.stream().noneMatch(end -> host.endsWith(end));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
