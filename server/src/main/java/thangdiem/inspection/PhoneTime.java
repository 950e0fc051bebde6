package thangdiem.inspection;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * What a phone's clock said (giờ của điện thoại). It is told beside the time of the server and
 * decides nothing.
 */
final class PhoneTime {

  private static final Duration BELIEVABLE = Duration.ofDays(60);

  private PhoneTime() {}

  /** The instant as the phone wrote it; the server's where it wrote none that can be. */
  static OffsetDateTime read(String written, OffsetDateTime now) {
    try {
      var said = OffsetDateTime.parse(written);
      return Duration.between(said, now).abs().compareTo(BELIEVABLE) > 0 ? now : said;
    } catch (DateTimeException | ArithmeticException e) {
      return now;
    }
  }
}
