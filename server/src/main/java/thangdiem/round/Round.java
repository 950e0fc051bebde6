package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import thangdiem.scoring.Policy;

/**
 * A round (đợt đánh giá).
 *
 * @param year the assessed year
 * @param rehearsal diễn tập: nobody's result
 * @param edition the criteria set's id
 * @param version which a change must name
 */
public record Round(
    UUID id,
    int year,
    boolean rehearsal,
    String name,
    String edition,
    String criteriaSha256,
    Policy policy,
    Phase phase,
    Optional<OffsetDateTime> openedAt,
    int version) {

  private static final String REHEARSAL = "-dien-tap";
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** As addresses name it: "2017", "2016-dien-tap". */
  public String key() {
    return key(year, rehearsal);
  }

  /** The key of the round of that year, or of its rehearsal. */
  public static String key(int year, boolean rehearsal) {
    return year + (rehearsal ? REHEARSAL : "");
  }

  static boolean isRehearsal(String key) {
    return key.endsWith(REHEARSAL);
  }

  /** The year that a key names; absent when it names none. */
  static Optional<Integer> year(String key) {
    var digits = isRehearsal(key) ? key.substring(0, key.length() - REHEARSAL.length()) : key;
    return YEAR.matcher(digits).matches()
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }
}
