package thangdiem.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Instants as people type and read them in Vietnam: "15/12/2017 00:00", or a day alone. */
public final class VietnamTime {

  /** The only zone of the decisions. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d/M/uuuu H:mm").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

  private VietnamTime() {}

  /** The instant; a day alone is its beginning. Absent when it is none that a calendar has. */
  public static Optional<OffsetDateTime> read(String typed) {
    var text = typed.strip().replaceAll("\\s+", " ");
    try {
      var at =
          text.contains(":")
              ? LocalDateTime.parse(text, MINUTE)
              : LocalDate.parse(text, DAY).atStartOfDay();
      return Optional.of(at.atZone(ZONE).toOffsetDateTime());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** dd/MM/yyyy HH:mm. */
  public static String show(OffsetDateTime at) {
    return SHOWN.format(at.atZoneSameInstant(ZONE));
  }
}
