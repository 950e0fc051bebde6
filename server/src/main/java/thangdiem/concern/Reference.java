package thangdiem.concern;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number by which a reader follows a report (mã theo dõi): sixty random bits, so that nobody
 * comes upon another's, in letters that are not mistaken for each other.
 */
record Reference(String letters) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final int GROUP = 4;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  static Reference random() {
    var letters = new StringBuilder();
    RANDOM
        .ints(LENGTH, 0, ALPHABET.length())
        .forEach(place -> letters.append(ALPHABET.charAt(place)));
    return new Reference(letters.toString());
  }

  /** What somebody copied, however they wrote it; absent when it cannot be a number. */
  static Optional<Reference> typed(String text) {
    var letters =
        text.replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return FORM.matcher(letters).matches() ? Optional.of(new Reference(letters)) : Optional.empty();
  }

  /** In groups, for reading aloud: "7K3M-92QF-XD1C". */
  String shown() {
    return letters.substring(0, GROUP)
        + "-"
        + letters.substring(GROUP, 2 * GROUP)
        + "-"
        + letters.substring(2 * GROUP);
  }
}
